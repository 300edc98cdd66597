"""A whole paper in an old encoding that no font tells of: proved by its words together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.documents.legacy.convert import convert_as, encoding_of
from extract.documents.office.letters import legacy_issue
from extract.documents.paper import Cell, Paper, Paragraph, Part, Row, Run


def in_unicode(paper: Paper) -> Paper:
    """``paper`` with all its words in Unicode, and an issue if they were not before."""
    encoding = encoding_of("\n".join(run.text for run in _runs(paper)))
    if not encoding:
        return paper
    changed = [
        (run.text, new)
        for run in _runs(paper)
        if (new := convert_as(run.text, encoding)) != run.text
    ]
    cells: dict[int, Cell] = {}
    return replace(
        paper,
        parts=tuple(_converted(part, encoding, cells) for part in paper.parts),
        issues=(*paper.issues, legacy_issue([encoding], changed)),
        encoding=encoding,
    )


def _runs(paper: Paper) -> Iterator[Run]:
    """The runs of a paper, those of a merged cell once."""
    seen: set[int] = set()
    for part in paper.parts:
        if isinstance(part, Paragraph):
            yield from part.runs
            continue
        for cell in part.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield from cell.runs


def _converted(part: Part, encoding: str, cells: dict[int, Cell]) -> Part:
    """A part in Unicode; a merged cell stays one."""

    def runs(old: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(replace(run, text=convert_as(run.text, encoding)) for run in old)

    if isinstance(part, Paragraph):
        return replace(part, runs=runs(part.runs))
    new = tuple(cells.setdefault(id(cell), Cell(runs(cell.runs))) for cell in part.cells)
    return Row(new, part.role, part.starts)
