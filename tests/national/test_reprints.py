"""A decision that a portal publishes in several forms: its products count once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Act, Kind, Product
from national.product_query import Wanted, distinct, find_products, left_out

RICE = Product("", 0, "Gạo ST24", number="1", producer="HTX An Phú", stars=4, province34="Nghệ An")
RICE25 = replace(RICE, name="Gạo ST25", number="2")
HONEY = replace(RICE, name="Mật ong hoa nhãn", number="3", stars=3)
LIST = (RICE, RICE25, HONEY)


def histories(desk) -> dict[str, list[str]]:
    return desk.products.groupby("document_id")["history"].agg(list).to_dict()


def test_a_scan_that_misreads_names_repeats_all_the_same(desk) -> None:
    page = desk.paper(rows=LIST)
    read = ("Gao ST24", "Gạo 5T25", "Mât onq hoa nhan")
    names = zip(LIST, read, strict=True)
    scan = desk.paper(
        rows=tuple(replace(row, name=name, producer="HIX An Phu") for row, name in names)
    )
    assert histories(desk) == {page: ["first"] * 3, scan: ["repeated"] * 3}
    again = desk.products[desk.products["document_id"] == scan]
    assert again["earlier_document_id"].tolist() == [page] * 3
    assert again["earlier_row"].tolist() == [1, 2, 3]


def test_the_fullest_document_stands(desk) -> None:
    part = desk.paper(rows=LIST[:2])
    whole = desk.paper(rows=LIST)
    assert histories(desk) == {part: ["repeated"] * 2, whole: ["first"] * 3}


def test_a_second_annex_of_the_decision_is_no_reprint(desk) -> None:
    """The rows of 3 stars stand in one file, those of 4 stars in another."""
    third = replace(HONEY, name="Chè Shan tuyết", number="1", producer="HTX Tân Sơn")
    desk.paper(rows=LIST)
    desk.paper(rows=(third,))
    assert sorted(desk.products["history"]) == ["first"] * 4


def test_the_same_number_of_another_province_is_another_decision(desk) -> None:
    desk.paper(rows=LIST)
    desk.paper(place="Hà Tĩnh", rows=tuple(replace(row, province34="Hà Tĩnh") for row in LIST))
    assert set(desk.products["history"]) == {"first"}


def test_entrants_are_printed_again_too(desk) -> None:
    entrants = tuple(replace(row, standing=Kind.REGISTERED) for row in LIST)
    desk.paper(act=Act.LISTS, rows=entrants)
    desk.paper(act=Act.LISTS, rows=entrants)
    assert sorted(desk.products["history"]) == ["none"] * 3 + ["repeated"] * 3
    asked = Wanted(standing="registered")
    assert len(find_products(desk.products, asked)) == 3
    assert left_out(desk.products, asked) == (3, 0)


def test_goods_of_one_producer_that_differ_in_a_number_are_two(desk) -> None:
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=(RICE,))
    desk.paper("77/QĐ-UBND", "2023-03-01", rows=(RICE25,))
    assert desk.products["history"].tolist() == ["first", "first"]


def test_rows_of_one_annex_are_products_of_their_own(desk) -> None:
    black = replace(RICE, name="Trà sen Tây Hồ loại đặc biệt")
    green = replace(RICE, name="Trà sen Tây Hồ loại đặc sản")
    desk.paper(rows=(black, green, green))
    assert desk.products["history"].tolist() == ["first", "first", "repeated"]


@pytest.mark.parametrize("date", [None, "2022-05-20"])
def test_a_list_without_number_of_the_same_or_no_day_repeats(desk, date: str | None) -> None:
    dated = desk.paper(rows=LIST)
    loose = desk.paper(None, date, rows=LIST)
    assert histories(desk) == {dated: ["first"] * 3, loose: ["repeated"] * 3}


def test_a_renewed_product_is_one_product_recognised_twice(desk) -> None:
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=LIST)
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=LIST)  # its PDF
    desk.paper("77/QĐ-UBND", "2023-03-01", rows=(replace(RICE, standing=Kind.RE_RECOGNISED),))
    found = find_products(desk.products, Wanted())
    assert (len(found), distinct(found)) == (4, 3)
    assert left_out(desk.products, Wanted()) == (3, 0)


def test_two_stars_are_no_recognition(desk) -> None:
    desk.paper(rows=(RICE, replace(HONEY, stars=2), replace(HONEY, name="Tỏi đen", stars=None)))
    assert find_products(desk.products, Wanted())["name"].tolist() == ["Gạo ST24", "Tỏi đen"]
    assert left_out(desk.products, Wanted()) == (0, 1)


def test_what_is_asked_for_by_standing_leaves_out_reprints_alone(desk) -> None:
    """Recognised products are no rows "that recognise nothing" to who asks for entrants."""
    desk.paper(rows=LIST)
    entrants = tuple(replace(row, standing=Kind.REGISTERED) for row in LIST)
    for _ in range(2):
        desk.paper("90/QĐ-UBND", act=Act.LISTS, rows=entrants)
    asked = Wanted(standing="registered")
    assert left_out(desk.products, asked) == (3, 0)
    assert len(find_products(desk.products, replace(asked, every=True))) == 6
    assert left_out(desk.products, Wanted()) == (3, 3)
