"""Rows of several decisions that are one product."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from extract.model import Act, Kind, Product

RICE = Product(
    "", 0, "Gạo sạch Đông Hòa", producer="HTX nông nghiệp Đông Hòa", stars=3, province34="Nghệ An"
)


def last(products: pd.DataFrame) -> pd.Series:
    return products.sort_values(["decision_date", "document_id", "row"]).iloc[-1]


@pytest.mark.parametrize(
    ("name", "producer"),
    [
        ("Gạo sạch Đông Hòa", "HTX nông nghiệp Đông Hòa"),
        ("GẠO SẠCH ĐÔNG HOÀ", "Hợp tác xã nông nghiệp Đông Hòa"),
        ("Gạo sạch Đông Hòa.", "HTX NN Đông Hòa"),
    ],
)
def test_the_same_product_after_three_years_is_renewed(desk, name: str, producer: str) -> None:
    first = desk.paper("12/QĐ-UBND", "2020-02-04", rows=(RICE,))
    desk.paper("77/QĐ-UBND", "2023-03-01", rows=(replace(RICE, name=name, producer=producer),))
    row = last(desk.products)
    assert (row["history"], row["earlier_document_id"], row["earlier_row"]) == ("renewed", first, 1)
    assert row["likeness"] >= 88
    assert desk.products["valid_until"].tolist() == ["2023-02-03", "2026-02-28"]


@pytest.mark.parametrize(("stars", "history"), [(4, "upgraded"), (3, "renewed"), (2, "lowered")])
def test_stars_tell_an_upgrade(desk, stars: int, history: str) -> None:
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=(RICE,))
    desk.paper("77/QĐ-UBND", "2021-03-01", rows=(replace(RICE, stars=stars),))
    assert last(desk.products)["history"] == history


@pytest.mark.parametrize(
    ("name", "producer", "province"),
    [
        ("Gạo sạch Đông Hòa", "HTX nông nghiệp Tây Sơn", "Nghệ An"),
        ("Miến dong Đông Hòa", "HTX nông nghiệp Đông Hòa", "Nghệ An"),
        ("Gạo sạch Đông Hòa", "HTX nông nghiệp Đông Hòa", "Hà Tĩnh"),
        ("Gạo sạch Đông Hòa", "", "Nghệ An"),
    ],
)
def test_another_producer_product_or_province_is_another(
    desk, name: str, producer: str, province: str
) -> None:
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=(RICE,))
    other = replace(RICE, name=name, producer=producer, province34=province)
    desk.paper("77/QĐ-UBND", "2023-03-01", rows=(other,))
    assert desk.products["history"].tolist() == ["first", "first"]


def test_a_decision_at_two_addresses_is_printed_twice(desk) -> None:
    desk.paper(rows=(RICE,))
    desk.paper(rows=(RICE,))
    assert sorted(desk.products["history"]) == ["first", "repeated"]


def test_a_correction_repeats(desk) -> None:
    desk.paper("12/QĐ-UBND", "2022-02-04", rows=(RICE,))
    desk.paper("90/QĐ-UBND", "2022-04-04", act=Act.AMENDS, rows=(RICE,))
    assert last(desk.products)["history"] == "repeated"


def test_what_recognises_nothing_has_no_history_and_no_end(desk) -> None:
    desk.paper("12/QĐ-UBND", "2020-02-04", rows=(RICE,))
    taken = replace(RICE, standing=Kind.WITHDRAWN)
    desk.paper("13/QĐ-UBND", "2022-02-04", act=Act.REVOKES, rows=(taken,))
    row = last(desk.products)
    assert row["history"] == "none"
    assert pd.isna(row["valid_until"])


def test_a_doubt_sends_a_row_to_review(desk) -> None:
    desk.paper(rows=(replace(RICE, reasons=("score_outside_band",)), replace(RICE, name="Miến")))
    assert desk.products["for_review"].tolist() == [True, False]
