"""Pinned scores: what shuts the gate, what opens it, and what is pinned here."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from ocop.evaluate import Options, run
from ocop.evaluate.gate import PINNED, read_baseline

GOLD = Path(__file__).parents[2] / "gold"
TEXT = "Lũy kế, Nghệ An có 139 sản phẩm OCOP.\nPhấn đấu năm 2022 công nhận thêm 60 sản phẩm."


@pytest.fixture
def one(write, page, labels):
    return write(page(TEXT, labels, id="a"), name="one.jsonl")


@pytest.fixture
def two(write, page, labels):
    return write(page(TEXT, labels, id="b"), name="two.jsonl")


@pytest.fixture
def call(reader):
    def call(said, *gold, **options):
        console = Console(file=io.StringIO(), width=200)
        wanted = Options(gold=gold, jobs=1, **options)
        return run(wanted, reader=reader(said), console=console), console.file.getvalue()

    return call


def test_what_is_pinned_holds(call, labels, one, two) -> None:
    folder = one.parent
    code, output = call(labels, folder, pin=True)
    assert code == 0
    assert f"The scores of 2 files are pinned in {folder}/baseline.json." in output
    pinned = json.loads((folder / "baseline.json").read_text())
    assert sorted(pinned["files"]) == ["one.jsonl", "two.jsonl"]
    assert set(pinned["all"]) == set(PINNED)
    assert pinned["files"]["one.jsonl"]["scores"]["strict_f1"] == 1.0
    assert pinned["all"]["decisions_f1"] is None
    code, output = call(labels, folder, gate=folder / "baseline.json")
    assert code == 0
    assert "The gate is open: no score of 2 files" in output
    assert [path.name for path in folder.glob(".*")] == []


def test_a_lower_score_shuts_the_gate(call, labels, one, claim) -> None:
    call(labels, one, pin=True)
    path = one.with_name("baseline.json")
    wrong = [labels[0], claim(60, "60 sản phẩm", kind="new", as_of="2022")]
    code, output = call(wrong, one, gate=path)
    assert code == 1
    assert "one.jsonl: strict_f1 fell from 1.0000 to 0.5000." in output
    assert "one.jsonl: false_results rose from 0.0000 to 0.5000." in output
    assert "all files: strict_f1 fell from 1.0000 to 0.5000." in output
    assert "The gate is shut" in output
    code, output = call([], one, gate=path)
    assert code == 1
    assert "one.jsonl: as_of was 1.0000; now there is nothing to score." in output


def test_a_drop_by_rounding_passes_and_a_rise_is_told(call, labels, one) -> None:
    call(labels[:1], one, pin=True)
    path = one.with_name("baseline.json")
    pinned = path.read_text()
    path.write_text(pinned.replace("0.6667", "0.66674"))
    assert call(labels[:1], one, gate=path)[0] == 0
    path.write_text(pinned.replace("0.6667", "0.6668"))
    assert call(labels[:1], one, gate=path)[0] == 1
    code, output = call(labels, one, gate=path)
    assert code == 0
    assert "one.jsonl: strict_f1 rose from 0.6668 to 1.0000." in output
    assert "Pin what rose with --pin." in output


def test_other_labels_shut_the_gate_until_they_are_pinned(call, labels, one, write, page) -> None:
    call(labels, one, pin=True)
    path = one.with_name("baseline.json")
    one.write_text(one.read_text() + "\n")
    code, output = call(labels, gate=path)
    assert code == 1
    assert "one.jsonl: the labelled documents are not those whose scores are pinned" in output
    assert "Pin anew with --pin." in output
    assert call(labels, one, pin=True)[0] == 0
    assert call(labels, gate=path)[0] == 0


def test_without_gold_all_files_beside_the_baseline_are_judged(
    call, labels, one, write, page
) -> None:
    call(labels, one, pin=True)
    write(page(TEXT, labels, id="new"), name="new.jsonl")
    code, output = call(labels, gate=one.parent)
    assert code == 1
    assert "new.jsonl: its scores are not pinned." in output
    assert "all files" not in output


def test_a_part_of_the_files_is_judged_by_its_own_scores(call, labels, one, two) -> None:
    call(labels, one.parent, pin=True)
    code, output = call(labels, one, gate=one.parent)
    assert code == 0
    assert "no score of 1 files" in output


def test_pinning_tells_what_fell(call, labels, one) -> None:
    call(labels, one, pin=True)
    code, output = call(labels[:1], one, pin=True)
    assert code == 0
    assert "one.jsonl: strict_f1 fell from 1.0000 to 0.6667." in output
    assert "Say in the commit why some fell." in output
    assert call(labels[:1], gate=one.parent)[0] == 0


def test_a_reader_that_breaks_down_is_not_pinned(one) -> None:
    def breaks(document):
        raise ValueError("odd input")

    console = Console(file=io.StringIO())
    assert run(Options(gold=(one,), jobs=1, pin=True), reader=breaks, console=console) == 1
    assert not one.with_name("baseline.json").exists()
    assert "are pinned" not in console.file.getvalue()


def test_the_json_report_tells_the_faults(call, labels, one, capsys) -> None:
    call(labels, one, pin=True)
    code, output = call(labels[:1], one, gate=one.parent, json=True)
    assert code == 1
    assert (
        "one.jsonl: strict_f1 fell from 1.0000 to 0.6667." in json.loads(output)["gate"]["faults"]
    )
    assert "The gate is shut" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no scores are pinned here"),
        ("not json", "cannot be read as pinned scores"),
        ("[]", "holds no scores of the format"),
        ('{"format": "ocop-baseline/1", "files": {}, "all": {"f1": 1}}', "is damaged"),
    ],
)
def test_an_unusable_baseline_ends_with_two(call, one, content, words, capsys) -> None:
    path = one.with_name("baseline.json")
    if content is not None:
        path.write_text(content)
    assert call([], one, gate=path)[0] == 2
    assert words in capsys.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize("options", [{"only": ("a",)}, {"leave_out": "file"}])
def test_only_whole_files_can_be_pinned(call, one, options, capsys) -> None:
    assert call([], one, pin=True, **options)[0] == 2
    assert "whole files" in capsys.readouterr().err.replace("\n", " ")


def test_the_scores_that_are_pinned_here_hold() -> None:
    console = Console(file=io.StringIO(), width=120)
    code = run(Options(gate=GOLD), console=console)
    report = console.file.getvalue()
    assert code == 0, report[report.index("files in all") if "files in all" in report else -2000 :]
    assert set(read_baseline(GOLD / "baseline.json").files) == {
        p.name for p in GOLD.glob("*.jsonl")
    }
