"""Places named with a level word: "huyện Lục Ngạn", "các xã Hồ Sơn, Bồ Lý".

What is found here still has several candidate units ("Châu Thành" lies in ten
provinces); ``place_resolve`` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.mentions.place_cues import ABBREVIATED, CITY, LevelCue
from extract.mentions.place_names import NameHit, goes_on, name_at
from extract.mentions.place_view import Found, Text, stands_higher
from extract.mentions.place_words import NO_NAME, SPEECH, SURNAMES
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.names import WORD, name_key
from extract.places.units import NEW_MAP, OLD_MAP, Unit

# ── A level word and its name ────────────────────────────────────────────────────────

_ACRONYM = re.compile(r"[^\W\d_]*[A-ZĐ][A-ZĐ&]+")


_WITH_DOT = ABBREVIATED | {"tp", "t.p", "tx", "t.x"}


def after_cue(view: Text, cue: LevelCue) -> list[Found]:
    """The place that a level word names, with the list that goes on after it."""
    if cue.other or (cue.word in ABBREVIATED and cue.word != "tt" and not cue.dotted):
        return []
    if cue.dotted and cue.word not in _WITH_DOT:  # "… chuyển về xã. Trên địa bàn …"
        return []
    start = cue.end
    if cue.plural and view.folded.startswith(": ", start):
        start += 1
    if view.folded.startswith(" ", start):
        start += 1
    first = _named(view, cue, start)
    if first is None:
        return list(_under_head(view, cue))
    first.start = cue.start
    first.rule = "place.level_word"
    return [first, *_list_after(view, cue, first.end)]


def _named(view: Text, cue: LevelCue, start: int) -> Found | None:
    hit = view.hit_at.get(start)
    units = _compatible(hit.units, cue, view) if hit else ()
    if cue.level is Level.COMMUNE:
        return _commune(view, cue, start, hit, units)
    if hit and units:
        return _found(view, cue, hit.start, hit.end, units)
    if numbered := _numbered_quarter(view, cue, start):
        return numbered
    if slip := _lower_case_name(view, cue, start):
        return slip
    if cue.word in ABBREVIATED or cue.word == "thủ đô" or view.text[start : start + 5].isupper():
        return None
    return _unknown(view, cue, start, least=2)


_QUARTER = re.compile(r"\d{1,2}(?![\w/%]|[.,]\d| ?(?:sản phẩm|sp|chủ thể|hộ|tổ|mặt hàng)(?!\w))")


def _numbered_quarter(view: Text, cue: LevelCue, start: int) -> Found | None:
    """Quận 1 to Quận 12 of Hồ Chí Minh City."""
    number = _QUARTER.match(view.folded, start) if cue.kind == "quận" else None
    units = gazetteer().names(OLD_MAP).get(f"quận {number.group()}") if number else ()
    return _found(view, cue, start, number.end(), units) if number and units else None


def _numbered_ward(view: Text, cue: LevelCue, start: int) -> Found | None:
    """Phường 5 and its like, which many towns of the south have."""
    counted = cue.quantifier or cue.kind != "phường"
    number = None if counted else _QUARTER.match(view.folded, start)
    name = f"Phường {number.group()}" if number else ""
    return _found(view, cue, start, number.end(), (), name) if number else None


def _compatible(units: tuple[Unit, ...], cue: LevelCue, view: Text) -> tuple[Unit, ...]:
    """The units that a level word can stand before; for a city the likeliest level."""
    if cue.level is not None:
        same = tuple(unit for unit in units if unit.level is cue.level)
        if cue.level is Level.COMMUNE:
            return same if view.regime == NEW_MAP else ()
        if cue.level is Level.PROVINCE or cue.plural:
            return same
        return tuple(unit for unit in same if unit.kind == cue.kind) or same
    cities = tuple(u for u in units if u.level is Level.PROVINCE and u.city_since)
    if cities and not _is_old_hue(cities[0], view):
        return cities
    districts = tuple(u for u in units if u.level is Level.DISTRICT)
    return tuple(u for u in districts if u.kind == CITY) or districts


def _is_old_hue(city: Unit, view: Text) -> bool:
    """Whether Huế is still the town of its province, which it was until the end of 2024.

    The text says so by speaking of a province.
    """
    if city.name != "Huế" or view.regime == NEW_MAP:
        return False
    return "thừa thiên" in view.folded or "ubnd tỉnh" in view.folded or "toàn tỉnh" in view.folded


def _found(
    view: Text, cue: LevelCue, start: int, end: int, units: tuple[Unit, ...], name: str = ""
) -> Found:
    level = units[0].level if units else (cue.level or Level.DISTRICT)
    return Found(
        start=start,
        end=end,
        level=level,
        name=name or units[0].name,
        units=units,
        rule="place.list",
        cue=cue.word,
        kind=cue.kind,
        regime=view.regime,
    )


def _commune(
    view: Text, cue: LevelCue, start: int, hit: NameHit | None, units: tuple[Unit, ...]
) -> Found | None:
    """A commune: any capitalised name will do, the gazetteer has only those of 2025."""
    if hit and units and (hit.upper or not goes_on(view.text, hit)):
        end = _with_number(view, hit.end)
        name = units[0].name if end == hit.end else view.text[hit.start : end]
        return _found(view, cue, hit.start, end, units, name)
    if ward := _numbered_ward(view, cue, start):
        return ward
    return _unknown(view, cue, start, least=2 if cue.word in ABBREVIATED else 1)


_NUMBER = re.compile(r" \d{1,2}(?![\w%/]|[.,]\d| ?sản phẩm| ?sp)")


def _with_number(view: Text, end: int) -> int:
    """The end of "Móng Cái 2" if a ward of that name is known, else ``end``."""
    number = _NUMBER.match(view.folded, end)
    if number:
        for word in reversed(list(WORD.finditer(view.folded, max(0, end - 24), end))):
            if gazetteer().names(NEW_MAP).get(name_key(view.folded[word.start() : number.end()])):
                return number.end()
    return end


def _unknown(view: Text, cue: LevelCue, start: int, least: int) -> Found | None:
    """A name that the gazetteer does not have: kept as it is printed.

    Among capital letters a name ends at a line, a dash, a bracket, or a word that is in
    no name: "XÃ MỸ LỘC CŨNG CÓ 2 SẢN PHẨM". A single one tells too little to be a name.
    """
    match = name_at(view.text, start)
    if match is None:
        return None
    words = match.group().split(" ")
    upper = match.group().isupper() and view.text[cue.start : cue.end].isupper()
    if upper:
        words, least = words[: _end_of_name(words)], 2
        if len(words) > 3:
            return None
    else:
        acronyms = (i for i, word in enumerate(words) if _ACRONYM.fullmatch(word))
        words = words[: next(acronyms, len(words))]
    if len(words) < least or words[0].lower() in NO_NAME:
        return None
    if len(words) == 1 and not upper and _is_inside_name(view, cue):
        return None
    if _is_person(view, cue, words):
        return None
    end = start + len(" ".join(words))
    if cue.level is Level.COMMUNE:
        end = _with_number(view, end)
    name = view.text[start:end]
    units = _compatible(gazetteer().names(view.regime).get(name_key(name)), cue, view)
    return _found(view, cue, start, end, units, name.title() if upper else name)


def _end_of_name(words: list[str]) -> int:
    """How many of some capital words are a name, judged by the words of speech among them."""
    told = [word.lower() for word in words]
    pairs = [*(" ".join(pair) for pair in pairwise(told)), ""]
    speech = (
        i
        for i, (word, pair) in enumerate(zip(told, pairs, strict=True))
        if word in SPEECH or pair in SPEECH
    )
    return next(speech, len(words))


_HEADS = re.compile(r"(?<!\w)(?:chủ tịch|bí thư|giám đốc|trưởng|chủ nhiệm|ông|bà)(?!\w)[^.;\n]*\Z")


def _is_person(view: Text, cue: LevelCue, words: list[str]) -> bool:
    """Whether the name is that of an official: "Chủ tịch UBND tỉnh Nguyễn Văn Phương".

    Communes are named after people too ("phường Lê Hồng Phong").
    """
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    if first not in SURNAMES:
        return False
    if cue.level is not Level.COMMUNE or second in ("văn", "thị"):
        return True
    return _HEADS.search(view.folded, max(0, cue.start - 48), cue.start) is not None


def _is_inside_name(view: Text, cue: LevelCue) -> bool:
    """Whether a capital makes the level word a part of another name: "Cam Xã Đoài"."""
    before = view.text[max(0, cue.start - 2) : cue.start]
    return view.text[cue.start].isupper() and before[:1].islower() and before[1:] == " "


def _lower_case_name(view: Text, cue: LevelCue, start: int) -> Found | None:
    """A slip of the shift key after a level word: "thị xã nghi Sơn", "tỉnh Lâm đồng"."""
    if view.text[start : start + 12].islower():
        return None
    words = list(WORD.finditer(view.folded, start, start + 32))[:4]
    if not words or words[0].start() != start:
        return None
    size, units = gazetteer().names(view.regime).longest([word.group() for word in words], 0)
    units = _compatible(units, cue, view)
    if not units:
        return None
    end = words[size - 1].end()
    printed = view.text[start:end]
    return None if printed.islower() else _found(view, cue, start, end, units)


# ── Lists ────────────────────────────────────────────────────────────────────────────

_SEPARATOR = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?(?:(?: ?-)? mỗi (?:xã|nơi|huyện|đơn vị|phường))?"
    r"(?: \d{1,3}(?: sản phẩm| sp)?)?"
    r"(?:(?:,? và|,? cùng|,? hay|,? rồi(?: đến)?|,? (?:tiếp|kế) đến(?: là)?|,|;) | ?- )"
)
_COUNTED = re.compile(r" ?\(\d{1,3}(?!\d)")


_HEAD = re.compile(r"(?: [^\W\d_]{1,8}){0,7}: ")


def _under_head(view: Text, cue: LevelCue) -> Iterator[Found]:
    """The names under a level word that heads them: "Xã có sản phẩm mới: Suối Giàng 2, …"."""
    head = _HEAD.match(view.folded, cue.start + len(cue.word))
    if head is None or cue.level not in (Level.COMMUNE, Level.DISTRICT):
        return
    many = replace(cue, quantifier="các")
    first = _item(view, many, head.end(), counted=False)
    if first is not None and _IN_LIST.match(view.folded, first.end):
        yield first
        yield from _list_after(view, many, first.end)


# A name under a head is one of several, or has a number of its own.
_IN_LIST = re.compile(r" ?\(?\d{1,3}(?!\d)| có \d|,| và| - mỗi")


def _list_after(view: Text, cue: LevelCue, end: int) -> Iterator[Found]:
    """The further names after "các huyện A" or "xã A (05)"."""
    while separator := _SEPARATOR.match(view.folded, end):
        item = _item(view, cue, separator.end(), counted="(" in separator.group())
        if item is None:
            return
        yield item
        end = item.end


def _item(view: Text, cue: LevelCue, start: int, *, counted: bool) -> Found | None:
    hit = view.hit_at.get(start)
    units = _compatible(hit.units, cue, view) if hit else ()
    if cue.level is not Level.COMMUNE:
        return _found(view, cue, start, hit.end, units) if hit and units and cue.plural else None
    at_home = any(view.lies_at_home(unit) for unit in units)
    if hit and not at_home and stands_higher(hit.units, view):
        return None
    if hit and at_home and not cue.plural:
        return _found(view, cue, start, hit.end, units)
    item = _unknown(view, cue, start, least=2)
    if item is None or not (cue.plural or (counted and _COUNTED.match(view.folded, item.end))):
        return None
    item.units = units if hit and hit.end == item.end else ()
    return item
