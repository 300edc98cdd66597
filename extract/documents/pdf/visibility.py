"""Words of a text layer that a reader of the page can see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.documents.pdf import calls
from extract.documents.pdf.drawings import Drawings, Fault
from extract.documents.pdf.frame import Boxes, Frame
from extract.documents.pdf.layer import Layer

_EDGE = 1.0
"""Points by which two programs may differ over the edge of a word."""
_TINY = 2.5
"""Points: the height of a line below which nobody reads it."""


def seen(textpage: object, layer: Layer, drawings: Drawings, frame: Frame) -> NDArray[np.bool_]:
    """Marks the words that stand on the page, are not tiny, and have a colour.

    Text without colour over a picture is what a recogniser read on the picture: it counts
    as seen. White text counts as seen on a picture or a coloured area.
    """
    width, height = frame.reading_size
    x, y = _middles(layer)
    good = (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    good &= layer.boxes[:, 3] - layer.boxes[:, 1] >= _TINY
    if drawings.faults:
        faults = _faults(textpage, layer, drawings)
        pictures = over(layer, drawings.pictures, frame)
        coloured = pictures | over(layer, drawings.shapes, frame)
        good &= faults != Fault.CUT_OFF
        good &= (faults != Fault.CLEAR) | pictures
        good &= (faults != Fault.WHITE) | coloured
    return good


def over(
    layer: Layer, boxes: list[tuple[float, float, float, float]], frame: Frame
) -> NDArray[np.bool_]:
    """Marks the words whose middles lie in one of the boxes (in PDF coordinates)."""
    return covered_by(layer, _upright(boxes, frame))


def covered_by(layer: Layer, boxes: Boxes) -> NDArray[np.bool_]:
    """Marks the words whose middles lie in one of the boxes (with upright text)."""
    x, y = _middles(layer)
    inside = np.zeros(len(x), dtype=bool)
    for left, top, right, bottom in boxes.tolist():
        inside |= (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    return inside


def seen_again(layer: Layer, visible: Boxes, hidden: Boxes) -> NDArray[np.bool_]:
    """Marks the words of a second reading that a reader of the page can see.

    Hidden words may lie over visible ones (a repeated head that is cut off at its edge, over
    the first row): a word is that in whose box it stands, from edge to edge.
    """
    doubtful = covered_by(layer, hidden)
    seen_too = covered_by(layer, visible) & ~_fills(layer, hidden)
    return ~doubtful | seen_too | _fills(layer, visible)


def _fills(layer: Layer, boxes: Boxes) -> NDArray[np.bool_]:
    """Marks the words that reach from the left to the right edge of one of the boxes."""
    mine = layer.boxes[:, None]
    edges = (np.abs(mine - boxes[None])[..., [0, 2]] < _EDGE).all(axis=-1)
    level = np.abs((mine - boxes[None])[..., [1, 3]]).max(axis=-1) < mine[..., 3] - mine[..., 1]
    filled: NDArray[np.bool_] = (edges & level).any(axis=1)
    return filled


def _faults(textpage: object, layer: Layer, drawings: Drawings) -> NDArray[np.int64]:
    """The fault of the text object of each word, or 0."""
    things = calls.text_objects(textpage, layer.ends[:, 0].tolist())
    found = [drawings.faults.get(thing, 0) for thing in things]
    return np.array(found, dtype=np.int64)


def _middles(layer: Layer) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    boxes = layer.boxes
    return (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2


def covered(boxes: list[tuple[float, float, float, float]], frame: Frame) -> float:
    """The share of the page that the largest of ``boxes`` covers."""
    if not boxes:
        return 0.0
    shown = _upright(boxes, frame)
    width, height = frame.reading_size
    shown = np.clip(shown, 0, [width, height, width, height])
    areas = (shown[:, 2] - shown[:, 0]) * (shown[:, 3] - shown[:, 1])
    return float(areas.max() / max(width * height, 1.0))


def _upright(boxes: list[tuple[float, float, float, float]], frame: Frame) -> Boxes:
    return frame.to_reading(np.array(boxes, dtype=np.float64).reshape(-1, 4))
