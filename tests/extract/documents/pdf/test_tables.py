"""Tables of PDFs: ruled ones with merged cells, over pages, and on turned pages."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image

from extract.documents.load import load
from extract.model import BlockKind, Document


def rows(document: Document) -> list[list[str]]:
    """The cells of each row of tables."""
    return [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def annex(page: Any) -> None:
    """A head of two rows, a district over two rows, a group over all columns."""
    xs, ys = [50, 90, 230, 350, 430, 500], [100, 125, 150, 175, 200, 225]
    page.line(xs[0], ys[0], xs[-1], ys[0])
    page.line(350, ys[1], 500, ys[1])
    for y in (ys[2], ys[3]):
        page.line(xs[0], y, xs[-1], y)
    page.line(90, ys[4], 350, ys[4])
    page.line(xs[0], ys[4], 90, ys[4])
    page.line(430, ys[4], 500, ys[4])
    page.line(350, ys[4], 350, ys[4])
    page.line(xs[0], ys[5], xs[-1], ys[5])
    for x in (50, 500):
        page.line(x, ys[0], x, ys[5])
    for x in (90, 230, 350):
        page.line(x, ys[0], x, ys[2])
        page.line(x, ys[3], x, ys[5])
    page.line(430, ys[1], 430, ys[2])
    page.line(430, ys[3], 430, ys[5])
    for x, y, text in (
        (60, 130, "TT"), (100, 130, "Tên sản phẩm"), (240, 130, "Chủ thể"),
        (400, 116, "Kết quả"), (360, 141, "Huyện"), (435, 141, "Hạng sao"),
        (60, 166, "I. Sản phẩm đạt hạng 4 sao"),
        (60, 191, "1"), (95, 191, "Cam sành"), (240, 191, "HTX An Bình"), (440, 191, "4 sao"),
        (355, 203, "Vị Xuyên"),
        (60, 216, "2"), (95, 216, "Chè Shan"), (240, 216, "HTX Hòa Phú"), (440, 216, "4 sao"),
    ):  # fmt: skip
        page.at(x, y, text, size=10)


EXPECTED = [
    ["TT", "Tên sản phẩm", "Chủ thể", "Kết quả", "Kết quả"],
    ["TT", "Tên sản phẩm", "Chủ thể", "Huyện", "Hạng sao"],
    ["I. Sản phẩm đạt hạng 4 sao"] * 5,
    ["1", "Cam sành", "HTX An Bình", "Vị Xuyên", "4 sao"],
    ["2", "Chè Shan", "HTX Hòa Phú", "Vị Xuyên", "4 sao"],
]


def test_merged_cells_stand_in_all_that_they_cover(drawing: Any) -> None:
    page = drawing()
    page.at(60, 80, "DANH SÁCH SẢN PHẨM")
    annex(page)
    page.at(60, 260, "Ghi chú: không có.")
    document = load(page.done(), document_id="pdf")
    assert rows(document) == EXPECTED
    assert document.text.count("Vị Xuyên") == 1
    assert document.text.splitlines()[0] == "DANH SÁCH SẢN PHẨM"
    assert document.text.splitlines()[-1] == "Ghi chú: không có."
    at = document.text.index("Cam sành")
    (origin,) = document.origins(document.span(at, at + 8))
    assert origin.box is not None
    assert origin.box[0] == pytest.approx(95, abs=2)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_tables_of_turned_pages(drawing: Any, rotation: int) -> None:
    page = drawing()
    annex(page)
    with pikepdf.open(io.BytesIO(page.done())) as pdf:
        pdf.pages[0].rotate(rotation, relative=False)
        out = io.BytesIO()
        pdf.save(out)
    # The text runs down or upside down as displayed; it is read upright all the same.
    assert rows(load(out.getvalue(), document_id="pdf")) == EXPECTED


def test_a_grid_drawn_as_one_path_and_as_thin_areas(drawing: Any) -> None:
    xs, ys = [50.0, 100.0, 250.0], [100.0, 130.0, 160.0]
    words = ((60, 120, "1"), (110, 120, "Cam sành"), (60, 150, "2"), (110, 150, "Chè Shan"))
    page = drawing()
    page.canvas.grid(xs, [page.height - y for y in ys])
    for x, y, text in words:
        page.at(x, y, text)
    page.new_page()
    for y in ys:
        page.canvas.rect(50, page.height - y, 200, 0.5, stroke=0, fill=1)
    for x in xs:
        page.canvas.rect(x, page.height - 160, 0.5, 60, stroke=0, fill=1)
    for x, y, text in words:
        page.at(x, y, text)
    document = load(page.done(), document_id="pdf")
    assert rows(document) == [["1", "Cam sành"], ["2", "Chè Shan"]] * 2


def test_a_frame_around_text_is_no_table(drawing: Any) -> None:
    page = drawing()
    page.canvas.rect(40, page.height - 200, 500, 150)
    page.at(60, 100, "Công nhận 12 sản phẩm đạt hạng 4 sao.")
    page.line(60, 120, 200, 120)
    document = load(page.done(), document_id="pdf")
    assert rows(document) == []
    assert document.text == "Công nhận 12 sản phẩm đạt hạng 4 sao."


def test_two_hundred_rows_over_many_pages(drawing: Any) -> None:
    page = drawing()
    xs = [50.0, 90.0, 330.0, 420.0]
    truth = [[str(n), f"Sản phẩm thứ {n} của xã", f"{3 + n % 2} sao"] for n in range(1, 201)]
    for start in range(0, 200, 17):
        chunk = [["TT", "Tên sản phẩm", "Hạng sao"], *truth[start : start + 17]]
        page.middle(300, 40, str(start // 17 + 1))
        page.grid(xs, [100.0 + 30 * n for n in range(len(chunk) + 1)])
        for n, cells in enumerate(chunk):
            for x, text in zip(xs, cells, strict=False):
                page.at(x + 5, 120 + 30 * n, text, size=10)
        page.new_page()
    document = load(page.done(), document_id="pdf")
    assert rows(document)[1:] == truth
    assert [block.role for block in document.blocks].count("repeated_header") == 11


def test_a_picture_beside_text_is_told(drawing: Any) -> None:
    page = drawing()
    page.canvas.drawInlineImage(Image.new("L", (60, 60), 128), 50, 50, 450, 400)
    for n in range(15):
        page.at(60, 80 + 18 * n, "Công nhận 12 sản phẩm đạt hạng 4 sao của tỉnh.")
    document = load(page.done(), document_id="pdf")
    assert [issue.code for issue in document.issues] == ["picture_unread"]


def test_columns_without_lines_under_titles_are_a_table(drawing: Any) -> None:
    page = drawing()
    page.at(60, 60, "DANH SÁCH SẢN PHẨM ĐẠT HẠNG SAO")
    for y, cells in (
        (100, ("TT", "Tên sản phẩm", "Chủ thể", "Hạng sao")),
        (120, ("I", "Huyện Bắc Quang có hai sản phẩm được công nhận trong năm", "", "")),
        (140, ("1", "Cam sành", "Hợp tác xã nông nghiệp", "4 sao")),
        (154, ("", "", "An Bình", "")),
        (174, ("2", "Chè Shan tuyết", "Công ty Hòa Phú", "3 sao")),
        (194, ("3", "Mật ong", "Hộ Lê Văn An", "3 sao")),
    ):
        for x, text in zip((60, 90, 250, 450), cells, strict=True):
            if text:
                page.at(x, y, text)
    page.at(60, 214, "Danh sách này gồm có 03 sản phẩm của các chủ thể trên địa bàn tỉnh.")
    document = load(page.done(), document_id="pdf")
    group = "Huyện Bắc Quang có hai sản phẩm được công nhận trong năm"
    assert rows(document) == [
        ["TT", "Tên sản phẩm", "Chủ thể", "Hạng sao"],
        ["I", group, group, group],
        ["1", "Cam sành", "Hợp tác xã nông nghiệp An Bình", "4 sao"],
        ["2", "Chè Shan tuyết", "Công ty Hòa Phú", "3 sao"],
        ["3", "Mật ong", "Hộ Lê Văn An", "3 sao"],
    ]
    assert document.text.splitlines()[0].startswith("DANH SÁCH")
    assert document.text.splitlines()[-1].startswith("Danh sách này")


def test_columns_that_run_into_each_other_stay_text(drawing: Any) -> None:
    page = drawing()
    for y, cells in (
        (100, ((60, "TT"), (90, "Tên sản phẩm"), (250, "Chủ thể"))),
        (120, ((60, "1"), (90, "Cam sành"), (200, "Hợp tác xã An Bình"))),
        (140, ((60, "2"), (90, "Chè Shan tuyết cổ thụ"), (300, "Hòa Phú"))),
    ):
        for x, text in cells:
            page.at(x, y, text)
    document = load(page.done(), document_id="pdf")
    assert rows(document) == []
    assert "Cam sành" in document.text
