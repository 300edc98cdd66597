"""``ocop products`` and ``ocop decisions`` answer from the written tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.model import Act, Decision, Document, Issuer, Kind, Product, Reading
from extract.places.gazetteer import gazetteer
from national.frames import claims_frame, documents_frame, issues_frame
from national.papers import papers_frame, rows_frame
from ocop.cli import app
from ocop.extraction import Extraction
from ocop.tables import NationalTables


def reading(number: str, date: str, province: str, *rows: Product) -> Reading:
    unit = gazetteer().province(province, 63)
    assert unit is not None
    name = f"d{number}"
    decision = Decision(
        "QĐ", Act.RECOGNISES, f"{number}/QĐ-UBND", date, Issuer("UBND", unit.place())
    )
    given = tuple(
        Product(
            name,
            i,
            row.name,
            producer="HTX An Phú",
            stars=row.stars,
            potential5=row.potential5,
            standing=row.standing,
            province63=province,
            province34=gazetteer().successor(unit.code).name,
            decision=f"{number}/QĐ-UBND",
            decision_date=date,
            reasons=row.reasons,
        )
        for i, row in enumerate(rows, 1)
    )
    return Reading(Document(name, f"Quyết định {number}"), decision=decision, products=given)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    readings = [
        reading(
            "12",
            "2021-02-04",
            "Hà Giang",
            Product("", 0, "Chè Shan", stars=4),
            Product("", 0, "Mật ong", stars=3, reasons=("score_outside_band",)),
        ),
        reading(
            "90",
            "2024-07-01",
            "Tuyên Quang",
            Product("", 0, "Cam sành", stars=5, potential5=True, standing=Kind.PROPOSED),
            Product("", 0, "Chè xanh", stars=4),
        ),
    ]
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    extraction = Extraction(
        claims_frame(readings),
        documents_frame(readings),
        issues_frame(readings),
        rows_frame(readings),
        papers_frame(readings),
    )
    extraction.save(outputs)
    NationalTables.write(Extraction.load(outputs), outputs)
    return tmp_path


def ask(workspace: Path, *words: str) -> list[dict[str, object]]:
    ran = CliRunner().invoke(app, [*words, "--json", "-w", str(workspace)])
    assert ran.exit_code == 0, ran.output
    answer: list[dict[str, object]] = json.loads(ran.stdout)
    return answer


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), {"Chè Shan", "Mật ong", "Chè xanh"}),
        (("--all",), {"Chè Shan", "Mật ong", "Cam sành", "Chè xanh"}),
        (("--standing", "proposed"), {"Cam sành"}),
        (("--province", "ha giang"), {"Chè Shan", "Mật ong"}),
        # Tuyên Quang of 2025 holds Hà Giang too.
        (("--province", "Tuyên Quang"), {"Chè Shan", "Mật ong", "Chè xanh"}),
        (("--star", "4"), {"Chè Shan", "Chè xanh"}),
        (("--star", "potential5"), {"Cam sành"}),
        (("--star", "5"), set()),
        (("--year", "2024"), {"Chè xanh"}),
        (("--decision", "12"), {"Chè Shan", "Mật ong"}),
        (("--decision", "12/qđ-ubnd"), {"Chè Shan", "Mật ong"}),
        (("--in-force", "2024-02-03"), {"Chè Shan", "Mật ong"}),
        (("--in-force", "2024-02-04"), set()),
        (("--in-force", "2025-01-01"), {"Chè xanh"}),
        (("--review",), {"Mật ong"}),
    ],
)
def test_products(workspace: Path, options: tuple[str, ...], names: set[str]) -> None:
    assert {row["name"] for row in ask(workspace, "products", *options)} == names


def test_decisions(workspace: Path) -> None:
    rows = ask(workspace, "decisions")
    assert [row["number"] for row in rows] == ["90/QĐ-UBND", "12/QĐ-UBND"]
    assert [row["n_products"] for row in rows] == [2, 2]
    assert [row["place_name"] for row in ask(workspace, "decisions", "--province", "hà giang")] == [
        "Hà Giang"
    ]
    assert ask(workspace, "decisions", "--agreement", "disagree") == []


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_person_reads_rows_and_classes(workspace: Path, lang: str) -> None:
    ran = CliRunner().invoke(app, ["products", "-w", str(workspace), "--lang", lang])
    assert "Mật ong ?" in ran.stdout
    assert "2 × 4★, 1 × 3★" in ran.stdout
    assert "+ 1 " in ran.stdout
    assert "--all" in ran.stdout
    ran = CliRunner().invoke(app, ["decisions", "-w", str(workspace), "--lang", lang])
    assert "12/QĐ-UBND" in ran.stdout


def test_the_limit_says_what_it_left_out(workspace: Path) -> None:
    ran = CliRunner().invoke(app, ["products", "-w", str(workspace), "--limit", "1"])
    assert "2 more" in ran.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("products", "--province", "Atlantis"), "No province"),
        (("products", "--star", "9"), "No star class"),
        (("products", "--standing", "grand"), "No standing"),
        (("products", "--in-force", "tomorrow"), "no EDTF"),
        (("decisions", "--agreement", "perhaps"), "No agreement"),
    ],
)
def test_a_wrong_question_says_what_to_ask(
    workspace: Path, words: tuple[str, ...], said: str
) -> None:
    ran = CliRunner().invoke(app, [*words, "-w", str(workspace)])
    assert ran.exit_code == 2
    assert said.split()[0] in ran.output


def test_without_outputs_it_says_what_to_type(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["products", "-w", str(tmp_path)])
    assert ran.exit_code == 1
    assert "ocop run" in ran.stderr
