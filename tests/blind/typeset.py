"""PDFs with a text layer as report software sets them: no Word file behind them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import cache
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Grid

from blind.make import MOTTO, Head, Middle, Part, Table

BREAK = "\f"
"""A part that begins a new page."""

_FONT = "DejaVu Sans"


@cache
def _styles() -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    command = ["fc-match", "-f", "%{file}", "DejaVuSans:style=Book"]
    file = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pdfmetrics.registerFont(TTFont(_FONT, file))
    body = ParagraphStyle("body", fontName=_FONT, fontSize=10, leading=13.5, spaceAfter=5)
    middle = ParagraphStyle("middle", parent=body, alignment=TA_CENTER)
    cell = ParagraphStyle("cell", parent=body, fontSize=8.5, leading=10.5, spaceAfter=0)
    return body, middle, cell


def typeset(parts: Sequence[Part], widths: Sequence[Sequence[float]]) -> bytes:
    """A PDF of ``parts``; ``widths`` are those of each table's columns in points."""
    body, middle, cell = _styles()
    left = iter(widths)
    flow: list[Flowable] = []
    for part in parts:
        match part:
            case Head():
                flow.append(_letterhead(part, middle))
            case Table():
                flow.append(_grid(part.rows, next(left), cell))
            case Middle():
                flow.append(Paragraph(f"<b>{part.text}</b>", middle))
            case str() if part == BREAK:
                flow.append(PageBreak())
            case _:
                flow.append(Paragraph(part.replace("\n", "<br/>"), body))
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=50, rightMargin=40).build(flow)
    return out.getvalue()


def _letterhead(head: Head, style: ParagraphStyle) -> Flowable:
    def text(words: str) -> Paragraph:
        return Paragraph(words.replace("\n", "<br/>"), style)

    rows = [[text(head.body), text("\n".join(MOTTO))], [text(head.number), text(head.dated)]]
    return Grid(rows, colWidths=(210, 290), spaceAfter=14)


def _grid(
    rows: Sequence[Sequence[str | None]], widths: Sequence[float], style: ParagraphStyle
) -> Flowable:
    lines: list[list[Flowable]] = []
    marks: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    marks.append(("VALIGN", (0, 0), (-1, -1), "MIDDLE"))
    for number, row in enumerate(rows):
        texts = list(row)
        if len(texts) == 1:
            marks.append(("SPAN", (0, number), (-1, number)))
            texts += [None] * (len(widths) - 1)
        lines.append([_cell(text, style) for text in texts])
    return Grid(lines, colWidths=list(widths), style=TableStyle(marks), repeatRows=1)


def _cell(text: str | None, style: ParagraphStyle) -> Flowable:
    return Paragraph(text.replace("\n", "<br/>"), style) if text else Spacer(0, 0)
