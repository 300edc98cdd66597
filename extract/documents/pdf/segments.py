"""Words to segments: runs of words on one line with no wide gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.documents.pdf.frame import Box
from extract.documents.pdf.layer import Layer

_WIDE = 1.5
"""A gap wider than this many heights of a line parts columns (a justified blank is narrower)."""
_NEAR = 0.7
"""Pieces of one line of text that stand no farther apart belong together."""
_BACK = 0.5
_DIGITS = 2


@dataclass(slots=True)
class Segment:
    """``text`` in ``box``, upright, to 1/100 point; ``words`` are their places in the layer.

    Nothing changes one; a frozen class would take four times as long to make, and every line
    of every page is one.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    words: Sequence[int]

    @property
    def box(self) -> Box:
        """(left, top, right, bottom)."""
        return (self.left, self.top, self.right, self.bottom)

    @property
    def height(self) -> float:
        """Of the line."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From the first to the last letter."""
        return self.right - self.left


def segments(
    layer: Layer, chosen: NDArray[np.int64], groups: NDArray[np.int64] | None = None
) -> list[Segment]:
    """The segments of the words at the places ``chosen``; none reaches over two ``groups``."""
    if not len(chosen):
        return []
    boxes = layer.boxes[chosen]
    heights = boxes[:, 3] - boxes[:, 1]
    gap = boxes[1:, 0] - boxes[:-1, 2]
    height = np.maximum(heights[1:], heights[:-1])
    shared = np.minimum(boxes[1:, 3], boxes[:-1, 3]) - np.maximum(boxes[1:, 1], boxes[:-1, 1])
    cut = layer.breaks[chosen][1:] | (np.diff(chosen) != 1)
    cut |= (gap > _WIDE * height) | (gap < -_BACK * height)
    cut |= shared < 0.4 * np.minimum(heights[1:], heights[:-1])
    if groups is not None:
        cut |= groups[1:] != groups[:-1]
    starts = np.flatnonzero(np.concatenate([[True], cut]))
    sides = np.empty((len(starts), 4))
    np.minimum.reduceat(boxes[:, :2], starts, out=sides[:, :2])
    np.maximum.reduceat(boxes[:, 2:], starts, out=sides[:, 2:])
    first = chosen[starts]
    last = first + np.diff(starts, append=len(chosen))  # words of a segment follow each other
    texts = layer.texts
    places = zip(first.tolist(), last.tolist(), sides.round(_DIGITS).tolist(), strict=True)
    return [
        Segment(" ".join(texts[begin:end]), left, top, right, bottom, range(begin, end))
        for begin, end, (left, top, right, bottom) in places
    ]


def rows(found: Sequence[Segment]) -> list[list[Segment]]:
    """Segments side by side, from the top; in each row from the left, near ones joined."""
    lines: list[list[Segment]] = []
    low = high = 0.0
    for segment in sorted(found, key=lambda s: (s.top + s.bottom) / 2):
        shared = min(segment.bottom, high) - max(segment.top, low)
        if lines and shared > 0.5 * min(segment.height, high - low):
            lines[-1].append(segment)
        else:
            lines.append([segment])
            low, high = segment.top, segment.bottom
    return [_joined(sorted(line, key=lambda s: s.left)) for line in lines]


def _joined(line: list[Segment]) -> list[Segment]:
    made = line[:1]
    for segment in line[1:]:
        gap = segment.left - made[-1].right
        if gap < _NEAR * max(segment.height, made[-1].height):
            made[-1] = join([made[-1], segment])
        else:
            made.append(segment)
    return made


def join(found: Sequence[Segment]) -> Segment:
    """One segment of several that stand on one line, from the left."""
    return Segment(
        " ".join(segment.text for segment in found),
        min(segment.left for segment in found),
        min(segment.top for segment in found),
        max(segment.right for segment in found),
        max(segment.bottom for segment in found),
        tuple(word for segment in found for word in segment.words),
    )


def cut(segment: Segment, layer: Layer, left: float, right: float) -> list[Segment]:
    """``segment`` in two where a gap between its words covers [left, right]; else as it is."""
    boxes = layer.boxes[list(segment.words)]
    here = np.flatnonzero((boxes[:-1, 2] <= left + 1) & (boxes[1:, 0] >= right - 1))
    if not len(here):
        return [segment]
    at = int(here[0]) + 1
    halves = (segment.words[:at], segment.words[at:])
    return [segments_of(layer, half) for half in halves]


def segments_of(layer: Layer, words: Sequence[int]) -> Segment:
    """One segment of these words."""
    boxes = layer.boxes[list(words)]
    left, top = boxes[:, :2].min(axis=0).round(_DIGITS).tolist()
    right, bottom = boxes[:, 2:].max(axis=0).round(_DIGITS).tolist()
    return Segment(" ".join(layer.texts[i] for i in words), left, top, right, bottom, words)
