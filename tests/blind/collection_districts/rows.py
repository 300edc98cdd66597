"""Tables written one line a row, so that they read here as they are printed."""

from __future__ import annotations

from io import BytesIO

from docx import Document


def cells(text: str) -> tuple[tuple[str | None, ...], ...]:
    """Rows of ``text``, cells parted by "|"; "^" joins the cell above.

    A line without a bar is one cell over the whole width.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    texts = [[cell.strip() for cell in line.split("|")] for line in lines]
    return tuple(tuple(None if text == "^" else text for text in row) for row in texts)


def across(paper: bytes, *spans: tuple[int, int]) -> bytes:
    """A Word file with cells of its last table's head joined, each from a column to another."""
    document = Document(BytesIO(paper))
    head = document.tables[-1]
    for first, last in spans:
        text = head.cell(0, first).text
        head.cell(0, first).merge(head.cell(0, last)).text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()
