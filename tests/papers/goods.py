"""Invented products and producers, in the words that producers choose; units are real.

Everything is drawn from one seeded source for each list, so a list never changes when
another one does.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from extract.model import Group, Kind, Maker
from papers.truth import Entry

PLACES = Path(__file__).parents[2] / "extract" / "places"

_FIRST = (
    "An", "Bình", "Cẩm", "Đại", "Gia", "Hải", "Hoàng", "Khánh", "Lam", "Long", "Minh", "Ngọc",
    "Phú", "Quảng", "Sơn", "Tân", "Thiên", "Trường", "Vạn", "Xuân",
)  # fmt: skip
_SECOND = (
    "Phát", "Thịnh", "Lộc", "Hưng", "Hà", "Giang", "Sơn", "Thủy", "Nguyên", "Tâm", "Vinh", "Khê",
    "Hòa", "Lâm", "Đức", "Nhung", "Mỹ", "Yên",
)  # fmt: skip
_FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Lò", "Giàng", "Vừ", "Nông", "Hà", "Quàng", "Sầm",
)  # fmt: skip
_MIDDLE = (
    "Thị", "Văn", "Đức", "Ngọc", "Minh", "Quang", "Hữu", "Thanh", "Kim", "Xuân", "Thúy", "Bá",
)  # fmt: skip
_GIVEN = (
    "Hạnh", "Tuấn", "Hường", "Dũng", "Lý", "Phượng", "Quý", "Thoa", "Vượng", "Uyên", "Khiêm",
    "Nhẫn", "Oanh", "Trọng", "Sáu", "Tươi", "Lụa", "Pênh",
)  # fmt: skip
_VILLAGES = (
    "thôn Đồng Ngâu", "bản Nà Lốc", "ấp Rạch Gừa", "khu 7", "thôn 3", "xóm Đình Hạ",
    "buôn Ea Tling", "thôn Khe Dẻ", "tổ dân phố 5", "ấp 4", "khóm Vĩnh Tiền", "bản Huổi Sấu",
)  # fmt: skip

_NAMES: dict[Group, tuple[str, ...]] = {
    Group.FOOD: (
        "Gạo tẻ thơm {b}", "Gạo nếp cái hoa vàng {b}", "Miến dong {b}", "Mật ong rừng {b}",
        "Mật ong 4 mùa {b}", "Chả mực giã tay {b}", "Nem chua {b}", "Giò lụa {b}",
        "Tôm nõn khô {b}", "Thịt trâu gác bếp {b}", "Măng nứa khô {b}", "Ruốc cá thu {b}",
        "Trứng gà ri {b} (hộp 10 quả)", "Bưởi da xanh {b}", "Nước mắm cá cơm {b} 40 độ đạm",
        "Bánh tráng nem {b}", "Kẹo lạc vừng {b}", "Hạt điều rang muối {b}",
        "Lạp xưởng hun khói {b}", "Muối tiêu rừng {b}", "Tương nếp {b}", "Cá bống kho tộ {b}",
        "Bún khô ngũ sắc {b}",
        "Khô cá lóc {b}", "Chuối sấy dẻo {b}", "Mắm tép chưng thịt {b}", "Bột rau má {b}",
        "Tỏi đen {b}", "Đông trùng hạ thảo sấy thăng hoa {b}", "Gạo ST {b} túi 5 kg",
    ),
    Group.DRINK: (
        "Trà túi lọc 20 gói {b}", "Chè Shan tuyết {b}", "Chè tôm nõn {b}", "Rượu 39 độ {b}",
        "Rượu nếp hạ thổ {b}", "Cà phê rang xay {b}", "Cà phê hòa tan 3 trong 1 {b}",
        "Nước ép dứa {b}", "Trà lá sen {b}", "Rượu men lá {b} 29,5%", "Trà hoa vàng {b}",
    ),
    Group.HERBAL: (
        "Cao cà gai leo {b}", "Tinh dầu tràm {b}", "Viên nghệ mật ong {b}", "Cao đinh lăng {b}",
        "Dầu sả chanh {b} 10 ml", "Bột sắn dây {b}", "Cao xoa bóp {b}",
    ),
    Group.CRAFT: (
        "Khăn dệt thổ cẩm {b}", "Giỏ mây tre đan {b}", "Bộ ấm chén gốm {b}", "Nón lá {b}",
        "Tranh ghép gỗ {b}", "Chiếu cói {b} 1,6 m", "Đèn lồng lụa {b}",
    ),
    Group.ORNAMENTAL: ("Mai vàng {b}", "Lan hồ điệp {b}", "Bonsai linh sam {b}"),
    Group.TOURISM: (
        "Điểm du lịch cộng đồng {b}", "Khu du lịch sinh thái {b}", "Dịch vụ lưu trú homestay {b}",
    ),
}  # fmt: skip
_WEIGHTS = {
    Group.FOOD: 62, Group.DRINK: 17, Group.HERBAL: 9, Group.CRAFT: 7, Group.ORNAMENTAL: 2,
    Group.TOURISM: 3,
}  # fmt: skip
_PRODUCERS: tuple[tuple[str, Maker, int], ...] = (
    ("Hợp tác xã nông nghiệp {b}", Maker.COOPERATIVE, 14),
    ("HTX Dịch vụ nông nghiệp tổng hợp {b}", Maker.COOPERATIVE, 14),
    ("HTX sản xuất và tiêu thụ nông sản an toàn {b}", Maker.COOPERATIVE, 8),
    ("Công ty TNHH {b}", Maker.COMPANY, 12),
    ("Công ty TNHH MTV Thực phẩm sạch {b}", Maker.COMPANY, 6),
    ("Công ty cổ phần Nông sản {b}", Maker.COMPANY, 8),
    ("Doanh nghiệp tư nhân {b}", Maker.COMPANY, 4),
    ("Hộ kinh doanh {p}", Maker.HOUSEHOLD, 16),
    ("HKD {b}", Maker.HOUSEHOLD, 6),
    ("Hộ sản xuất {p}", Maker.HOUSEHOLD, 4),
    ("Tổ hợp tác {b}", Maker.GROUP, 6),
    ("Cơ sở sản xuất {p}", Maker.OTHER, 6),
)


@dataclass(frozen=True, slots=True)
class District:
    """A district of the old map with communes of its province that its kind has."""

    name: str
    communes: tuple[str, ...]


@cache
def _rows(table: str) -> tuple[dict[str, str], ...]:
    with (PLACES / table).open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def _province_code(province: str, regime: int) -> str:
    for row in _rows("provinces.csv"):
        if row["name"] == province and row["regime"] == str(regime):
            return row["code"]
    raise KeyError(province)


@cache
def districts(province: str) -> tuple[District, ...]:
    """The districts of an old province ("huyện Yên Thành"), each with some communes.

    Which commune lies in which district is not in our tables, and no test asks it.
    """
    code = _province_code(province, 63)
    units = [r for r in _rows("districts.csv") if r["province_code"] == code and not r["valid_to"]]
    units = units or [r for r in _rows("districts.csv") if r["province_code"] == code]
    communes = [
        row
        for row in _rows("communes.csv")
        if row["old_province_code"] == code and not any(c.isdigit() for c in row["name"])
    ]
    found = []
    for at, unit in enumerate(units):
        kind = "xã" if unit["kind"] == "huyện" else "phường"
        fitting = [f"{kind} {row['name']}" for row in communes if row["kind"] == kind]
        step = max(1, min(len(units) // 2, len(fitting) // 3))
        share = fitting[at % step :: step] or [f"{kind} Trung Tâm"]
        found.append(District(f"{unit['kind']} {unit['name']}", tuple(share[:12])))
    return tuple(found)


@cache
def communes(province: str) -> tuple[str, ...]:
    """The communes and wards of a new province ("xã Tam Đường")."""
    code = _province_code(province, 34)
    return tuple(
        f"{row['kind']} {row['name']}"
        for row in _rows("communes.csv")
        if row["province_code"] == code and not any(c.isdigit() for c in row["name"])
    )


def person(draw: Random) -> str:
    return f"{draw.choice(_FAMILY)} {draw.choice(_MIDDLE)} {draw.choice(_GIVEN)}"


def entries(
    seed: str,
    province: str,
    counts: dict[int, int],
    *,
    regime: int = 63,
    units: int = 5,
    by_law: int = 148,
    within: str = "",
    several: float = 0.25,
) -> tuple[Entry, ...]:
    """Products of ``province``: ``counts`` of each star, grouped by star, then by district.

    ``units`` districts take part, or only the district ``within``. ``several`` is the share
    of producers with more than one product. Scores lie in the bands of the law in force
    (``by_law`` 1048 or 148: the same bands, half points only later).
    """
    draw = Random(f"{seed}/{province}")
    used: set[str] = set()
    where = _where(draw, province, regime, units, within)
    found: list[Entry] = []
    for stars, count in counts.items():
        places = sorted(draw.randrange(len(where)) for _ in range(count))
        previous: Entry | None = None
        for place in places:
            unit = where[place]
            entry = _entry(draw, used, stars, province, unit, by_law)
            if previous and previous.district == unit.name and draw.random() < several:
                entry = _of_producer(entry, previous)
            found.append(entry)
            previous = entry
    return tuple(found)


def _where(draw: Random, province: str, regime: int, units: int, within: str) -> Sequence[District]:
    if regime == 34:
        chosen = draw.sample(communes(province), units)
        return [District("", (commune,)) for commune in chosen]
    known = districts(province)
    if within:
        return [unit for unit in known if unit.name == within]
    return sorted(draw.sample(known, min(units, len(known))), key=known.index)


def _of_producer(entry: Entry, other: Entry) -> Entry:
    return replace(
        entry,
        producer=other.producer,
        maker=other.maker,
        village=other.village,
        commune=other.commune,
    )


def _entry(
    draw: Random, used: set[str], stars: int, province: str, unit: District, by_law: int
) -> Entry:
    group = draw.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()))[0]
    brand = f"{draw.choice(_FIRST)} {draw.choice(_SECOND)}"
    name = draw.choice(_NAMES[group]).format(b=brand)
    while name in used:
        brand = f"{draw.choice(_FIRST)} {draw.choice(_SECOND)}"
        name = draw.choice(_NAMES[group]).format(b=brand)
    used.add(name)
    pattern, maker, _ = draw.choices(_PRODUCERS, [weight for *_, weight in _PRODUCERS])[0]
    low, high = {2: (30, 49), 3: (50, 69), 4: (70, 89), 5: (90, 98)}[stars]
    score = (
        draw.randint(low * 2, high * 2) / 2
        if by_law == 1048
        else draw.randint(low * 10, high * 10) / 10
    )
    return Entry(
        name=name,
        producer=pattern.format(b=brand, p=person(draw)),
        maker=maker,
        village=draw.choice(_VILLAGES) if draw.random() < 0.5 else "",
        commune=draw.choice(unit.communes),
        district=unit.name,
        province=province,
        group=group,
        score=float(score),
        stars=stars,
    )


def numbered(
    found: Sequence[Entry], start: int = 1, form: str = "{}", skip: Sequence[int] = ()
) -> tuple[Entry, ...]:
    """The entries with running numbers; numbers in ``skip`` are left out."""
    numbers = (n for n in range(start, start + len(found) + len(skip)) if n not in skip)
    return tuple(
        replace(entry, number=form.format(n)) for entry, n in zip(found, numbers, strict=False)
    )


def with_stars(found: Sequence[Entry], *stars: int) -> tuple[Entry, ...]:
    """Those of the entries that have one of ``stars``."""
    return tuple(entry for entry in found if entry.stars in stars)


def standing(found: Sequence[Entry], kind: Kind, before: int | None = None) -> tuple[Entry, ...]:
    """The entries as re-recognised or upgraded."""
    return tuple(replace(entry, standing=kind, stars_before=before) for entry in found)
