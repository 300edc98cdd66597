"""Stars printed as marks (*** or ★★★), which Tesseract does not know: they are counted."""

from __future__ import annotations

import cv2
import numpy as np

from extract.documents.scan.recognise import Grey

_FEWEST, _MOST = 2, 5
_SQUARE = 0.7
"""The narrower side of a mark is at least this share of the wider."""
_ALIKE = 0.75
"""How well two marks of a row match where they lie on each other (correlation)."""
_SIDE = 24


def count_marks(picture: Grey) -> int:
    """How many like marks stand in a row: 2 to 5, or 0 where it is anything else."""
    _, ink = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    largest = max((int(box[4]) for box in boxes[1:count]), default=0)
    marks = sorted(
        [[int(side) for side in box[:4]] for box in boxes[1:count] if box[4] * 5 >= largest]
    )
    if not _FEWEST <= len(marks) <= _MOST or not _in_a_row(marks):
        return 0
    first, *others = [_patch(picture, mark) for mark in marks]
    if any(float(np.corrcoef(first, other)[0, 1]) < _ALIKE for other in others):
        return 0
    return len(marks)


def _in_a_row(marks: list[list[int]]) -> bool:
    """Whether the marks are square, of one size, on one height and equally apart."""
    lefts, tops, widths, heights = (np.array(side) for side in zip(*marks, strict=True))
    size = float(np.median(np.maximum(widths, heights)))
    square = np.minimum(widths, heights) >= _SQUARE * np.maximum(widths, heights)
    alike = np.maximum(np.ptp(widths), np.ptp(heights)) <= 0.35 * size
    level = np.ptp(tops) <= 0.3 * size
    steps = np.diff(lefts)
    even = np.ptp(steps) <= 0.4 * size and bool((steps < 2.5 * size).all())
    return bool(square.all() and alike and level and even)


def _patch(picture: Grey, mark: list[int]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    left, top, width, height = mark
    patch = cv2.resize(picture[top : top + height, left : left + width], (_SIDE, _SIDE))
    return patch.astype(np.float64).ravel()
