"""A text layer with gaps in its words is read as the page that has none."""

from difflib import SequenceMatcher
from typing import Any

from oldwriting import cut_up

from extract.documents.load import load

LINES = [
    "Quyết định về việc công nhận kết quả đánh giá, phân hạng sản phẩm",
    "Căn cứ Quyết định số 919/QĐ-TTg ngày 01 tháng 8 năm 2022 của Thủ tướng",
    "Điều 1. Công nhận 31 sản phẩm của tỉnh, gồm 7 sản phẩm hạng 4 sao",
]


def page(drawing: Any, lines: list[str]) -> bytes:
    sheet = drawing((600, 800))
    sheet.canvas.setFont("Serif", 12)
    for i, line in enumerate(lines):
        sheet.canvas.drawString(60, 700 - 20 * i, line)
    return bytes(sheet.done())


def test_words_in_pieces_are_whole_and_their_boxes_too(drawing: Any) -> None:
    clean = load(page(drawing, LINES), document_id="d")
    cut = load(page(drawing, list(map(cut_up, LINES))), document_id="d")
    assert cut.text == clean.text
    assert [issue.code for issue in cut.issues] == ["split_syllables"]
    assert {part.read_by for part in cut.pages} == {"text"}
    at = cut.text.index("phân hạng")
    (origin,) = cut.origins(cut.span(at, at + len("phân hạng")))
    assert origin.box is not None
    assert origin.box[2] - origin.box[0] > 40


def test_cells_side_by_side_are_not_joined(drawing: Any) -> None:
    sheet = drawing((600, 800))
    sheet.canvas.setFont("Serif", 12)
    for i, line in enumerate(map(cut_up, LINES)):
        sheet.canvas.drawString(60, 700 - 20 * i, line)
    sheet.canvas.drawString(60, 600, "cá")
    sheet.canvas.drawString(200, 600, "c ơm")
    words = load(sheet.done(), document_id="d").text.split()
    assert words[-2:] == ["cá", "cơm"]
    assert SequenceMatcher(None, words, " ".join(LINES).split()).ratio() > 0.9
