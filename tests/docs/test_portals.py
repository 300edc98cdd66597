"""The page on portals tells of every family that is registered, and of none that is gone."""

import re
from pathlib import Path

from crawler.portals import PORTALS

PAGE = (Path(__file__).parents[2] / "docs" / "portals.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \|(.*)\|$", PAGE, re.MULTILINE)


def test_every_family_has_one_row_and_no_row_is_left_over():
    assert sorted(name for name, _ in ROWS) == sorted({one.name for one in PORTALS.values()})


def test_every_other_name_of_a_family_is_told():
    others = {name for name, family in PORTALS.items() if name != family.name}
    assert others <= set(re.findall(r"`(\w+)`", PAGE))


def test_every_row_is_full_and_says_what_it_rests_on():
    marks = ("page", "code", "template", "notes", "memory")
    for name, cells in ROWS:
        parts = [cell.strip() for cell in cells.split("|")]
        assert len(parts) == 4, name
        assert all(parts), name
        assert name == "generic" or any(mark in parts[-1] for mark in marks), name
