"""The tables of a page to rows, with an issue for each row that was read unsurely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.documents.means import Means
from extract.documents.paper import Cell, Part, Row
from extract.documents.scan.cells import read_cells
from extract.documents.scan.grid import Grid
from extract.documents.scan.labels import counted
from extract.documents.scan.reading import SURE, Reading
from extract.documents.scan.recognise import Grey
from extract.documents.scan.rules import Rules
from extract.documents.scan.sheet import Sheet
from extract.documents.scan.words import Box, Word, around
from extract.model import Issue

_CHECK = "Compare the row with the picture of the page before its product is counted."
_RARE_CLASS = re.compile(r"(?:hạng\s)?[12]\ssao", re.IGNORECASE)
"""Lists of OCOP products hardly ever have these classes: a 4 or 5 may have been misread."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A part of a page with its box in pixels."""

    box: Box
    part: Part


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of all tables of a page, and the words that they were made of."""

    rows: tuple[Standing, ...]
    issues: tuple[Issue, ...]
    words: tuple[Word, ...]


def read_tables(
    grids: Sequence[Grid], picture: Grey, rules: Rules, sheet: Sheet, means: Means
) -> Tables:
    """Read the cells of all ``grids`` and lay them out as rows."""
    frames = [frame for grid in grids for frame in grid.frames]
    readings = read_cells(picture, rules, frames, means, sheet.dpi)
    rows: list[Standing] = []
    issues: list[Issue] = []
    first = 0
    for number, grid in enumerate(grids, start=1):
        own = list(readings[first : first + len(grid.frames)])
        place = _place(sheet, number if len(grids) > 1 else 0)
        issues += _count_heads(grid, own, place)
        first += len(grid.frames)
        rows += _rows(grid, own, sheet, starts=number > 1)
        issues += _issues(grid, own, place)
    words = tuple(word for reading in readings for line in reading.lines for word in line)
    return Tables(tuple(rows), tuple(issues), words)


def _rows(
    grid: Grid, readings: Sequence[Reading], sheet: Sheet, *, starts: bool
) -> Iterator[Standing]:
    cells = [Cell(sheet.runs(reading.lines)) for reading in readings]
    left, top, right, bottom = grid.frame
    # Rows of a table stand together, whatever stands beside them.
    for number, row in enumerate(grid.cells):
        part = Row(tuple(cells[index] for index in row), starts=starts and number == 0)
        yield Standing((left, top, right, bottom), part)


def _place(sheet: Sheet, table: int) -> str:
    """The page, and the table where it holds several."""
    return f"page {sheet.page}, table {table}" if table else f"page {sheet.page}"


def _count_heads(grid: Grid, readings: list[Reading], place: str) -> Iterator[Issue]:
    """Mend the Roman numbers of heads in ``readings``; each is told with what was read."""
    labels = [readings[row[0]].text for row in grid.cells]
    for at, right in counted(labels):
        index = grid.cells[at][0]
        readings[index] = readings[index].instead(right, SURE, _ink(readings[index]))
        yield Issue(
            "ocr_mended",
            f'The count of the heads tells to read "{labels[at]}" as "{right}".',
            f"{place}, row {at + 1}",
            "Compare it with the picture of the page.",
        )


def _ink(reading: Reading) -> Box:
    return around([word.box for line in reading.lines for word in line])


def _issues(grid: Grid, readings: Sequence[Reading], place: str) -> Iterator[Issue]:
    """One issue for each row with an unsure cell; a merged cell is told once."""
    told: set[int] = set()
    for number, row in enumerate(grid.cells, start=1):
        unsure = [i for i in dict.fromkeys(row) if i not in told and _is_unsure(readings[i])]
        told.update(unsure)
        if unsure:
            words = "; ".join(_doubt(readings[index]) for index in unsure)
            yield Issue(
                "ocr_unsure",
                f"The scan was read unsurely: {words}.",
                f"{place}, row {number}",
                _CHECK,
            )


def _is_unsure(reading: Reading) -> bool:
    return reading.sure < SURE or bool(_RARE_CLASS.fullmatch(reading.text))


def _doubt(reading: Reading) -> str:
    if not reading.text:
        return "a cell holds ink, but no words were made out"
    rival = f' or "{reading.rival}"' if reading.rival else ""
    return f'"{reading.text}"{rival} ({reading.sure:.0%})'
