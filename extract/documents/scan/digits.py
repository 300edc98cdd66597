"""Numbers of a page read by its own type: digits that look alike are the same digit.

Tesseract takes a lone 5 for a 3 once in thirty times. But a page prints each digit dozens of
times in one face, and most of them are read right: what a glyph is, its look-alikes tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.documents.scan.recognise import Grey

_SIDE = 24
_POINT_HEIGHT = 0.5
"""Points and commas are at most so high beside digits."""
_DIRT = 0.01
_ALIKE = 0.82
"""Correlation of two glyphs that may be the same digit."""
_SHARPEN = 12
_AGREEMENT = 0.7
_FEWEST_PEERS = 2.0
"""Sure readings of look-alikes that it takes to name a glyph."""
_DISTORTION = 0.25


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A mark of a number, in order from the left; ``patch`` is None for a point or comma."""

    patch: NDArray[np.float32] | None
    aspect: float = 0.0


def read_by_type(
    pictures: Mapping[int, Grey], readings: Mapping[int, Sequence[tuple[str, float]]]
) -> dict[int, str]:
    """The numbers of a page as their look-alikes tell them.

    Args:
        pictures: of the cells that hold numbers.
        readings: of each cell: texts and how sure each was.

    Returns:
        The number of each cell whose every digit has enough look-alikes that agree; a point
        or comma is printed as most readings of the page that saw one have it.
    """
    glyphs = {index: _glyphs(picture) for index, picture in pictures.items()}
    patches: list[NDArray[np.float32]] = []
    aspects: list[float] = []
    votes: list[dict[str, float]] = []
    places: dict[int, list[int]] = {}
    for index, marks in glyphs.items():
        digits = [mark for mark in marks if mark.patch is not None]
        places[index] = list(range(len(patches), len(patches) + len(digits)))
        patches += [mark.patch for mark in digits if mark.patch is not None]
        aspects += [mark.aspect for mark in digits]
        votes += _votes(len(digits), readings[index])
    names = _names(patches, aspects, votes)
    mark = _usual_mark(readings)
    found: dict[int, str] = {}
    for index, marks in glyphs.items():
        digits_of = iter(names[at] for at in places[index])
        text = "".join(mark if each.patch is None else next(digits_of) for each in marks)
        if text and "?" not in text:
            found[index] = text
    return found


def lone_glyph(picture: Grey) -> NDArray[np.float32] | None:
    """The only glyph of a picture as a vector of length 1, None where there are others."""
    glyphs = _glyphs(picture)
    return glyphs[0].patch if len(glyphs) == 1 else None


def _glyphs(picture: Grey) -> list[_Glyph]:
    """The marks of a number from the left; strokes above each other are one mark."""
    _, ink = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    ink = ink.astype(np.uint8)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    whole = sum(int(box[4]) for box in boxes[1:count])
    frames = sorted(
        [int(b[0]), int(b[1]), int(b[0] + b[2]), int(b[1] + b[3])]
        for b in boxes[1:count]
        if b[4] > _DIRT * whole
    )
    merged: list[list[int]] = []
    for frame in frames:
        if merged and frame[0] < merged[-1][2] - 1:
            last = merged[-1]
            merged[-1] = [
                last[0],
                min(last[1], frame[1]),
                max(last[2], frame[2]),
                max(last[3], frame[3]),
            ]
        else:
            merged.append(frame)
    tallest = max((frame[3] - frame[1] for frame in merged), default=0)
    return [_glyph(picture, frame, tallest) for frame in merged]


def _glyph(picture: Grey, frame: list[int], tallest: int) -> _Glyph:
    left, top, right, bottom = frame
    if bottom - top < _POINT_HEIGHT * tallest:
        return _Glyph(None)
    patch = (
        cv2.resize(
            255 - picture[top:bottom, left:right], (_SIDE, _SIDE), interpolation=cv2.INTER_AREA
        )
        .astype(np.float32)
        .ravel()
    )
    patch -= patch.mean()
    norm = float(np.linalg.norm(patch))
    return _Glyph(patch / max(norm, 1e-6), (right - left) / (bottom - top))


def _votes(count: int, readings: Sequence[tuple[str, float]]) -> list[dict[str, float]]:
    """For each of ``count`` digits what the readings of as many digits call it."""
    votes: list[dict[str, float]] = [defaultdict(float) for _ in range(count)]
    for text, sure in readings:
        digits = [letter for letter in text if letter.isdecimal()]
        if len(digits) == count:
            for vote, digit in zip(votes, digits, strict=True):
                vote[digit] += sure
    return votes


def _names(
    patches: list[NDArray[np.float32]], aspects: list[float], votes: list[dict[str, float]]
) -> list[str]:
    """The digit of each glyph, or "?"."""
    if not patches:
        return []
    table = np.stack(patches)
    like = table @ table.T
    wide = np.array(aspects)
    distorted = np.abs(wide[:, None] - wide[None, :]) > _DISTORTION
    weights = np.where((like < _ALIKE) | distorted, 0.0, like**_SHARPEN)
    np.fill_diagonal(weights, np.minimum(weights.diagonal(), 0.5))
    ballot = np.array([[vote.get(str(digit), 0.0) for digit in range(10)] for vote in votes])
    totals = weights @ ballot
    sums = totals.sum(axis=1)
    best = totals.argmax(axis=1)
    clear = (totals.max(axis=1) >= _AGREEMENT * sums) & (sums >= _FEWEST_PEERS)
    return [str(name) if known else "?" for name, known in zip(best, clear, strict=True)]


def _usual_mark(readings: Mapping[int, Sequence[tuple[str, float]]]) -> str:
    """The mark of decimals that most readings have."""
    texts = "".join(text for told in readings.values() for text, _ in told)
    return "." if texts.count(".") > texts.count(",") else ","
