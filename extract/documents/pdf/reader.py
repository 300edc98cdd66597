"""Read a PDF: text layer first, poppler where letters are scrambled, pictures by recogniser."""

from __future__ import annotations

import pypdfium2

from extract.documents.means import Means, UnreadableError
from extract.documents.paper import Paper
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.layout import lay_out
from extract.documents.pdf.leaf import Leaf, read_better, read_leaf
from extract.documents.pdf.opening import is_cut, open_pdf
from extract.documents.pdf.poppler import Poppler
from extract.documents.stitch import stitch
from extract.model import Issue, Page


def read(payload: bytes, kind: str, means: Means) -> Paper:  # noqa: ARG001 - the reader's contract
    """Read a PDF page by page.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``too_many_pages``, ``too_much_output``,
            or what kept every page from being read (``needs_program`` …).
    """
    document = open_pdf(payload, means.limits)
    try:
        leaves = _leaves(document, payload, means)
    finally:
        document.close()
    issues = [issue for leaf in leaves for issue in leaf.issues]
    if all(leaf.read_by == "unread" for leaf in leaves):
        raise _unread(leaves)
    if is_cut(payload):
        issues.insert(0, _cut())
    encodings = sorted({leaf.encoding for leaf in leaves if leaf.encoding})
    pages = tuple(_page(leaf) for leaf in leaves)
    parts = stitch(lay_out(leaves))
    return Paper(parts, pages, tuple(issues), " ".join(encodings) or "utf-8")


def _leaves(document: pypdfium2.PdfDocument, payload: bytes, means: Means) -> list[Leaf]:
    poppler = Poppler(payload, means)
    leaves: list[Leaf] = []
    characters = means.limits.characters
    for index in range(len(document)):
        leaf = _leaf(document, index, characters, poppler, means)
        if leaf.layer is not None:
            characters -= len(leaf.layer.text)
        if leaf.encoding:
            leaf.tell(
                "legacy_encoding",
                f"The text is in the old encoding {leaf.encoding}; it was converted.",
                "Compare names with the page.",
            )
        leaves.append(leaf)
    if any(leaf.read_by == "poppler" for leaf in leaves):
        # On pages with few words scrambled letters do not show; their fonts are the same.
        for leaf in leaves:
            if leaf.read_by == "text":
                read_better(leaf, poppler)
    return leaves


def _leaf(
    document: pypdfium2.PdfDocument, index: int, characters: int, poppler: Poppler, means: Means
) -> Leaf:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        return _broken(index + 1, error)
    try:
        return read_leaf(page, index + 1, characters, poppler, means)
    except pypdfium2.PdfiumError as error:
        return _broken(index + 1, error)
    finally:
        page.close()


def _broken(number: int, error: pypdfium2.PdfiumError) -> Leaf:
    leaf = Leaf(number, Frame(0.0, 0.0, 0.0, 0.0), "unread")
    leaf.tell(
        "damaged",
        f"The page cannot be read: {str(error).rstrip('.')}.",
        "Fetch the PDF again; else read it by hand.",
    )
    return leaf


def _page(leaf: Leaf) -> Page:
    return Page(leaf.number, round(leaf.frame.width, 2), round(leaf.frame.height, 2), leaf.read_by)


def _unread(leaves: list[Leaf]) -> UnreadableError:
    """No page could be read: the reason of the last issue of the first page."""
    issue = leaves[0].issues[-1]
    return UnreadableError(issue.code, issue.message, issue.advice)


def _cut() -> Issue:
    return Issue(
        "damaged",
        "The end of the file is missing; the pages that were found are read.",
        advice="Fetch it again: pages, and rows of tables, may be missing.",
    )
