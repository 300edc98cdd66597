"""The documentation tells of everything that the code has, and of nothing that is gone."""

import ast
import csv
import dataclasses
import enum
import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

import extract.model
from crawler import settings
from crawler.portals import PORTALS
from crawler.sources import COLUMNS, FeedProof, SourceKind, load_sources
from crawler.sources import Status as SourceStatus
from extract.claims.confidence import DOUBTS
from extract.claims.weights import HAND
from extract.documents.element_signs import furniture_role
from extract.documents.furniture_rules import LINE_RULES
from extract.documents.load import load
from extract.model import (
    Act,
    BlockKind,
    Comparator,
    FoundBy,
    Group,
    Kind,
    Label,
    Level,
    Maker,
    Role,
)
from extract.products.doubts import DOUBTS as DOUBTS_OF_ROWS
from national.paper_schema import DECISIONS, PAPERS, PRODUCTS
from national.schema import CELLS, CLAIMS, DOCUMENTS, ISSUES, LEFT_OUT, Reason, Status
from national.table import MEASURES, TARGET, table_of
from ocop.cli import app
from ocop.engines import Fate

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


def section(name, title):
    """The text below a heading, up to the next heading of the same or a higher level."""
    lines = page(name).splitlines()
    starts = [i for i, line in enumerate(lines) if re.fullmatch(rf"#+ {re.escape(title)}", line)]
    assert len(starts) == 1, f"{name} has {len(starts)} headings {title!r}"
    level = len(lines[starts[0]].split()[0])
    rest = lines[starts[0] + 1 :]
    ends = [i for i, line in enumerate(rest) if re.match(rf"#{{1,{level}}} ", line)]
    return "\n".join(rest[: ends[0] if ends else None])


def told(text):
    """Everything that stands in a text as ``code``."""
    return set(re.findall(r"`([^`\n]+)`", text))


def first_cells(text):
    """What stands as code in the first cell of the rows of tables."""
    rows = re.findall(r"^\|(?! *-)([^|\n]+)\|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


# ── The tables and records of the data model ─────────────────────────────────────────


@pytest.mark.parametrize(
    "table", [CELLS, CLAIMS, DOCUMENTS, PRODUCTS, PAPERS, DECISIONS], ids=lambda table: table.name
)
def test_every_column_is_told_and_none_that_is_gone(table):
    assert first_cells(section("docs/data-model.md", table.name)) == set(table.names)


@pytest.mark.parametrize("table", [LEFT_OUT, ISSUES], ids=lambda table: table.name)
def test_every_column_of_the_short_tables_is_told(table):
    assert set(table.names) <= told(section("docs/data-model.md", table.name))


@pytest.mark.parametrize("regime", [63, 34])
def test_every_column_of_the_wide_tables_is_told(regime):
    words = told(section("docs/data-model.md", "provinces63, provinces34"))
    measures = {measure.name for measure in (*MEASURES, TARGET)}
    wholes = sorted(measures | {f"inferred_{m}" for m in measures}, key=len, reverse=True)
    for column in table_of(regime).names:
        whole = next((name for name in wholes if column.startswith(name)), column)
        suffix = column[len(whole) :]
        assert whole in words, column
        assert not suffix or suffix in words, column


RECORDS = [
    record
    for record in vars(extract.model).values()
    if dataclasses.is_dataclass(record) and record.__module__ == "extract.model"
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_is_told(record):
    fields = {field.name for field in dataclasses.fields(record)}
    assert fields <= told(section("docs/data-model.md", record.__name__))


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (Kind, "Series, star classes, statuses"),
        (Status, "Series, star classes, statuses"),
        (Comparator, "Series, star classes, statuses"),
        (Reason, "left_out"),
    ],
)
def test_every_value_has_a_row(values, title):
    assert {value.value for value in values} <= first_cells(section("docs/data-model.md", title))


@pytest.mark.parametrize("values", [Level, Label, Role, BlockKind, FoundBy, Act, Maker, Group])
def test_every_value_is_named(values):
    words = set(re.findall(r"\w+", section("docs/data-model.md", "Records of reading")))
    assert {value.value for value in values} <= words


def test_every_output_file_is_told(tmp_path):
    sample = str(ROOT / "corpus/sample/vinh-phuc-2024-thong-bao-so.txt")
    ran = CliRunner().invoke(app, ["run", sample, "-w", str(tmp_path), "-j", "0", "-q"])
    assert ran.exit_code == 0, ran.output
    written = {one.name for one in (tmp_path / "outputs").iterdir() if one.name[0] != "."}
    for name in ("docs/data-model.md", "outputs/README.md"):
        assert written == {one for one in first_cells(page(name)) if one in written}, name


# ── Issues, furniture, choices ───────────────────────────────────────────────────────

MADE_BY = {"Issue", "Fault", "UnreadableError", "_UnreadableError"}


def issue_codes():
    """Codes that are written where issues and faults are made."""
    codes = {fate.value for fate in Fate}
    for room in ("extract", "crawler", "national", "ocop"):
        for source in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MADE_BY:
                    named = [word.value for word in node.keywords if word.arg == "code"]
                    code = (named or node.args or [None])[0]
                    if isinstance(code, ast.Constant):
                        codes.add(code.value)
    return codes


def test_every_issue_is_told_and_none_that_is_gone():
    assert len(issue_codes()) > 20
    assert first_cells(section("docs/reading.md", "Issues")) == issue_codes()


def test_every_role_of_furniture_is_told():
    words = re.findall(r'"([a-z]+)"', page("extract/documents/element_signs.py"))
    signs = [sign for word in words for sign in ((word, ""), ("p", word), ("p", "", word))]
    roles = {furniture_role(*sign) for sign in signs} | {rule.role for rule in LINE_RULES}
    pages = [*(ROOT / "corpus/sample").glob("*.html"), *ROOT.glob("tests/extract/**/pages/*.html")]
    for one in pages:
        roles |= {block.role for block in load(one.read_bytes(), document_id="x").blocks}
    assert {"outside", "related", "sidebar"} <= roles
    assert first_cells(section("docs/reading.md", "Furniture")) >= roles - {""}


def test_every_doubt_of_rows_is_told():
    told_of = first_cells(section("docs/decisions.md", "Rows of annexes"))
    assert told_of == set(DOUBTS_OF_ROWS)


def test_every_choice_and_every_doubt_is_told():
    assert set(HAND) <= first_cells(
        section("docs/reading.md", "4. Claims: a choice among candidates")
    )
    assert first_cells(section("docs/reading.md", "Confidence")) == set(DOUBTS)


# ── Sources and settings ─────────────────────────────────────────────────────────────


def test_every_column_and_status_of_sources_is_told():
    row = section("docs/add-a-source.md", "The row")
    assert set(COLUMNS) | {status.value for status in SourceStatus} == first_cells(row)
    values = {value.value for values in (SourceKind, FeedProof) for value in values if value.value}
    assert values <= told(row)


def test_every_family_of_portals_is_told_and_none_that_is_gone():
    tables = ("Newspapers", "Government and content management systems")
    told_of = [first_cells(section("docs/portals.md", table)) for table in tables]
    assert set().union(*told_of) == set(PORTALS)


def test_the_row_of_the_example_is_good(tmp_path):
    steps = section("docs/add-a-source.md", "Adding a source in five minutes").partition("## ")[0]
    example = dict(re.findall(r"^ +\| `(\w+)` \| `(.+?)` \|$", steps, re.MULTILINE))
    assert "evidence" in example
    with (tmp_path / "s.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerow(example)
    [source] = load_sources(tmp_path / "s.csv").values()
    assert [way.address for way in source.ways if way.proved] == [example["tag"]]


def environment_variables():
    """Literal names ``OCOP_…`` in the code that are no names of Python's own."""
    names = set()
    for room in ("extract", "crawler", "national", "ocop", "webapp"):
        for source in (ROOT / room).rglob("*.py"):
            tree = ast.parse(source.read_text(encoding="utf-8"))
            literals = {
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
            } - exported(tree)
            names |= {
                one
                for one in literals
                if isinstance(one, str) and re.fullmatch(r"OCOP_[A-Z_]+|SOURCE_DATE_EPOCH", one)
            }
    return names


def exported(tree):
    lists = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    return {item.value for one in lists for item in getattr(one, "elts", ())}


def test_every_setting_is_told():
    names = {name for name in vars(settings) if name.startswith("OCOP_")} | environment_variables()
    assert "OCOP_WORKSPACE" in names
    assert "SOURCE_DATE_EPOCH" in names
    assert first_cells(section("docs/add-a-source.md", "Settings")) == names


# ── Checks, versions, words ──────────────────────────────────────────────────────────


def test_every_import_contract_is_told():
    linter = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]
    contracts = {contract["name"] for contract in linter["contracts"]}
    assert contracts == set(re.findall(r"^\| \*([^*]+)\*", page("CONTRIBUTING.md"), re.MULTILINE))


def test_the_changelog_has_the_version():
    version = tomllib.loads(page("pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\] – ", page("CHANGELOG.md"), re.MULTILINE)


def test_the_glossary_is_whole():
    rows = re.findall(r"^\|(?! *-)(.+)\|$", page("docs/glossary.md"), re.MULTILINE)
    terms = [[cell.strip() for cell in row.split("|")] for row in rows]
    terms = [cells for cells in terms if cells[0] != "tiếng Việt"]
    assert len(terms) >= 90
    assert all(len(cells) == 3 and all(cells) for cells in terms)
    names = [cells[0] for cells in terms]
    assert len(set(names)) == len(names)


def test_the_glossary_names_only_values_that_exist():
    enums = [one for one in vars(extract.model).values() if isinstance(one, enum.EnumType)]
    known = {value.value for one in enums for value in one}
    known |= {field.name for record in RECORDS for field in dataclasses.fields(record)}
    known |= {kind.value for kind in SourceKind} | {rule.role for rule in LINE_RULES}
    words = {one for one in told(page("docs/glossary.md")) if re.fullmatch(r"[a-z_]{5,}", one)}
    assert words <= known
