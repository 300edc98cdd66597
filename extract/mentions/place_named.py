"""Named places: a level word with a name, a list after it, a bare name.

What is found here still has several candidate units ("Châu Thành" lies in ten
provinces); ``place_resolve`` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.mentions.place_cues import ABBREVIATED, CITY, LevelCue, level_cues
from extract.mentions.place_mention import PlaceRole
from extract.mentions.place_names import NameHit, known_names, name_at
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.names import WORD, NameIndex, name_key
from extract.places.units import NEW_MAP, OLD_MAP, Unit


@dataclass(slots=True)
class Found:
    """A named place on its way to a mention; filled in by the later steps."""

    start: int
    end: int
    level: Level
    name: str
    units: tuple[Unit, ...]
    rule: str
    cue: str
    kind: str = ""
    regime: int = OLD_MAP
    unit: Unit | None = None
    province: str | None = None
    former: bool = False
    plural: bool = False
    role: PlaceRole = PlaceRole.SUBJECT


@dataclass(slots=True)
class Text:
    """A text under reading: its views, its home and what was seen in it."""

    text: str
    folded: str
    home: Unit | None
    regime: int
    cues: list[LevelCue] = field(default_factory=list)
    hits: list[NameHit] = field(default_factory=list)
    hit_at: dict[int, NameHit] = field(default_factory=dict)
    home_codes: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str, folded: str, home: Unit | None, regime: int) -> Text:
        """Find the level words and the known names of a text."""
        hits = list(known_names(text, folded, gazetteer().names))
        codes = frozenset[str]()
        if home is not None:
            old = gazetteer().predecessors(home.province_code) if home.regime == NEW_MAP else ()
            codes = frozenset(unit.code for unit in old) or frozenset((home.province_code,))
        return cls(
            text=text,
            folded=folded,
            home=home,
            regime=regime,
            cues=level_cues(folded),
            hits=hits,
            hit_at={hit.start: hit for hit in hits},
            home_codes=codes,
        )

    def home_name(self) -> str:
        """Name of the home province, or an empty string."""
        return self.home.province if self.home else ""

    def lies_at_home(self, unit: Unit) -> bool:
        """Whether a district or commune lies in the home province."""
        if self.home is None:
            return False
        if unit.regime == NEW_MAP and self.home.regime == NEW_MAP:
            return unit.province_code == self.home.province_code
        return (unit.old_province_code or unit.province_code) in self.home_codes


# ── A level word and its name ────────────────────────────────────────────────────────

_ACRONYM = re.compile(r"[^\W\d_]*[A-ZĐ][A-ZĐ&]+")
_NO_NAME = frozenset(
    "ocop ntm ubnd hđnd htx mttq quyết chương đảng sở hiện đến trong năm theo tuy sau trước ngày "
    "tại khi".split(" ")
)


def after_cue(view: Text, cue: LevelCue) -> list[Found]:
    """The place that a level word names, with the list that goes on after it."""
    if cue.other or (cue.word in ABBREVIATED and cue.word != "tt" and not cue.dotted):
        return []
    start = cue.end
    if view.folded.startswith(" ", start):
        start += 1
    first = _named(view, cue, start)
    if first is None:
        return []
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
    if slip := _lower_case_name(view, cue, start):
        return slip
    return _unknown(view, cue, start, least=2)


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
    upper = view.text[start : start + 9].isupper() and view.text[cue.start : start].isupper()
    if hit and (units or upper) and (upper or not _goes_on(hit)):
        end = _with_number(view, hit.end)
        name = units[0].name if units and end == hit.end else view.text[hit.start : end]
        return _found(view, cue, hit.start, end, units, name.title() if upper else name)
    return _unknown(view, cue, start, least=2 if cue.word in ABBREVIATED else 1)


def _goes_on(hit: NameHit) -> bool:
    """Whether capitalised words follow the name with no more than a blank between."""
    return hit.after[:1] == " " and hit.after[1:2] not in ("-", "–")


_NUMBER = re.compile(r" \d{1,2}(?![\d.,/%]|\w| ?sản phẩm| ?sp|\))")


def _with_number(view: Text, end: int) -> int:
    """The end of "Móng Cái 2" if a ward of that name is known, else ``end``."""
    number = _NUMBER.match(view.folded, end)
    start = view.folded.rfind("\n", 0, end) + 1
    if number:
        for word in reversed(list(WORD.finditer(view.folded, max(start, end - 24), end))):
            if gazetteer().names.get(name_key(view.folded[word.start() : number.end()])):
                return number.end()
    return end


def _unknown(view: Text, cue: LevelCue, start: int, least: int) -> Found | None:
    """A name that the gazetteer does not have: kept as it is printed."""
    match = name_at(view.text, start)
    if match is None:
        return None
    upper = match.group().isupper() and view.text[cue.start : cue.end].isupper()
    words = match.group().split(" ")
    if upper:
        words = words[:2]
    elif any(_ACRONYM.fullmatch(word) for word in words):
        cut = next(i for i, word in enumerate(words) if _ACRONYM.fullmatch(word))
        words = words[:cut]
    if len(words) < least or words[0].lower() in _NO_NAME:
        return None
    end = start + len(" ".join(words))
    name = " ".join(words)
    return _found(view, cue, start, end, (), name.title() if upper else name)


def _lower_case_name(view: Text, cue: LevelCue, start: int) -> Found | None:
    """A slip of the shift key after a level word: "thị xã nghi Sơn", "tỉnh Lâm đồng"."""
    words = list(WORD.finditer(view.folded, start, start + 32))[:4]
    if not words or words[0].start() != start:
        return None
    size, units = gazetteer().names.longest([word.group() for word in words], 0)
    units = _compatible(units, cue, view)
    if not units:
        return None
    end = words[size - 1].end()
    printed = view.text[start:end]
    return None if printed.islower() else _found(view, cue, start, end, units)


# ── Lists ────────────────────────────────────────────────────────────────────────────

_SEPARATOR = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?(?: \d{1,3}(?: sản phẩm| sp)?)?"
    r"(?:(?:,|;|,? và|,? cùng|,? hay|,? rồi(?: đến)?|,? (?:tiếp|kế) đến(?: là)?) | ?- )"
)
_COUNTED = re.compile(r" ?\(\d{1,3}(?!\d)")


def _list_after(view: Text, cue: LevelCue, end: int) -> Iterator[Found]:
    """The further names after "các huyện A" or "xã A (05)"."""
    while separator := _SEPARATOR.match(view.folded, end):
        item = _item(view, cue, separator.end(), "(" in separator.group())
        if item is None:
            return
        yield item
        end = item.end


def _item(view: Text, cue: LevelCue, start: int, counted: bool) -> Found | None:
    hit = view.hit_at.get(start)
    units = _compatible(hit.units, cue, view) if hit else ()
    if cue.level is not Level.COMMUNE:
        return _found(view, cue, start, hit.end, units) if hit and units and cue.plural else None
    at_home = any(view.lies_at_home(unit) for unit in units)
    if hit and not at_home and _is_higher(hit.units, view):
        return None
    if hit and at_home and not cue.plural:
        return _found(view, cue, start, hit.end, units)
    item = _unknown(view, cue, start, least=2)
    if item is None or not (cue.plural or (counted and _COUNTED.match(view.folded, item.end))):
        return None
    item.units = units if hit and hit.end == item.end else ()
    return item


# ── Bare names ───────────────────────────────────────────────────────────────────────

_SURNAMES = frozenset(
    (
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn "
        "lương mai tô trương tạ tống đào lưu thái tăng châu từ quách la lâm hà cao lò vàng giàng "
        "sùng thào lầu quàng cà tòng nông ma hứa vi chu triệu bế thạch kim danh siu ksor nay"
    ).split(" ")
)


def bare(view: Text, hit: NameHit) -> Found | None:
    """A known name without a level word: a province, else a district."""
    if not hit.run.isupper() and (_goes_on(hit) or _in_other_name(view, hit)):
        return None
    for level in (Level.PROVINCE, Level.DISTRICT):
        units = tuple(unit for unit in hit.units if unit.level is level)
        if units:
            return Found(
                start=hit.start,
                end=hit.end,
                level=level,
                name=units[0].name,
                units=units,
                rule="place.bare",
                cue="bare",
                regime=view.regime,
            )
    return None


def _in_other_name(view: Text, hit: NameHit) -> bool:
    """Whether a capitalised word before the name makes it part of another name.

    A word that begins the sentence ("Riêng Mường Ảng"), an abbreviation of an office
    ("UBND Nghệ An") or a hyphen does not.
    """
    if not hit.before.endswith(" ") or hit.before.endswith(("- ", "– ")):
        return False
    words = hit.before.split()
    if _ACRONYM.fullmatch(words[-1].strip("&")):
        return False
    begins = hit.start - len(hit.before)
    at_start = begins == 0 or view.folded[:begins].rstrip(" \"'([").endswith(
        ("\n", ".", ":", "!", "?", "-", "+", "|", "•", "»", ";")
    )
    return not (at_start and len(words) == 1 and words[0].lower() not in _SURNAMES)


# ── Names that the text itself teaches ───────────────────────────────────────────────


def taught(view: Text, found: list[Found]) -> Iterator[Found]:
    """Bare repetitions of communes that the text names with their level word elsewhere."""
    lessons = {name_key(f.name): f for f in found if f.level is Level.COMMUNE and f.name}
    known = gazetteer().names
    names = NameIndex(
        (key, unit)
        for key, lesson in lessons.items()
        if not _is_higher(known.get(key), view)
        for unit in (lesson.units or (_stand_in(lesson),))
    )
    if not names:
        return
    for hit in known_names(view.text, view.folded, names):
        lesson = lessons[name_key(view.folded[hit.start : hit.end])]
        if hit.run.isupper() or not (_goes_on(hit) or _in_other_name(view, hit)):
            yield Found(
                start=hit.start,
                end=hit.end,
                level=Level.COMMUNE,
                name=lesson.name,
                units=lesson.units,
                rule="place.taught",
                cue="bare",
                kind=lesson.kind,
                regime=lesson.regime,
            )


def _is_higher(units: tuple[Unit, ...], view: Text) -> bool:
    return any(
        unit.level is Level.PROVINCE or (unit.level is Level.DISTRICT and view.lies_at_home(unit))
        for unit in units
    )


def _stand_in(lesson: Found) -> Unit:
    """A unit for the index; its name is all that is read from it."""
    return Unit(Level.COMMUNE, lesson.name, "", lesson.regime, "", "", lesson.kind)
