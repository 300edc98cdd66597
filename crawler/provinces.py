"""Provinces of both maps: 63 until 2025-06-30, 34 since 2025-07-01, and how one became the other.

GSO codes, from Resolution 202/2025/QH15 (the mergers) and Decision 19/2025/QĐ-TTg (the
codes). A code alone names no province: 15 is Yên Bái on the old map and Lào Cai on the new.
"""

from __future__ import annotations

from typing import NamedTuple

_MERGERS = """
01 Hà Nội: 01 Hà Nội
04 Cao Bằng: 04 Cao Bằng
08 Tuyên Quang: 02 Hà Giang, 08 Tuyên Quang
11 Điện Biên: 11 Điện Biên
12 Lai Châu: 12 Lai Châu
14 Sơn La: 14 Sơn La
15 Lào Cai: 10 Lào Cai, 15 Yên Bái
19 Thái Nguyên: 06 Bắc Kạn, 19 Thái Nguyên
20 Lạng Sơn: 20 Lạng Sơn
22 Quảng Ninh: 22 Quảng Ninh
24 Bắc Ninh: 24 Bắc Giang, 27 Bắc Ninh
25 Phú Thọ: 17 Hòa Bình, 25 Phú Thọ, 26 Vĩnh Phúc
31 Hải Phòng: 30 Hải Dương, 31 Hải Phòng
33 Hưng Yên: 33 Hưng Yên, 34 Thái Bình
37 Ninh Bình: 35 Hà Nam, 36 Nam Định, 37 Ninh Bình
38 Thanh Hóa: 38 Thanh Hóa
40 Nghệ An: 40 Nghệ An
42 Hà Tĩnh: 42 Hà Tĩnh
44 Quảng Trị: 44 Quảng Bình, 45 Quảng Trị
46 Huế: 46 Huế
48 Đà Nẵng: 48 Đà Nẵng, 49 Quảng Nam
51 Quảng Ngãi: 51 Quảng Ngãi, 62 Kon Tum
52 Gia Lai: 52 Bình Định, 64 Gia Lai
56 Khánh Hòa: 56 Khánh Hòa, 58 Ninh Thuận
66 Đắk Lắk: 54 Phú Yên, 66 Đắk Lắk
68 Lâm Đồng: 60 Bình Thuận, 67 Đắk Nông, 68 Lâm Đồng
75 Đồng Nai: 70 Bình Phước, 75 Đồng Nai
79 Hồ Chí Minh: 74 Bình Dương, 77 Bà Rịa - Vũng Tàu, 79 Hồ Chí Minh
80 Tây Ninh: 72 Tây Ninh, 80 Long An
82 Đồng Tháp: 82 Tiền Giang, 87 Đồng Tháp
86 Vĩnh Long: 83 Bến Tre, 84 Trà Vinh, 86 Vĩnh Long
91 An Giang: 89 An Giang, 91 Kiên Giang
92 Cần Thơ: 92 Cần Thơ, 93 Hậu Giang, 94 Sóc Trăng
96 Cà Mau: 95 Bạc Liêu, 96 Cà Mau
"""


class Province(NamedTuple):
    """A province of one map. ``regime`` is the number of provinces on that map."""

    regime: int
    code: str
    name: str


def _named(regime: int, text: str) -> Province:
    code, _, name = text.strip().partition(" ")
    return Province(regime, code, name)


PREDECESSORS: dict[Province, tuple[Province, ...]] = {
    _named(34, after): tuple(_named(63, one) for one in before.split(","))
    for after, _, before in (line.partition(":") for line in _MERGERS.strip().splitlines())
}
"""Each province of today with those of the old map that it was made of."""

SUCCESSOR: dict[Province, Province] = {
    old: new for new, olds in PREDECESSORS.items() for old in olds
}
"""Each province of the old map with the one of today that it is part of."""

PROVINCES: dict[tuple[int, str], Province] = {
    (one.regime, one.code): one for one in (*SUCCESSOR, *PREDECESSORS)
}
"""Provinces of both maps, by regime and code."""

REGIMES = (63, 34)
