"""Tables of a page: the ruled lines that meet, and the cells between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.documents.scan.recognise import Grey
from extract.documents.scan.rules import Rules

_POINTS = 72
_NARROWEST = 6.0
"""Points between two edges: rows and columns of print are wider."""
_SMALLEST = (60.0, 20.0)
_FEWEST_CELLS = 4
_NEAR = 2.5
"""Points by which a line may leave its edge, bent or askew."""
_RULED = 0.6
"""The share of a side that must be ruled for a wall between two cells."""

Frame: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
Owners: TypeAlias = NDArray[np.int_]
"""For each row and column between edges the number of the cell that covers it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the ``frames`` of its cells, and the cell (index) of each row and column."""

    frame: Frame
    frames: tuple[Frame, ...]
    cells: tuple[tuple[int, ...], ...]


def find_grids(rules: Rules, dpi: int) -> tuple[Grid, ...]:
    """The tables of a page from its top; a lone frame is none."""
    unit = dpi / _POINTS
    reach = max(round(_NEAR * unit), 1)
    near = cv2.dilate(rules.both(), np.ones((reach, reach), np.uint8))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    grids = []
    for label in range(1, count):
        left, top, width, height = (int(side) for side in boxes[label][:4])
        if width < _SMALLEST[0] * unit or height < _SMALLEST[1] * unit:
            continue
        inside = np.s_[top : top + height, left : left + width]
        own = labels[inside] == label
        lines = Rules(np.where(own, rules.across[inside], 0), np.where(own, rules.down[inside], 0))
        grid = _grid(lines, unit)
        if grid is not None:
            grids.append(_moved(grid, left, top))
    return tuple(sorted(grids, key=lambda grid: grid.frame[1]))


def _grid(lines: Rules, unit: float) -> Grid | None:
    """The table that ``lines`` make, or None where they part too little."""
    ys = _edges(lines.across, lines.down, unit)
    xs = _edges(lines.down.T, lines.across.T, unit)
    if len(xs) < 3 or len(ys) < 2:
        return None
    owners = _joined(lines, xs, ys, max(round(_NEAR * unit), 1))
    frames: list[Frame] = []
    index: dict[int, int] = {}
    for number in dict.fromkeys(int(owner) for owner in owners.ravel()):
        rows, columns = np.nonzero(owners == number)
        index[number] = len(frames)
        frames.append(
            (xs[columns.min()], ys[rows.min()], xs[columns.max() + 1], ys[rows.max() + 1])
        )
    kept = _without_repeats(_without_repeats(owners).T).T
    if kept.shape[1] < 2 or len(frames) < _FEWEST_CELLS:
        return None
    return Grid(
        frame=(xs[0], ys[0], xs[-1], ys[-1]),
        frames=tuple(frames),
        cells=tuple(tuple(index[int(owner)] for owner in row) for row in kept),
    )


def _edges(along: Grey, crossing: Grey, unit: float) -> list[int]:
    """The heights at which lines from left to right stand, and the ends of those that cross."""
    count, labels, boxes, centres = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(along), connectivity=8
    )
    # Lines that meet no other (under a word, through a row of stars) part nothing.
    reach = 2 * round(_NEAR * unit) + 1
    meeting = np.unique(labels[cv2.dilate(crossing, np.ones((reach, reach), np.uint8)) > 0])
    found = [(float(centres[i][1]), int(boxes[i][2])) for i in range(1, count) if i in meeting]
    apart = _NARROWEST * unit
    groups: list[list[tuple[float, int]]] = []
    for height, length in sorted(found):
        if groups and height - groups[-1][-1][0] < apart:
            groups[-1].append((height, length))
        else:
            groups.append([(height, length)])
    edges = [
        round(sum(height * length for height, length in group) / sum(w for _, w in group))
        for group in groups
    ]
    crossed = np.flatnonzero(crossing.any(axis=1))
    ends = (int(crossed[0]), int(crossed[-1])) if crossed.size else ()
    edges += [end for end in ends if all(abs(end - edge) > 2 * apart for edge in edges)]
    return sorted(edges)


def _joined(lines: Rules, xs: Sequence[int], ys: Sequence[int], reach: int) -> Owners:
    """Number the cells: places that no wall parts are one cell, and every cell a rectangle."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owners = np.arange(rows * columns).reshape(rows, columns)
    for row in range(rows):
        for column in range(columns):
            if column + 1 < columns and not _is_ruled(
                lines.down, xs[column + 1], ys[row], ys[row + 1], reach
            ):
                _unite(owners, owners[row, column], owners[row, column + 1])
            if row + 1 < rows and not _is_ruled(
                lines.across.T, ys[row + 1], xs[column], xs[column + 1], reach
            ):
                _unite(owners, owners[row, column], owners[row + 1, column])
    return _rectangles(owners)


def _is_ruled(mask: Grey, at: int, start: int, end: int, reach: int) -> bool:
    """Whether a line runs down ``mask`` near the column ``at`` from ``start`` to ``end``."""
    margin = min(reach, (end - start) // 4)
    side = mask[start + margin : end - margin, max(at - reach, 0) : at + reach + 1]
    return bool(side.any(axis=1).mean() >= _RULED)


def _unite(owners: Owners, one: int, other: int) -> None:
    owners[owners == other] = one


def _rectangles(owners: Owners) -> Owners:
    """Unite cells until each fills the frame around it."""
    changed = True
    while changed:
        changed = False
        for number in np.unique(owners):
            rows, columns = np.nonzero(owners == number)
            if not rows.size:
                continue
            frame = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
            for other in np.unique(owners[frame]):
                if other != number:
                    _unite(owners, number, other)
                    changed = True
    return owners


def _without_repeats(owners: Owners) -> Owners:
    """The rows that differ from the one above; the others are parted by a stray line only."""
    differs = (owners[1:] != owners[:-1]).any(axis=1)
    kept: Owners = owners[np.concatenate([[True], differs])]
    return kept


def _moved(grid: Grid, right: int, down: int) -> Grid:
    def move(frame: Frame) -> Frame:
        return (frame[0] + right, frame[1] + down, frame[2] + right, frame[3] + down)

    return Grid(move(grid.frame), tuple(move(frame) for frame in grid.frames), grid.cells)
