"""Administrative units of Viet Nam as records, read from the tables beside this file.

Two maps are in use. The map of 63 provinces (58 provinces, 5 and from 2025-01-01 6
centrally run cities) with districts held until 2025-06-30; since 2025-07-01 there are
34 provinces with communes and no districts (Resolution 202/2025/QH15, codes by Decision
19/2025/QĐ-TTg). The same two digits mean different provinces in the two maps (24 was
Bắc Giang, is Bắc Ninh), so a code means nothing without its regime.

Codes of units are those of the General Statistics Office, ISO codes those of ISO
3166-2:VN. ISO has given no codes for the map of 34; there the column repeats the code
of the province whose name lives on.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from extract.model import Level, Place

OLD_MAP, NEW_MAP = 63, 34
_NEW_MAP_SINCE = "2025-07-01"


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit in one map.

    Attributes:
        level: Province, district or commune.
        name: Bare canonical name ("Huế", "Lục Ngạn"), new-style tone marks.
        code: GSO code, unique with regime and level ("24", "219", "04075").
        regime: 63 or 34.
        province: Name of its province in this map (its own, for a province).
        province_code: Code of that province in this map.
        kind: "tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "đặc khu".
        valid_from: First day (ISO), empty when it lies before the programme (2018).
        valid_to: Last day (ISO), empty while it lasts.
        city_since: For a province: first day as a centrally run city, or empty.
        iso: ISO 3166-2 code of a province, or None.
        region: Socio-economic region of a province of the old map, else empty.
        successor: Code of the unit that it went into, or empty. For a province of the
            old map a code of the new map; for a dissolved district a later district.
        old_province_code: For a commune of the new map: its province in the old one.
    """

    level: Level
    name: str
    code: str
    regime: int
    province: str
    province_code: str
    kind: str
    valid_from: str = ""
    valid_to: str = ""
    city_since: str = ""
    iso: str | None = None
    region: str = ""
    successor: str = ""
    old_province_code: str = ""

    def place(self, printed: str = "") -> Place:
        """The unit as a place of a claim; ``printed`` is how the text writes it."""
        return Place(
            level=self.level,
            name=self.name,
            regime=self.regime,
            code=self.code,
            province=self.province,
            province_code=self.province_code,
            printed=printed or self.name,
        )


def regime_on(date: str) -> int:
    """The map in force on an EDTF date: 34 from 2025-07-01, else 63.

    An interval counts from its end, a date without day from its first day (so "2025"
    is still the old map: its first half was).

    Raises:
        ValueError: If ``date`` does not begin with a year of four digits.
    """
    day = date.rsplit("/", 1)[-1]
    if len(day) < 4 or not day[:4].isdecimal():
        raise ValueError(f"not an EDTF date: {date!r}; write 2025, 2025-07 or 2025-07-01")
    padded = day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day[:10]
    return NEW_MAP if padded >= _NEW_MAP_SINCE else OLD_MAP


def rows(table: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Rows of a CSV table of this room, in the order of ``columns``.

    Raises:
        ValueError: If the head of the table is not exactly ``columns``, or a row is short.
    """
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    head = tuple(next(reader, ()))
    if head != columns:
        raise ValueError(f"{table}: columns are {head}, expected {columns}")
    for row in reader:
        if len(row) != len(columns):
            raise ValueError(f"{table}, line {reader.line_num}: {len(row)} cells")
        yield tuple(row)


def load_provinces() -> tuple[Unit, ...]:
    """The provinces of both maps, in the order of their codes."""
    columns = "regime code name city_since iso region valid_from valid_to successor"
    return tuple(_province(row) for row in rows("provinces.csv", tuple(columns.split())))


def _province(row: tuple[str, ...]) -> Unit:
    regime, code, name, city_since, iso, region, valid_from, valid_to, successor = row
    always_a_city = bool(city_since) and city_since <= valid_from
    return Unit(
        level=Level.PROVINCE,
        name=name,
        code=code,
        regime=int(regime),
        province=name,
        province_code=code,
        kind="thành phố" if always_a_city else "tỉnh",
        valid_from=valid_from,
        valid_to=valid_to,
        city_since=city_since,
        iso=iso or None,
        region=region,
        successor=successor,
    )


def load_districts(province_name: Callable[[str], str]) -> tuple[Unit, ...]:
    """The districts of 2018-2025, also those dissolved before 2025-06-30.

    Args:
        province_name: Name of a province of the old map by its code.
    """
    columns = ("code", "name", "kind", "province_code", "valid_from", "valid_to", "successor")
    return tuple(
        Unit(
            level=Level.DISTRICT,
            name=name,
            code=code,
            regime=OLD_MAP,
            province=province_name(province_code),
            province_code=province_code,
            kind=kind,
            valid_from=valid_from,
            valid_to=valid_to,
            successor=successor,
        )
        for code, name, kind, province_code, valid_from, valid_to, successor in rows(
            "districts.csv", columns
        )
    )


def load_communes(province_name: Callable[[str], str]) -> tuple[Unit, ...]:
    """The communes, wards and special zones of the new map.

    Args:
        province_name: Name of a province of the new map by its code.
    """
    columns = ("code", "name", "kind", "province_code", "old_province_code")
    return tuple(
        Unit(
            level=Level.COMMUNE,
            name=name,
            code=code,
            regime=NEW_MAP,
            province=province_name(province_code),
            province_code=province_code,
            kind=kind,
            valid_from=_NEW_MAP_SINCE,
            old_province_code=old_province_code,
        )
        for code, name, kind, province_code, old_province_code in rows("communes.csv", columns)
    )
