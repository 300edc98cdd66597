"""Words of a text layer that a reader of the page can see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.documents.pdf.drawings import Drawings
from extract.documents.pdf.frame import Boxes, Frame
from extract.documents.pdf.layer import Layer

_TINY = 2.5
"""Points: the height of a line below which nobody reads it."""


def seen(layer: Layer, drawings: Drawings, frame: Frame) -> NDArray[np.bool_]:
    """Marks the words that stand on the page, are not tiny, and have a colour.

    Text without colour over a picture is what a recogniser read on the picture: it counts
    as seen. White text counts as seen on a picture or a coloured area.
    """
    width, height = frame.reading_size
    x = (layer.boxes[:, 0] + layer.boxes[:, 2]) / 2
    y = (layer.boxes[:, 1] + layer.boxes[:, 3]) / 2
    good = (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    good &= layer.boxes[:, 3] - layer.boxes[:, 1] >= _TINY
    pictures = drawings.pictures
    for boxes, under in (
        (drawings.unseen, pictures),
        (drawings.pale, [*pictures, *drawings.shapes]),
    ):
        if boxes:
            good &= ~_within(x, y, boxes, frame) | _within(x, y, under, frame)
    return good


def covered(boxes: list[tuple[float, float, float, float]], frame: Frame) -> float:
    """The share of the page that the largest of ``boxes`` covers."""
    if not boxes:
        return 0.0
    shown = _upright(boxes, frame)
    width, height = frame.reading_size
    shown = np.clip(shown, 0, [width, height, width, height])
    areas = (shown[:, 2] - shown[:, 0]) * (shown[:, 3] - shown[:, 1])
    return float(areas.max() / max(width * height, 1.0))


def _within(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    boxes: list[tuple[float, float, float, float]],
    frame: Frame,
) -> NDArray[np.bool_]:
    """Whether points lie in one of the boxes."""
    inside = np.zeros(len(x), dtype=bool)
    for left, top, right, bottom in _upright(boxes, frame).tolist():
        inside |= (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    return inside


def _upright(boxes: list[tuple[float, float, float, float]], frame: Frame) -> Boxes:
    return frame.to_reading(np.array(boxes, dtype=np.float64).reshape(-1, 4))
