"""A picture of a page to paragraphs and rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from extract.documents.means import Means
from extract.documents.paper import Part
from extract.documents.scan.paragraphs import paragraphs
from extract.documents.scan.recognise import recognise
from extract.documents.scan.sheet import Sheet
from extract.model import Issue

_WHOLE_PAGE = 3
_POINTS = 72


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What stands on a scanned page, in reading order; blank pages have no parts."""

    parts: tuple[Part, ...]
    issues: tuple[Issue, ...] = ()


def read_page_image(
    image: Image.Image, *, page: int, width: float, height: float, means: Means
) -> ScannedPage:
    """Read the picture of a page.

    Args:
        image: the page as a reader sees it; 200 to 300 dpi are best.
        page: its number, from 1.
        width: of the page in points.
        height: of the page in points.
        means: limits and the memory of the recogniser.

    Raises:
        UnreadableError: Tesseract is missing (``needs_program``) or failed.
    """
    grey = np.asarray(image.convert("L"))
    to_points = np.diag([width / image.width, height / image.height, 1.0])
    sheet = Sheet(page, round(image.width / width * _POINTS), to_points)
    words = recognise([grey], means, mode=_WHOLE_PAGE, dpi=sheet.dpi)
    return ScannedPage(tuple(part for _, part in paragraphs(words, sheet)))
