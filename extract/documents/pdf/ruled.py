"""Tables whose cells are drawn: ruling lines to a grid, words to its cells.

The lines come from pdfium, the search for cells between them is pdfplumber's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from extract.documents.paper import Cell, Row, Run
from extract.documents.pdf.broken import whole_words
from extract.documents.pdf.frame import Box, Boxes, Frame
from extract.documents.pdf.layer import Layer
from extract.documents.pdf.segments import Segment, join, rows, segments
from extract.model import Origin

_SNAP = 2.5
_MOST = 4_000
"""Lines of a page: drawings have more, tables do not."""
_SAME = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table in ``box``: its rows, and the places of its words in the layer."""

    box: Box
    rows: tuple[Row, ...]
    words: NDArray[np.int64]


def ruled_tables(layer: Layer, lines: Boxes, frame: Frame, page: int) -> list[Table]:
    """The tables between ``lines`` (boxes with upright text), from the top."""
    if not 4 <= len(lines) <= _MOST:
        return []
    found = [_table(cells, layer, frame, page) for cells in _grids(lines)]
    return [table for table in found if table is not None]


def _grids(lines: Boxes) -> list[list[Box]]:
    """The cells of each grid."""
    edges = merge_edges([_edge(line) for line in lines.tolist()], _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = edges_to_intersections(edges, _SNAP, _SNAP)
    grids: list[list[Box]] = cells_to_tables(intersections_to_cells(crossings))
    return grids


def _edge(line: Sequence[float]) -> dict[str, Any]:
    """A line as pdfplumber describes it."""
    left, top, right, bottom = line
    if right - left >= bottom - top:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
        "orientation": "h" if right > left else "v",
    }


def _table(boxes: list[Box], layer: Layer, frame: Frame, page: int) -> Table | None:
    """The table of these cells; None for a frame around text and for drawings."""
    across = _lines([box[0] for box in boxes], [box[2] for box in boxes])
    down = _lines([box[1] for box in boxes], [box[3] for box in boxes])
    if len(across) < 3 and len(down) < 3:
        return None
    inside = _inside(layer.boxes, boxes)
    words = np.flatnonzero(inside >= 0)
    if not len(words):
        return None
    made = _cells(boxes, layer, words, inside[words], frame, page)
    grid: list[list[Cell | None]] = [[None] * (len(across) - 1) for _ in down[1:]]
    for box, cell in zip(boxes, made, strict=True):
        for row in range(_place(down, box[1]), _place(down, box[3])):
            for column in range(_place(across, box[0]), _place(across, box[2])):
                grid[row][column] = cell
    whole = (across[0], down[0], across[-1], down[-1])
    done = [Row(tuple(cell or Cell() for cell in row)) for row in grid]
    return Table(whole, _without_thin(done), words)


def _lines(starts: list[float], stops: list[float]) -> list[float]:
    """Where the lines of a grid stand, in order."""
    found: list[float] = []
    for value in sorted({*starts, *stops}):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _place(lines: list[float], value: float) -> int:
    return bisect_left(lines, value - _SAME)


def _inside(words: Boxes, cells: Sequence[Box]) -> NDArray[np.int64]:
    """For each word the number of the cell that holds its middle, or -1."""
    if not len(words):
        return np.zeros(0, dtype=np.int64)
    x, y = (words[:, 0] + words[:, 2]) / 2, (words[:, 1] + words[:, 3]) / 2
    box = np.array(cells)
    holds: NDArray[np.bool_] = (
        (x[:, None] >= box[None, :, 0])
        & (x[:, None] < box[None, :, 2])
        & (y[:, None] >= box[None, :, 1])
        & (y[:, None] < box[None, :, 3])
    )
    return np.where(holds.any(axis=1), holds.argmax(axis=1), -1).astype(np.int64)


def _cells(
    boxes: Sequence[Box],
    layer: Layer,
    words: NDArray[np.int64],
    inside: NDArray[np.int64],
    frame: Frame,
    page: int,
) -> list[Cell]:
    """What stands in the cells, a run for each line; words that their width broke are whole."""
    cell_of = dict(zip(words.tolist(), inside.tolist(), strict=True))
    order = np.argsort(inside, kind="stable")
    found: list[list[Segment]] = [[] for _ in boxes]
    for segment in segments(layer, words[order], inside[order]):
        found[cell_of[segment.words[0]]].append(segment)
    return [
        Cell(tuple(Run(s.text, Origin(page=page, box=frame.shown(s.box))) for s in lines))
        for lines in (
            whole_words(_lines_of(many), box, layer) for many, box in zip(found, boxes, strict=True)
        )
    ]


def _lines_of(found: list[Segment]) -> list[Segment]:
    """The segments of a cell, from the top, those side by side joined."""
    return found if len(found) < 2 else [join(line) for line in rows(found)]


def _without_thin(found: list[Row]) -> tuple[Row, ...]:
    """Rows that hold nothing of their own (between double lines) are none."""
    kept: list[Row] = []
    for row in found:
        new = [cell for cell in row.cells if not kept or cell not in kept[-1].cells]
        if any(cell.runs for cell in new):
            kept.append(row)
    return tuple(kept)
