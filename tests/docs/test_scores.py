"""The scripts that write docs/accuracy.md copy what they are given, and nothing else."""

import importlib.util
import json
from pathlib import Path

import pytest
from lxml import etree

DOCS = Path(__file__).parents[2] / "docs"
PAGE = """before
<!-- scores: overall -->

|  | left out | held out |
| --- | --- | --- |
| documents | 7 | 2 |
| F1, strict | 0.500 | 0.400 |

<!-- end -->
between
<!-- scores: kind -->

kept

<!-- end -->
<!-- curve -->
old
<!-- end -->
"""


def script(name, page, plot, monkeypatch):
    """A script of docs/, with its page and its picture elsewhere."""
    monkeypatch.syspath_prepend(DOCS)
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PAGE", page)
    monkeypatch.setattr(module, "PLOT", plot)
    return module


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "accuracy.md"
    path.write_text(PAGE, "utf-8")
    return path


def scores(f1):
    return {"gold": 30, "precision": f1, "recall": f1, "f1": f1}


def report(f1):
    """What ``ocop evaluate --report`` writes, as far as the headlines need it."""
    fields = ("as_of", "period", "round", "comparator", "decision")
    return {
        "documents": [{}] * 9,
        "claims": {"strict": scores(f1), "table": scores(f1)},
        "false_results": {"part": 1, "whole": 20, "share": 0.05},
        "fields": {name: {"share": 0.9} for name in fields},
        "decisions": {"unique": {"f1": 0.99}},
    }


def cells(text, row):
    line = next(line for line in text.splitlines() if line.startswith(f"| {row} |"))
    return [cell.strip() for cell in line.split("|")[2:-1]]


def test_one_column_is_renewed_and_the_others_stay(page, tmp_path, monkeypatch) -> None:
    score = script("score", page, tmp_path / "plot.svg", monkeypatch)
    file = tmp_path / "provinces.json"
    for f1 in (0.6, 0.7):
        file.write_text(json.dumps(report(f1)), "utf-8")
        assert score.main(["--provinces", str(file)]) == 0
        text = page.read_text("utf-8")
        assert cells(text, "documents") == ["7", "9", "2"]
        assert cells(text, "F1, strict") == ["0.500", f"{f1:.3f}", "0.400"]
    assert "left out | provinces left out | held out" in text
    assert "between" in text
    assert "kept" in text


POINTS = [
    {"documents": 100, "strict": 0.61, "table": 0.66},
    {"documents": 200, "strict": 0.7, "table": 0.72},
    {"documents": 400, "strict": 0.74, "table": 0.79},
]


def test_the_curve_is_told_and_drawn_as_measured(page, tmp_path, monkeypatch) -> None:
    plot = tmp_path / "learning.svg"
    curve = script("curve", page, plot, monkeypatch)
    file = tmp_path / "curve.json"
    file.write_text(json.dumps({"read": "9 documents", "epochs": 6, "points": POINTS}), "utf-8")
    assert curve.main([str(file)]) == 0
    text = page.read_text("utf-8")
    assert cells(text, "200") == ["0.700", "0.720"]
    assert "old" not in text
    assert "kept" in text
    drawn = etree.fromstring(plot.read_bytes())
    dots = drawn.findall("{*}circle")
    across, down = ([float(dot.get(name)) for dot in dots[:3]] for name in ("cx", "cy"))
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.2)
    assert down == sorted(down, reverse=True)
    assert len(dots) == 6


def test_a_page_without_a_block_for_the_curve_is_refused(tmp_path, monkeypatch) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("nothing", "utf-8")
    curve = script("curve", page, tmp_path / "learning.svg", monkeypatch)
    file = tmp_path / "curve.json"
    file.write_text(json.dumps({"read": "", "epochs": 6, "points": POINTS}), "utf-8")
    with pytest.raises(SystemExit, match="0 blocks"):
        curve.main([str(file)])
