"""Producer and address that no sign parts, as where the lines of a cell ran together."""

from __future__ import annotations

import pytest

from extract.model import Span
from extract.products.names import with_address


@pytest.mark.parametrize(
    ("cell", "name", "address"),
    [
        ("HTX Tân Phú Xanh Ấp Tân Bắc, xã Tân Phú", "HTX Tân Phú Xanh", "Ấp Tân Bắc, xã Tân Phú"),
        (
            "Công ty TNHH Út Hạnh Số 18, đường Hùng Vương, phường 5",
            "Công ty TNHH Út Hạnh",
            "Số 18, đường Hùng Vương, phường 5",
        ),
        (
            "Cơ sở Ba Nhựt Khu phố 2, thị trấn Gò Quao",
            "Cơ sở Ba Nhựt",
            "Khu phố 2, thị trấn Gò Quao",
        ),
        ("HKD Lê Thị Na Tổ 3, ấp Hòa, xã An Bình", "HKD Lê Thị Na", "Tổ 3, ấp Hòa, xã An Bình"),
    ],
)
def test_the_address_is_parted(cell: str, name: str, address: str) -> None:
    found, where = with_address(Span(0, len(cell), cell))
    assert where is not None
    assert (found.text, where.text) == (name, address)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Cơ sở Xóm Lưới, xã Phước Hải", "Cơ sở Xóm Lưới"),  # its proper name
        ("HTX chè Bản Liền, xã Bản Liền", "HTX chè Bản Liền"),
        ("HTX Đường Lâm, thị xã Sơn Tây", "HTX Đường Lâm"),
        ("Tổ hợp tác Đường thốt nốt, xã Ô Lâm", "Tổ hợp tác Đường thốt nốt"),
    ],
)
def test_a_name_keeps_its_proper_part(cell: str, name: str) -> None:
    assert with_address(Span(0, len(cell), cell))[0].text == name
