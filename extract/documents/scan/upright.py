"""Turns a page until its lines of text run level from left to right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from extract.documents.scan.recognise import Grey
from extract.documents.scan.sheet import Matrix

_WORKING_DPI = 75
_STEEPEST = 10.0
_STEPS = (1.0, 0.2, 0.04)
"""Degrees: the search grows finer around the best angle so far."""
_LEVEL = 0.03
_LETTER_DPI = 150
_LETTER_GAP = 3.0
"""Points: letters of a word stand closer, lines farther apart."""
_CLEARLY = 1.3
_POINTS = 72

_QUARTERS: dict[int, int] = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


@dataclass(frozen=True, slots=True)
class Turned:
    """A turned picture; ``back`` takes its pixels to those of the picture as it came."""

    picture: Grey
    back: Matrix


def level(picture: Grey, dpi: int) -> Turned:
    """Turn a picture by the few degrees (±10) that it lies askew."""
    angle = _skew(_small_ink(picture, min(_WORKING_DPI / dpi, 1.0)))
    if abs(angle) < _LEVEL:
        return Turned(picture, np.eye(3))
    height, width = picture.shape
    forth = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    cos, sin = abs(forth[0, 0]), abs(forth[0, 1])
    wide, high = round(width * cos + height * sin), round(height * cos + width * sin)
    forth[0, 2] += (wide - width) / 2
    forth[1, 2] += (high - height) / 2
    turned = cv2.warpAffine(
        picture, forth[:2], (wide, high), flags=cv2.INTER_CUBIC, borderValue=255
    )
    return Turned(turned.astype(np.uint8), np.linalg.inv(forth))


def lies_on_its_side(picture: Grey, dpi: int) -> bool:
    """Whether its lines of text run from top to bottom.

    Letters stand closer to their neighbours in a word than to the line below: where small
    gaps from left to right are closed, letters become words, and far fewer marks are left.
    """
    scale = min(_LETTER_DPI / dpi, 1.0)
    ink = _small_ink(picture, scale)
    ink = cv2.subtract(ink, _rules(ink)).astype(np.uint8)
    unit = dpi * scale / _POINTS
    gap = max(round(_LETTER_GAP * unit), 2)
    across, down = (_marks(ink, shape, unit) for shape in ((1, gap), (gap, 1)))
    return across > _CLEARLY * down


def _marks(ink: Grey, shape: tuple[int, int], unit: float) -> int:
    """The marks in ``ink`` after gaps of ``shape`` are closed; dirt is none."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(shape, np.uint8))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    return int((boxes[1:count, cv2.CC_STAT_AREA] > unit**2).sum())


def quarter(picture: Grey, degrees: int) -> Turned:
    """Turn a picture clockwise by 90, 180 or 270 degrees."""
    height, width = picture.shape
    back = {
        90: [[0, 1, 0], [-1, 0, height], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, -1, width], [1, 0, 0], [0, 0, 1]],
    }[degrees]
    turned = cv2.rotate(picture, _QUARTERS[degrees])
    return Turned(turned.astype(np.uint8), np.array(back, dtype=np.float64))


def _small_ink(picture: Grey, scale: float) -> Grey:
    """The dark parts (255) of a picture, made small."""
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return ink.astype(np.uint8)


def _rules(ink: Grey) -> Grey:
    """The ruled lines in it, which run both ways."""
    length = _LETTER_DPI // 3
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return cv2.dilate(cv2.bitwise_or(across, down), np.ones((3, 3), np.uint8)).astype(np.uint8)


def _skew(ink: Grey) -> float:
    """The angle (degrees, counter-clockwise) by which turning it makes its lines sharpest."""
    best, reach = 0.0, _STEEPEST
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = _best(angles, lambda angle: _sharpness(_rotated(ink, angle)))
        reach = step
    return best


def _best(
    angles: np.ndarray[tuple[int], np.dtype[np.float64]], worth: Callable[[float], float]
) -> float:
    return max((float(angle) for angle in angles), key=lambda angle: (worth(angle), -abs(angle)))


def _rotated(ink: Grey, angle: float) -> Grey:
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR).astype(np.uint8)


def _sharpness(ink: Grey) -> float:
    """How steeply the ink of neighbouring rows differs."""
    profile = cv2.reduce(ink, 1, cv2.REDUCE_SUM, dtype=cv2.CV_64F).ravel()
    return float(np.square(np.diff(profile)).sum())
