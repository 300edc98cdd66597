"""A page as a picture, and what the reader of scans reads on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pypdfium2

from extract.documents.means import Means, UnreadableError
from extract.documents.pdf.drawings import Drawings
from extract.documents.pdf.frame import Frame

if TYPE_CHECKING:
    from extract.documents.scan.page import ScannedPage

_DPI = 250
_LEAST = 90
"""Below this many dots per inch no recogniser reads small print."""
_POINTS = 72


def read_picture(
    page: pypdfium2.PdfPage, number: int, frame: Frame, drawings: Drawings, means: Means
) -> ScannedPage:
    """Render a page and recognise what stands on it.

    Raises:
        UnreadableError: it is too large (``too_many_pixels``), Tesseract is missing or failed.
    """
    from extract.documents.scan.page import read_page_image  # only scans need OpenCV

    dpi = _resolution(frame, means.limits.pixels)
    if dpi < _LEAST or drawings.dots > means.limits.pixels:
        size = f"{frame.width / _POINTS:.0f} × {frame.height / _POINTS:.0f} inches"
        raise UnreadableError(
            "too_many_pixels",
            f"The page is {size} and its largest picture has {drawings.dots:,} pixels; "
            f"at most {means.limits.pixels:,} are read.",
            "Look at the page; if it is genuine, save it smaller or raise the limit of pixels.",
        )
    image = page.render(scale=dpi / _POINTS, may_draw_forms=True, grayscale=True).to_pil()
    return read_page_image(image, page=number, width=frame.width, height=frame.height, means=means)


def _resolution(frame: Frame, pixels: int) -> float:
    """Dots per inch at which the page has no more than ``pixels``."""
    area = max(frame.width * frame.height, 1.0) / _POINTS**2
    return min(_DPI, math.sqrt(pixels / area))
