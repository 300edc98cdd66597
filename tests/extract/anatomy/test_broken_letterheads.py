"""Letterheads whose column is too narrow for the name of the unit."""

import pytest

from extract.claims.scene import build
from extract.documents.plain import from_text

REST = """
Số: 3544/QĐ-UBND
{seat}, ngày 14 tháng 12 năm 2020

QUYẾT ĐỊNH
Về việc công nhận sản phẩm OCOP năm 2020

Điều 1. Công nhận 11 sản phẩm OCOP.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""


def issuer(head, seat):
    text = f"{head}{REST.format(seat=seat)}"
    return build(from_text(text, document_id="t")).decision.issuer


@pytest.mark.parametrize(
    ("head", "seat", "name", "unit"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG\nNAM", "Quảng Nam", "TỈNH QUẢNG NAM", "Quảng Nam"),
        ("ỦY BAN NHÂN DÂN\nTỈNH LÂM\nĐỒNG", "Đà Lạt", "TỈNH LÂM ĐỒNG", "Lâm Đồng"),
        ("ỦY BAN NHÂN DÂN HUYỆN MÙ CANG\nCHẢI", "Mù Cang Chải", "MÙ CANG CHẢI", "Mù Cang Chải"),
    ],
)
def test_a_name_may_go_on_in_the_next_line(head, seat, name, unit):
    read = issuer(head, seat)
    assert read.name.endswith(name)
    assert read.place.name == unit


@pytest.mark.parametrize(
    ("head", "seat", "name"),
    [
        # the name is whole already
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nMẬT", "Quảng Nam", "TỈNH QUẢNG NAM"),
        ("ỦY BAN NHÂN DÂN TỈNH BẮC GIANG\nTHÀNH", "Bắc Giang", "TỈNH BẮC GIANG"),
        # no unit is called so
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG\nKHẨN", "Quảng Nam", "TỈNH QUẢNG"),
    ],
)
def test_another_line_is_no_part_of_the_name(head, seat, name):
    assert issuer(head, seat).name.endswith(name)
