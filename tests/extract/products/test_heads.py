"""Heads inside and above lists: what they give, and how long they hold."""

import pytest

from extract.model import Group, Kind
from products.annexes import PLAIN, RICE, TEA, TITLE, cell, decision, listed, row, wide

TITLES = row("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm")
A = row("1", "Gạo Khe Sim", "HTX Khe Sim", "xã Nghi Văn", "86")
B = row("2", "Chè Đồi Sim", "HTX Đồi Sim", "xã Nghi Lâm", "84")
C = row("3", "Mắm Cửa Sót", "HKD Cửa Sót", "xã Nghi Yên", "66")


def test_stars_and_counts_of_heads():
    found = listed(
        [
            TITLE,
            TITLES,
            wide("Sản phẩm được công nhận hạng 4 sao, gồm 02 sản phẩm", 5, "I"),
            A,
            B,
            wide("Sản phẩm được công nhận hạng 3 sao, gồm 01 sản phẩm", 5, "II"),
            C,
        ]
    )
    assert [p.stars for p in found.products] == [4, 4, 3]
    assert [(h.stars, h.count, h.rows) for h in found.heads] == [(4, 2, (1, 2)), (3, 1, (3,))]
    assert found.issues == ()


def test_three_levels_close_each_other():
    found = listed(
        [
            TITLE,
            TITLES,
            wide("HUYỆN NGHI LỘC", 5, "A"),
            wide("Hạng 4 sao", 5, "I"),
            wide("Nhóm thực phẩm", 5, "1"),
            A,
            wide("Nhóm đồ uống", 5, "2"),
            B,
            wide("HUYỆN YÊN THÀNH", 5, "B"),
            wide("Hạng 3 sao", 5, "I"),
            C,
        ]
    )
    assert [(p.district, p.stars, p.group) for p in found.products] == [
        ("Nghi Lộc", 4, Group.FOOD),
        ("Nghi Lộc", 4, Group.DRINK),
        ("Yên Thành", 3, None),
    ]


def test_heads_without_labels_close_heads_of_their_sort():
    found = listed(
        [
            TITLE,
            TITLES,
            wide("Sản phẩm công nhận lại", 5),
            A,
            wide("Sản phẩm nâng hạng từ 3 sao lên 4 sao", 5),
            B,
            wide("Sản phẩm công nhận mới", 5),
            C,
        ]
    )
    assert [(p.standing, p.stars_before) for p in found.products] == [
        (Kind.RE_RECOGNISED, None),
        (Kind.UPGRADED, 3),
        (Kind.NEW, None),
    ]


def test_heads_are_lines_above_tables_of_their_own():
    found = listed(
        [
            TITLE,
            "I. Sản phẩm đạt hạng 4 sao",
            TITLES,
            A,
            B,
            "II. Sản phẩm đạt hạng 3 sao",
            TITLES,
            row("1", "Mắm Cửa Sót", "HKD Cửa Sót", "xã Nghi Yên", "66"),
        ]
    )
    assert [p.stars for p in found.products] == [4, 4, 3]
    assert found.issues == ()


def test_the_title_of_the_annex_gives_its_class():
    found = listed(["PHỤ LỤC I", "DANH SÁCH SẢN PHẨM OCOP 4 SAO NĂM 2021", TITLES, A, B,
                    "PHỤ LỤC II", "DANH SÁCH SẢN PHẨM OCOP 3 SAO NĂM 2021", TITLES, C])  # fmt: skip
    assert [p.stars for p in found.products] == [4, 4, 3]


@pytest.mark.parametrize(
    "title", ["DANH SÁCH SẢN PHẨM OCOP ĐẠT TỪ 3 SAO TRỞ LÊN", "SẢN PHẨM ĐẠT 3 - 4 SAO"]
)
def test_several_classes_give_none(title):
    found = listed([title, TITLES, A])
    assert found.products[0].stars is None
    assert "stars_unknown" in found.products[0].reasons


def test_a_later_part_without_titles_keeps_the_columns():
    found = listed([TITLE, PLAIN, RICE, "(tiếp theo)", TEA])
    assert [(p.name, p.stars) for p in found.products] == [
        ("Gạo nếp Khe Sim", 4),
        ("Chè Đồi Sim", 3),
    ]


def test_repeated_titles_are_no_rows():
    assert len(listed([TITLE, PLAIN, RICE, PLAIN, TEA]).products) == 2


def test_columns_without_any_titles_are_told_by_content():
    found = listed([TITLE, RICE, TEA])
    assert [(p.name, p.producer, p.stars, p.score) for p in found.products] == [
        ("Gạo nếp Khe Sim", "HTX Khe Sim", 4, 86.5),
        ("Chè Đồi Sim", "Công ty TNHH Đồi Sim", 3, 62.0),
    ]


def test_producers_head_their_products():
    found = listed(
        [
            TITLE,
            row("TT", "Tên sản phẩm", "Điểm", "Hạng sao"),
            wide("HTX Khe Sim", 4, "I"),
            row("1", "Gạo nếp", "86", "4 sao"),
            wide("Công ty TNHH Đồi Sim", 4, "II"),
            row("1", "Chè búp", "62", "3 sao"),
        ]
    )
    assert [p.producer for p in found.products] == ["HTX Khe Sim", "Công ty TNHH Đồi Sim"]


@pytest.mark.parametrize(
    "rows",
    [
        [row("TT", "Tên chủ thể", "Địa chỉ"), row("1", "HTX Khe Sim", "xã Nghi Văn")],
        [row("TT", "Họ và tên", "Chức vụ"), row("1", "Lê Thị Na", "Chủ tịch hội đồng")],
        [row("TT", "Tiêu chí", "Điểm"), row("1", "Nguồn gốc sản phẩm", "5")],
        [row("TT", "Tên sản phẩm", "Chủ thể", "Kinh phí hỗ trợ"), row("1", "Gạo", "HTX A", "20")],
        [row("Nơi nhận: - Như Điều 3;", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn Na")],
    ],
)
def test_other_tables_of_a_decision_are_no_products(rows):
    assert listed([TITLE, *rows]).products == ()


def test_other_schemes_are_no_products():
    title = "DANH SÁCH SẢN PHẨM CÔNG NGHIỆP NÔNG THÔN TIÊU BIỂU"
    assert (
        listed([title, row("TT", "Tên sản phẩm", "Chủ thể"), row("1", "Gạo", "HTX A")]).products
        == ()
    )


def test_totals_are_checks_and_no_products():
    result = cell("Phân hạng")
    titles = [
        row("TT", "Tên sản phẩm", "Chủ thể", result, result),
        row("TT", "Tên sản phẩm", "Chủ thể", "3 sao", "4 sao"),
    ]
    lines = [row("1", "Gạo", "HTX A", "", "x"), row("2", "Chè", "HTX B", "x", "")]
    good = listed([TITLE, *titles, *lines, row("Tổng cộng", "", "", "1", "1")])
    assert len(good.products) == 2
    assert good.issues == ()
    bad = listed([TITLE, *titles, *lines, row("Tổng cộng", "", "", "1", "2")])
    assert [issue.code for issue in bad.issues] == ["rows_against_total"]


def test_products_sent_to_the_province_are_proposed():
    found = listed(
        [
            TITLE,
            TITLES,
            wide("Đề nghị UBND tỉnh đánh giá, phân hạng 4 sao (01 sản phẩm)", 5, "I"),
            A,
        ],
        decision(),
    )
    assert found.products[0].standing is Kind.PROPOSED


def test_a_head_may_print_the_address_of_its_producer():
    head = "I. Hợp tác xã Khe Sim - Xóm Sim, xã Nghi Văn, huyện Nghi Lộc"
    titles = row("STT", "Tên sản phẩm", "Điểm", "Hạng sao")
    rice = row("1", "Gạo nếp Khe Sim", "68,75", "3 sao")
    (found,) = listed((TITLE, titles, wide(head, 4), rice)).products
    assert (found.producer, found.commune) == ("Hợp tác xã Khe Sim", "Nghi Văn")
