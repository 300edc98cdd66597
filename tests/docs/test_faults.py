"""The table of faults names tests that exist, and codes that are."""

from __future__ import annotations

import re
from pathlib import Path

from crawler.failures import codes

ROOT = Path(__file__).parents[2]
FAULTS = ROOT / "docs" / "faults.md"
CRAWLING = ROOT / "docs" / "crawling.md"


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
    return [row for row in cells if not set(row[0]) <= set("-: ")]


def test_every_fault_of_the_table_has_a_test_that_exists() -> None:
    faults = [row for row in rows(FAULTS.read_text("utf-8")) if row[0] != "fault"]
    assert len(faults) >= 40
    names = [row[0] for row in faults]
    assert len(set(names)) == len(names), "a fault is named twice"
    for fault, outcome, test in faults:
        assert outcome, fault
        for path, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", test) or [("", "")]:
            assert path, f"{fault}: name a test as `tests/…/test_x.py::test_y`"
            file = ROOT / path
            assert file.exists(), f"{fault}: {path} is not there"
            assert f"def {name}(" in file.read_text("utf-8"), f"{fault}: {path} has no {name}"


def test_every_code_of_a_failure_is_told_to_operators() -> None:
    text = CRAWLING.read_text("utf-8")
    section = text.partition("### When a page cannot be had")[2].partition("\n## ")[0]
    told = {code for row in rows(section)[1:] for code in re.findall(r"`(\w+)`", row[0])}
    assert told - {"http_"} == set(codes())
