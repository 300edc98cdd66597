"""Rows that say nothing of themselves: what articles and conclusions say of all of them."""

import pytest
from products.annexes import PLAIN, document, row

from extract.model import Kind
from extract.reading import read

LIST = (
    "PHỤ LỤC",
    "DANH SÁCH SẢN PHẨM",
    PLAIN,
    row("1", "Tương Sim", "HTX Sim", "xã Nghi Văn, huyện Nghi Lộc", "72,5", "4 sao"),
    row("2", "Gạo Khe", "HTX Khe", "xã Nghi Lâm, huyện Nghi Lộc", "64", "3 sao"),
    row("3", "Mật Đồi", "HTX Đồi", "xã Nghi Lâm, huyện Nghi Lộc", "62", "3 sao"),
)


def paper(title, *articles):
    return (
        "ỦY BAN NHÂN DÂN HUYỆN NGHI LỘC",
        "Số: 87/QĐ-UBND",
        "Nghi Lộc, ngày 11 tháng 01 năm 2022",
        "QUYẾT ĐỊNH",
        title,
        *articles,
        *LIST,
    )


def standings(*parts):
    found = read(document(*parts), second=lambda: None)
    return {product.standing for product in found.products}


@pytest.mark.parametrize(
    ("title", "article"),
    [
        (
            "Phê duyệt kết quả đánh giá lại sản phẩm OCOP",
            "Điều 1. Phê duyệt kết quả đánh giá lại đối với 03 sản phẩm OCOP.",
        ),
        (
            "Về việc công nhận lại sản phẩm OCOP năm 2022",
            "Điều 1. Công nhận lại 01 sản phẩm đạt 4 sao, công nhận lại 02 sản phẩm đạt 3 sao.",
        ),
    ],
)
def test_a_plain_list_of_a_paper_that_recognises_again(title, article):
    assert standings(*paper(title, article)) == {Kind.RE_RECOGNISED}


@pytest.mark.parametrize(
    "articles",
    [
        ("Điều 1. Công nhận 03 sản phẩm OCOP đạt từ 3 sao.",),
        (
            "Điều 1. Công nhận mới 03 sản phẩm OCOP đạt từ 3 sao.",
            "Điều 2. Công nhận lại 03 sản phẩm OCOP có tên tại Phụ lục II.",
        ),
        ("Điều 1. Công nhận lại 07 sản phẩm OCOP.",),
    ],
    ids=["new", "both", "of other rows"],
)
def test_a_list_that_articles_do_not_tell_of_as_a_whole_stands(articles):
    title = "Công nhận kết quả đánh giá, phân hạng sản phẩm OCOP năm 2021"
    assert standings(*paper(title, *articles)) == {Kind.NEW}


def minutes(scored, conclusion):
    return (
        "HỘI ĐỒNG ĐÁNH GIÁ SẢN PHẨM OCOP HUYỆN NGHI LỘC",
        "Số: 05/BB-HĐ",
        "Nghi Lộc, ngày 11 tháng 01 năm 2024",
        "BIÊN BẢN",
        "Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP huyện Nghi Lộc năm 2024",
        scored,
        *LIST[2:],
        conclusion,
    )


SCORED = (
    "Hội đồng đã tiến hành chấm điểm 03 sản phẩm, kết quả như sau:",
    "Có 03 sản phẩm tham gia đánh giá, phân hạng, cụ thể:",
    "Các thành viên Hội đồng chấm 03 sản phẩm đăng ký dự thi, điểm bình quân:",
)
FEWER = (
    "Hội đồng thống nhất đề nghị UBND huyện công nhận 01 sản phẩm 3 sao.",
    "Hội đồng đề nghị công nhận 01 sản phẩm 3 sao, đề nghị tỉnh đánh giá 01 sản phẩm 4 sao.",
    "Biên bản được thông qua hồi 16 giờ cùng ngày.",
)
ALL = (
    "Hội đồng thống nhất đề nghị UBND huyện công nhận 03 sản phẩm nêu trên.",
    "Hội đồng đề nghị công nhận 02 sản phẩm 3 sao, đề nghị tỉnh đánh giá 01 sản phẩm 4 sao.",
)


@pytest.mark.parametrize("scored", SCORED)
@pytest.mark.parametrize("conclusion", FEWER)
def test_what_is_only_scored_is_not_put_forward(scored, conclusion):
    parts = minutes(scored, conclusion)
    assert standings(*parts) == {Kind.ASSESSED}
    found = read(document(*parts), second=lambda: None)
    claims = {(c.count, c.stars, c.kind) for c in found.claims}
    assert (3, Kind.PROPOSED) not in {(count, kind) for count, _, kind in claims}
    assert claims >= {(1, (4,), Kind.ASSESSED), (2, (3,), Kind.ASSESSED)}


@pytest.mark.parametrize("scored", SCORED)
@pytest.mark.parametrize("conclusion", ALL)
def test_what_is_put_forward_as_a_whole_is(scored, conclusion):
    assert standings(*minutes(scored, conclusion)) == {Kind.PROPOSED}
