"""Words outside of tables to segments of lines, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from extract.documents.scan.words import Box, Word, around

_WIDE = 1.7
"""A gap of so many heights of a line may part two columns; justified lines have smaller ones."""
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line in one column, and the column (left, right) where there are two."""

    words: tuple[Word, ...]
    column: tuple[float, float] | None = None

    @property
    def box(self) -> Box:
        """The box around its words."""
        return around([word.box for word in self.words])

    @property
    def height(self) -> float:
        """The usual height of its words."""
        return median(word.box[3] - word.box[1] for word in self.words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


def segments(words: Sequence[Word]) -> list[Segment]:
    """The segments of a page in reading order.

    A letterhead and a block of recipients and signer stand in two columns beside each other:
    no line crosses the gap between them. The left column is read before the right.
    """
    pieces = [
        segment
        for _, line in groupby(words, key=lambda word: word.line)
        for segment in _split(list(line))
    ]
    rows = _rows(pieces)
    ordered: list[Segment] = []
    at = 0
    while at < len(rows):
        found = _columns(rows[at:])
        if found is None:
            ordered.append(_whole(rows[at]))
            at += 1
        else:
            count, columns = found
            ordered += columns
            at += count
    return ordered


def _split(line: list[Word]) -> Iterator[Segment]:
    line = sorted(line, key=lambda word: word.box[0])
    wide = _WIDE * median(word.box[3] - word.box[1] for word in line)
    first = 0
    for at, (one, other) in enumerate(pairwise(line), start=1):
        if other.box[0] - one.box[2] > wide:
            yield Segment(tuple(line[first:at]))
            first = at
    yield Segment(tuple(line[first:]))


def _rows(found: list[Segment]) -> list[list[Segment]]:
    """Segments on one height, from the left; rows from the top."""
    rows: list[list[Segment]] = []
    for segment in sorted(found, key=lambda segment: segment.box[1] + segment.box[3]):
        if rows and _on_one_height(rows[-1][-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.box[0]) for row in rows]


def _on_one_height(one: Segment, other: Segment) -> bool:
    (_, top, _, bottom), (_, low, _, high) = one.box, other.box
    shared = min(bottom, high) - max(top, low)
    apart = one.box[2] <= other.box[0] or other.box[2] <= one.box[0]
    return apart and shared > _SAME_LINE * min(bottom - top, high - low)


def _columns(rows: list[list[Segment]]) -> tuple[int, list[Segment]] | None:
    """How many of the first rows stand in two columns, and their segments, left before right."""
    reached: tuple[Box, Box] | None = None
    for end in range(1, len(rows) + 1):
        clusters = _clusters([segment for row in rows[:end] for segment in row])
        if len(clusters) > 2 or (reached and len(clusters) < 2):
            break
        if len(clusters) == 2:
            reached = (clusters[0], clusters[1])
    if reached is None:
        return None
    left, right = reached
    low = min(left[3], right[3])  # below, only one of the columns goes on
    block = [row for row in rows[: end if len(clusters) == 2 else end - 1] if row[0].box[1] < low]
    sides = [
        [s for row in block for s in row if column[0] <= s.box[0] <= column[2]]
        for column in reached
    ]
    beside = low - max(left[1], right[1])
    if min(len(side) for side in sides) < 2 or beside < sides[0][0].height:
        return None
    return len(block), [
        Segment(segment.words, (column[0], column[2]))
        for side, column in zip(sides, reached, strict=True)
        for segment in side
    ]


def _clusters(found: list[Segment]) -> list[Box]:
    """The boxes of segments that stand over each other, apart by a wide gap, from the left."""
    wide = _WIDE * median(segment.height for segment in found)
    clusters: list[Box] = []
    for box in sorted(segment.box for segment in found):
        if clusters and box[0] - clusters[-1][2] <= wide:
            clusters[-1] = around([clusters[-1], box])
        else:
            clusters.append(box)
    return clusters


def _whole(row: list[Segment]) -> Segment:
    return Segment(tuple(word for segment in row for word in segment.words))
