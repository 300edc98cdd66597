"""Communes named without their level word, shown to be communes by what is said of them.

The old map's communes are in no table, so a bare name is believed only on a sign of the
text: "A và B mỗi xã 01 sản phẩm", "A là xã …", "A và B, hai xã …", a row "A 04, B 03, C 02",
or a headline "A: …" over a text that says only "xã nhà". Firms and goods that stand in
rows have their own nouns; ``place_roles`` hears these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.mentions.place_names import CAPITALISED
from extract.mentions.place_view import Found, Text, stands_higher
from extract.mentions.place_words import FIRMS, GOODS, LANDMARKS, NO_NAME, SPEECH
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.names import name_key

# Words that begin a sentence before a name: "Riêng Hòa Lạc", "Ở Tân Mai".
_OPENERS = r"(?!(?:Riêng|Còn|Trong|Ở|Tại|Theo|Các|Với|Như|Nay|Đến|Từ|Và|Cả|Mỗi|Xã|Phường)\b)"
_NAME = rf"(?<![\w/&-]){_OPENERS}{CAPITALISED}(?: {CAPITALISED}){{1,3}}(?!\w)"
_AND = r"(?:, và |, cùng |, | và | cùng | với )"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,11}}"
_SEVERAL = rf"{_NAME}(?:{_AND}{_NAME}){{1,11}}"
_UNITS = ("xã", "phường", "thị trấn")
_SOME = ("hai", "ba", "bốn", "năm", "sáu", "những", "các", "nhiều")
_UNIT = f"(?:{'|'.join(_UNITS)})"
_MANY = f"(?:{'|'.join(_SOME)})"
_OF_SORT = r"(?: (?:điểm|nghèo|biên giới|miền núi|ven biển|vùng cao|vùng sâu|bãi ngang))?"
_GOT = (
    r"(?: (?:có|đạt|góp|còn|được|đăng ký|thêm|mang đến|mang tới|nộp|giữ|chiếm"
    r"|(?:dẫn đầu|đứng đầu|nhiều nhất) với))?"
)
_NUMBER = r"(?:\d{1,3}|\((?:có )?\d{1,3})(?![\w%/]|[.,]\d)"
_EQUALLY = r"(?:đều|cùng|mỗi nơi|mỗi đơn vị)(?: [^\W\d_]{1,8}){0,2}"
_ITEM = rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,5}})(?: {_EQUALLY})?{_GOT} {_NUMBER}"
_NAMED = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A way in which a text shows that names are those of communes."""

    pattern: re.Pattern[str]
    needs: tuple[str, ...]  # one of them is in whatever it matches
    in_line: bool = False  # whether its line must speak of communes


_SIGNS = (
    # "Chư Mố và Kim Tân mỗi xã 01"
    _Sign(
        re.compile(rf"(?P<names>{_NAMES}),?(?: -)?(?: đều)? \(?mỗi {_UNIT}(?!\w)"),
        tuple(f"mỗi {unit}" for unit in _UNITS),
    ),
    # "Hòa Lạc là xã khó khăn nhất", "Hòa Lạc, Tân Mai là hai phường mới"
    _Sign(
        re.compile(rf"(?P<names>{_NAMES}) (?:vốn )?là (?:một |{_MANY} )?{_UNIT}(?= [^\W\d_])"),
        tuple(f" là {word}" for word in (*_UNITS, "một ", *_SOME)),
    ),
    # "Hòa Lạc và Tân Mai, hai xã ven biển"
    _Sign(
        re.compile(rf"(?P<names>{_SEVERAL}),? (?:[-–] )?{_MANY} {_UNIT}(?!\w)"),
        tuple(f"{some} {unit}" for some in _SOME for unit in _UNITS),
    ),
    # "có xã như Hòa Lạc", "hai xã điểm là Hòa Lạc và Tân Mai"
    _Sign(
        re.compile(rf"(?<!\w)(?<!tác ){_UNIT}{_OF_SORT} (?:như|là|gồm)(?: ở)? (?P<names>{_NAMES})"),
        (" như ", " là ", " gồm "),
    ),
    # "mới có 6 xã (Hòa Lạc, Tân Mai, …) nêu được tên sản phẩm"
    _Sign(
        re.compile(
            rf"(?<!tác )(?<!\w){_UNIT}(?:, {_UNIT})*(?: [^\W\d_]{{1,8}}){{0,4}} \((?:gồm |là )?"
            rf"(?P<names>{_SEVERAL})\)"
        ),
        (" (",),
    ),
    # "Nhìn theo xã, Hòa Lạc và Tân Mai đều góp 2 sản phẩm"
    _Sign(
        re.compile(rf"(?P<names>{_SEVERAL}) {_EQUALLY} {_NUMBER}"),
        (" đều", " cùng", " mỗi nơi", " mỗi đơn vị"),
        in_line=True,
    ),
)


def shown(view: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The bare names that the text shows to be communes."""
    if not any(cue.level is Level.COMMUNE for cue in view.cues):
        return
    for sign, match in _signed(view.text):
        if not sign.in_line or _of_communes(view, match.start()):
            yield from _communes(view, *match.span("names"))
    for row in _rows(view.text):
        yield from _row(view, row)
    yield from _headline(view, found)


@lru_cache(maxsize=4)  # a text is read again as soon as its home is known
def _signed(text: str) -> tuple[tuple[_Sign, re.Match[str]], ...]:
    """What may show names to be those of communes, wherever the text has its home."""
    return tuple(
        (sign, match)
        for sign in _SIGNS
        if any(words in text for words in sign.needs)
        for match in sign.pattern.finditer(text)
    )


# ── Rows ─────────────────────────────────────────────────────────────────────────────

_STEP = re.compile(
    r"\)?[^.;:()\n\d]{0,40}\)?(?:[,;]| và| còn| rồi) (?:đến |còn |riêng )?"
    rf"(?:{_UNIT} )?"
)
_COUNTED = re.compile(_ITEM)


@lru_cache(maxsize=4)  # like the signs
def _rows(text: str) -> tuple[tuple[re.Match[str], ...], ...]:
    """Rows in which each name has a number: "A 04, B (03), C và D đều 2"."""
    rows: list[list[re.Match[str]]] = []
    for item in _COUNTED.finditer(text):
        if rows and _STEP.fullmatch(text, rows[-1][-1].end(), item.start()):
            rows[-1].append(item)
        else:
            rows.append([item])
    return tuple(tuple(row) for row in rows if len(row) > 1)


def _row(view: Text, row: Sequence[re.Match[str]]) -> Iterator[Found]:
    """The names of a row; one that names a province or a district of home is of districts."""
    spans = [m.span("names") for m in row]
    names = [name for span in spans for name in _NAMED.finditer(view.text, *span)]
    if not any(_is_others(view, start) for start, _ in spans) and _are_communes(view, names):
        yield from (_found(view, name) for name in names)


# ── Headline ─────────────────────────────────────────────────────────────────────────

_HEADED = re.compile(rf"\s{{0,4}}(?P<names>{_NAME})(?::| -) ")
_OWN = re.compile(
    rf"(?<!\w)(?<!tác )(?:xã (?:nhà|ta|mình)|(?:cả|toàn|ubnd|địa bàn) {_UNIT})(?= [^\W\d_]|[,.])"
)


def _headline(view: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The name that opens the text, where this speaks of one commune and names none."""
    head = _HEADED.match(view.text)
    if head is None or any(f.level is Level.COMMUNE for f in found):
        return
    if _OWN.search(view.folded, head.end()):
        yield from _communes(view, head.start("names"), head.end("names"))


# ── Names ────────────────────────────────────────────────────────────────────────────

_NOT_IN_NAMES = FIRMS | LANDMARKS | NO_NAME
_OF_COMMUNES = re.compile(rf"(?<!\w)(?<!tác ){_UNIT}(?!\w)")
_LINE = 600  # letters of its line that are looked through for a commune
_OTHERS = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|em|htx|hợp tác xã|công ty|cty|cơ sở|doanh nghiệp|hộ|tổ hợp tác|thôn"
    r"|bản|ấp|làng|buôn|xóm|khóm|thương hiệu|nhãn hiệu|huyện|tỉnh|quận|thành phố|thị xã|tp|tx)\.?"
    r"(?: [^\W\d_]{1,10}){0,2} \Z"
)


def _of_communes(view: Text, offset: int) -> bool:
    """Whether the line of an offset speaks of communes."""
    start = max(view.text.rfind("\n", 0, offset) + 1, offset - _LINE)
    end = view.text.find("\n", offset)
    end = min(end if end >= 0 else len(view.text), offset + _LINE)
    return _OF_COMMUNES.search(view.folded, start, end) is not None


def _communes(view: Text, start: int, end: int) -> Iterator[Found]:
    """The names of a list, unless one is of something else than a commune."""
    names = list(_NAMED.finditer(view.text, start, end))
    if not _is_others(view, start) and _are_communes(view, names):
        yield from (_found(view, name) for name in names)


def _is_others(view: Text, start: int) -> bool:
    """Whether a noun before a list makes it one of persons, firms or other units."""
    return _OTHERS.search(view.folded, max(0, start - 40), start) is not None


def _are_communes(view: Text, names: Sequence[re.Match[str]]) -> bool:
    """Whether a list may be one of communes: not of goods, nor of districts elsewhere."""
    if all(map(_is_goods, names)) or all(_is_district(view, name) for name in names):
        return False
    return all(_may_be_commune(view, name) for name in names)


def _is_district(view: Text, name: re.Match[str]) -> bool:
    units = gazetteer().names(view.regime).get(name_key(name.group()))
    return any(unit.level is Level.DISTRICT for unit in units)


def _may_be_commune(view: Text, name: re.Match[str]) -> bool:
    key = name_key(name.group())
    words = key.split(" ")
    if stands_higher(gazetteer().names(view.regime).get(key), view):
        return False
    if any(word.isupper() and len(word) > 2 for word in name.group().split()):
        return False
    if words[1] in ("văn", "thị") or words[0] in SPEECH:
        return False
    return _NOT_IN_NAMES.isdisjoint((words[0], " ".join(words[:2])))


def _is_goods(name: re.Match[str]) -> bool:
    """Whether a name begins like that of goods: "Trà Hoa Vàng", but also "Trà Tân"."""
    words = name_key(name.group()).split(" ")
    return not GOODS.isdisjoint((words[0], " ".join(words[:2])))


def _found(view: Text, name: re.Match[str]) -> Found:
    key = name_key(name.group())
    units = tuple(
        unit
        for unit in gazetteer().names(view.regime).get(key)
        if unit.level is Level.COMMUNE and view.lies_at_home(unit)
    )
    return Found(
        start=name.start(),
        end=name.end(),
        level=Level.COMMUNE,
        name=name.group(),
        units=units,
        rule="place.shown",
        cue="bare",
        regime=view.regime,
    )
