"""The papers themselves: consistent, deterministic, of every kind that the measure needs."""

from __future__ import annotations

import pytest

from papers import build
from papers.collection import papers

ALL = sorted(papers().values(), key=lambda paper: paper.key)


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: paper.key)
def test_what_the_text_tells_agrees_with_the_rows(paper):
    """Unless a paper is wrong on purpose, its numbers are those of its rows."""
    if paper.faults or not paper.rows_known or not paper.entries():
        return
    for told in paper.told:
        fitting = [
            entry
            for entry in paper.entries()
            if entry.stars in told.stars and (entry.potential5 or not told.potential5)
        ]
        assert told.count == len(fitting), told


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "pdf"])
def test_files_are_the_same_on_every_day(form):
    if build.missing(form):
        pytest.skip(build.missing(form))
    make = build.MAKERS[form][1]
    assert make(ALL[0]) == make(ALL[0])
