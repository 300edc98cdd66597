"""Pages as wholes: boxes as displayed, rotation, furniture, blank pages."""

import io
from typing import Any

import pikepdf
import pytest

from extract.documents.load import load

SENTENCE = "Công nhận 12 sản phẩm đạt hạng 4 sao của tỉnh"


def box_of(payload: bytes, words: str) -> tuple[float, float, float, float]:
    document = load(payload, document_id="pdf")
    at = document.text.index(words)
    (origin,) = document.origins(document.span(at, at + len(words)))
    assert origin.page == 1
    assert origin.box is not None
    return origin.box


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_displayed(drawing: Any, rotation: int) -> None:
    page = drawing((600, 800))
    canvas = page.canvas
    # The content is drawn so that the page, once rotated, shows it upright at (100, 200).
    shown = (600, 800) if rotation in (0, 180) else (800, 600)
    if rotation == 90:
        canvas.translate(600, 0)
    elif rotation == 180:
        canvas.translate(600, 800)
    elif rotation == 270:
        canvas.translate(0, 800)
    canvas.rotate(rotation)
    canvas.setFont("Serif", 12)
    canvas.drawString(100, shown[1] - 200, SENTENCE)
    wide = canvas.stringWidth(SENTENCE, "Serif", 12)
    plain = page.done()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.pages[0].rotate(rotation, relative=False)
        out = io.BytesIO()
        pdf.save(out)
    document = load(out.getvalue(), document_id="pdf")
    assert (document.pages[0].width, document.pages[0].height) == shown
    assert document.text == SENTENCE
    left, top, right, bottom = box_of(out.getvalue(), SENTENCE)
    assert left == pytest.approx(100, abs=2)
    assert right == pytest.approx(100 + wide, abs=2)
    assert 180 < top < bottom < 206


def test_text_turned_on_its_page_is_read(drawing: Any) -> None:
    page = drawing((600, 800))
    page.canvas.translate(300, 100)
    page.canvas.rotate(90)
    page.canvas.setFont("Serif", 12)
    page.canvas.drawString(0, 0, SENTENCE)
    page.canvas.drawString(0, -20, "và 30 sản phẩm đạt hạng 3 sao theo quy định")
    payload = page.done()
    assert SENTENCE in load(payload, document_id="pdf").text
    left, top, right, bottom = box_of(payload, SENTENCE)
    assert right - left < 20 < 200 < bottom - top  # it runs up the page as displayed
    assert bottom == pytest.approx(700, abs=2)
    assert left < 300 < right + 3


def test_running_heads_and_page_numbers_are_furniture(drawing: Any) -> None:
    page = drawing()
    for number in range(1, 5):
        page.at(60, 40, "CÔNG BÁO TỈNH BẮC KẠN")
        page.middle(297, 820, str(number))
        page.at(60, 120, f"Điều {number}. Nội dung của điều thứ {number} nằm ở trang này.")
        page.new_page()
    document = load(page.done(), document_id="pdf")
    roles = {document.text[b.start : b.end]: b.role for b in document.blocks}
    assert roles["CÔNG BÁO TỈNH BẮC KẠN"] == "header"
    assert roles["3"] == "page_number"
    assert sum("Điều" in text for text, role in roles.items() if not role) == 4


def test_blank_pages_are_told(drawing: Any) -> None:
    page = drawing()
    page.at(60, 100, SENTENCE)
    page.new_page()
    page.new_page()
    document = load(page.done(), document_id="pdf")
    assert [p.read_by for p in document.pages] == ["text", "blank"]


def test_text_that_nobody_sees_is_no_evidence(drawing: Any) -> None:
    page = drawing()
    page.at(60, 100, SENTENCE)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(60, 130, "Công nhận 999 sản phẩm")
    page.canvas.setFillColorRGB(0, 0, 0)
    page.at(60, 160, "Công nhận 888 sản phẩm", size=1)
    page.canvas.beginText()
    text = page.canvas.beginText(60, 600)
    text.setTextRenderMode(3)
    text.setFont("Serif", 12)
    text.textLine("Công nhận 777 sản phẩm")
    page.canvas.drawText(text)
    page.at(60, -50, "Công nhận 666 sản phẩm")
    document = load(page.done(), document_id="pdf")
    assert document.text == SENTENCE
    (issue,) = document.issues
    assert issue.code == "hidden_text"


def test_white_text_on_a_coloured_area_is_seen(drawing: Any) -> None:
    page = drawing()
    page.canvas.setFillColorRGB(0.1, 0.2, 0.6)
    page.canvas.rect(50, page.height - 110, 400, 30, stroke=0, fill=1)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(60, 100, SENTENCE)
    assert load(page.done(), document_id="pdf").text == SENTENCE
