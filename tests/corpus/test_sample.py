"""The sample corpus and its labels: whole, well formed, and true to each other."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TypedDict

import pytest
from bs4 import BeautifulSoup

from extract.documents.load import load
from extract.model import Comparator, Kind, Level, Role
from extract.reading import read


class Source(TypedDict):
    name: str
    type: str
    province: str | None


class Place(TypedDict):
    level: str
    name: str | None
    province: str | None
    regime: int


class Decision(TypedDict):
    number: str
    date: str | None
    role: str
    raw: str
    start: int


class Claim(TypedDict):
    place: Place
    count: int
    count_high: int | None
    comparator: str
    stars: list[int]
    potential5: bool
    kind: str
    period: str | None
    round: int | None
    as_of: str | None
    decision: str | None
    quote: str
    start: int


class Record(TypedDict):
    id: str
    file: str
    kind: str
    source: Source
    published: str | None
    title: str
    text: str
    basis: None
    traps: list[str]
    decisions: list[Decision]
    claims: list[Claim]


ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample"
RECORDS: list[Record] = [
    json.loads(line)
    for line in (ROOT / "tests/gold/sample.jsonl").read_text(encoding="utf-8").splitlines()
]
CLAIMS = [claim for record in RECORDS for claim in record["claims"]]
EACH = pytest.mark.parametrize("record", RECORDS, ids=lambda record: Path(record["file"]).name)

DOCUMENT_KINDS = {"news", "bulletin", "report", "plan", "decision", "list", "interview", "teaser"}
SOURCE_TYPES = {"newspaper", "portal", "department", "ntm_office", "national_news", "legal"}
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
EDTF = re.compile(rf"{DAY}(/{DAY})?")
FAMILIES = {
    "VDOC": "#newscontents .content-fck",
    "cms-body": ".article__body.cms-body",
    "b-grid": ".b-maincontent .entry",
    "content-detail": "h1.name",
    "Liferay": ".journal-content-article",
    "SharePoint": "input[name=__VIEWSTATE]",
    "NukeViet": "#news-bodyhtml",
    "WordPress": ".entry-content",
    "K2": ".itemFullText",
    "ministry": "#divArticleDescription",
    "AMP": "html[amp]",
    "print": ".__MB_MASTERCMS_EL_3",
}


def page_text(raw: bytes) -> str:
    """Decode a page by its byte order mark, else as UTF-8, else as windows-1258."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1258")


def flat(text: str) -> str:
    """NFC with every run of white space as one space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def visible_text(raw: bytes) -> str:
    """The words of a page that are neither script nor style nor hidden."""
    soup = BeautifulSoup(page_text(raw), "lxml")
    for tag in soup(["script", "style", "noscript", "template", "head"]):
        tag.decompose()
    for tag in soup.select('[style*="display:none"], [hidden]'):
        tag.decompose()
    return flat(soup.get_text(""))


def is_edtf(value: object) -> bool:
    return value is None or (isinstance(value, str) and EDTF.fullmatch(value) is not None)


@EACH
def test_record_is_well_formed(record: Record) -> None:
    assert set(record) == Record.__required_keys__
    assert record["kind"] in DOCUMENT_KINDS
    assert set(record["source"]) == Source.__required_keys__
    assert record["source"]["type"] in SOURCE_TYPES
    assert is_edtf(record["published"])
    assert record["basis"] is None
    assert all(isinstance(trap, str) for trap in record["traps"])


@EACH
def test_claims_are_well_formed(record: Record) -> None:
    for claim in record["claims"]:
        assert set(claim) == Claim.__required_keys__
        assert claim["kind"] in set(Kind)
        assert claim["comparator"] in set(Comparator)
        assert is_edtf(claim["as_of"])
        assert is_edtf(claim["period"])
        assert claim["round"] is None or claim["round"] >= 1
        assert type(claim["count"]) is int
        assert claim["count"] >= 0
        assert claim["count_high"] is None or claim["count_high"] > claim["count"]
        assert claim["stars"] == sorted(set(claim["stars"]) & {1, 2, 3, 4, 5}) != []
        assert not claim["potential5"] or claim["stars"] == [5]


@EACH
def test_places_are_well_formed(record: Record) -> None:
    for place in (claim["place"] for claim in record["claims"]):
        assert set(place) == Place.__required_keys__
        assert place["level"] in set(Level)
        assert place["regime"] in {34, 63}
        if place["level"] in {"nation", "region"}:
            assert place["province"] is None
        if place["level"] == "province":
            assert place["province"] == place["name"]
        if place["level"] == "district":
            assert place["regime"] == 63


@EACH
def test_decisions_are_well_formed(record: Record) -> None:
    for decision in record["decisions"]:
        assert set(decision) == Decision.__required_keys__
        assert decision["role"] in set(Role)
        assert is_edtf(decision["date"])
    recognising = {x["number"] for x in record["decisions"] if x["role"] == "recognition"}
    tied = {claim["decision"] for claim in record["claims"]} - {None}
    assert tied <= recognising


@EACH
def test_quotes_stand_at_their_offsets(record: Record) -> None:
    text = record["text"]
    for claim in record["claims"]:
        assert text.startswith(claim["quote"], claim["start"])
    for decision in record["decisions"]:
        assert text.startswith(decision["raw"], decision["start"])


@EACH
def test_digits_of_a_quote_give_its_count(record: Record) -> None:
    for claim in record["claims"]:
        numbers = [int(n.replace(".", "")) for n in re.findall(r"\d+(?:\.\d{3})*", claim["quote"])]
        if numbers:
            assert claim["count"] in numbers
            assert claim["count_high"] is None or claim["count_high"] in numbers


@EACH
def test_document_says_what_its_label_says(record: Record) -> None:
    path = ROOT / record["file"]
    if path.suffix == ".txt":
        assert path.read_bytes().decode("utf-8").rstrip("\n") == record["text"]
        return
    visible = visible_text(path.read_bytes())
    for claim in record["claims"]:
        assert flat(claim["quote"]) in visible
    for line in filter(None, (flat(line) for line in record["text"].splitlines())):
        for cell in line.split(" | "):
            assert cell in visible


def test_every_file_is_labelled_once() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in SAMPLE.iterdir() if path.is_file()}
    labelled = [record["file"] for record in RECORDS]
    assert Counter(labelled).most_common(1)[0][1] == 1
    assert set(labelled) == files
    assert len({record["id"] for record in RECORDS}) == len(RECORDS)


def test_no_two_files_are_equal() -> None:
    files = (path for path in SAMPLE.rglob("*") if path.is_file())
    digests = Counter(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    assert max(digests.values()) == 1


def test_file_names_follow_one_pattern() -> None:
    pattern = re.compile(r"[a-z-]+-20(1[89]|2[0-6])-[a-z0-9-]+\.(html|txt)")
    assert [r["file"] for r in RECORDS if not pattern.fullmatch(Path(r["file"]).name)] == []


def test_half_of_the_documents_are_pages() -> None:
    pages = sum(record["file"].endswith(".html") for record in RECORDS)
    assert abs(2 * pages - len(RECORDS)) <= 4


@pytest.mark.parametrize("family", FAMILIES)
def test_portal_family_is_present(family: str) -> None:
    pages = (page_text(path.read_bytes()) for path in SAMPLE.glob("*.html"))
    assert any(BeautifulSoup(page, "lxml").select_one(FAMILIES[family]) for page in pages)


def test_every_kind_and_comparator_is_present() -> None:
    assert {claim["kind"] for claim in CLAIMS} == {kind.value for kind in Kind}
    assert {claim["comparator"] for claim in CLAIMS} == {x.value for x in Comparator}
    assert {claim["place"]["level"] for claim in CLAIMS} == {level.value for level in Level}


def provinces(regime: int) -> set[str]:
    """Provinces of one map about which at least one count is stated."""
    places = [claim["place"] for claim in CLAIMS]
    return {x["province"] for x in places if x["regime"] == regime and x["province"]}


def test_provinces_of_both_maps_are_covered() -> None:
    assert len(provinces(63)) >= 28
    assert len(provinces(34)) >= 12


def test_twenty_provinces_have_a_stock_split_by_stars() -> None:
    stars: dict[tuple[str | None, int], set[tuple[int, ...]]] = {}
    for claim in CLAIMS:
        place = claim["place"]
        if place["level"] == "province" and claim["kind"] in {"cumulative", "in_force"}:
            key = (place["name"], place["regime"])
            stars.setdefault(key, set()).add(tuple(claim["stars"]))
    split = [key for key, sets in stars.items() if {(3, 4, 5), (3,), (4,)} <= sets]
    assert len({name for name, _ in split}) >= 20


def test_some_documents_state_no_count() -> None:
    assert sum(not record["claims"] for record in RECORDS) >= 6
    assert len(RECORDS) >= 48


# ── Decisions: what they say stands in the files for everybody to see ────────────────

DECISIONS = {
    # file: (number, date, act, rows by star class)
    "nghe-an-2022-quyet-dinh.docx": ("87/QĐ-UBND", "2022-01-11", "recognises", {4: 4, 3: 9}),
    "phu-tho-2025-quyet-dinh.pdf": ("4410/QĐ-UBND", "2025-12-12", "recognises", {4: 9, 3: 15}),
    "hoa-binh-2022-phu-luc.xlsx": ("2499/QĐ-UBND", "2022-11-01", "recognises", {4: 4, 3: 9}),
    "dong-thap-2024-thu-hoi.docx": ("1377/QĐ-UBND-HC", "2024-12-20", "revokes", None),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_decisions_are_read_as_they_are_printed(name: str) -> None:
    number, date, act, classes = DECISIONS[name]
    payload = (SAMPLE / "decisions" / name).read_bytes()
    reading = read(load(payload, document_id=name))
    assert reading.decision is not None
    assert (reading.decision.number, reading.decision.date) == (number, date)
    assert reading.decision.act == act
    if classes is None:
        assert {product.standing for product in reading.products} == {Kind.WITHDRAWN}
        assert Kind.NEW not in {claim.kind for claim in reading.claims}
    else:
        assert Counter(product.stars for product in reading.products) == classes
