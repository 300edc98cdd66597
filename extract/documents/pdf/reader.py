"""Read a PDF: text layer first, poppler where letters are scrambled, pictures by recogniser."""

from __future__ import annotations

import pypdfium2

from extract.documents.means import Means, UnreadableError
from extract.documents.paper import Paper
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.language import is_scrambled
from extract.documents.pdf.layer import solid_codes
from extract.documents.pdf.layout import lay_out
from extract.documents.pdf.opening import is_cut, open_pdf
from extract.documents.pdf.page import PageResult, read_better, read_page
from extract.documents.pdf.poppler import Poppler
from extract.documents.stitch import stitch
from extract.model import Issue, Page


def warm() -> None:
    """Make the tables that every PDF needs: in a child for each, they would be made anew."""
    is_scrambled("")
    solid_codes()


def read(payload: bytes, kind: str, means: Means) -> Paper:  # noqa: ARG001 - the reader's contract
    """Read a PDF page by page.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``too_many_pages``, ``too_much_output``,
            or what kept every page from being read (``needs_program`` …).
    """
    document = open_pdf(payload, means.limits)
    try:
        results = _results(document, payload, means)
    finally:
        document.close()
    issues = [issue for result in results for issue in result.issues]
    if all(result.read_by == "unread" for result in results):
        raise _unread(results)
    if is_cut(payload):
        issues.insert(0, _cut())
    encodings = sorted({result.encoding for result in results if result.encoding})
    pages = tuple(_page(result) for result in results)
    parts = stitch(lay_out(results))
    return Paper(parts, pages, tuple(issues), " ".join(encodings) or "utf-8")


def _results(document: pypdfium2.PdfDocument, payload: bytes, means: Means) -> list[PageResult]:
    poppler = Poppler(payload, means)
    results: list[PageResult] = []
    characters = means.limits.characters
    for index in range(len(document)):
        result = _result(document, index, characters, poppler, means)
        if result.layer is not None:
            characters -= len(result.layer.text)
        if result.encoding:
            result.tell(
                "legacy_encoding",
                f"The text is in the old encoding {result.encoding}; it was converted.",
                "Compare names with the page.",
            )
        results.append(result)
    if any(result.read_by == "poppler" for result in results):
        # On pages with few words scrambled letters do not show; their fonts are the same.
        for result in results:
            if result.read_by == "text":
                read_better(result, poppler)
    return results


def _result(
    document: pypdfium2.PdfDocument, index: int, characters: int, poppler: Poppler, means: Means
) -> PageResult:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        return _broken(index + 1, error)
    try:
        return read_page(page, index + 1, characters, poppler, means)
    except pypdfium2.PdfiumError as error:
        return _broken(index + 1, error)
    finally:
        page.close()


def _broken(number: int, error: pypdfium2.PdfiumError) -> PageResult:
    result = PageResult(number, Frame(0.0, 0.0, 0.0, 0.0), "unread")
    result.tell(
        "damaged",
        f"The page cannot be read: {str(error).rstrip('.')}.",
        "Fetch the PDF again; else read it by hand.",
    )
    return result


def _page(result: PageResult) -> Page:
    return Page(
        result.number, round(result.frame.width, 2), round(result.frame.height, 2), result.read_by
    )


def _unread(results: list[PageResult]) -> UnreadableError:
    """No page could be read: the reason of the last issue of the first page."""
    issue = results[0].issues[-1]
    return UnreadableError(issue.code, issue.message, issue.advice)


def _cut() -> Issue:
    return Issue(
        "damaged",
        "The end of the file is missing; the pages that were found are read.",
        advice="Fetch it again: pages, and rows of tables, may be missing.",
    )
