"""The words of a page to paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from extract.documents.paper import Paragraph, Part, Run
from extract.documents.pdf.aligned import aligned_tables
from extract.documents.pdf.columns import Column, columns
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.furniture import Lines, furniture
from extract.documents.pdf.layer import Layer
from extract.documents.pdf.page import PageResult
from extract.documents.pdf.paragraphs import Margins, paragraphs
from extract.documents.pdf.ruled import Table, ruled_tables
from extract.documents.pdf.segments import Segment, rows, segments
from extract.model import Origin

_ENOUGH = 6
"""Lines that tell the margins of a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page whose words are sorted into tables and lines, from the top."""

    number: int
    frame: Frame
    layer: Layer
    tables: list[Table]
    rows: list[list[Segment]]

    @property
    def lines(self) -> Lines:
        """The rows outside of tables."""
        return Lines(self.rows, self.frame.reading_size[1])


def lay_out(results: Sequence[PageResult]) -> list[tuple[Part, ...]]:
    """The parts of each page. Running heads and feet are told by looking at all pages."""
    sheets = {
        result.number: _sheet(result, result.layer)
        for result in results
        if result.layer is not None
    }
    roles = dict(zip(sheets, furniture([s.lines for s in sheets.values()]), strict=True))
    margins = _usual_margins(sheets.values(), roles)
    return [
        tuple(_parts(sheets[result.number], roles[result.number], margins))
        if result.number in sheets
        else result.parts
        for result in results
    ]


def _sheet(result: PageResult, layer: Layer) -> Sheet:
    ruling = result.drawings.ruling(result.frame)
    tables = ruled_tables(layer, ruling, result.frame, result.number)
    free = np.ones(len(layer.texts), dtype=bool)
    for table in tables:
        free[table.words] = False
    lines = rows(segments(layer, np.flatnonzero(free)))
    more = aligned_tables(lines, layer, result.frame, result.number)
    if more:
        for table in more:
            free[table.words] = False
        tables = sorted([*tables, *more], key=lambda table: table.box[1])
        lines = rows(segments(layer, np.flatnonzero(free)))
    return Sheet(result.number, result.frame, layer, tables, lines)


def _parts(
    sheet: Sheet, roles: dict[int, str], usual: dict[tuple[float, float], Margins]
) -> Iterator[Part]:
    """Heads, then text and tables by their height on the page, then feet."""
    yield from _furniture(sheet, roles, ("header", "page_number"), top=True)
    body = [row for number, row in enumerate(sheet.rows) if number not in roles]
    pieces = _between(body, sheet.tables)
    found = [columns(piece, sheet.layer) for piece in pieces]
    margins = _margins(sheet, found, usual)
    for number, piece in enumerate(found):
        yield from paragraphs(piece, margins, sheet.layer, sheet.frame, sheet.number)
        if number < len(sheet.tables):
            table = sheet.tables[number].rows
            below = number > 0 and not pieces[number]
            yield from (replace(table[0], starts=below), *table[1:])
    yield from _furniture(sheet, roles, ("footer", "page_number"), top=False)


def _furniture(
    sheet: Sheet, roles: dict[int, str], wanted: Sequence[str], *, top: bool
) -> Iterator[Paragraph]:
    middle = sheet.frame.reading_size[1] / 2
    for number, role in sorted(roles.items()):
        row = sheet.rows[number]
        if role in wanted and (row[0].top < middle) == top:
            runs = (
                Run(s.text, Origin(page=sheet.number, box=sheet.frame.shown(s.box))) for s in row
            )
            yield Paragraph(tuple(runs), role=role)


def _between(body: Sequence[list[Segment]], tables: Sequence[Table]) -> list[list[list[Segment]]]:
    """The rows above the first table, between the tables, and below the last."""
    pieces: list[list[list[Segment]]] = [[] for _ in range(len(tables) + 1)]
    for row in body:
        middle = (row[0].top + row[0].bottom) / 2
        pieces[sum(table.box[1] < middle for table in tables)].append(row)
    return pieces


def _margins(
    sheet: Sheet, found: Sequence[Sequence[Column]], usual: dict[tuple[float, float], Margins]
) -> Margins | None:
    """The margins of the page's body; those of the other pages if it has few lines."""
    lines = [
        line for piece in found for column in piece if not column.side for line in column.lines
    ]
    boxes = [table.box for table in sheet.tables] + [line.box for line in lines]
    if len(lines) < _ENOUGH and not sheet.tables and sheet.frame.reading_size in usual:
        return usual[sheet.frame.reading_size]
    if not boxes:
        return None
    return Margins(min(box[0] for box in boxes), max(box[2] for box in boxes))


def _usual_margins(
    sheets: Iterable[Sheet], roles: dict[int, dict[int, str]]
) -> dict[tuple[float, float], Margins]:
    """For each size of page the margins that most pages with much text have."""
    found: dict[tuple[float, float], list[Margins]] = {}
    for sheet in sheets:
        lines = [row for n, row in enumerate(sheet.rows) if n not in roles[sheet.number]]
        if len(lines) >= _ENOUGH:
            left = min(row[0].left for row in lines)
            right = max(row[-1].right for row in lines)
            found.setdefault(sheet.frame.reading_size, []).append(Margins(left, right))
    return {
        size: Margins(median(m.left for m in many), median(m.right for m in many))
        for size, many in found.items()
    }
