"""Products that papers name without a table, and tables of unusual titles."""

import pytest

from extract.model import Act, Article, Kind, Span
from products.annexes import decision, listed, row

ARTICLE = "Điều 1. Công nhận 03 sản phẩm OCOP hạng 4 sao, gồm:"


def rows_of(found):
    return [(p.name, p.producer, p.stars) for p in found.products]


def single(text):
    span = Span(0, len(text), text)
    return listed([text], decision(articles=(Article(1, span, Act.RECOGNISES),)))


def test_producers_before_their_products():
    found = listed(
        [
            ARTICLE,
            "- Hợp tác xã Khe Sim (huyện Nghi Lộc): Gạo nếp Khe Sim và Bún khô Khe Sim.",
            "- Công ty TNHH Đồi Sim (thị xã Cửa Lò): Trà gừng và mật ong.",
        ]
    )
    assert rows_of(found) == [
        ("Gạo nếp Khe Sim", "Hợp tác xã Khe Sim", 4),
        ("Bún khô Khe Sim", "Hợp tác xã Khe Sim", 4),
        ("Trà gừng và mật ong", "Công ty TNHH Đồi Sim", 4),
    ]
    assert ["row_split" in p.reasons for p in found.products] == [True, True, False]


@pytest.mark.parametrize(
    "lines",
    [
        ["- Sở Nông nghiệp: Gửi hồ sơ;", "- Kho bạc: Cấp kinh phí."],
        ["- Hợp tác xã Khe Sim: được sử dụng logo;", "- Công ty Đồi Sim: chịu trách nhiệm."],
    ],
)
def test_duties_are_no_products(lines):
    assert listed([ARTICLE, *lines]).products == ()


def test_the_one_product_of_an_article():
    found = single(
        "Điều 1. Công nhận sản phẩm Gạo Khe Sim của HTX Khe Sim (xã Nghi Văn) đạt 3 sao, "
        "số điểm 67,5."
    )
    assert rows_of(found) == [("Gạo Khe Sim", "HTX Khe Sim", 3)]
    assert found.products[0].score == 67.5


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Công nhận sản phẩm của các hợp tác xã, công ty đạt 3 sao.",
        "Điều 1. Công nhận sản phẩm đạt 4 sao của HTX Khe Sim.",
        "Điều 1. Công nhận 05 sản phẩm OCOP của HTX Khe Sim.",
    ],
)
def test_articles_that_name_no_product(text):
    assert single(text).products == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [("Sản phẩm Gạo Khe Sim", "Gạo Khe Sim"), ("Sản phẩm du lịch Khe Sim",) * 2],
)
def test_the_noun_before_a_name_is_no_part_of_it(said, name):
    lines = [f"{n}. {said}, của HTX Khe Sim, địa chỉ: xã Nghi Văn, đạt 3 sao;" for n in (1, 2)]
    assert {(p.name, p.stars) for p in listed([ARTICLE, *lines]).products} == {(name, 3)}


def test_titles_that_nobody_knows_are_no_product():
    found = listed(
        [
            "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN",
            row("TT", "Tên SP", "XYZ", "QRS", "Hạng"),
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "a", "4 sao"),
            row("TT", "Tên hàng", "XYZ", "QRS", "Hạng"),
            row("2", "Chè Đồi Sim", "HTX Đồi Sim", "b", "3 sao"),
        ]
    )
    assert [p.name for p in found.products] == ["Gạo Khe Sim", "Chè Đồi Sim"]


def test_the_last_body_that_gave_points_decides():
    found = listed(
        [
            "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN",
            row("TT", "Tên sản phẩm", "Chủ thể", "Kết quả chấm", "", "Hạng sao"),
            row("", "", "", "Cấp huyện", "Cấp tỉnh", ""),
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "80", "72,5", "4 sao"),
        ]
    )
    assert [p.score for p in found.products] == [72.5]


@pytest.mark.parametrize(
    ("scores", "read"),
    [("66,5\n58", [66.5, 58]), ("66,5 58", [66.5, 58]), ("66,5", [66.5, 66.5])],
)
def test_several_products_of_one_cell_have_points_of_their_own(scores, read):
    found = listed(
        [
            "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN",
            row("TT", "Tên sản phẩm", "Chủ thể", "Điểm", "Hạng sao"),
            row("1", "- Gạo Khe Sim\n- Bún Khe Sim", "HTX Khe Sim", scores, "3 sao"),
        ]
    )
    assert [p.score for p in found.products] == read


def test_an_annex_of_what_is_taken_back_in_a_paper_that_recognises():
    found = listed(
        [
            "PHỤ LỤC I. SẢN PHẨM ĐƯỢC CÔNG NHẬN",
            row("TT", "Tên sản phẩm", "Chủ thể", "Sao"),
            row("1", "Gạo Khe Sim", "HTX Khe Sim", "3"),
            "PHỤ LỤC II. SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN",
            row("TT", "Tên sản phẩm", "Chủ thể", "Sao"),
            row("1", "Chè Đồi Sim", "HTX Đồi Sim", "3"),
        ]
    )
    assert [p.standing for p in found.products] == [Kind.NEW, Kind.WITHDRAWN]
