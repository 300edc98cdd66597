"""Leaves to PDF by reportlab: letterhead in two columns, tables over pages, page numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from papers.leaves import Box, Grid, Leaf, NewPage, Words
from papers.render.fonts import register

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_STARS = re.compile("★+")
_MARGIN = 1.8 * cm


def to_pdf(parts: Sequence[Leaf], *, size: float = 12, small: float = 10) -> bytes:
    """A PDF of ``parts``: text of ``size`` points, tables of ``small``."""
    register()
    out = io.BytesIO()
    made = BaseDocTemplate(out, pagesize=A4, invariant=1, title="", author="")
    made.addPageTemplates([_template("standing", A4), _template("lying", landscape(A4))])
    width = A4[0] - 2 * _MARGIN
    story: list[Any] = []
    for part in parts:
        if isinstance(part, NewPage):
            lying = part.landscape
            width = (A4[1] if lying else A4[0]) - 2 * _MARGIN
            story += [NextPageTemplate("lying" if lying else "standing"), PageBreak()]
        elif isinstance(part, Words):
            story.append(_paragraph(part.text, part.align, size, part.bold, part.italic, gap=5))
        else:
            story.append(_table(part, width, small if part.ruled else size))
    made.build(story)
    return out.getvalue()


def _template(name: str, pagesize: tuple[float, float]) -> PageTemplate:
    width, height = pagesize
    frame = Frame(
        _MARGIN,
        _MARGIN,
        width - 2 * _MARGIN,
        height - 2 * _MARGIN,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def number(canvas: Any, document: Any) -> None:
        """Pages after the first bear their number in the middle of the upper margin."""
        if document.page > 1:
            canvas.setFont("Serif", 12)
            canvas.drawCentredString(width / 2, height - 1.2 * cm, str(document.page))

    return PageTemplate(name, frames=[frame], onPage=number, pagesize=pagesize)


def _paragraph(
    text: str, align: str, size: float, bold: bool, italic: bool, gap: float = 0
) -> Paragraph:
    face = "-Bold" if bold else "-Italic" if italic else ""
    style = ParagraphStyle(
        "words",
        fontName="Serif" + face,
        fontSize=size,
        leading=size * 1.2,
        alignment=_ALIGN[align],
        spaceAfter=gap,
    )
    marked = escape(text).replace("\n", "<br/>")
    return Paragraph(_STARS.sub(r'<font name="Stars">\g<0></font>', marked), style)


def _table(grid: Grid, width: float, size: float) -> Table:
    total = sum(grid.widths)
    cells = [[_cell(box, size) for box in row] for row in grid.rows]
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if grid.ruled else "TOP")]
    style += [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    if grid.ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.6, "black"))
    for r, row in enumerate(grid.rows):
        for c, box in enumerate(row):
            if box and (box.down > 1 or box.across > 1):
                style.append(("SPAN", (c, r), (c + box.across - 1, r + box.down - 1)))
    return Table(
        cells,
        colWidths=[width * share / total for share in grid.widths],
        repeatRows=grid.heads,
        style=style,
        spaceBefore=4,
        spaceAfter=8,
    )


def _cell(box: Box | None, size: float) -> Any:
    if box is None:
        return ""
    return _paragraph(box.text, box.align, size, box.bold, box.italic)
