"""PDFs that the tests draw themselves, line by line."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from papers.render import fonts
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.documents.load import load
from extract.model import Document

Draw = Callable[[Canvas], None]


class Drawing:
    """A PDF under way: ``at`` writes a line whose baseline is ``y`` points below the top."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        fonts.register()
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=size, invariant=1)
        self.width, self.height = size

    def at(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False) -> None:
        self.canvas.setFont("Serif-Bold" if bold else "Serif", size)
        self.canvas.drawString(x, self.height - y, text)

    def middle(self, x: float, y: float, text: str, *, size: float = 12) -> None:
        self.canvas.setFont("Serif", size)
        self.canvas.drawCentredString(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def new_page(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


@pytest.fixture
def drawing() -> Any:
    """Makes drawings; tests that need one are skipped without fonts."""
    if not fonts.installed():
        pytest.skip(fonts.MISSING)
    return Drawing


@pytest.fixture
def lines() -> Callable[[bytes], list[str]]:
    """The lines of the document that a PDF becomes."""
    return lambda payload: [text for _, text in blocks(payload)]


def blocks(payload: bytes) -> list[tuple[str, str]]:
    """(kind or role, text) of each block."""
    document = document_of(payload)
    return [
        (block.role or block.kind.value, document.text[block.start : block.end])
        for block in document.blocks
    ]


def document_of(payload: bytes) -> Document:
    return load(payload, document_id="pdf")
