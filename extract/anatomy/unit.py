"""The unit that an office governs, by the level word and the name behind it.

Both maps are known: districts end on 30 June 2025, provinces are those of the paper's day,
and "thành phố" is a province or a district by what it was then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from extract.anatomy.view import View, bare, rule_pattern
from extract.model import Level, Place
from extract.places.gazetteer import gazetteer
from extract.places.names import as_printed
from extract.places.units import NEW_MAP, Unit
from extract.text.normalise import fold

# In the folded view, with the slips of a scan: bare, Hà Tĩnh and Quân Chu hold level words.
UNIT = re.compile(
    r"(?<!\w)(?P<word>t[ỉiìí]nh|th[aà]nh ph[ốôo]|tp|qu[ậâạ]n|huy[ệêẹe]n|th[ịi] x[ãa]|tx|"
    r"[đd][ặăa]c khu|ph[ưu][ờơo]ng|th[ịi] tr[ấâa]n|tt|(?<!mỗi )xã)(?!\w)"
)
_NATIONAL = rule_pattern(
    r"bộ |bộ trưởng|thủ tướng|chính phủ|(?:.{0,60}(?<!\w)(?:trung ương|quốc gia)$)"
)
NAME_END = rule_pattern(
    r"[,;:|()\n]|\s[-–]\s|\s(?:về|phê duyệt|công nhận|ban hành|triển khai|giao|kèm)\s|"
    # A body below this one, where the line break between them is lost.
    r"\s(?:hội đồng|ban (?:chỉ đạo|điều phối|quản lý|tổ chức)|văn phòng|[uủ]y ban|ubnd|"
    r"chủ tịch|phòng (?:nông|kinh))(?!\w)|$"
)
_KINDS = {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran"}
_LEVELS = {
    "tinh": (Level.PROVINCE,),
    "thanh pho": (Level.PROVINCE, Level.DISTRICT),
    "tp": (Level.PROVINCE, Level.DISTRICT),
    "quan": (Level.DISTRICT,),
    "huyen": (Level.DISTRICT,),
    "thi xa": (Level.DISTRICT,),
    "tx": (Level.DISTRICT,),
    "xa": (Level.COMMUNE,),
    "phuong": (Level.COMMUNE,),
    "thi tran": (Level.COMMUNE,),
    "tt": (Level.COMMUNE,),
    "dac khu": (Level.COMMUNE,),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known beside the names: the map, the day, and the province if one is sure.

    ``told`` says that the title names this province and no district or commune.
    """

    regime: int
    date: str | None
    province: str | None
    told: bool = False


def unit_of(printed: str, ground: Ground) -> Place | None:
    """The unit that the name of an office tells, also one without a name ("tỉnh")."""
    words = fold(printed)
    if _NATIONAL.match(bare(words)):
        return Place(Level.NATION, "Việt Nam", ground.regime, printed=printed)
    found = list(UNIT.finditer(words))
    if not found:
        return _at_end(printed, ground)
    first = found[0]
    upper = _named_province(found[1:], words, printed, ground) or ground.province
    return _place(
        bare(first["word"]), _name(found, 0, words, printed), replace(ground, province=upper)
    )


def province_told(view: View, start: int, end: int) -> str | None:
    """The province that a run names behind "tỉnh", if it names one only."""
    told = set()
    for match in UNIT.finditer(view.folded, start, end):
        if bare(match["word"]) == "tinh":
            name = view.one_line(match.end(), min(end, match.end() + 30))
            told |= {unit.name for unit in _longest(name, Level.PROVINCE)}
    return told.pop() if len(told) == 1 else None


def names_lower(view: View, start: int, end: int) -> bool:
    """Whether a run names a unit below the province."""
    words = (bare(match["word"]) for match in UNIT.finditer(view.folded, start, end))
    return any(word != "tinh" for word in words)


def _longest(words: str, level: Level) -> list[Unit]:
    """Units of the longest name that some words begin with."""
    parts = words.split()
    for size in range(min(4, len(parts)), 0, -1):
        name = " ".join(parts[:size]).strip(" ,.;:()")
        found = [u for u in gazetteer().lookup(name, level=level) if u.name]
        if found:
            return found
    return []


def printed_place(unit: Unit, printed: str) -> Place:
    """A unit in the spelling that the paper gives its name (Đăk Hà, Mù Cang Chải)."""
    return replace(unit.place(printed), name=as_printed(unit.name, printed))


def _at_end(printed: str, ground: Ground) -> Place | None:
    """The province that ends the name of a department: "SỞ CÔNG THƯƠNG SÓC TRĂNG"."""
    words = printed.split()
    for size in (4, 3, 2):
        units = known(" ".join(words[-size:]), (Level.PROVINCE,), ground)
        if units and len(words) > size + 1:
            return printed_place(units[0], " ".join(words[-size:]))
    return None


def _name(found: Sequence[re.Match[str]], index: int, words: str, printed: str) -> str:
    """What stands behind a unit word, up to the next one."""
    start = found[index].end()
    stop = found[index + 1].start() if index + 1 < len(found) else len(words)
    end = NAME_END.search(bare(words), start, stop)
    name = printed[start : end.start() if end else stop].strip(" .,-–").split()
    return " ".join(takewhile(lambda word: word[0].isupper() or not word[0].isalpha(), name))


def _named_province(
    found: Sequence[re.Match[str]], words: str, printed: str, ground: Ground
) -> str | None:
    """The province of the unit told behind: "HUYỆN TÂN PHÚ, TỈNH ĐỒNG NAI"."""
    for index, match in enumerate(found):
        levels = _LEVELS[bare(match["word"])]
        units = known(_name(found, index, words, printed), levels, ground)
        if len(units) == 1 and Level.COMMUNE not in levels:
            return units[0].province
    return None


def _place(word: str, name: str, ground: Ground) -> Place:
    """The unit of a level word and a name; without a code where the tables do not have it."""
    levels = _LEVELS[word]
    if not name:
        return Place(levels[0], None, ground.regime, province=ground.province)
    found = known(name, levels, ground)
    if ground.province and len(found) > 1:
        found = [unit for unit in found if unit.province == ground.province] or found
    if len(found) > 1:  # a town and a district of one name
        found = [unit for unit in found if bare(fold(unit.kind)) == _KINDS.get(word, word)] or found
    if len(found) == 1:
        return printed_place(found[0], name)
    level = levels[-1] if word in ("thanh pho", "tp") else levels[0]
    if level is Level.PROVINCE or not name[:1].isupper():  # all provinces are known
        return Place(level, None, ground.regime, province=ground.province)
    return Place(level, _capitalised(name), ground.regime, province=ground.province, printed=name)


def known(name: str, levels: Sequence[Level], ground: Ground) -> list[Unit]:
    """Units of these levels that a name may mean on the day, on the map of the day."""
    query = re.sub(r"^(?:tỉnh|TỈNH)\s", "", name)
    for level in levels:
        found = [u for u in gazetteer().lookup(query, level=level) if _holds(u, ground)]
        if level is Level.PROVINCE and len(levels) > 1:
            found = [unit for unit in found if _is_city(unit, ground)]
        if found:
            return found
    return []


def _holds(unit: Unit, ground: Ground) -> bool:
    """Whether a unit was there on the day; districts belong to the old map alone."""
    if unit.regime != ground.regime and unit.level is not Level.DISTRICT:
        return False
    day = ground.date or ""
    if len(day) < 10:
        return unit.level is not Level.DISTRICT or ground.regime != NEW_MAP
    return (not unit.valid_from or unit.valid_from <= day) and (
        not unit.valid_to or day <= unit.valid_to
    )


def _is_city(unit: Unit, ground: Ground) -> bool:
    """Whether a province is a city on the day."""
    return bool(unit.city_since) and (not ground.date or unit.city_since <= ground.date)


def _capitalised(name: str) -> str:
    """A name in capitals as it is written in prose."""
    return " ".join(w.capitalize() if w.isupper() else w for w in name.split())


def filled(place: Place, ground: Ground) -> Place:
    """A province without a name ("UBND tỉnh") is the one that the document is about."""
    if place.level is not Level.PROVINCE or place.name is not None or not ground.province:
        return place
    own = known(ground.province, (Level.PROVINCE,), ground)
    return own[0].place(own[0].name) if own else place
