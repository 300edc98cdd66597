"""The page on the town tells of every portal and fault, in their own words."""

from __future__ import annotations

from pathlib import Path

from town import guide

PAGE = Path(__file__).parents[2] / "docs" / "town.md"


def test_the_page_tells_what_the_code_says() -> None:
    text = PAGE.read_text(encoding="utf-8")
    advice = "renew the tables of docs/town.md with: PYTHONPATH=tests python -m town --guide"
    assert guide.portals() in text, advice
    assert guide.faults() in text, advice
