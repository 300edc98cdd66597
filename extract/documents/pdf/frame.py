"""From the coordinates of a PDF page to those that reading and showing need.

PDF counts from the bottom left of a page before it is turned (ISO 32000-1, 8.3.2 and
7.7.3.3 Rotate). Reading needs lines of text that run from left to right, on pages whose
text itself is turned too; a reader sees the page as displayed, counted from the top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Boxes: TypeAlias = NDArray[np.float64]
"""Rows of (left, top, right, bottom)."""
Box: TypeAlias = tuple[float, float, float, float]

_TURNS = (0, 90, 180, 270)
_DOWNWARD = np.array([1.0, -1.0, 1.0, -1.0])


@dataclass(frozen=True, slots=True)
class Frame:
    """A page: its box in PDF coordinates, its rotation as displayed, the turn of its text.

    ``width`` and ``height`` are points as displayed. ``turn`` is how many degrees clockwise
    the displayed page is turned further so that its text stands upright.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0
    turn: int = 0

    @classmethod
    def of(cls, page: object) -> Frame:
        """The frame of a pdfium page."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        rotation = _TURNS[max(pdfium.FPDFPage_GetRotation(page), 0) % 4]
        return cls(box.left, box.bottom, box.right, box.top, rotation)

    @property
    def width(self) -> float:
        """Points across the page as displayed."""
        return self._size(self.rotation)[0]

    @property
    def height(self) -> float:
        """Points down the page as displayed."""
        return self._size(self.rotation)[1]

    @property
    def reading_size(self) -> tuple[float, float]:
        """Width and height of the page when its text stands upright."""
        return self._size((self.rotation + self.turn) % 360)

    def to_reading(self, boxes: Boxes) -> Boxes:
        """PDF boxes (left, bottom, right, top in any order) to boxes with upright text."""
        height = self.top - self.bottom
        up = boxes * _DOWNWARD + np.array([-self.left, self.top, -self.left, self.top])
        turn = (self.rotation + self.turn) % 360
        return _sorted(_turned(up, (self.right - self.left, height), turn) if turn else up)

    def from_shown(self, boxes: Boxes) -> Boxes:
        """Boxes on the page as displayed to boxes with upright text."""
        return _sorted(_turned(boxes, (self.width, self.height), self.turn))

    def shown(self, box: Box) -> Box:
        """A box with upright text (to 1/100 point) to the box as displayed, on the page."""
        left, top, right, bottom = self._displayed(box) if self.turn else box
        width, height = self.right - self.left, self.top - self.bottom
        if self.rotation in (90, 270):
            width, height = height, width
        if left < 0 or top < 0 or right > width or bottom > height:
            left, right = max(left, 0.0), min(right, width)
            top, bottom = max(top, 0.0), min(bottom, height)
        elif not self.turn:
            return box
        return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)

    def _displayed(self, box: Box) -> Box:
        turned = _turned(np.array([box]), self.reading_size, (360 - self.turn) % 360)
        left, top, right, bottom = _sorted(turned)[0].tolist()
        return left, top, right, bottom

    def _size(self, turned: int) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if turned in (90, 270) else (width, height)


def _turned(boxes: Boxes, size: tuple[float, float], turn: int) -> Boxes:
    """Boxes on a page of ``size`` after it was turned clockwise."""
    left, top, right, bottom = boxes.T
    width, height = size
    if turn == 90:
        columns = (height - bottom, left, height - top, right)
    elif turn == 180:
        columns = (width - right, height - bottom, width - left, height - top)
    elif turn == 270:
        columns = (top, width - right, bottom, width - left)
    else:
        columns = (left, top, right, bottom)
    return np.stack(columns, axis=1)


def _sorted(boxes: Boxes) -> Boxes:
    """Boxes whose corners stand in order."""
    made = np.empty_like(boxes)
    np.minimum(boxes[:, :2], boxes[:, 2:], out=made[:, :2])
    np.maximum(boxes[:, :2], boxes[:, 2:], out=made[:, 2:])
    return made
