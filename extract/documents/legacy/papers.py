"""Words in pieces, and misread letters, in papers (PDF, Word, sheets): mended in their runs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from extract.documents.legacy.issues import Modernised, legacy_issues, misread_issue
from extract.documents.legacy.misread import is_misread, reread
from extract.documents.legacy.whole_text import may_be_cut_up
from extract.documents.paper import Cell, Paper, Paragraph, Part, Run
from extract.model import Issue
from extract.text.split_words import is_cut_up, mend_syllables

_Mend: TypeAlias = Callable[[tuple[Run, ...]], tuple[Run, ...]]


def mend_paper(paper: Paper) -> Paper:
    """``paper`` with letters and words as they are meant; itself where nothing is wrong.

    UTF-8 that was read as Latin-1 is read again, and words whose letters stand apart are
    joined. No run moves, and a merged cell stays one. A word that goes on in the next run (a
    line of a cell, say) is written in the run where it begins.
    """
    text = _text(paper)
    if is_misread(text):
        paper = _rewritten(paper, _reread, [misread_issue("", "")])
        text = _text(paper)
    if may_be_cut_up(text) and is_cut_up(text):
        return _rewritten(paper, _whole, legacy_issues(Modernised(cut_up=True), "", ""))
    return paper


def _text(paper: Paper) -> str:
    return "\n".join(" ".join(run.text for run in runs) for runs in _holders(paper))


def _rewritten(paper: Paper, mend: _Mend, issues: Iterable[Issue]) -> Paper:
    cells: dict[int, Cell] = {}  # by the identity of the old ones, which `paper` keeps alive
    parts = tuple(_mended(part, mend, cells) for part in paper.parts)
    return replace(paper, parts=parts, issues=(*paper.issues, *issues))


def _holders(paper: Paper) -> Iterator[tuple[Run, ...]]:
    """The runs of each paragraph and cell; those of a merged cell once."""
    seen: set[int] = set()
    for part in paper.parts:
        for holder in (part,) if isinstance(part, Paragraph) else part.cells:
            if id(holder) not in seen:
                seen.add(id(holder))
                yield holder.runs


def _mended(part: Part, mend: _Mend, cells: dict[int, Cell]) -> Part:
    if isinstance(part, Paragraph):
        return replace(part, runs=mend(part.runs))
    for cell in part.cells:
        if id(cell) not in cells:
            cells[id(cell)] = replace(cell, runs=mend(cell.runs))
    return replace(part, cells=tuple(cells[id(cell)] for cell in part.cells))


def _reread(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=reread(run.text)) for run in runs)


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
