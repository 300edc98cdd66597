"""Papers of three other hands: what is read right must stay right, what is not is named."""

from __future__ import annotations

import pytest

from blind.collection import ALL as NORTH
from blind.collection_districts import ALL as DISTRICTS
from blind.collection_south import ALL as SOUTH
from blind.measure import compare, readable, reading_of
from blind.truth import Truth

NOT_YET: dict[str, str] = {}
"""Papers whose reading has faults, and why."""


def _cases() -> list[object]:
    cases: list[object] = []
    for paper in (*NORTH, *SOUTH, *DISTRICTS):
        marks = [pytest.mark.skipif(not readable(paper), reason=f"{paper.needs} is missing")]
        if paper.key in NOT_YET:
            marks.append(pytest.mark.xfail(reason=NOT_YET[paper.key], strict=True))
        cases.append(pytest.param(paper, id=paper.key, marks=marks))
    return cases


@pytest.mark.parametrize("paper", _cases())
def test_paper_is_read_without_a_fault(paper: Truth) -> None:
    assert compare(paper, reading_of(paper)).faults == []
