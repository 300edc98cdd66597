"""Addresses of producers: commune, district and province, on the map of the paper's day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.model import Level, Place
from extract.places.gazetteer import gazetteer
from extract.places.names import name_key
from extract.places.units import NEW_MAP, OLD_MAP, Unit
from extract.text.normalise import fold

_LEVELS = {
    "tỉnh": Level.PROVINCE,
    "thành phố": None,
    "tp": None,
    "t.p": None,
    "thị xã": Level.DISTRICT,
    "tx": Level.DISTRICT,
    "huyện": Level.DISTRICT,
    "h": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "q": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "x": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "p": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "tt": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
LEVEL_WORD = re.compile(
    r"(?<![\w])(?:(?P<word>tỉnh|thành phố|thị xã|huyện|quận|(?<!hợp tác )xã|phường|"
    r"thị trấn|đặc khu)(?=[ :])|(?P<short>tp|t\.p|tx|tt|h|q|x|p)"
    r"(?:\.|(?<=tp) |(?<=tx) |(?<=tt) ))[ :.]{0,2}"
)
_STOP = re.compile(r" ?[,;()|/:]| - |\.(?: |$)|-(?= )|$")
_PART = re.compile(r"[^,;()|/-]+(?:-[^,;()|/-]+)*")


@dataclass(frozen=True, slots=True)
class Home:
    """Where the products of a paper are at home: its map, its day, its issuer's province."""

    regime: int
    date: str | None = None
    province: Unit | None = None
    district: Unit | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The units that words name, bare, as printed."""

    commune: str | None = None
    district: str | None = None
    province: str | None = None

    def over(self, other: Named) -> Named:
        """These units, and those of ``other`` where these are silent."""
        return Named(
            self.commune or other.commune,
            self.district or other.district,
            self.province or other.province,
        )


NOTHING_NAMED = Named()


@dataclass(frozen=True, slots=True)
class Where:
    """What is known of the place of a row."""

    commune: str | None = None
    district: str | None = None
    place: Place | None = None
    province63: str | None = None
    province34: str | None = None


def named_in(text: str, home: Home) -> Named:
    """The units named in an address with words for their levels, or by known bare names."""
    folded = fold(text)
    found: dict[Level, str] = {}
    for match in LEVEL_WORD.finditer(folded):
        name = _name(text, folded, match.end())
        level = _LEVELS[match["word"] or match["short"]] or _of_city(name, home)
        if name and level not in found:
            found[level] = name
    if not found or Level.DISTRICT not in found or Level.PROVINCE not in found:
        for level, name in _bare(text, home, found):
            found.setdefault(level, name)
    return Named(found.get(Level.COMMUNE), found.get(Level.DISTRICT), found.get(Level.PROVINCE))


def _name(text: str, folded: str, start: int) -> str:
    """The name after a word for a level: up to a sign or the next such word."""
    stop = _STOP.search(folded, start)
    end = stop.start() if stop else len(folded)
    following = LEVEL_WORD.search(folded, start)
    if following and following.start() < end and following.start() > start:
        end = following.start()
    name = text[start:end].strip(' .,-"“”')
    if stop and stop.group() == " - " and end == stop.start():
        longer = _PART.match(text[stop.end() :])
        whole = f"{name} - {longer.group().strip()}" if longer else name
        if longer and gazetteer().lookup(whole):
            return whole
    return " ".join(name.split()) if 0 < len(name.split()) <= 6 else ""


def _of_city(name: str, home: Home) -> Level:
    """Whether a city is one under the centre on that day, or one of a province."""
    unit = gazetteer().province(name, home.regime) if name else None
    if unit is None or not unit.city_since:
        return Level.DISTRICT
    return Level.PROVINCE if (home.date or "9999") >= unit.city_since else Level.DISTRICT


def _bare(text: str, home: Home, found: dict[Level, str]) -> Iterator[tuple[Level, str]]:
    """Names without a word for their level, from the end: province, then its district."""
    parts = [part.strip(" .") for part in re.split(r"[,;]| - ", text)]
    province = home.province
    for part in reversed(parts):
        if not part or LEVEL_WORD.match(fold(part) + " "):
            continue
        unit = gazetteer().province(part, home.regime) or gazetteer().province(part, OLD_MAP)
        if unit is not None and unit.level is Level.PROVINCE and not part.isdecimal():
            if Level.PROVINCE not in found and len(parts) > 1:
                province = unit
                yield Level.PROVINCE, unit.name
            continue
        district = _district(part, _old_provinces(province))
        if district is not None and Level.DISTRICT not in found:
            yield Level.DISTRICT, district.name
            return


def district_named(name: str, home: Home) -> str | None:
    """The bare name of a district of the home province, if ``name`` is one."""
    unit = _district(name, _old_provinces(home.province))
    return unit.name if unit else None


def commune_named(name: str, home: Home) -> str | None:
    """The bare name of a commune of the new map in the home province, if ``name`` is one."""
    if home.province is None or home.province.regime != NEW_MAP:
        return None
    units = _communes(name, home.province)
    return units[0].name if units else None


def _old_provinces(province: Unit | None) -> tuple[Unit, ...]:
    if province is None:
        return ()
    return (province,) if province.regime == OLD_MAP else gazetteer().predecessors(province.code)


def _district(name: str, provinces: tuple[Unit, ...]) -> Unit | None:
    key = name_key(name)
    for province in provinces:
        for unit in gazetteer().districts_of(province.code):
            if name_key(unit.name) == key:
                return unit
    return None


def _communes(name: str, province: Unit) -> list[Unit]:
    key = name_key(name)
    return [u for u in gazetteer().communes_of(province.code) if name_key(u.name) == key]


def where_of(named: Named, home: Home) -> Where:
    """Names to units of both maps; what the gazetteer does not prove stays unknown."""
    old, new = _provinces(named, home)
    district = _find_district(named, old, new)
    if old is None and district is not None:
        old = gazetteer().province(district.province_code, OLD_MAP)
    if old is not None and new is None:
        new = gazetteer().successor(old.code)
    communes = _communes(named.commune, new) if named.commune and new else []
    if old is None and new is not None:
        old = _old_of(communes, new)
    place = _place(named, home, old, new, district, communes)
    return Where(
        named.commune,
        district.name if district else named.district,
        place,
        old.name if old else None,
        new.name if new else None,
    )


def _provinces(named: Named, home: Home) -> tuple[Unit | None, Unit | None]:
    """The province on the map of 63 and on that of 34, as far as it is told."""
    places = gazetteer()
    if named.province:
        first = places.province(named.province, home.regime)
        unit = first or places.province(named.province, OLD_MAP)
    else:
        unit = home.province
    if unit is None:
        return None, None
    if unit.regime == OLD_MAP:
        return unit, places.successor(unit.code)
    before = places.predecessors(unit.code)
    return (before[0] if len(before) == 1 else None), unit


def _find_district(named: Named, old: Unit | None, new: Unit | None) -> Unit | None:
    if not named.district:
        return None
    if old is not None or new is not None:
        return _district(named.district, (old,) if old else _old_provinces(new))
    found = gazetteer().lookup(named.district, regime=OLD_MAP, level=Level.DISTRICT)
    return found[0] if len(found) == 1 else None


def _old_of(communes: list[Unit], new: Unit) -> Unit | None:
    """The old province of a commune, or of a new province that was never merged."""
    codes = {unit.old_province_code for unit in communes}
    if not codes:
        codes = {unit.code for unit in gazetteer().predecessors(new.code)}
    return gazetteer().province(codes.pop(), OLD_MAP) if len(codes) == 1 else None


def _place(
    named: Named,
    home: Home,
    old: Unit | None,
    new: Unit | None,
    district: Unit | None,
    communes: list[Unit],
) -> Place | None:
    """The narrowest unit that the row names, on the map that it speaks of."""
    speaks_old = home.regime == OLD_MAP or bool(named.district)
    province = old if speaks_old else new
    base = province.place() if province else None
    if named.commune:
        if not speaks_old and len(communes) == 1:
            return communes[0].place(named.commune)
        return Place(
            Level.COMMUNE,
            named.commune,
            OLD_MAP if speaks_old else NEW_MAP,
            None,
            base.province if base else None,
            base.province_code if base else None,
            named.commune,
        )
    if district is not None:
        return district.place(named.district or "")
    if named.district:
        place = Place(Level.DISTRICT, named.district, OLD_MAP, printed=named.district)
        known = base and replace(place, province=base.province, province_code=base.province_code)
        return known or place
    return base if named.province else None
