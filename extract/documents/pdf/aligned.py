"""Tables without lines: columns under a row of titles that begins with "TT" or "STT".

Only the clear case is taken for a table: at least two rows have a piece under each title,
the pieces of two columns never stand over each other, and every numbered row has a name.
Else the lines stay text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.documents.paper import Cell, Row, Run
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.layer import Layer
from extract.documents.pdf.ruled import Table
from extract.documents.pdf.segments import Segment, segments_of
from extract.model import Origin

_TITLES = ("tt", "stt", "số tt", "số thứ tự")
_NUMBER = re.compile(r"\(?(?:\d{1,4}|[IVX]{1,5})[.)]?")
_FEWEST = 3
_APART = 0.7
_PROOF = 2
_FAR = 3.0
"""Heights of a line after which what follows is no longer the table."""


@dataclass(slots=True)
class _Line:
    """A line of a table: the segment of each column, or one segment over several columns."""

    cells: list[list[Segment]]
    wide: Segment | None = None

    @property
    def number(self) -> bool:
        """Whether it begins a row."""
        return bool(self.cells[0]) and _NUMBER.fullmatch(self.cells[0][0].text) is not None


def aligned_tables(
    lines: Sequence[list[Segment]], layer: Layer, frame: Frame, page: int
) -> list[Table]:
    """The tables without lines among the lines of a page, from the top."""
    rows = [_numbers_apart(line, layer) for line in lines]
    found: list[Table] = []
    at = 0
    while at < len(rows):
        table, taken = _table(rows[at:], frame, page) if _is_head(rows[at]) else (None, 1)
        if table is not None:
            found.append(table)
        at += taken
    return found


def _numbers_apart(row: list[Segment], layer: Layer) -> list[Segment]:
    """A row whose first piece is parted behind its number: the first column is narrow."""
    first, *rest = row
    if len(first.words) < 2:
        return row
    word = layer.texts[first.words[0]]
    boxes = layer.boxes
    gap = boxes[first.words[1], 0] - boxes[first.words[0], 2]
    if gap < _APART * first.height or not (_NUMBER.fullmatch(word) or word.casefold() in _TITLES):
        return row
    return [*(segments_of(layer, words) for words in (first.words[:1], first.words[1:])), *rest]


def _is_head(row: list[Segment]) -> bool:
    return len(row) >= _FEWEST and row[0].text.casefold().rstrip(".") in _TITLES


def _table(rows: Sequence[list[Segment]], frame: Frame, page: int) -> tuple[Table | None, int]:
    """The table under the titles ``rows[0]``, and how many lines it takes."""
    reach = _reach(rows)
    edges = _columns([row for row in rows[:reach] if len(row) == len(rows[0])])
    if edges is None:
        return None, 1
    lines: list[_Line] = []
    for row in rows[:reach]:
        line = _place(row, edges)
        if line is None:
            break
        lines.append(line)
    while lines and not any(line.number for line in lines[-1:]) and lines[-1].wide:
        lines.pop()
    groups = _groups(lines)
    if len(groups) <= _PROOF or any(not g[0].wide and not _texts(g)[1] for g in groups[1:]):
        return None, 1
    segments = [s for line in lines for s in _segments(line)]
    words = np.array(sorted(word for s in segments for word in s.words), dtype=np.int64)
    box = (
        min(s.left for s in segments),
        min(s.top for s in segments),
        max(s.right for s in segments),
        max(s.bottom for s in segments),
    )
    return Table(box, tuple(_row(group, frame, page) for group in groups), words), len(lines)


def _reach(rows: Sequence[list[Segment]]) -> int:
    """How many lines follow each other closely."""
    for number in range(1, len(rows)):
        gap = rows[number][0].top - max(s.bottom for s in rows[number - 1])
        if gap > _FAR * rows[number][0].height:
            return number
    return len(rows)


def _columns(full: Sequence[list[Segment]]) -> list[tuple[float, float]] | None:
    """Where the columns stand, by the lines with a piece in each; None if they overlap."""
    if len(full) <= _PROOF:
        return None
    columns = [
        (min(s.left for s in pieces), max(s.right for s in pieces))
        for pieces in zip(*full, strict=True)
    ]
    apart = all(one[1] < two[0] for one, two in itertools.pairwise(columns))
    return columns if apart else None


def _place(row: list[Segment], columns: Sequence[tuple[float, float]]) -> _Line | None:
    """A line with its pieces in their columns; None if it does not belong to the table."""
    line = _Line([[] for _ in columns])
    for segment in row:
        touched = [
            n for n, (left, right) in enumerate(columns)
            if segment.left < right and segment.right > left
        ]  # fmt: skip
        if len(touched) > 1:
            line.wide = segment
        elif touched:
            line.cells[touched[0]].append(segment)
        else:
            return None
    # A head of a group may have its number ("I") in the first column.
    return None if line.wide and any(line.cells[1:]) else line


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines to rows: titles first, then what a number, or a head of a group, begins."""
    groups: list[list[_Line]] = []
    for line in lines:
        if not groups or line.number or line.wide:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _texts(group: Sequence[_Line]) -> list[list[Segment]]:
    """The pieces of each column of a row, from the top."""
    return [[s for line in group for s in line.cells[n]] for n in range(len(group[0].cells))]


def _segments(line: _Line) -> list[Segment]:
    return [s for cell in line.cells for s in cell] + ([line.wide] if line.wide else [])


def _row(group: Sequence[_Line], frame: Frame, page: int) -> Row:
    def cell(segments: Sequence[Segment]) -> Cell:
        origins = ((s.text, Origin(page=page, box=frame.shown(s.box))) for s in segments)
        return Cell(tuple(Run(text, origin) for text, origin in origins))

    columns = _texts(group)
    wide = [line.wide for line in group if line.wide]
    if not wide:
        return Row(tuple(cell(pieces) for pieces in columns))
    head = cell(wide)
    if columns[0]:
        return Row((cell(columns[0]), *[head] * (len(columns) - 1)))
    return Row((head,) * len(columns))
