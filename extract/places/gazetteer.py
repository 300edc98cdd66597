"""Names to units, old map to new map.

Loaded once from the tables of this room and never changed: ``gazetteer()``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from extract.model import Level
from extract.places.names import NameIndex, name_key, spellings
from extract.places.units import (
    NEW_MAP,
    OLD_MAP,
    Unit,
    load_communes,
    load_districts,
    load_provinces,
    rows,
)
from extract.text.normalise import fold, strip_marks

_LEVEL_WORDS: tuple[tuple[str, Level | None], ...] = (
    ("tinh", Level.PROVINCE),
    ("thanh pho", None),
    ("tp", None),
    ("thi xa", Level.DISTRICT),
    ("tx", Level.DISTRICT),
    ("huyen", Level.DISTRICT),
    ("quan", Level.DISTRICT),
    ("xa", Level.COMMUNE),
    ("phuong", Level.COMMUNE),
    ("dac khu", Level.COMMUNE),
)
_ORDER = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_NOT_WORDS = re.compile(r"[^\w']+")


class Gazetteer:
    """All units of both maps, by name and by code."""

    def __init__(self) -> None:
        """Read the tables.

        Raises:
            ValueError: If a table has other columns, or an alias names no unit.
        """
        provinces = load_provinces()
        self._provinces = {(unit.regime, unit.code): unit for unit in provinces}
        self._by_regime = {
            regime: tuple(unit for unit in provinces if unit.regime == regime)
            for regime in (OLD_MAP, NEW_MAP)
        }
        self._by_iso = {(unit.regime, unit.iso): unit for unit in reversed(provinces) if unit.iso}
        self._districts = load_districts(lambda code: self._provinces[OLD_MAP, code].name)
        self._communes = load_communes(lambda code: self._provinces[NEW_MAP, code].name)
        units = (*provinces, *self._districts, *self._communes)
        aliases = tuple(_aliases(units))
        in_texts = [(k, unit) for k, unit, kind, in_text in aliases if in_text and kind != _NICK]
        higher = (*provinces, *self._districts)
        self._names = {
            OLD_MAP: NameIndex([*_spelt(higher), *in_texts]),
            NEW_MAP: NameIndex([*_spelt(units), *in_texts]),
        }
        self.nicknames = NameIndex(
            (key, unit) for key, unit, kind, in_text in aliases if in_text and kind == _NICK
        )
        self._by_name = NameIndex([*_spelt(units), *((key, unit) for key, unit, _, _ in aliases)])
        self._by_bare_name = NameIndex(
            [(_bare(unit.name), unit) for unit in units]
            + [(_bare(key), unit) for key, unit, _, _ in aliases]
        )
        regions = rows("regions.csv", ("alias", "name"))
        self.regions: dict[str, str] = {fold(row[0]): row[1] for row in regions}

    def names(self, regime: int) -> NameIndex[Unit]:
        """Names as texts print them: of communes too for the new map, which has a list."""
        return self._names[regime]

    def province(self, name_or_code: str, regime: int) -> Unit | None:
        """The province with this name, alias, GSO code or ISO code in this map."""
        if name_or_code.isdecimal():
            return self._provinces.get((regime, name_or_code.zfill(2)))
        found = self._by_name.get(name_key(name_or_code))
        for unit in found:
            if unit.level is Level.PROVINCE and unit.regime == regime:
                return unit
        return self._by_iso.get((regime, name_or_code.upper()))

    def provinces(self, regime: int) -> tuple[Unit, ...]:
        """The provinces of a map, in the order of their codes."""
        return self._by_regime.get(regime, ())

    def successor(self, code63: str) -> Unit:
        """The province of the new map that a province of the old map went into.

        Raises:
            KeyError: If the old map has no province with this code.
        """
        return self._provinces[NEW_MAP, self._provinces[OLD_MAP, code63].successor]

    def predecessors(self, code34: str) -> tuple[Unit, ...]:
        """The provinces of the old map that make up a province of the new map."""
        return tuple(unit for unit in self.provinces(OLD_MAP) if unit.successor == code34)

    def districts_of(self, province_code: str) -> tuple[Unit, ...]:
        """The districts of 2018-2025 of a province of the old map."""
        return tuple(unit for unit in self._districts if unit.province_code == province_code)

    def communes_of(self, province_code: str) -> tuple[Unit, ...]:
        """The communes of a province of the new map."""
        return tuple(unit for unit in self._communes if unit.province_code == province_code)

    def lookup(
        self, query: str, *, regime: int | None = None, level: Level | None = None
    ) -> tuple[Unit, ...]:
        """Units that a person may mean by ``query``: a name, alias or code.

        Case, diacritics and a level word in front ("tỉnh", "TP.", "huyện") may be left
        out. Units whose name has the diacritics of the query shut out the others.
        Provinces come first, then districts and communes; of one name the new map first.
        """
        query = unicodedata.normalize("NFC", query)
        found = self._find(query)
        if not found:
            rest, said_level, kind = _without_level_word(query)
            found = tuple(
                unit
                for unit in self._find(rest)
                if said_level in (None, unit.level) and (kind is None or kind in _kind_words(unit))
            )
        chosen = (u for u in found if regime in (None, u.regime) and level in (None, u.level))
        return tuple(sorted(chosen, key=lambda u: (_ORDER.index(u.level), u.regime, u.code)))

    def _find(self, query: str) -> tuple[Unit, ...]:
        if query.strip().isdecimal():
            return self._with_code(query.strip())
        exact = self._by_name.get(name_key(query))
        by_iso = (u for u in self._provinces.values() if u.iso == query.strip().upper())
        return exact or self._by_bare_name.get(_bare(query)) or tuple(by_iso)

    def _with_code(self, code: str) -> tuple[Unit, ...]:
        units = (*self._provinces.values(), *self._districts, *self._communes)
        return tuple(unit for unit in units if unit.code == code)


_NICK = "nickname"


def _spelt(units: Iterable[Unit]) -> Iterator[tuple[str, Unit]]:
    return ((key, unit) for unit in units for key in spellings(unit.name))


def _aliases(units: Iterable[Unit]) -> Iterable[tuple[str, Unit, str, bool]]:
    """(key, unit, kind, used in texts) of every row of the table of aliases."""
    table: dict[tuple[str, str, str], list[Unit]] = {}
    for unit in units:
        owner = "" if unit.level is Level.PROVINCE else unit.province
        table.setdefault((unit.name, unit.level.value, owner), []).append(unit)
    columns = ("alias", "name", "level", "province", "kind", "in_text")
    for alias, name, level, province, kind, in_text in rows("aliases.csv", columns):
        meant = table.get((name, level, province))
        if not meant:
            raise ValueError(f"aliases.csv: {alias!r} stands for no unit: {name!r}, {level}")
        for unit in meant:
            yield name_key(alias), unit, kind, in_text == "yes"


def _bare(text: str) -> str:
    """A key without diacritics."""
    return _NOT_WORDS.sub(" ", strip_marks(fold(text))).strip()


def _without_level_word(query: str) -> tuple[str, Level | None, str | None]:
    """What is left of a query without its level word, the level and the kind it says."""
    bare = _bare(query)
    for word, level in _LEVEL_WORDS:
        if bare.startswith(word + " "):
            rest = _NOT_WORDS.sub(" ", query).strip().split(" ", word.count(" ") + 1)[-1]
            return rest, level, {"tp": "thanh pho", "tx": "thi xa"}.get(word, word)
    return query, None, None


def _kind_words(unit: Unit) -> tuple[str, ...]:
    """The level words that go with a unit; two if it became a city on its way."""
    kind = strip_marks(unit.kind)
    return (kind, "thanh pho") if unit.city_since else (kind,)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded on first use."""
    return Gazetteer()
