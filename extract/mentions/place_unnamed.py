"""Level words without a name: "toàn tỉnh", "các huyện", "22 tỉnh, thành phố"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.mentions.place_cues import ABBREVIATED, CITY, OFFICES, LevelCue
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.place_roles import is_office, is_ranked, office_cue
from extract.mentions.place_view import Text
from extract.model import Label, Level, Mention, Place, Span
from extract.places.units import NEW_MAP, OLD_MAP

# xã hội, xã viên, tỉnh lỵ, huyện nào, xã bạn; "mỗi xã, phường một sản phẩm" is a name.
_NO_UNIT_AFTER = re.compile(
    r" (?:hội(?! đồng| nông| phụ)|viên|lỵ|lị|lộ|nào|bạn|khác|đội|(?:một|1|01) sản phẩm)(?!\w)"
    r"|(?:,| -|/) ?phường (?:một|1|01) sản phẩm"
)
_NO_UNIT_BEFORE = re.compile(r"(?:hợp tác|mỗi làng,|cấp \w{1,7},?|cấp \w{1,7} và) \Z")
_SEQUEL = re.compile(r"(?:,| và|/|-| -|;) ?")
_OUR = re.compile(r" (?:ta|nhà|mình|tôi|này)(?!\w)")
_OLD_OR_NEW = re.compile(r" (?:(cũ)|(mới)(?= kể từ| sau| hiện|,|\.|\)| có \d))(?!\w)")
_LOCALITY = re.compile(r"địa phương(?!\w)")
_BEFORE_LOCALITY = re.compile(r"(?<!\w)(?:(?:các|mỗi|từng|những|nhiều) |\d{1,3} ?)\Z")
_OF_WHOLE = {"63": 63, "34": 34}


def unnamed(view: Text, named: Sequence[int]) -> Iterator[Mention]:
    """Mentions of level words that no name follows.

    Args:
        view: The text under reading.
        named: Starts of the named places, sorted; a level word there is theirs.
    """
    cues = [cue for cue in view.cues if not _is_at(named, cue.start)]
    index = 0
    while index < len(cues):
        last = _end_of_sequence(view, cues, index)
        if _is_unit(view, cues[index]):
            yield _mention(view, cues[index], cues[last])
        index = last + 1
    yield from _localities(view)


def _is_at(starts: Sequence[int], offset: int) -> bool:
    place = bisect_left(starts, offset)
    return place < len(starts) and starts[place] == offset


def _end_of_sequence(view: Text, cues: Sequence[LevelCue], index: int) -> int:
    """The last level word of "các huyện, thị xã, thành phố"; ``index`` if there is one."""
    while index + 1 < len(cues):
        here, after = cues[index], cues[index + 1]
        sequel = _SEQUEL.fullmatch(view.folded, here.end, after.outer)
        if sequel is None or after.quantifier:
            return index
        index += 1
    return index


def _is_unit(view: Text, cue: LevelCue) -> bool:
    if cue.other or cue.word in ABBREVIATED or "ntm" in cue.adjective or "nông" in cue.adjective:
        return False
    if cue.word in ("thủ đô", "huyên", "tx", "t.x", "t.p"):
        return False
    if _NO_UNIT_BEFORE.search(view.folded, max(0, cue.outer - 16), cue.outer):
        return False
    return not _NO_UNIT_AFTER.match(view.folded, cue.start + len(cue.word))


def _mention(view: Text, first: LevelCue, last: LevelCue) -> Mention:
    plural = first.plural or (last is not first and not first.quantifier)
    start = first.outer if first.quantifier else first.start
    end = last.start + len(last.word)
    if last.word.startswith("tỉnh,") and last.end > end:
        end = last.end
    regime = view.regime
    if our := _OUR.match(view.folded, end):
        end = our.end()
    elif era := _OLD_OR_NEW.match(view.folded, end):
        end, regime = era.end(), OLD_MAP if era[1] else NEW_MAP
    span = Span.of(view.text, start, end)
    before = view.folded[max(0, start - 72) : start].rpartition("\n")[2]
    office = first.word in OFFICES or is_office(before)
    cue = " ".join(view.folded[start:end].split())
    value = PlaceMention(
        place=_place(view, first, plural, regime, span.text),
        anaphoric=not _is_counted_provinces(first),
        plural=plural,
        cue=office_cue(before) + cue if office else cue,
        role=_role(office, first, plural, before),
        former=regime != view.regime and regime == OLD_MAP,
    )
    return Mention(span, Label.PLACE, value, "place.several" if plural else "place.unnamed")


def _role(office: bool, cue: LevelCue, plural: bool, before: str) -> PlaceRole:
    if office:
        return PlaceRole.ISSUER
    ranked = not plural and cue.quantifier in ("", "cả", "toàn") and is_ranked(before)
    return PlaceRole.RANK if ranked else PlaceRole.SUBJECT


def _is_counted_provinces(cue: LevelCue) -> bool:
    return cue.level is Level.PROVINCE and cue.quantifier[:1].isdigit() and cue.plural


def _place(view: Text, cue: LevelCue, plural: bool, regime: int, printed: str) -> Place:
    if _is_counted_provinces(cue):
        counted = cue.quantifier.split("/")
        if _OF_WHOLE.get(counted[0]) and counted[0] == counted[-1]:
            return Place(Level.NATION, "Việt Nam", regime, printed=printed)
        if len(counted) == 1:
            return Place(Level.REGION, _spelt_out(printed), regime, printed=printed)
    return Place(_level(view, cue, plural), None, regime, printed=printed)


def _spelt_out(printed: str) -> str:
    """Give "22 tỉnh, thành" and "22 tỉnh, thành phố" one name of one group of provinces."""
    return f"{printed} phố" if printed.endswith("tỉnh, thành") else printed


def _level(view: Text, cue: LevelCue, plural: bool) -> Level:
    if cue.level is not None:
        return cue.level
    if plural:
        return Level.DISTRICT
    home = view.home
    if home is not None:
        is_city = home.level is Level.PROVINCE and (home.kind == CITY or bool(home.city_since))
        return Level.PROVINCE if is_city else Level.DISTRICT
    return Level.PROVINCE if view.regime == NEW_MAP else Level.DISTRICT


def _localities(view: Text) -> Iterator[Mention]:
    """The unit of the text, whatever its level: "địa phương"."""
    level = view.home.level if view.home else Level.PROVINCE
    for match in _LOCALITY.finditer(view.folded):
        start, end = match.span()
        many = _BEFORE_LOCALITY.search(view.folded, max(0, start - 8), start)
        span = Span.of(view.text, many.start() if many else start, end)
        place = Place(level, None, view.regime, printed=span.text)
        value = PlaceMention(place, anaphoric=True, plural=bool(many), cue=span.text.lower())
        rule = "place.several" if many else "place.unnamed"
        yield Mention(span, Label.PLACE, value, rule)
