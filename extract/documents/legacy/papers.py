"""Words in pieces in papers (PDF, Word, sheets), joined before they are laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from extract.documents.legacy.issues import Modernised, legacy_issues
from extract.documents.legacy.whole_text import may_be_cut_up
from extract.documents.paper import Cell, Paper, Paragraph, Part, Run
from extract.text.split_words import is_cut_up, mend_syllables


def mend_paper(paper: Paper) -> Paper:
    """``paper`` with the words of each run whole, if its words are cut up; else itself.

    No run moves, and a merged cell stays one. A word that goes on in the next run (a line of a
    cell, say) is written in the run where it begins.
    """
    text = "\n".join(" ".join(run.text for run in runs) for runs in _holders(paper))
    if not may_be_cut_up(text) or not is_cut_up(text):
        return paper
    cells: dict[int, Cell] = {}  # by the identity of the old ones, which `paper` keeps alive
    issues = legacy_issues(Modernised(cut_up=True), "", "")
    return replace(
        paper,
        parts=tuple(_mended(part, cells) for part in paper.parts),
        issues=(*paper.issues, *issues),
    )


def _holders(paper: Paper) -> Iterator[tuple[Run, ...]]:
    """The runs of each paragraph and cell; those of a merged cell once."""
    seen: set[int] = set()
    for part in paper.parts:
        for holder in (part,) if isinstance(part, Paragraph) else part.cells:
            if id(holder) not in seen:
                seen.add(id(holder))
                yield holder.runs


def _mended(part: Part, cells: dict[int, Cell]) -> Part:
    if isinstance(part, Paragraph):
        return replace(part, runs=_whole(part.runs))
    new = tuple(
        cells.setdefault(id(cell), replace(cell, runs=_whole(cell.runs))) for cell in part.cells
    )
    return replace(part, cells=new)


def _whole(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a paragraph or cell with whole words."""
    texts = [" ".join(unicodedata.normalize("NFC", run.text).split()) for run in runs]
    mended = mend_syllables(" ".join(filter(None, texts)), spoilt=True)
    new: list[Run] = []
    at = ahead = 0
    for run, text in zip(runs, texts, strict=True):
        wanted = len(text) - text.count(" ") - ahead
        end = _after_letters(mended, at, wanted) if wanted > 0 else at
        ahead = -min(wanted, 0)
        if wanted > 0 and mended[end : end + 1] not in ("", " "):
            rest = mended[end:].partition(" ")[0]
            ahead, end = len(rest), end + len(rest)
        new.append(replace(run, text=mended[at:end].strip()))
        at = end
    return tuple(new)


def _after_letters(text: str, start: int, wanted: int) -> int:
    """The offset in ``text`` behind so many characters from ``start`` that are no blanks."""
    for end in range(start, len(text)):
        wanted -= text[end] != " "
        if not wanted:
            return end + 1
    return len(text)
