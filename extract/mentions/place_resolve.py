"""Which unit a name means: old map or new, and which of the units of one name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.mentions.place_mention import PlaceRole
from extract.mentions.place_view import Found, Text
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP, Unit
from extract.text.normalise import strip_marks

_RANK = {Level.COMMUNE: 0, Level.DISTRICT: 1, Level.PROVINCE: 2}

# ── Former and new units ─────────────────────────────────────────────────────────────

_MERGER = r"(?:sáp nhập|hợp nhất|sắp xếp|nhập tỉnh|chia tách)"
_FORMER_AFTER = re.compile(
    rf" ?\(?(?:cũ(?!\w)|trước (?:đây|kia|(?:khi |ngày )?{_MERGER}))(?: ?\))?"
)
_FORMER_BEFORE = re.compile(rf"(?:trước|chưa)(?: khi| ngày)? {_MERGER},?[^.;:\n]{{0,24}}\Z")
_MERGED = re.compile(
    r"(?:gộp|hợp nhất|sáp nhập|nhập)(?: lại)?(?: từ| giữa| của| các| hai| ba| 0?[23]){0,2}"
    r"(?: tỉnh(?:, thành phố)?)?:? \Z"
)
_AND = re.compile(r"(?:,| và|, và) (?:với )?")
_NEW_AFTER = re.compile(rf" ?\(mới\)| mới (?:kể từ|sau {_MERGER}|sẽ )| sau (?:khi )?{_MERGER}")


def date_maps(view: Text, found: Sequence[Found]) -> None:
    """Set the map of every place by what the text says of its merger.

    "Hà Giang cũ", "Ninh Bình trước sáp nhập", the parts of "hợp nhất ba tỉnh Ninh Bình,
    Hà Nam và Nam Định" are of the old map, "Quảng Trị (mới)" of the new one; a province
    that no longer exists is of the old one in any text.
    """
    merged: Found | None = None
    for place in found:
        is_part = view.regime == NEW_MAP and _is_merged(view, place, merged)
        _date_map(view, place, is_part)
        merged = place if is_part else None


def _is_merged(view: Text, place: Found, merged: Found | None) -> bool:
    """Whether a province is named as a part of a merger, first or next in the list."""
    if place.level is not Level.PROVINCE:
        return False
    if merged is not None and _AND.fullmatch(view.folded, merged.end, place.start):
        return True
    return _MERGED.search(view.folded, max(0, place.start - 40), place.start) is not None


def _date_map(view: Text, found: Found, is_part: bool) -> None:
    after = _FORMER_AFTER.match(view.folded, found.end)
    if after:
        found.end = after.end()
    found.former = after is not None or is_part or _is_before_merger(view, found)
    if found.former or found.level is Level.DISTRICT or found.kind == "thị trấn":
        found.regime = OLD_MAP
    elif _NEW_AFTER.match(view.folded, found.end):
        found.regime = NEW_MAP
    if found.level is Level.PROVINCE:
        unit = gazetteer().province(found.name, found.regime) if found.units else None
        found.unit = unit or (gazetteer().province(found.name, OLD_MAP) if found.units else None)
        if found.unit is not None:
            found.regime, found.province = found.unit.regime, found.unit.name


def _is_before_merger(view: Text, found: Found) -> bool:
    if found.level is not Level.PROVINCE or view.regime != NEW_MAP:
        return False
    return _FORMER_BEFORE.search(view.folded, max(0, found.start - 60), found.start) is not None


# ── Chains: xã X, huyện Y, tỉnh Z ────────────────────────────────────────────────────

_LINK = re.compile(r" ?(?:,|-|;)? ?\(? ?(?:của |thuộc |ở )?")


def chains(view: Text, found: Sequence[Found]) -> list[int | None]:
    """For each place the index of the larger place that it is said to lie in, if any."""
    outer: list[int | None] = [None] * len(found)
    for index in range(len(found) - 1):
        here, after = found[index], found[index + 1]
        if _RANK[here.level] >= _RANK[after.level] or after.start - here.end > 12:
            continue
        link = _LINK.fullmatch(view.folded, here.end, after.start)
        if link and link.end() > link.start():
            outer[index] = index + 1
    return outer


# ── One unit of several ──────────────────────────────────────────────────────────────


def choose_units(view: Text, found: Sequence[Found], outer: Sequence[int | None]) -> None:
    """Give every district and commune its unit and province, where the text decides.

    First the province it is chained to, then home, then the last province named in the
    same line, then the only unit of that name if a level word speaks for it.
    """
    provinces = [f for f in found if f.level is Level.PROVINCE and f.unit is not None]
    starts = [f.start for f in provinces]
    for index in reversed(range(len(found))):
        place = found[index]
        if place.level is Level.PROVINCE:
            continue
        chained = found[following] if (following := outer[index]) is not None else None
        if chained is not None and chained.unit is not None:
            _settle(place, (chained.unit,))
        if place.unit is None and place.province is None:
            _settle_near(view, place, provinces, starts)
    if view.regime == NEW_MAP:
        _prefer_new_communes(view, found)


def _settle(place: Found, inside: Sequence[Unit]) -> None:
    """Choose the unit inside one of ``inside``; else note its province."""
    for around in inside:
        old = _old_codes(around)
        within = [
            unit
            for unit in place.units
            if (
                unit.regime == NEW_MAP
                and around.regime == NEW_MAP
                and unit.province_code == around.province_code
            )
            or (unit.old_province_code or unit.province_code) in old
        ]
        fitting = [unit for unit in within if unit.regime == place.regime]
        if fitting:
            place.unit = next((u for u in fitting if u.kind == place.kind), fitting[0])
            place.province, place.name = place.unit.province, place.unit.name
            return
    if inside and place.level is Level.COMMUNE:
        place.province = inside[0].province


def _old_codes(unit: Unit) -> frozenset[str]:
    """Codes in the old map of the province that a unit lies in."""
    if unit.regime == OLD_MAP:
        return frozenset((unit.province_code,))
    return frozenset(u.code for u in gazetteer().predecessors(unit.province_code))


def _settle_near(
    view: Text, place: Found, provinces: Sequence[Found], starts: Sequence[int]
) -> None:
    near = _named_before(view, place, provinces, starts)
    around = [unit for unit in (view.home, near) if unit is not None]
    _settle(place, around)
    if place.unit is None and place.cue != "bare" and place.level is Level.DISTRICT:
        distinct = {unit.province_code: unit for unit in place.units}
        if len(distinct) == 1:
            place.unit = place.units[0]
            place.province = place.unit.province


_LINE = 1000  # letters of its line that are looked through for a province


def _named_before(
    view: Text, place: Found, provinces: Sequence[Found], starts: Sequence[int]
) -> Unit | None:
    """The last province named before a place in its line, or the next within 40 letters."""
    index = bisect_left(starts, place.start)
    line = view.text.rfind("\n", max(0, place.start - _LINE), place.start) + 1
    line = line or max(0, place.start - _LINE)
    if index and provinces[index - 1].start >= line:
        return provinces[index - 1].unit
    if index < len(provinces) and provinces[index].start - place.end < 40:
        return provinces[index].unit
    return None


def _prefer_new_communes(view: Text, found: Sequence[Found]) -> None:
    """After the merger a bare name of an old district means the commune that bears it."""
    if view.home is None or view.home.regime != NEW_MAP:
        return
    home = gazetteer().communes_of(view.home.province_code)
    communes = {strip_marks(unit.name): unit for unit in home}
    for place in found:
        if place.level is Level.DISTRICT and place.cue == "bare" and not place.former:
            unit = communes.get(strip_marks(place.name))
            if unit is not None:
                place.level, place.unit, place.regime = Level.COMMUNE, unit, NEW_MAP
                place.units, place.province, place.kind = (unit,), unit.province, unit.kind


# ── Town or province of the same name ────────────────────────────────────────────────

_BETWEEN = re.compile(r"(?: ?\([^()\n]{1,40}\))?(?: \d{1,3}(?: sản phẩm)?)?(?:,| và|;)(?: và)? ?")


def demote_in_lists(view: Text, found: Sequence[Found]) -> None:
    """Among bare districts of home, a name that is also a province is a district too.

    "Lệ Thủy, Quảng Ninh, Bố Trạch" in Quảng Bình; "Điện Biên Đông, Điện Biên" at home.
    """
    for index, place in enumerate(found):
        if place.level is not Level.PROVINCE or place.cue != "bare" or place.former:
            continue
        hit = view.hit_at.get(place.start)
        own = [
            unit
            for unit in (hit.units if hit else ())
            if unit.level is Level.DISTRICT and view.lies_at_home(unit)
        ]
        if own and _beside_districts(view, found, index):
            place.level, place.units, place.unit = Level.DISTRICT, tuple(own), own[0]
            place.name, place.province = own[0].name, own[0].province
            place.regime, place.kind, place.rule = OLD_MAP, own[0].kind, "place.list"


def _beside_districts(view: Text, found: Sequence[Found], index: int) -> bool:
    neighbours = 0
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(found):
            continue
        other = found[left] if right == index else found[right]
        gap = _BETWEEN.fullmatch(view.folded, found[left].end, found[right].start)
        neighbours += bool(gap) and other.level is Level.DISTRICT
    return neighbours > 0 and (found[index].name != view.home_name() or neighbours > 1)


def drop_unplaced(found: Sequence[Found]) -> list[Found]:
    """Without bare districts for which no province speaks: the name may be anything."""
    return [
        f
        for f in found
        if f.level is not Level.DISTRICT
        or f.cue != "bare"
        or f.unit is not None
        or f.role is PlaceRole.PERSON
    ]
