"""Annexes of a recognition that list what it does not recognise."""

from __future__ import annotations

import pytest

from extract.model import Kind
from products.annexes import PLAIN, RICE, TEA, TITLE, listed, row

LOST = row("1", "Bánh phồng Kiến Sim", "Hộ Lê Thị Na", "xã Nghi Văn, huyện Nghi Lộc", "46", "")


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH SẢN PHẨM CHƯA ĐẠT, KHÔNG CÔNG NHẬN",
        "Danh sách sản phẩm không đạt hạng sao OCOP đợt 2",
        "DANH MỤC SẢN PHẨM OCOP CHƯA ĐƯỢC CÔNG NHẬN",
        "Các sản phẩm dự thi không đủ điểm xếp hạng",
        "Sản phẩm bị loại",
    ],
)
def test_an_annex_of_what_failed_recognises_nothing(title: str) -> None:
    found = listed(["PHỤ LỤC I", TITLE, PLAIN, RICE, TEA, "PHỤ LỤC II", title, PLAIN, LOST])
    assert [p.standing for p in found.products] == [Kind.NEW, Kind.NEW, Kind.ASSESSED]
    assert [p.stars for p in found.products] == [4, 3, None]


@pytest.mark.parametrize(
    "title",
    ["DANH SÁCH SẢN PHẨM ĐẠT VÀ KHÔNG ĐẠT", "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN", TITLE],
)
def test_other_titles_take_nothing_away(title: str) -> None:
    found = listed(["PHỤ LỤC I", title, PLAIN, RICE])
    assert [p.standing for p in found.products] == [Kind.NEW]
