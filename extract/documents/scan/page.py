"""A picture of a page to paragraphs and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from extract.documents.means import Means
from extract.documents.paper import Part
from extract.documents.scan.grid import find_grids
from extract.documents.scan.ink import black_print
from extract.documents.scan.paragraphs import paragraphs
from extract.documents.scan.recognise import Grey, recognise
from extract.documents.scan.rules import Rules, find_rules
from extract.documents.scan.sheet import Matrix, Sheet
from extract.documents.scan.slips import mend
from extract.documents.scan.table import Standing, read_tables
from extract.documents.scan.upright import Turned, level, lies_on_its_side, quarter
from extract.documents.scan.words import Word
from extract.model import Issue

_WHOLE_PAGE = 3
_POINTS = 72
_USEFUL_DPI = (180, 400)
_WORKING_DPI = 300
_LEGIBLE = 0.55
"""Pages whose words are less sure on the whole lie on their heads or cannot be read."""
_FEW = 6


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What stands on a scanned page, in reading order; blank pages have no parts."""

    parts: tuple[Part, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """One attempt at a page, and how sure its words are on the whole."""

    standing: tuple[Standing, ...]
    issues: tuple[Issue, ...]
    sure: float
    words: int


def read_page_image(
    image: Image.Image, *, page: int, width: float, height: float, means: Means
) -> ScannedPage:
    """Read the picture of a page, however it lies.

    Args:
        image: the page as a reader sees it; 200 to 300 dpi are best.
        page: its number, from 1.
        width: of the page in points.
        height: of the page in points.
        means: limits and the memory of the recogniser.

    Raises:
        UnreadableError: Tesseract is missing (``needs_program``) or failed.
    """
    dpi = max(round(image.width / width * _POINTS), 1)
    picture = black_print(image, dpi)
    to_points = np.diag([width / image.width, height / image.height, 1.0])
    picture, to_points, dpi = _resized(picture, to_points, dpi)
    if lies_on_its_side(picture, dpi):
        read = _best(picture, to_points, page, dpi, means, (90, 270))
    else:
        read = _read(Turned(picture, np.eye(3)), to_points, page, dpi, means)
        if read.sure < _LEGIBLE and read.words >= _FEW:
            other = _best(picture, to_points, page, dpi, means, (180,))
            read = max(read, other, key=lambda each: each.sure)
    issues = read.issues
    if read.sure < _LEGIBLE and read.words >= _FEW:
        issues = (*issues, _illegible(page, read.sure))
    return ScannedPage(tuple(standing.part for standing in read.standing), issues)


def _resized(picture: Grey, to_points: Matrix, dpi: int) -> tuple[Grey, Matrix, int]:
    """The picture at a resolution that Tesseract reads well."""
    low, high = _USEFUL_DPI
    if low <= dpi <= high:
        return picture, to_points, dpi
    scale = _WORKING_DPI / dpi
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=method)
    back = np.diag([picture.shape[1] / resized.shape[1], picture.shape[0] / resized.shape[0], 1.0])
    return resized.astype(np.uint8), to_points @ back, _WORKING_DPI


def _best(
    picture: Grey,
    to_points: Matrix,
    page: int,
    dpi: int,
    means: Means,
    turns: Sequence[int],
) -> _Read:
    """The attempt, of those with the picture turned by each of ``turns``, that is surest."""
    reads = [_read(quarter(picture, turn), to_points, page, dpi, means) for turn in turns]
    return max(reads, key=lambda read: (read.sure, read.words))


def _read(turned: Turned, to_points: Matrix, page: int, dpi: int, means: Means) -> _Read:
    straight = level(turned.picture, dpi)
    picture = straight.picture
    sheet = Sheet(page, dpi, to_points @ turned.back @ straight.back)
    rules = find_rules(picture, dpi)
    grids = find_grids(rules, dpi)
    tables = read_tables(grids, picture, rules, sheet, means)
    rest = _rest(picture, rules, [grid.frame for grid in grids], dpi)
    words = recognise([rest], means, mode=_WHOLE_PAGE, dpi=dpi) if rest is not None else ()
    words, slips = mend(words, page)
    standing = _in_order(paragraphs(words, sheet, picture.shape[0]), tables.rows)
    everything = (*tables.words, *words)
    return _Read(standing, (*slips, *tables.issues), _sureness(everything), len(everything))


def _rest(
    picture: Grey, rules: Rules, frames: Sequence[tuple[int, int, int, int]], dpi: int
) -> Grey | None:
    """The page without its tables and ruled lines; None where nothing is left."""
    rest = picture.copy()
    rest[cv2.dilate(rules.across, np.ones((3, 1), np.uint8)) > 0] = 255
    reach = round(2 * dpi / _POINTS)
    for left, top, right, bottom in frames:
        rest[max(top - reach, 0) : bottom + reach, max(left - reach, 0) : right + reach] = 255
    _, ink = cv2.threshold(rest, 150, 1, cv2.THRESH_BINARY_INV)
    inked = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return rest if cv2.countNonZero(inked) > (dpi / _POINTS) ** 2 else None


def _in_order(texts: Sequence[Standing], rows: Sequence[Standing]) -> tuple[Standing, ...]:
    """Tables between the paragraphs above and below them; each keeps its own order."""
    ordered: list[Standing] = []
    waiting = list(rows)
    for text in texts:
        while waiting and waiting[0].box[1] < text.box[1]:
            ordered.append(waiting.pop(0))
        ordered.append(text)
    return (*ordered, *waiting)


def _sureness(words: Sequence[Word]) -> float:
    """How sure the words are, by their letters."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 1.0


def _illegible(page: int, sure: float) -> Issue:
    return Issue(
        "ocr_unsure",
        f"The page is hardly legible: its words were read with a sureness of {sure:.0%}.",
        f"page {page}",
        "Look for a better scan, or read the page by hand.",
    )
