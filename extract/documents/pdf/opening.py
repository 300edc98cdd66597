"""Open a PDF that a stranger made."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from extract.documents.means import Limits, UnreadableError

_TAIL = 4096


def open_pdf(payload: bytes, limits: Limits) -> pypdfium2.PdfDocument:
    """The document; it must be closed.

    A PDF that only restricts printing or copying (owner password) opens like any other.

    Raises:
        UnreadableError: ``encrypted``, ``damaged`` or ``too_many_pages``.
    """
    try:
        document = pypdfium2.PdfDocument(payload)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableError(
                "encrypted",
                "The PDF opens with a password only.",
                "Ask the publisher for a copy without a password, or save one after opening it.",
            ) from error
        raise _damaged(str(error)) from error
    pages = len(document)
    if 0 < pages <= limits.pages:
        return document
    document.close()
    if not pages:
        raise _damaged("it has no page")
    raise UnreadableError(
        "too_many_pages",
        f"The PDF has {pages:,} pages; at most {limits.pages:,} are read. Nothing was read.",
        "Cut out the pages that matter, or raise the limit of pages.",
    )


def is_cut(payload: bytes) -> bool:
    """Whether the end of the file is missing (ISO 32000-1, 7.5.5: its last line is %%EOF)."""
    return b"%%EOF" not in payload[-_TAIL:]


def _damaged(words: str) -> UnreadableError:
    return UnreadableError(
        "damaged",
        f"The PDF cannot be opened: {words.rstrip('.')}.",
        "Fetch it again; if a PDF reader opens it, print it to a new PDF and load that.",
    )
