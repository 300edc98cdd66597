"""PDFs in which some pages are pictures."""

from __future__ import annotations

import io
import shutil
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from extract.documents.load import load

FIRST = "Công nhận 12 sản phẩm đạt hạng 4 sao của tỉnh Bắc Kạn"
SECOND = "Điều 2. Giao Sở Nông nghiệp hướng dẫn 25 chủ thể sử dụng nhãn hiệu"
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


def mixed(drawing: Any, layer: str | None = None) -> bytes:
    """A page of text, and a page that is a picture with ``layer`` behind it."""
    other = drawing()
    other.at(60, 100, SECOND, size=13)
    with pypdfium2.PdfDocument(other.done()) as pdf:
        picture: Image.Image = pdf[0].render(scale=200 / 72).to_pil().convert("L")
    page = drawing()
    page.at(60, 100, FIRST)
    page.new_page()
    page.canvas.drawInlineImage(picture, 0, 0, page.width, page.height)
    if layer:
        text = page.canvas.beginText(60, page.height - 100)
        text.setTextRenderMode(3)
        text.setFont("Serif", 12)
        text.textLine(layer)
        page.canvas.drawText(text)
    out: io.BytesIO = page.out
    page.done()
    return out.getvalue()


@needs_tesseract
def test_pages_that_are_pictures_are_recognised(drawing: Any) -> None:
    document = load(mixed(drawing), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["text", "ocr"]
    assert document.text.splitlines() == [FIRST, SECOND]
    at = document.text.index("25")
    (origin, *_) = document.origins(document.span(at, at + 2))
    assert origin.page == 2
    assert origin.ocr is not None
    assert origin.box is not None
    assert origin.box[1] == pytest.approx(90, abs=8)


def test_a_good_layer_behind_a_picture_is_read(drawing: Any) -> None:
    document = load(mixed(drawing, layer=SECOND), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["text", "text"]
    assert document.text.splitlines() == [FIRST, SECOND]


@needs_tesseract
def test_a_poor_layer_behind_a_picture_is_not_read(drawing: Any) -> None:
    poor = "Biêu z. Gìao Só Nòng nghịèp hưởmg dâm 2S chù thẽ sừ đụmg nhãm hịệu cùa mìmh thẹo"
    document = load(mixed(drawing, layer=poor), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["text", "ocr"]
    assert document.text.splitlines() == [FIRST, SECOND]


def test_without_tesseract_the_page_waits(drawing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    document = load(mixed(drawing), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["text", "unread"]
    assert document.text == FIRST
    (issue,) = document.issues
    assert issue.code == "needs_program"
    assert "page 2" in issue.where
    assert "tesseract" in issue.advice
