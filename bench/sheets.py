"""Papers to measure with: a decision of running text, an annex of tables, a scan of both."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"),
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"),
)
DPI = 200
_SENTENCE = (
    "Điều {n}. Công nhận {n} sản phẩm của các chủ thể trên địa bàn tỉnh đạt hạng 3 sao và 4 sao "
    "thuộc Chương trình mỗi xã một sản phẩm; Giấy chứng nhận có giá trị 36 tháng kể từ ngày ký. "
)
_HEAD = ("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng")


class NoFontError(Exception):
    """No font with Vietnamese letters is installed here."""


def text_pdf(pages: int) -> bytes:
    """Running text only.

    Raises:
        NoFontError: no font can set it.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    style = ParagraphStyle("body", fontName=_font(), fontSize=12, leading=16, spaceAfter=6)
    story = []
    for page in range(pages):
        story += [Paragraph(_SENTENCE.format(n=10 * page + n) * 2, style) for n in range(1, 11)]
        story.append(PageBreak())
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def table_pdf(rows: int) -> bytes:
    """An annex: one table over many pages with a head that repeats.

    Raises:
        NoFontError: no font can set it.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

    font = _font()
    body = [
        (
            str(n),
            f"Gạo thơm số {n}",
            f"HTX nông nghiệp {n}",
            f"Xã Yên Hòa {n}",
            f"{60 + n % 30},5",
            f"{3 + n % 2} sao",
        )
        for n in range(1, rows + 1)
    ]
    table = Table([_HEAD, *body], repeatRows=1)
    black = (0, 0, 0)
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("FONT", (0, 0), (-1, -1), font, 10)])
    )
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build([table])
    return out.getvalue()


def page_pictures(payload: bytes) -> list[bytes]:
    """Every page of a PDF as PNG at ``DPI``."""
    import pypdfium2

    pictures = []
    document = pypdfium2.PdfDocument(payload)
    try:
        for page in document:
            out = io.BytesIO()
            page.render(scale=DPI / 72).to_pil().convert("L").save(out, "PNG", dpi=(DPI, DPI))
            pictures.append(out.getvalue())
    finally:
        document.close()
    return pictures


@cache
def _font() -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    path = next((path for path in FONTS if path.is_file()), None)
    if path is None:
        raise NoFontError("No font with Vietnamese letters: apt-get install fonts-dejavu-core")
    pdfmetrics.registerFont(TTFont("Vietnamese", str(path)))
    return "Vietnamese"
