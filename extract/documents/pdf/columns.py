"""Lines of a page to columns in reading order.

A letterhead stands in two columns (the issuing body with its number, the national motto with
the place and date: Nghị định 30/2020/NĐ-CP, Appendix I), so do recipients and signer at the
end, and the body of some gazettes. A column is read to its end before the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.documents.pdf.layer import Layer
from extract.documents.pdf.segments import Segment, cut, join

_GUTTER = 6.0
"""Points of white that part two columns, at the least."""
_WIDE = 3.0
"""A single line is parted by a gap of this many heights of it."""
_MARK = 40.0
"""Points: what stands at the left and is narrower is the mark of a list item."""
_FAR = 3.5
_DEEP = 3
_LOOK_BACK = 2


@dataclass(frozen=True, slots=True)
class Column:
    """Lines under each other, from the top. ``side``: another column stands beside it."""

    lines: tuple[Segment, ...]
    side: bool = False


@dataclass(slots=True)
class _Band:
    """Rows with a common gutter [left, right] between their columns."""

    rows: list[list[Segment]]
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def take(self, row: list[Segment]) -> bool:
        """Add a row that leaves the gutter free."""
        left = max([self.left, *(s.right for s in row if _middle(s) < self.middle)])
        right = min([self.right, *(s.left for s in row if _middle(s) >= self.middle)])
        if right - left < _GUTTER:
            return False
        self.rows.append(row)
        self.left, self.right = left, right
        return True

    def sides(self, row: list[Segment]) -> tuple[list[Segment], list[Segment]]:
        """What of a row stands left and right of the gutter."""
        return (
            [s for s in row if _middle(s) < self.middle],
            [s for s in row if _middle(s) >= self.middle],
        )


def _middle(segment: Segment) -> float:
    return (segment.left + segment.right) / 2


def columns(rows: Sequence[list[Segment]], layer: Layer, depth: int = 0) -> list[Column]:
    """The columns of a page (or of a column), in reading order."""
    made: list[Column] = []
    body: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at) if depth < _DEEP else None
        if band is None:
            body.append(rows[at])
            at += 1
            continue
        at += len(band.rows)
        _look_back(body, band, layer)
        _close(made, body, side=depth > 0)
        for side in zip(*(band.sides(row) for row in band.rows), strict=True):
            lines = [row for row in side if row]
            made += [Column(c.lines, side=True) for c in columns(lines, layer, depth + 1)]
    _close(made, body, side=depth > 0)
    return made


def _close(made: list[Column], body: list[list[Segment]], *, side: bool) -> None:
    if body:
        made.append(Column(tuple(join(row) if len(row) > 1 else row[0] for row in body), side))
        body.clear()


def _band(rows: Sequence[list[Segment]], at: int) -> _Band | None:
    """The rows from ``at`` on that stand in two columns."""
    first = rows[at]
    if len(first) < 2:
        return None
    gap, place = max((b.left - a.right, i) for i, (a, b) in enumerate(pairwise(first)))
    if first[place].right - first[0].left < _MARK or gap < _GUTTER:
        return None
    band = _Band([first], first[place].right, first[place + 1].left)
    for row in rows[at + 1 :]:
        if _distance(band.rows[-1], row) > _FAR * row[0].height or not band.take(row):
            break
    while len(band.rows) > 1 and not _belongs(band, band.rows[-1]):
        band.rows.pop()
    both = sum(1 for row in band.rows if all(band.sides(row)))
    if both < 2 and gap < _WIDE * first[0].height:
        return None
    return band


def _distance(above: list[Segment], below: list[Segment]) -> float:
    return min(s.top for s in below) - max(s.bottom for s in above)


def _belongs(band: _Band, row: list[Segment]) -> bool:
    """Whether the last row of a band stands in its columns and not below them."""
    left, right = band.sides(row)
    if left and right:
        return True
    place = 0 if left else 1
    above = [s for r in band.rows[:-1] for s in band.sides(r)[place]]
    if not above:
        return False
    low, high = min(s.left for s in above), max(s.right for s in above)
    height = row[0].height
    centred = abs((low + high) / 2 - (row[0].left + row[-1].right) / 2) < height
    inside = row[0].left > low - height and row[-1].right < high + height
    begins = abs(row[0].left - low) < height / 2 and inside
    near = row[0].top - max(s.bottom for s in above) < 2 * height
    return (centred and inside) or (begins and near)


def _look_back(body: list[list[Segment]], band: _Band, layer: Layer) -> None:
    """Part lines right above a band whose columns stand so near that they seemed one line."""
    for _ in range(_LOOK_BACK):
        if (
            not body
            or len(body[-1]) > 1
            or _distance(body[-1], band.rows[0]) > band.rows[0][0].height
        ):
            return
        line = body[-1][0]
        for left, right in _gaps(line, layer):
            if left < band.right and right > band.left and right - left > line.height / 2:
                halves = cut(line, layer, left, right)
                if len(halves) == 2:
                    body.pop()
                    band.rows.insert(0, halves)
                    band.left, band.right = max(left, band.left), min(right, band.right)
                    break
        else:
            return


def _gaps(line: Segment, layer: Layer) -> list[tuple[float, float]]:
    boxes = layer.boxes[list(line.words)]
    return list(zip(boxes[:-1, 2].tolist(), boxes[1:, 0].tolist(), strict=True))
