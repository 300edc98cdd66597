"""Checks of a list: what fails is an issue, and a doubt of the rows concerned."""

import pytest

from products.annexes import PLAIN, RICE, TEA, TITLE, decision, listed, row, wide


def codes(found):
    return [issue.code for issue in found.issues]


def line(number, name, score="86", stars="4 sao"):
    return row(number, name, f"HTX {name}", "xã Nghi Văn", score, stars)


def test_rows_against_the_head():
    found = listed([TITLE, PLAIN, wide("Hạng 4 sao: 03 sản phẩm", 6, "I"), line("1", "Gạo Sim")])
    assert codes(found) == ["rows_against_head"]
    assert found.products[0].reasons == ("rows_against_head",)


@pytest.mark.parametrize(
    ("numbers", "code"), [(("1", "3"), "number_gap"), (("1", "1"), "number_repeated")]
)
def test_gaps_and_repeats_of_numbers(numbers, code):
    found = listed([TITLE, PLAIN, line(numbers[0], "Gạo Sim"), line(numbers[1], "Chè Sim")])
    assert codes(found) == [code]
    assert code in found.products[1].reasons


@pytest.mark.parametrize(
    ("score", "stars", "date", "fails"),
    [
        ("66", "4 sao", "2022-01-11", True),
        ("70", "4 sao", "2022-01-11", False),
        ("89,9", "4 sao", "2024-01-11", False),
        ("90", "4 sao", "2024-01-11", True),
        ("66", "4 sao", "2019-01-11", False),
    ],
)
def test_scores_against_the_bands_of_the_law_in_force(score, stars, date, fails):
    found = listed([TITLE, PLAIN, line("1", "Gạo Sim", score, stars)], decision(date=date))
    assert ("score_against_stars" in codes(found)) is fails
    assert bool(found.products[0].reasons) is fails


def test_a_row_twice():
    found = listed([TITLE, PLAIN, line("1", "Gạo Sim"), line("2", "Gạo Sim")])
    assert codes(found) == ["duplicate_row"]
    assert all("duplicate_row" in product.reasons for product in found.products)


def test_a_score_over_a_hundred_is_no_score():
    (product,) = listed([TITLE, PLAIN, line("1", "Gạo Sim", "865")]).products
    assert product.score is None
    assert "score_over_100" in product.reasons


@pytest.mark.parametrize("stars", ["6 sao", "0", "7"])
def test_stars_outside_the_classes_are_no_stars(stars):
    (product,) = listed([TITLE, PLAIN, line("1", "Gạo Sim", "86", stars)]).products
    assert product.stars is None
    assert product.reasons


def test_what_did_not_pass_is_not_recognised():
    (product,) = listed([TITLE, PLAIN, line("1", "Gạo Sim", "46", "Không đạt")]).products
    assert product.stars is None
    assert "not_recognised" in product.reasons


@pytest.mark.parametrize(
    "broken",
    [
        row("2", "", "HTX Đồi Sim", "xã Nghi Lâm", "62", "3 sao"),
        row("2", "12", "HTX Đồi Sim", "xã Nghi Lâm", "62", "3 sao"),
        row("2", "Chè Đồi Sim", "HTX Đồi Sim", "3 sao"),
    ],
)
def test_rows_that_do_not_parse_are_issues_with_their_text(broken):
    found = listed([TITLE, PLAIN, RICE, broken])
    assert len(found.products) == 1
    (issue,) = [issue for issue in found.issues if issue.code == "unread_row"]
    assert issue.span is not None
    assert "HTX Đồi Sim" in issue.span.text


def test_no_row_is_lost():
    rows = [RICE, TEA, row("", "Chè", "", "", "", ""), row("x", "9", "", "", "", "3")]
    found = listed([TITLE, PLAIN, *rows])
    unread = sum(issue.code == "unread_row" for issue in found.issues)
    assert len(found.products) + unread + len(found.heads) == len(rows)


def test_a_closing_line_that_counts_the_rows_is_no_head():
    found = listed([TITLE, PLAIN, RICE, TEA, wide("Danh sách có 02 sản phẩm của 02 đơn vị.", 6)])
    assert found.issues == ()
    found = listed([TITLE, PLAIN, RICE, TEA, wide("Danh sách có 03 sản phẩm của 02 đơn vị.", 6)])
    assert [issue.code for issue in found.issues] == ["rows_against_head"]


def test_a_table_of_targets_lists_no_products():
    titles = row("STT", "Xã, phường", "Sản phẩm mới", "Sản phẩm đánh giá lại", "Ghi chú")
    body = [
        row("1", "Phường An Sim", "3", "1", "01 sản phẩm 4 sao"),
        row("2", "Xã Năm Sim", "2", "2", ""),
    ]
    found = listed(["CHỈ TIÊU SẢN PHẨM OCOP GIAO CÁC XÃ, PHƯỜNG", titles, *body])
    assert (found.products, found.issues) == ((), ())


def test_a_head_of_an_empty_part_closes_nothing():
    empty = wide("II. Sản phẩm tiềm năng 5 sao: 02 sản phẩm", 6)
    assert codes(listed([TITLE, PLAIN, RICE, TEA, empty])) == ["rows_against_head"]


def test_figures_beside_producers_are_rows_that_were_not_read():
    figures = [line("1", "1975"), line("2", "368")]
    assert codes(listed([TITLE, PLAIN, *figures])) == ["unread_row", "unread_row"]


def test_numbers_may_begin_anew_below_each_head():
    first, second = wide("I. Huyện Nghi Lộc", 6), wide("II. Huyện Yên Thành", 6)
    again = row("1", "Mắm Cửa Sót", "HTX Na", "xã Tăng Thành", "61", "3 sao")
    assert not listed((TITLE, PLAIN, first, RICE, second, again)).issues
    repeated = listed((TITLE, PLAIN, first, RICE, again)).issues
    assert [issue.code for issue in repeated] == ["number_repeated"]
