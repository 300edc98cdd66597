"""The words of the cells of a page, each cell recognised by itself, numbers thrice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import cv2
import numpy as np

from extract.documents.means import Means
from extract.documents.scan.broken import mended
from extract.documents.scan.grid import Frame
from extract.documents.scan.marks import count_marks
from extract.documents.scan.numbers import settle_numbers
from extract.documents.scan.reading import SURE, Reading
from extract.documents.scan.recognise import READING_DPI, Grey, recognise
from extract.documents.scan.rules import Rules
from extract.documents.scan.ticks import name_ticks
from extract.documents.scan.words import Box

_POINTS = 72
_BLOCK, _SPARSE = 6, 11
_INK = 150
_LEAST_INK = 0.9
"""Square points of ink; less is dirt. A point or comma alone has no meaning in a cell."""
_RIM = 3.0
"""Points within which the walls of a cell stand."""
_BORDER = 20
_MARK_SURE = 0.9
_AGAIN = ((0.7, _BLOCK), (0.85, _SPARSE))
"""Sizes and modes in which unsure cells are read again."""
_CLASS_SIZES = (0.7, 0.5)
_CLASS = re.compile(r"(?<!\d)([1-9])\ssao\b", re.IGNORECASE)
_LONGEST_CLASS = 80
"""Letters of a cell, title or head that gives a class."""
_SHORT = 2
_LETTERS = re.compile(r"[^\W_kxKX]")
"""Letters that rows of stars are not taken for."""


@dataclass(frozen=True, slots=True)
class _CellPicture:
    """The picture of a cell and the way back to the page."""

    picture: Grey
    left: float
    top: float
    scale: float

    def resized(self, share: float) -> _CellPicture:
        """The cell at another size."""
        inner = self.picture[_BORDER:-_BORDER, _BORDER:-_BORDER]
        small = cv2.resize(inner, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        framed = np.pad(small, _BORDER, constant_values=255).astype(np.uint8)
        return _CellPicture(framed, self.left, self.top, self.scale * share)

    def on_page(self, box: Box) -> Box:
        """Where ``box`` of the cell stands on the page."""
        left, top, right, bottom = ((side - _BORDER) / self.scale for side in box)
        return (self.left + left, self.top + top, self.left + right, self.top + bottom)

    def frame(self) -> Box:
        """The ink on the page."""
        height, width = self.picture.shape
        return self.on_page((_BORDER, _BORDER, width - _BORDER, height - _BORDER))


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
    cells: dict[int, _CellPicture] = {}
    for index, frame in enumerate(frames):
        cell = _cut(picture, lines.astype(np.uint8), frame, dpi)
        if cell is not None:
            cells[index] = cell
    readings = [Reading() for _ in frames]
    for index, found in _ask(cells, means).items():
        readings[index] = found
    for index in cells:
        readings[index] = _counted(readings[index], cells[index])
    known = {index: readings[index] for index in cells}
    pictures = {index: cell.picture for index, cell in cells.items()}
    for index, number in settle_numbers(known, pictures, means).items():
        readings[index] = readings[index].instead(
            number.text, number.sure, cells[index].frame(), number.rival
        )
        del pictures[index]
    _look_again(readings, {index: cells[index] for index in pictures}, means)
    short = {i: picture for i, picture in pictures.items() if len(readings[i].text) <= _SHORT}
    texts = {index: readings[index].text for index in short}
    for index, text in name_ticks(short, texts).items():
        readings[index] = readings[index].instead(text, _MARK_SURE, cells[index].frame())
    _look_at_classes(readings, cells, means)
    return [
        replace(reading, lines=mended(reading.lines, frame, dpi))
        for reading, frame in zip(readings, frames, strict=True)
    ]


def _cut(picture: Grey, lines: Grey, frame: Frame, dpi: int) -> _CellPicture | None:
    """The ink in ``frame`` on a white ground at the size that is read best; None without ink."""
    left, top, right, bottom = frame
    inside = np.s_[top:bottom, left:right]
    walls = lines[inside].copy()
    rim = max(round(_RIM * dpi / _POINTS), 1)
    walls[rim:-rim, rim:-rim] = 0  # a row of stars looks like a line, but stands inside
    cell = np.where(walls > 0, 255, picture[inside]).astype(np.uint8)
    ink = cv2.morphologyEx(
        (cell < _INK).astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)
    )
    if cv2.countNonZero(ink) < _LEAST_INK * (dpi / _POINTS) ** 2:
        return None
    x, y, width, height = cv2.boundingRect(ink)
    edge = max(dpi // 60, 2)
    x0, y0 = max(x - edge, 0), max(y - edge, 0)
    part = cell[y0 : y + height + edge, x0 : x + width + edge]
    scale = max(READING_DPI / dpi, 1.0)
    if scale > 1:
        part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC).astype(
            np.uint8
        )
    framed = np.pad(part, _BORDER, constant_values=255).astype(np.uint8)
    return _CellPicture(framed, left + x0, top + y0, scale)


def _ask(cells: dict[int, _CellPicture], means: Means, mode: int = _BLOCK) -> dict[int, Reading]:
    """What Tesseract reads in each cell."""
    order = list(cells)
    pictures = [cells[index].picture for index in order]
    words = recognise(pictures, means, mode=mode, dpi=READING_DPI)
    found = {index: Reading(inked=True) for index in order}
    for at, group in groupby(words, key=lambda word: word.picture):
        cell = cells[order[at]]
        lines = tuple(
            tuple(replace(word, box=cell.on_page(word.box)) for word in line)
            for _, line in groupby(group, key=lambda word: word.line)
        )
        found[order[at]] = Reading(lines, inked=True)
    return found


def _look_again(readings: list[Reading], cells: dict[int, _CellPicture], means: Means) -> None:
    """Read unsure words again, smaller, as a block and line by line; the best reading is kept.

    Lines of Vietnamese may touch, tails and marks below on hooks and hats: what Tesseract
    cannot part as a block it often finds as sparse text. But sparse text leaves lone letters
    and digits out: the best reading is the one with the most that is sure.
    """
    unsure = {
        index: cell
        for index, cell in cells.items()
        if readings[index].sure < SURE and "*" not in readings[index].text
    }
    for size, mode in _AGAIN:
        smaller = {index: cell.resized(size) for index, cell in unsure.items()}
        for index, other in _ask(smaller, means, mode).items():
            if other.worth > readings[index].worth:
                readings[index] = other


def _look_at_classes(readings: list[Reading], cells: dict[int, _CellPicture], means: Means) -> None:
    """Read classes ("4 sao", also as titles of columns) at two more sizes.

    A class decides what a row says, one in a title what all rows say: a 4 taken for a 1 at
    one size is a 4 at others. What most readings say stands; all others are told beside it.
    """
    classes = {
        index: cell
        for index, cell in cells.items()
        if len(readings[index].text) <= _LONGEST_CLASS and _CLASS.search(readings[index].text)
    }
    told = {index: [readings[index]] for index in classes}
    for size in _CLASS_SIZES:
        smaller = {index: cell.resized(size) for index, cell in classes.items()}
        for index, other in _ask(smaller, means).items():
            if _CLASS.search(other.text):
                told[index].append(other)
    for index, seen in told.items():
        digits = [_CLASS.findall(reading.text) for reading in seen]
        most = max(digits, key=digits.count)
        kept = seen[digits.index(most)]
        rival = next((r.text for r, d in zip(seen, digits, strict=True) if d != most), "")
        readings[index] = kept.disputed(rival) if rival else kept


def _counted(reading: Reading, cell: _CellPicture) -> Reading:
    """``reading``, or the stars of a cell that holds nothing but such marks."""
    if reading.sure >= SURE and _LETTERS.search(reading.text):
        return reading
    # Two like marks may be digits, unless one was seen to be a star.
    count = count_marks(cell.picture, fewest=2 if "*" in reading.text else 3)
    if not count:
        return reading
    return reading.instead("*" * count, _MARK_SURE, cell.frame())
