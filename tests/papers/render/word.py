"""Leaves to DOCX, by python-docx, with the habits of Word that readers meet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from papers.leaves import Box, Grid, Leaf, NewPage, Words
from papers.render.encodings import Encoder, unicode_in
from papers.render.zips import steady_zip

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
FONT = "Times New Roman"


def to_docx(
    parts: Sequence[Leaf],
    *,
    encode: Encoder | None = None,
    font: str = FONT,
    automatic_numbers: bool = False,
    deleted: str = "",
    boxed: str = "",
) -> bytes:
    """A DOCX of ``parts``.

    ``encode`` writes texts in an old encoding, with its fonts. ``automatic_numbers`` leaves
    the running numbers of rows to Word.
    ``deleted`` is a text that a tracked change has struck out of the first article,
    ``boxed`` the text of a text box.
    """
    made = Document()
    made.core_properties.created = made.core_properties.modified = datetime(2024, 1, 2)
    made.core_properties.author = ""
    style = made.styles["Normal"]
    style.font.name, style.font.size = font, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    writer = _Writer(made, encode or unicode_in(font), automatic_numbers)
    for part in parts:
        writer.add(part)
    if deleted:
        _strike(made, deleted)
    if boxed:
        _box(made, boxed)
    out = io.BytesIO()
    made.save(out)
    return steady_zip(out.getvalue())


class _Writer:
    def __init__(self, made: Any, encode: Encoder, automatic: bool) -> None:
        self.made, self.encode, self.automatic = made, encode, automatic

    def add(self, part: Leaf) -> None:
        if isinstance(part, NewPage):
            self._page(part)
        elif isinstance(part, Words):
            paragraph = self.made.add_paragraph()
            paragraph.alignment = _ALIGN[part.align]
            self._run(paragraph, part.text, part.bold, part.italic)
        else:
            self._grid(part)

    def _page(self, part: NewPage) -> None:
        section = self.made.add_section()
        wanted = WD_ORIENT.LANDSCAPE if part.landscape else WD_ORIENT.PORTRAIT
        if section.orientation != wanted:
            section.page_width, section.page_height = section.page_height, section.page_width
            section.orientation = wanted

    def _run(self, paragraph: Any, text: str, bold: bool, italic: bool) -> None:
        lines = text.split("\n")
        for number, line in enumerate(lines):
            for piece, font in self.encode(line):
                run = paragraph.add_run(piece)
                run.bold, run.italic = bold, italic
                run.font.name = font
            if number < len(lines) - 1:
                paragraph.add_run().add_break()

    def _grid(self, grid: Grid) -> None:
        table = self.made.add_table(len(grid.rows), len(grid.widths))
        if grid.ruled:
            table.style = "Table Grid"
        width = len(grid.widths)
        cells = table._cells  # asking the table for each cell would take minutes
        for r, row in enumerate(grid.rows):
            for c, box in enumerate(row):
                if box is not None:
                    last = cells[(r + box.down - 1) * width + c + box.across - 1]
                    counts = self._counts(grid, r, c)
                    self._cell(cells[r * width + c], last, box, counts=counts)
        for r in range(grid.heads):
            properties = table.rows[r]._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        self.made.add_paragraph()

    def _counts(self, grid: Grid, r: int, c: int) -> bool:
        """Whether Word itself numbers this cell."""
        box = grid.rows[r][c]
        return bool(
            self.automatic and c == grid.numbered and r >= grid.heads and box and box.text.isdigit()
        )

    def _cell(self, cell: Any, last: Any, box: Box, *, counts: bool) -> None:
        if box.down > 1 or box.across > 1:
            cell = cell.merge(last)
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = _ALIGN[box.align]
        if counts:
            paragraph.style = self.made.styles["List Number"]
        else:
            self._run(paragraph, box.text, box.bold, box.italic)


def _strike(made: Any, text: str) -> None:
    """Put a tracked deletion before the first article."""
    article = next(p for p in made.paragraphs if p.text.startswith(("Điều 1", "1.")))
    article._p.insert(
        1,
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="901" w:author="" w:date="2024-01-02T00:00:00Z">'
            f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
        ),
    )


def _box(made: Any, text: str) -> None:
    """Put a text box (VML, as Word 2007 writes it) into the first paragraph after the head."""
    paragraph = made.paragraphs[0]
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape style="width:90pt;height:24pt"><v:textbox><w:txbxContent>'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
