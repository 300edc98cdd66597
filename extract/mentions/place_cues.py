"""Level words ("huyện", "TP.", "các xã") and set phrases ("cả nước", "Tây Nguyên").

Patterns work on the folded view; see ``extract.mentions.rule`` for its promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.model import Level
from extract.places.gazetteer import gazetteer

CITY = "thành phố"
# Folded spelling → (level, kind). A city's level depends on which city it is.
LEVEL_WORDS: dict[str, tuple[Level | None, str]] = {
    "tỉnh": (Level.PROVINCE, "tỉnh"),
    "tỉnh ủy": (Level.PROVINCE, "tỉnh"),
    "tỉnh đoàn": (Level.PROVINCE, "tỉnh"),
    "thủ đô": (Level.PROVINCE, CITY),
    "thành phố": (None, CITY),
    "thành ủy": (None, CITY),
    "tp": (None, CITY),
    "t.p": (None, CITY),
    "thị xã": (Level.DISTRICT, "thị xã"),
    "thị ủy": (Level.DISTRICT, "thị xã"),
    "tx": (Level.DISTRICT, "thị xã"),
    "t.x": (Level.DISTRICT, "thị xã"),
    "huyện": (Level.DISTRICT, "huyện"),
    "huyên": (Level.DISTRICT, "huyện"),
    "huyện ủy": (Level.DISTRICT, "huyện"),
    "huyện đoàn": (Level.DISTRICT, "huyện"),
    "h": (Level.DISTRICT, "huyện"),
    "quận": (Level.DISTRICT, "quận"),
    "quận ủy": (Level.DISTRICT, "quận"),
    "q": (Level.DISTRICT, "quận"),
    "xã": (Level.COMMUNE, "xã"),
    "x": (Level.COMMUNE, "xã"),
    "phường": (Level.COMMUNE, "phường"),
    "p": (Level.COMMUNE, "phường"),
    "thị trấn": (Level.COMMUNE, "thị trấn"),
    "tt": (Level.COMMUNE, "thị trấn"),
    "đặc khu": (Level.COMMUNE, "đặc khu"),
}
ABBREVIATED = frozenset(("h", "q", "x", "p", "tt"))
SEVERAL_PROVINCES = "tỉnh, thành"
OFFICES = frozenset(word for word in LEVEL_WORDS if word.endswith(("ủy", "đoàn")))

_NUMERALS = ["hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"]
MANY = frozenset(("các", "những", "nhiều", "một số", "mỗi", "từng", "mấy", "vài", *_NUMERALS))
# Words that make of a level word something else: hợp tác xã, cấp huyện, liên xã.
_ELSE = (
    "cấp",
    "ngoài",
    "liên",
    "hợp tác",
    "làng",
    "một",
    "tuyến",
    "đô thị",
    "thuộc cấp",
    "mọi",
    "vòng",
)
_WHOLE = ("toàn", "cả", "trong", "khắp", "nội")
_ADJECTIVES = (
    *("miền núi", "vùng cao", "vùng ven", "vùng biên", "vùng sâu", "vùng xa", "biên giới"),
    *("ven biển", "ven đô", "trung du", "đồng bằng", "bãi ngang", "cửa khẩu", "biển", "đảo"),
    *("nông thôn mới nâng cao", "nông thôn mới", "ntm nâng cao", "ntm", "nghèo", "thuần nông"),
    *("du lịch", "trẻ", "cảng", "lúa", "mới", "cũ", "anh hùng", "còn lại", "khác", "này", "bạn"),
    *("phía bắc", "phía nam", "phía đông", "phía tây"),
)


def _any(words: Iterable[str], *, glued: bool = False) -> str:
    """One of ``words`` that begins at a word, longest first; if ``glued`` also at a digit.

    The words are grouped by their first letter, which the pattern names before anything
    else: the search then jumps from one such letter to the next.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    no = r"[^\W\d]" if glued else r"\w"
    groups = (rf"{a}(?<!{no}{a})(?:{'|'.join(rest)})" for a, rest in by_letter.items())
    return f"(?:{'|'.join(groups)})(?!\\w)"


_SEVERAL_PROVINCES = re.compile(r",? thành(?! phố| viên)(?!\w)")
# "3xã": a lost blank. "10h", "25p." are no units.
_GLUED = frozenset(word for word in LEVEL_WORDS if len(word) > 1)
_LEVEL = re.compile(f"{_any(_GLUED, glued=True)}|{_any(ABBREVIATED)}")
_NO_COUNT = r"(?<!tháng )(?<!năm )(?<!ngày )(?<!quý )(?<!đợt )(?<!khóa )(?<!số )(?<!điều )"
_BEFORE = re.compile(
    rf"(?<![\w/.,-])({_any((*MANY, *_ELSE, *_WHOLE))}(?= \Z)"
    rf"|{_NO_COUNT}\d{{1,3}}(?:/\d{{1,3}})?(?= ?\Z))"
)
_AFTER = re.compile(rf"(\.?)((?: {_any(_ADJECTIVES)}){{0,2}})")


@dataclass(slots=True)
class LevelCue:
    """A level word in the text.

    ``start`` is that of the word, ``outer`` that of its quantifier if it has one,
    ``end`` lies behind the word, its dot and its adjectives.
    """

    outer: int
    start: int
    end: int
    word: str
    level: Level | None
    kind: str
    quantifier: str
    adjective: str
    dotted: bool

    @property
    def plural(self) -> bool:
        """Whether it speaks of several units."""
        if self.quantifier in MANY or self.word == SEVERAL_PROVINCES:
            return True
        return self.quantifier[:1].isdigit() and self.quantifier not in ("1", "01")

    @property
    def other(self) -> bool:
        """Whether it is no unit at all: cấp huyện, hợp tác xã, xã nông thôn mới."""
        return self.quantifier in _ELSE


def level_cues(folded: str) -> list[LevelCue]:
    """All level words of a text, left to right."""
    return [_level_cue(folded, match) for match in _LEVEL.finditer(folded)]


def _level_cue(folded: str, match: re.Match[str]) -> LevelCue:
    word, start, end = match.group(), match.start(), match.end()
    level, kind = LEVEL_WORDS[word]
    if word == "tỉnh" and (several := _SEVERAL_PROVINCES.match(folded, end)):
        word, end = SEVERAL_PROVINCES, several.end()
    before = _BEFORE.search(folded, max(0, start - 16), start)
    after = _AFTER.match(folded, end)
    dot, adjective = after.groups() if after else ("", "")
    return LevelCue(
        outer=before.start() if before else start,
        start=start,
        end=after.end() if after else end,
        word=word,
        level=level,
        kind=kind,
        quantifier=before[1] if before else "",
        adjective=adjective.strip(),
        dotted=bool(dot),
    )


@dataclass(slots=True)
class Phrase:
    """A set phrase: ``what`` is nation, region or nickname; ``key`` the phrase folded."""

    start: int
    end: int
    what: str
    key: str


_NATION = ("cả nước", "toàn quốc", "nước ta", "việt nam", "khắp cả nước")


@cache
def _phrase_table() -> tuple[re.Pattern[str], dict[str, str]]:
    units = gazetteer()
    what = dict.fromkeys(units.nicknames, "nickname")
    what |= dict.fromkeys(units.regions, "region")
    what |= dict.fromkeys(_NATION, "nation")
    return re.compile(_any(what)), what


def phrases(folded: str) -> Iterator[Phrase]:
    """All set phrases of a text, left to right."""
    pattern, what = _phrase_table()
    for match in pattern.finditer(folded):
        yield Phrase(match.start(), match.end(), what[match.group()], match.group())
