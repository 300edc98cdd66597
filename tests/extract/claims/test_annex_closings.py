"""Lines that add a list up: they count its rows, and mean what the rows are."""

import pytest
from products.annexes import PLAIN, document, row, wide

from extract.claims.annex_closings import CLOSING
from extract.model import Kind
from extract.reading import read

BASE = "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;"


def head(title, article):
    return (
        "ỦY BAN NHÂN DÂN HUYỆN NGHI LỘC",
        "Số: 87/QĐ-UBND",
        "Nghi Lộc, ngày 11 tháng 01 năm 2024",
        "QUYẾT ĐỊNH",
        title,
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NGHI LỘC",
        BASE,
        "QUYẾT ĐỊNH:",
        f"Điều 1. {article}",
        "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.",
    )


def line(number, name, score, stars):
    return row(str(number), name, f"HTX {name}", "xã Nghi Văn, huyện Nghi Lộc", score, stars)


THREE = (line(1, "Gạo Sim", "66", "3 sao"), line(2, "Chè Sim", "64", "3 sao"))
MIXED = (
    line(1, "Bún Khe", "84", "4 sao"),
    line(2, "Mắm Khe", "55", "3 sao"),
    line(3, "Mật Khe", "56", "3 sao"),
)
AGAIN = head("Về việc công nhận lại sản phẩm OCOP", "Công nhận lại 02 sản phẩm OCOP 3 sao.")
AGAIN_LIST = ("PHỤ LỤC", "DANH SÁCH SẢN PHẨM CÔNG NHẬN LẠI ĐỢT 1 NĂM 2024", PLAIN, *THREE)
NEW = head("Công nhận sản phẩm OCOP năm 2023", "Công nhận 03 sản phẩm OCOP.")
NEW_LIST = ("PHỤ LỤC", "DANH SÁCH SẢN PHẨM OCOP", PLAIN, *MIXED)
CLOSINGS = (
    "Danh sách gồm {} sản phẩm./.",
    "Ấn định danh sách này có {} sản phẩm./.",
    "Tổng cộng: {} sản phẩm.",
    "Tổng số: {} sản phẩm",
)


def told(*parts):
    """(count, stars, kind) of what the words tell, behind the articles."""
    found = read(document(*parts), second=lambda: None)
    after = found.document.text.index("PHỤ LỤC")
    claims = [c for c in found.claims if c.reader == "rules" and c.quote.start > after]
    return [(c.count, c.stars, c.kind) for c in claims]


@pytest.mark.parametrize("text", [text for text, _ in CLOSING.examples])
def test_lines_that_add_up(text):
    assert list(CLOSING.matches(text))


@pytest.mark.parametrize("text", CLOSING.counter_examples)
def test_lines_that_do_not(text):
    assert not list(CLOSING.matches(text))


@pytest.mark.parametrize("words", CLOSINGS)
def test_products_recognised_again_are_not_added_up_as_new(words):
    assert told(*AGAIN, *AGAIN_LIST, words.format("02")) == [(2, (3,), Kind.RE_RECOGNISED)]


@pytest.mark.parametrize("words", CLOSINGS)
def test_a_list_of_several_classes_is_not_of_that_of_its_last_row(words):
    assert told(*NEW, *NEW_LIST, words.format("03")) == [(3, (3, 4, 5), Kind.NEW)]


def test_a_row_that_adds_up_counts_the_rows_since_the_last_one():
    parts = (
        wide("I. Sản phẩm tham gia mới", 6),
        *MIXED,
        row("", "Cộng: 03 sản phẩm", "", "", "", ""),
        wide("II. Sản phẩm tham gia đánh giá lại", 6),
        *THREE,
        row("", "Cộng: 02 sản phẩm", "", "", "", ""),
        row("", "Tổng cộng: 05 sản phẩm", "", "", "", ""),
    )
    paper = head(
        "Phê duyệt danh sách sản phẩm tham gia đánh giá, phân hạng OCOP năm 2024",
        "Phê duyệt danh sách 05 sản phẩm tham gia đánh giá, phân hạng.",
    )
    assert told(*paper, "PHỤ LỤC", "DANH SÁCH THAM GIA", PLAIN, *parts) == [
        (3, (3, 4, 5), Kind.REGISTERED),
        (2, (3,), Kind.REGISTERED),
        (5, (3, 4, 5), Kind.REGISTERED),
    ]


def test_another_number_than_that_of_the_rows_is_of_no_single_class():
    """A row may be lost: what is left must not give its class to the number."""
    assert told(*NEW, *NEW_LIST, "Tổng cộng: 04 sản phẩm.") == [(4, (3, 4, 5), Kind.NEW)]


def test_the_classes_that_the_line_prints_stand():
    line = "Tổng cộng: 03 sản phẩm, trong đó 01 sản phẩm 4 sao, 02 sản phẩm 3 sao."
    assert told(*NEW, *NEW_LIST, line) == [
        (3, (3, 4, 5), Kind.NEW),
        (1, (4,), Kind.NEW),
        (2, (3,), Kind.NEW),
    ]


def test_a_stock_below_a_list_stays_one():
    line = "Tổng số sản phẩm OCOP của huyện đến nay: 03 sản phẩm."
    assert [kind for _, _, kind in told(*NEW, *NEW_LIST, line)] == [Kind.CUMULATIVE]


def test_what_is_taken_back_is_added_up_as_that():
    paper = head("Thu hồi Giấy chứng nhận sản phẩm OCOP", "Thu hồi 03 Giấy chứng nhận.")
    parts = ("PHỤ LỤC", "DANH SÁCH SẢN PHẨM BỊ THU HỒI", PLAIN, *MIXED)
    assert told(*paper, *parts, "Danh sách này có 03 sản phẩm.") == [(3, (3, 4, 5), Kind.WITHDRAWN)]
