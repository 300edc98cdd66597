"""Stars printed as marks (*** or ★★★), which Tesseract does not know: they are counted."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.documents.scan.recognise import Grey

_MOST = 5
_STEM = 0.7
"""A mark is densest in its middle; columns with this share of the densest belong to a middle."""
_PITCH = (0.88, 2.0)
"""From middle to middle in heights of the marks; digits and I stand closer."""
_EVEN = 0.2
_ALIKE = 0.7
"""How well two marks of a row match, and each its own mirror image (correlation)."""
_SOFT = 0.08


def count_marks(picture: Grey, fewest: int = 3) -> int:
    """How many like marks stand in a row: ``fewest`` to 5, or 0 where it is anything else."""
    _, ink = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    left, top, width, height = cv2.boundingRect(ink)
    if not width or not height:
        return 0
    row = 255.0 - picture[top : top + height, left : left + width].astype(np.float64)
    middles = _middles(row.sum(axis=0))
    if not fewest <= len(middles) <= _MOST:
        return 0
    steps = np.diff(middles)
    pitch = float(steps.mean())
    low, high = (share * height for share in _PITCH)
    if not low <= pitch <= high or float(np.ptp(steps)) > _EVEN * pitch:
        return 0
    if abs(width - pitch * len(middles)) > 0.6 * pitch:
        return 0  # something else stands beside them
    # Thin rays need not meet to the pixel.
    soft = np.asarray(cv2.GaussianBlur(row, (0, 0), _SOFT * height), dtype=np.float64)
    marks = [_around(soft, middle, pitch) for middle in middles]
    pairs = [*pairwise(marks), *((mark, mark[:, ::-1]) for mark in marks)]
    if any(_likeness(one, other) < _ALIKE for one, other in pairs):
        return 0
    return len(middles)


def _likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def _middles(profile: NDArray[np.float64]) -> list[float]:
    """The columns in whose neighbourhood the ink is densest."""
    dense = np.concatenate([[False], profile >= _STEM * profile.max(), [False]])
    changes = np.flatnonzero(dense[1:] != dense[:-1])
    return [(start + end - 1) / 2 for start, end in zip(changes[::2], changes[1::2], strict=True)]


def _around(row: NDArray[np.float64], middle: float, pitch: float) -> NDArray[np.float64]:
    """The mark around ``middle``, as wide as all others."""
    reach = int(pitch * 0.4)
    start = round(middle) - reach
    padded = np.pad(row, ((0, 0), (reach + 1, reach + 1)))
    return padded[:, start + reach + 1 : start + 3 * reach + 2]
