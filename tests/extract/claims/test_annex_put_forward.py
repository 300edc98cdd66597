"""Products of potential 5 stars in the annex of a province: counted with the rest, or beside it."""

from __future__ import annotations

import pytest
from products.annexes import PLAIN, document, row

from extract.model import Kind
from extract.reading import read

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
    "Số: 87/QĐ-UBND",
    "Nghệ An, ngày 11 tháng 01 năm 2022",
    "QUYẾT ĐỊNH",
    "Về việc công nhận sản phẩm OCOP tỉnh Nghệ An năm 2021",
)
LIST = (
    "PHỤ LỤC",
    "DANH SÁCH KẾT QUẢ PHÂN HẠNG SẢN PHẨM OCOP",
    PLAIN,
    row("1", "Tương Sim", "HTX Sim", "xã Nghi Văn, huyện Nghi Lộc", "92,5", "Tiềm năng 5 sao"),
    row("2", "Gạo Khe", "HTX Khe", "xã Nghi Lâm, huyện Nghi Lộc", "84", "4 sao"),
    row("3", "Mật Đồi", "HTX Đồi", "xã Nghi Lâm, huyện Nghi Lộc", "62", "3 sao"),
)
BESIDE = (
    "Điều 1. Công nhận 01 sản phẩm đạt 4 sao, 01 sản phẩm đạt 3 sao (có danh sách kèm theo).",
    "Điều 1. Công nhận 02 sản phẩm OCOP đạt từ 3 sao trở lên của các chủ thể có tên kèm theo.",
)
COUNTED = (
    "Điều 1. Công nhận 03 sản phẩm OCOP, gồm 01 sản phẩm tiềm năng 5 sao, 01 sản phẩm 4 sao và "
    "01 sản phẩm 3 sao.",
    "Điều 1. Công nhận 03 sản phẩm OCOP đạt từ 3 sao trở lên của các chủ thể có tên kèm theo.",
)
FORWARD = "Điều 2. Đề nghị Trung ương đánh giá, phân hạng 01 sản phẩm tiềm năng 5 sao."


def standings(*articles: str) -> list[Kind]:
    found = read(document(*HEAD, *articles, *LIST), second=lambda: None)
    return [product.standing for product in found.products]


@pytest.mark.parametrize("article", BESIDE)
def test_what_is_only_put_forward_is_not_recognised(article: str) -> None:
    assert standings(article, FORWARD) == [Kind.PROPOSED, Kind.NEW, Kind.NEW]


@pytest.mark.parametrize("article", COUNTED)
def test_what_the_paper_counts_is_recognised_and_put_forward(article: str) -> None:
    assert standings(article, FORWARD) == [Kind.NEW] * 3


def test_without_a_word_of_putting_forward_the_annex_stands() -> None:
    assert standings(BESIDE[0]) == [Kind.NEW] * 3
