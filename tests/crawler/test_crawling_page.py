"""The page for operators tells of every code, alarm and status."""

from __future__ import annotations

import re
from pathlib import Path

from crawler.alarms import WORDS, AlarmCode
from crawler.health import Health
from crawler.identity import MEANINGS, Code

PAGE = (Path(__file__).parents[2] / "docs/crawling.md").read_text("utf-8")


def rows(title: str) -> list[list[str]]:
    """Cells of the tables of a section."""
    section = re.split(r"^## ", PAGE.partition(f"\n## {title}\n")[2], flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip().strip("`") for cell in line.strip("| ").split(" | ")] for line in lines]


def test_codes_of_answers() -> None:
    told = {
        code: (verdict, what, advice) for code, verdict, what, advice in rows("What an answer is")
    }
    del told["code"]
    assert told == {
        code.value: (meaning.verdict or "kept", meaning.en, meaning.advice)
        for code, meaning in MEANINGS.items()
    }
    assert len(told) == len(Code) - 1


def test_alarms_and_statuses() -> None:
    told = {row[0]: row for row in rows("Health")}
    for alarm in AlarmCode:
        assert told[alarm][3] == WORDS[alarm].advice
    for status in Health:
        assert status in told
