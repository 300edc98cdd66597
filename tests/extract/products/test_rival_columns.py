"""Columns that hold the same thing: what an amendment corrects, and what it only prints twice."""

import pytest

from extract.products.column_titles import read_title
from extract.products.columns import Column, Holds
from extract.products.rival_columns import without_old
from extract.text.normalise import fold
from products.annexes import cell, decision, listed, row


@pytest.mark.parametrize(
    ("old", "corrected"),
    [
        ("Chủ thể đã ghi", "Chủ thể ghi đúng"),
        ("Tên chủ thể ghi sai", "Tên chủ thể đúng"),
        ("Chủ thể cũ", "Chủ thể mới"),
        ("Chủ thể (đã ghi)", "Chủ thể (ghi đúng)"),
        ("Chủ thể trước khi điều chỉnh", "Chủ thể sau khi điều chỉnh"),
        ("Chủ thể ghi tại Quyết định số 12/QĐ-UBND", "Chủ thể sửa thành"),
    ],
)
def test_of_two_columns_of_an_amendment_the_corrected_one_holds(old, corrected):
    for order in ((old, corrected), (corrected, old)):
        titles = [fold(title) for title in order]
        held = without_old([read_title([title]) for title in titles], titles)
        told = dict(zip(order, held, strict=True))
        assert told == {old: Column(Holds.OTHER), corrected: Column(Holds.PRODUCER)}


@pytest.mark.parametrize("old", ["Địa chỉ cũ", "Địa chỉ (cũ)", "Địa chỉ trước khi điều chỉnh"])
def test_an_old_column_that_nothing_corrects_holds(old):
    titles = [fold("Chủ thể"), fold(old)]
    held = without_old([read_title([title]) for title in titles], titles)
    assert held == (Column(Holds.PRODUCER), Column(Holds.ADDRESS))


def test_an_old_class_is_the_class_before():
    assert read_title([fold("Hạng sao cũ")]) == Column(Holds.BEFORE)


def _printed_twice(*second):
    """An amendment whose halves stand under heads that do not tell which is in force."""
    first, other = cell("Lần thứ nhất"), cell("Lần thứ hai")
    halves = row("TT", first, first, other, other, "Hạng sao")
    titles = row("TT", "Tên sản phẩm", "Chủ thể", "Tên sản phẩm", "Chủ thể", "Hạng sao")
    rice = row("1", "Gạo nếp Khe Sim", "HTX Khe Sim", *second, "4 sao")
    return listed([halves, titles, rice], decision())


@pytest.mark.parametrize(
    "second",
    [("Gạo nếp Khe Sâm", "HTX Khe Sim"), ("Gạo nếp Khe Sim", "HTX Khe Sâm"), ("", "HTX Khe Sâm")],
)
def test_a_row_that_two_columns_of_one_title_tell_otherwise_goes_to_review(second):
    (rice,) = _printed_twice(*second).products
    assert (rice.name, rice.stars) == ("Gạo nếp Khe Sim", 4)
    assert "columns_disagree" in rice.reasons


@pytest.mark.parametrize("second", [("", ""), ("gạo nếp  Khe Sim", "HTX Khe Sim"), ("-", "-")])
def test_what_is_printed_twice_alike_is_no_doubt(second):
    (rice,) = _printed_twice(*second).products
    assert rice.reasons == ()


def test_a_title_merged_over_two_columns_is_no_repetition():
    maker = cell("Chủ thể")
    titles = row("TT", "Tên sản phẩm", maker, maker, "Hạng sao")
    rice = row("1", "Gạo nếp Khe Sim", "HTX Khe Sim", "Bà Lê Thị Na", "4 sao")
    (found,) = listed([titles, rice], decision()).products
    assert (found.producer, found.reasons) == ("HTX Khe Sim", ())
