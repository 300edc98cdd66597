"""One page of a PDF or picture as a person sees it, to draw evidence on."""

from __future__ import annotations

import io
import math

from extract.documents.kinds import PDF
from extract.documents.means import Limits, UnreadableError

DPI = 110
"""Dots per inch: small print can be read, and a page is some hundred kilobytes."""

_POINTS = 72


def page_picture(payload: bytes, kind: str, number: int, limits: Limits) -> bytes:
    """A PNG of page ``number`` (from 1); a picture keeps its size up to ``limits.pixels``.

    Raises:
        UnreadableError: ``damaged``, ``too_many_pixels``, or no such page (``no_page``).
    """
    if kind == PDF:
        return _of_pdf(payload, number, limits)
    from extract.documents.scan.picture import page_pixels  # only scans need OpenCV

    out = io.BytesIO()
    page_pixels(payload, kind, number, limits).save(out, "PNG")
    return out.getvalue()


def _of_pdf(payload: bytes, number: int, limits: Limits) -> bytes:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(payload)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("damaged", f"No PDF: {error}.", "Fetch the file again.") from error
    try:
        if not 1 <= number <= len(document):
            raise UnreadableError(
                "no_page", f"There is no page {number} of {len(document)}.", "Ask for another."
            )
        page = document[number - 1]
        width, height = page.get_size()
        most = math.sqrt(limits.pixels / max(width * height / _POINTS**2, 1.0))
        out = io.BytesIO()
        page.render(scale=min(DPI, most) / _POINTS, may_draw_forms=True).to_pil().save(out, "PNG")
        return out.getvalue()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(
            "damaged", f"Page {number} cannot be drawn: {error}.", "Look at it by hand."
        ) from error
    finally:
        document.close()
