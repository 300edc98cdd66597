"""The words of the cells of a page, each cell recognised by itself, numbers twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import cv2
import numpy as np

from extract.documents.means import Means
from extract.documents.scan.grid import Frame
from extract.documents.scan.marks import count_marks
from extract.documents.scan.recognise import Grey, recognise
from extract.documents.scan.rules import Rules
from extract.documents.scan.words import Word

_POINTS = 72
_READING_DPI = 300
_BLOCK, _LINE = 6, 7
_INK = 150
_LEAST_INK = 0.9
"""Square points of ink; less is dirt. A point or comma alone has no meaning in a cell."""
_BORDER = 20
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\.?")
_DIGITS = "0123456789,."
_SHORT = 6
SURE = 0.6
"""Readings below are told as unsure."""
_CERTAIN = 0.96
_DISPUTED = 0.3
_MARK_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a cell; ``rival`` is another reading of it that could be as right."""

    lines: tuple[tuple[Word, ...], ...] = ()
    rival: str = ""
    inked: bool = False

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(word.text for line in self.lines for word in line)

    @property
    def sure(self) -> float:
        """How sure the least sure word is; an inked cell without words is not sure at all."""
        words = [word.sure for line in self.lines for word in line]
        return min(words, default=0.0 if self.inked else 1.0)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """The picture of a cell and the way back to the page."""

    picture: Grey
    left: float
    top: float
    scale: float

    def on_page(self, word: Word) -> Word:
        left, top, right, bottom = ((side - _BORDER) / self.scale for side in word.box)
        box = (self.left + left, self.top + top, self.left + right, self.top + bottom)
        return replace(word, box=box)


def read_cells(
    picture: Grey, rules: Rules, frames: Sequence[Frame], means: Means, dpi: int
) -> list[Reading]:
    """Read the cells of an upright page, all at once.

    Args:
        picture: the page.
        rules: its ruled lines, which are not read.
        frames: of the cells, in pixels.
        means: memory and limits of the recogniser.
        dpi: of the picture.
    """
    lines = cv2.dilate(rules.both(), np.ones((3, 3), np.uint8))
    leaves: dict[int, _Leaf] = {}
    for index, frame in enumerate(frames):
        leaf = _cut(picture, lines.astype(np.uint8), frame, dpi)
        if leaf is not None:
            leaves[index] = leaf
    readings = [Reading() for _ in frames]
    for index, found in _ask(leaves, means, _BLOCK).items():
        readings[index] = found
    for index in leaves:
        readings[index] = _counted(readings[index], leaves[index])
    _read_again(readings, leaves, means)
    return readings


def _cut(picture: Grey, lines: Grey, frame: Frame, dpi: int) -> _Leaf | None:
    """The ink in ``frame`` on a white ground at the size that is read best; None without ink."""
    left, top, right, bottom = frame
    inside = np.s_[top:bottom, left:right]
    cell = np.where(lines[inside] > 0, 255, picture[inside]).astype(np.uint8)
    ink = cv2.morphologyEx(
        (cell < _INK).astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)
    )
    if cv2.countNonZero(ink) < _LEAST_INK * (dpi / _POINTS) ** 2:
        return None
    x, y, width, height = cv2.boundingRect(ink)
    rim = max(dpi // 60, 2)
    x0, y0 = max(x - rim, 0), max(y - rim, 0)
    part = cell[y0 : y + height + rim, x0 : x + width + rim]
    scale = max(_READING_DPI / dpi, 1.0)
    if scale > 1:
        part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC).astype(
            np.uint8
        )
    framed = np.pad(part, _BORDER, constant_values=255).astype(np.uint8)
    return _Leaf(framed, left + x0, top + y0, scale)


def _ask(leaves: dict[int, _Leaf], means: Means, mode: int, only: str = "") -> dict[int, Reading]:
    """What Tesseract reads in each leaf."""
    order = list(leaves)
    pictures = [leaves[index].picture for index in order]
    words = recognise(pictures, means, mode=mode, dpi=_READING_DPI, only=only)
    found = {index: Reading(inked=True) for index in order}
    for at, group in groupby(words, key=lambda word: word.leaf):
        leaf = leaves[order[at]]
        lines = tuple(
            tuple(leaf.on_page(word) for word in line)
            for _, line in groupby(group, key=lambda word: word.line)
        )
        found[order[at]] = Reading(lines, inked=True)
    return found


def _counted(reading: Reading, leaf: _Leaf) -> Reading:
    """``reading``, or the stars of a cell that holds nothing but such marks."""
    if reading.sure >= SURE and "*" not in reading.text:
        return reading
    count = count_marks(leaf.picture)
    if not count:
        return reading
    height, width = leaf.picture.shape
    box = (_BORDER, _BORDER, width - _BORDER, height - _BORDER)
    return replace(
        reading, lines=((leaf.on_page(Word("*" * count, box, _MARK_SURE, 0, (1, 1, 1))),),)
    )


def _read_again(readings: list[Reading], leaves: dict[int, _Leaf], means: Means) -> None:
    """Ask again for numbers, with digits only, and for short words that are unsure."""
    numbers = {
        index: leaf
        for index, leaf in leaves.items()
        if _NUMBER.fullmatch(readings[index].text) and readings[index].sure < _CERTAIN
    }
    for index, second in _ask(numbers, means, _LINE, _DIGITS).items():
        readings[index] = _agreed(readings[index], second)
    unsure = {
        index: leaf
        for index, leaf in leaves.items()
        if index not in numbers
        and readings[index].sure < SURE
        and len(readings[index].text) <= _SHORT
    }
    for index, second in _ask(unsure, means, _LINE).items():
        if second.sure > readings[index].sure:
            readings[index] = second


def _agreed(first: Reading, second: Reading) -> Reading:
    """A number that was read twice: sure where both agree, else the surer with its rival."""
    if first.text == second.text:
        return first if first.sure >= second.sure else second
    if not second.text:
        return first
    better, worse = (first, second) if first.sure >= second.sure else (second, first)
    lines = tuple(
        tuple(replace(word, sure=min(word.sure, _DISPUTED)) for word in line)
        for line in better.lines
    )
    return replace(better, lines=lines, rival=worse.text)
