"""The evaluation as a command: exit codes, reports, details, gains and losses."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest
from rich.console import Console

from ocop.evaluate import Options, run

TEXT = "Lũy kế, Nghệ An có 139 sản phẩm OCOP.\nPhấn đấu năm 2022 công nhận thêm 60 sản phẩm."


@pytest.fixture
def call(write, page, labels, reader):
    """Evaluate a reader that says ``said`` on one document; gives exit code and output."""
    path = write(page(TEXT, labels))

    def call(said, **options):
        console = Console(file=io.StringIO(), width=200)
        code = run(Options(gold=(path,), jobs=1, **options), reader=reader(said), console=console)
        return code, console.file.getvalue()

    return call


def test_the_summary_shows_the_scores(call, labels) -> None:
    code, output = call(labels)
    assert code == 0
    line = next(line for line in output.splitlines() if line.startswith("claims, strict"))
    assert line.split()[2:] == ["2", "2", "2", "0", "0", "1.000", "1.000", "1.000"]


def test_details_show_place_words_and_differing_fields(call, labels, claim) -> None:
    said = [
        {**labels[0], "as_of": None},
        claim(60, "60 sản phẩm", kind="new", as_of="2022"),
        claim(2022, "2022"),
    ]
    _, output = call(said, details=True)
    assert "MISS  60 ★345 target province Nghệ An/63  ≠ kind" in output
    assert "read  60 ★345 new province Nghệ An/63  ≠ kind  [by_hand 0.50]  taken as a" in output
    assert "Phấn đấu năm 2022 công nhận thêm «60 sản phẩm»." in output
    assert "FALSE 2022 ★345 new province Nghệ An/63  [by_hand 0.50]  no label here" in output
    assert "as_of 2022-01-28 → –" in output
    assert "OCOP.⏎Phấn đấu năm «2022»" in output


def test_details_can_be_narrowed_to_words(call, labels) -> None:
    _, output = call([{**labels[0], "as_of": None}], details=True, words=("FIELD", "as_of"))
    details = output.split("1 documents")[0]
    assert "FIELD 139" in details
    assert "MISS" not in details


def test_details_show_unread_claims_and_papers(write, page, paper, labels, reader) -> None:
    text = TEXT + " Quyết định 5/QĐ-UBND và 6/QĐ-UBND."
    path = write(page(text, labels, [paper("5/QĐ-UBND", "5/QĐ-UBND", date="2021")]))
    console = Console(file=io.StringIO(), width=200)
    said = [paper("5/QĐ-UBND", "5/QĐ-UBND", date="2020"), paper("6/QĐ-UBND", "6/QĐ-UBND")]
    run(Options(gold=(path,), jobs=1, details=True), reader=reader((), said), console=console)
    output = console.file.getvalue()
    assert "MISS  139 ★345 cumulative province Nghệ An/63  nothing read here" in output
    assert "FIELD paper 5/QĐ-UBND of 2021, recognition  date 2021 → 2020" in output
    assert "FALSE paper 6/QĐ-UBND of –, recognition" in output


def test_the_json_report_holds_scores_and_errors(call, labels) -> None:
    code, output = call(labels[:1], json=True)
    report = json.loads(output)
    assert code == 0
    assert report["format"] == "ocop-evaluation/1"
    assert report["documents"] == ["doc"]
    assert report["claims"]["strict"] == {
        "gold": 2,
        "predicted": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 0.5,
        "f1": pytest.approx(2 / 3),
    }
    (errors,) = report["errors"]
    (missed,) = errors["missed"]
    assert (missed["count"], missed["cause"], errors["false"]) == (60, "alone", [])


def test_predictions_have_the_form_of_labels(call, labels, tmp_path) -> None:
    path = tmp_path / "out.jsonl"
    call(labels, predictions=path)
    (line,) = path.read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert list(record) == ["id", "claims", "decisions"]
    expected = [{k: v for k, v in label.items() if k != "nth"} for label in labels]
    assert record["claims"] == [
        {**label, "start": TEXT.index(label["quote"])} for label in expected
    ]
    assert list(tmp_path.glob(".*")) == []


def test_gains_and_losses_against_an_earlier_report(call, labels, tmp_path) -> None:
    report = tmp_path / "report.json"
    call(labels[:1], report=report)
    code, output = call(labels[1:], against=report)
    assert code == 1
    assert "1 mended, 1 broken\ndoc\n  + missed     60 ★345 target province Nghệ An/63" in output
    assert "  − missed     139 ★345 cumulative province Nghệ An/63" in output
    code, output = call(labels, against=report)
    assert code == 0
    assert "claims.strict.f1" in output
    assert "0 broken" in output


def test_a_report_of_other_documents_cannot_be_compared(
    call, labels, tmp_path, capsys, write, page
) -> None:
    report = tmp_path / "report.json"
    call(labels, report=report)
    write(page(TEXT, labels, id="another"))
    assert call(labels, against=report)[0] == 2
    assert "made from other documents" in capsys.readouterr().err
    report.write_text("{}")
    assert call(labels, against=report)[0] == 2
    assert "is not a report" in capsys.readouterr().err


def test_bad_labels_end_with_two_and_say_where(write, page, reader, capsys) -> None:
    path = write(page(TEXT), page(TEXT, kind="[blog]", id="x"))
    assert run(Options(gold=(path,), jobs=1), reader=reader()) == 2
    assert f"{path}:2: document: kind must be one of" in capsys.readouterr().err.replace("\n", "")


def test_an_unknown_document_is_an_error(call, labels, capsys) -> None:
    assert call(labels, only=("nobody",))[0] == 2
    assert "nobody: no labelled document has this id" in capsys.readouterr().err


def test_a_broken_reader_ends_with_one(write, page, reader) -> None:
    def breaks(document):
        raise ValueError("[odd] input")

    console = Console(file=io.StringIO(), width=200)
    path = write(page(TEXT))
    assert run(Options(gold=(path,), jobs=1), reader=breaks, console=console) == 1
    assert "The reader broke down on doc: ValueError: [odd] input" in console.file.getvalue()


def test_the_module_is_a_command(write, page) -> None:
    path = write(page("Hôm nay trời đẹp."))
    done = subprocess.run(
        [sys.executable, "-m", "ocop.evaluate", path, "--json", "--jobs", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["claims"]["strict"]["gold"] == 0
    assert done.stderr == ""
