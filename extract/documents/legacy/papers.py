"""Words in pieces in papers (PDF, Word, sheets), joined before they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.documents.legacy.issues import Modernised, legacy_issues
from extract.documents.legacy.whole_text import may_be_cut_up
from extract.documents.paper import Cell, Paper, Paragraph, Part, Run
from extract.text.split_words import is_cut_up, mend_syllables


def mend_paper(paper: Paper) -> Paper:
    """``paper`` with the words of each run whole, if its words are cut up; else itself.

    No run moves, and a merged cell stays one. Words that were cut between two runs stay so.
    """
    text = "\n".join(run.text for run in _runs(paper))
    if not may_be_cut_up(text) or not is_cut_up(text):
        return paper
    cells: dict[int, Cell] = {}  # by the identity of the old ones, which `paper` keeps alive
    issues = legacy_issues(Modernised(cut_up=True), "", "")
    return replace(
        paper,
        parts=tuple(_mended(part, cells) for part in paper.parts),
        issues=(*paper.issues, *issues),
    )


def _runs(paper: Paper) -> Iterator[Run]:
    """All runs; those of a merged cell once."""
    seen: set[int] = set()
    for part in paper.parts:
        for holder in (part,) if isinstance(part, Paragraph) else part.cells:
            if id(holder) not in seen:
                seen.add(id(holder))
                yield from holder.runs


def _mended(part: Part, cells: dict[int, Cell]) -> Part:
    if isinstance(part, Paragraph):
        return replace(part, runs=_whole(part.runs))
    new = tuple(
        cells.setdefault(id(cell), replace(cell, runs=_whole(cell.runs))) for cell in part.cells
    )
    return replace(part, cells=new)


def _whole(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=mend_syllables(run.text, spoilt=True)) for run in runs)
