"""Heads inside and above a list: what each gives to the rows below it, and for how long.

"I. Sản phẩm được công nhận hạng 4 sao, gồm 05 sản phẩm" gives a class and a count until a
head of the same or a higher level closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.model import Group, Kind, Span
from extract.products.addresses import (
    NOTHING_NAMED,
    Home,
    Named,
    commune_named,
    district_named,
    named_in,
)
from extract.products.classes import class_of_words, names_class
from extract.products.makers import group_of_head, is_producer
from extract.products.standings import standing_of
from extract.text.normalise import fold
from extract.text.numbers import WORDS, parse


@dataclass(frozen=True, slots=True)
class Head:
    """What a head gives to the rows below it.

    ``level`` is how deep it stands (0 the title of the annex), ``rows`` are the rows below it
    (as ``Product.row``), ``count`` the number of products that it prints, at ``number``.
    ``style`` is that of its label, or what it speaks of: heads of one style close each other.
    ``under`` is the head that it stands under.
    """

    span: Span
    level: int = 0
    stars: int | None = None
    potential5: bool = False
    count: int | None = None
    number: Span | None = None
    standing: Kind | None = None
    stars_before: int | None = None
    named: Named = NOTHING_NAMED
    group: Group | None = None
    producer: str = ""
    rows: tuple[int, ...] = ()
    style: str = ""
    under: Head | None = None

    def chain(self) -> Iterator[Head]:
        """This head and those that it stands under, the lowest first."""
        head: Head | None = self
        while head is not None:
            yield head
            head = head.under

    @property
    def gives(self) -> bool:
        """Whether the head tells anything about the rows below it."""
        return bool(
            self.stars
            or self.count is not None
            or self.standing
            or self.group
            or self.producer
            or self.named != NOTHING_NAMED
        )


_LABEL = re.compile(
    r"(?P<roman>[ivx]{1,5})[.)/:,-]? |(?P<letter>[a-hk-u])[.)/:] ?|(?P<upper>[A-HK-U])[.)/:,-]? |"
    r"(?P<deep>\d{1,2}(?:\.\d{1,2})+)[.)/:]? ?|(?P<arabic>\d{1,2})[.)/:] ?|(?P<dash>[-+*•]) ?"
)
_ALONE = re.compile(
    r"(?P<roman>[ivx]{1,5})[.)/:]?|(?P<letter>[a-hk-uđ])[.)/:]?|(?P<deep>\d{1,2}(?:\.\d{1,2})+)[.)]?|"
    r"(?P<arabic>\d{1,3})[.)/:]?|(?P<dash>[-+*•])"
)
_COUNT = re.compile(
    rf"(?<![\w.,/])(?<!năm )(?<!đợt )(?<!lần )(?P<n>\d{{1,4}}|{WORDS})"
    r"(?:(?: ?\([^()]{1,20}\))? |(?<=\d))(?:sản phẩm|sp)(?!\w)"
    r"(?! (?:của|trong) mỗi)"
)
_COUNT_AT_END = re.compile(r"[(:] ?(?P<n>\d{1,3})\)?\.?$")
_TOTAL = re.compile(r"(?:tổng(?: số| cộng)?|cộng|tổng số sản phẩm)(?!\w)")
_PLACE = re.compile(
    r"(?:ubnd |khu vực |địa bàn )?(?:huyện|thị xã|thành phố|tp\.?|tx\.?|quận|xã|phường|"
    r"thị trấn|tỉnh|đặc khu) ?[\w]"
)
_HEAD_WORDS = re.compile(
    r"(?:các |danh sách |danh mục |những )*(?:sản phẩm|sp)(?: ocop)?(?: \w+){0,2}? ?"
    r"(?:được|đạt|hạng|xếp|phân|công nhận|nâng|đánh giá|mới|tiềm năng|đề nghị|đăng ký|cấp|tái|"
    r"thu hồi|\d ?sao|thuộc|của)|(?:đạt |xếp |phân )?hạng|(?:công nhận|đánh giá) (?:lại|mới)|"
    r"nâng (?:hạng|sao|cấp)|nhóm|ngành|lĩnh vực|tổng|cộng|phụ lục|danh sách|danh mục|biểu|"
    r"tiềm năng 5|[1-5] ?(?:sao|\*)|(?:ba|bốn|năm) sao|\*{3}|★{3}"
)


def label_of(text: str) -> str:
    """The style of the label of a head that stands in a cell of its own; "" if it is none."""
    match = _ALONE.fullmatch(fold(text.strip()))
    return (match.lastgroup or "") if match else ""


def is_total(folded: str) -> bool:
    """Whether a row adds up: "Tổng cộng", "Cộng: 25 sản phẩm"."""
    return bool(_TOTAL.match(folded.strip(" .:-")))


def speaks_as_head(text: str, home: Home) -> bool:
    """Whether words are those of a head and not the name of a product."""
    words = _unlabelled(text)[1]
    folded = fold(words)
    return bool(
        _HEAD_WORDS.match(folded)
        or _PLACE.match(folded)
        or group_of_head(folded)
        or is_producer(folded)
        or (names_class(folded) and len(folded) < 60)
        or _bare_place(words, home)
    )


def _unlabelled(text: str) -> tuple[str, str]:
    """The style of the label in front, and the words after it."""
    match = _LABEL.match(text[:8].lower() + text[8:])
    if match is None:
        return "", text
    style = match.lastgroup or ""
    if style in ("roman", "letter") and text[0].islower() and style == "roman" and text[0] != "i":
        style = "letter"
    if style == "letter" and text[0].isupper():
        style = "upper"
    return style, text[match.end() :]


def read_head(span: Span, home: Home, style: str = "") -> Head:
    """What a head says; ``style`` is that of a label that stands in another cell."""
    own, words = _unlabelled(span.text)
    style = style or own
    if style == "letter" and span.text[:1].isupper() and own == "":
        style = "upper"
    folded = fold(words)
    told = class_of_words(folded)
    count = _count(span, folded)
    head = Head(
        span,
        stars=told.stars,
        potential5=told.potential,
        count=count[0] if count else None,
        number=count[1] if count else None,
        standing=_standing(folded) or (Kind.UPGRADED if told.before else None),
        stars_before=told.before,
        group=group_of_head(folded),
    )
    place = words.split("(")[0].split(":")[0].strip(" .,;-")
    if is_producer(folded):
        head = replace(head, producer=words.strip(" .:"), standing=None)
    elif _PLACE.match(folded):
        head = replace(head, named=_proper(named_in(_without_count(place), home), place))
    elif _bare_place(words, home):
        head = replace(head, named=_named_bare(place, home))
    return replace(head, style=style or _sort(head))


_SENT = re.compile(
    r"(?:đề nghị|đề xuất|trình|chuyển)[^.;]{0,40}(?:cấp tỉnh|ubnd tỉnh|tỉnh |trung ương|"
    r"quốc gia|bộ )"
)


def _standing(folded: str) -> Kind | None:
    """The standing that a head gives; what it sends to a higher body is proposed."""
    return Kind.PROPOSED if _SENT.search(folded) else standing_of(folded)


def _proper(named: Named, printed: str) -> Named:
    """Names of a head in capitals as names are written in a text."""
    if not printed.isupper():
        return named
    return Named(*(name.title() if name else None for name in _parts(named)))


def _parts(named: Named) -> tuple[str | None, str | None, str | None]:
    return named.commune, named.district, named.province


def _without_count(words: str) -> str:
    return re.split(r" ?[,(:]| - | có | gồm | \d", words)[0]


def _bare_place(words: str, home: Home) -> bool:
    return _named_bare(words.split("(")[0].split(":")[0].strip(" .,;-"), home) != NOTHING_NAMED


def _named_bare(words: str, home: Home) -> Named:
    if len(words) > 30:
        return NOTHING_NAMED
    return Named(commune_named(words, home), district_named(words, home))


def _sort(head: Head) -> str:
    """The sort of a head without a label: heads of one sort close each other."""
    for sort in ("producer", "group", "standing", "stars"):
        if getattr(head, sort):
            return sort
    return "place" if head.named != NOTHING_NAMED else "words"


_PROGRAMME = re.compile(r"mỗi (?:xã|làng)[ ,/\w]{0,20}? một sản phẩm")


def _count(span: Span, folded: str) -> tuple[int, Span] | None:
    """The number of products that a head prints; "mỗi xã một sản phẩm" prints none."""
    offset = len(span.text) - len(folded)
    folded = _PROGRAMME.sub(lambda match: " " * len(match.group()), folded)
    match = _COUNT.search(folded) or _COUNT_AT_END.search(folded)
    if match is None:
        return None
    value = parse(match["n"])
    if value is None:
        return None
    start, end = (offset + at for at in match.span("n"))
    return value, Span(span.start + start, span.start + end, span.text[start:end])


@dataclass(slots=True)
class Stack:
    """The heads that are open, the highest first."""

    open: list[int] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    in_table: set[int] = field(default_factory=set)

    def add(self, head: Head, *, in_table: bool) -> None:
        """Open a head: it closes the one of its style and all below that."""
        styles = [self.heads[i].style for i in self.open]
        if head.style in styles:
            del self.open[styles.index(head.style) :]
        elif not in_table:
            self.open = [i for i in self.open if i not in self.in_table]
        under = self.heads[self.open[-1]] if self.open else None
        self.heads.append(replace(head, level=len(self.open), under=under))
        index = len(self.heads) - 1
        self.open.append(index)
        if in_table:
            self.in_table.add(index)

    def clear(self) -> None:
        """A new annex: everything is closed."""
        self.open.clear()

    def close_rows(self) -> None:
        """A new table: the heads that were rows of the one before it are closed."""
        self.open = [i for i in self.open if i not in self.in_table]

    def above(self) -> Sequence[Head]:
        """The open heads, the lowest first."""
        return [self.heads[i] for i in reversed(self.open)]

    def count_row(self, row: int) -> None:
        """A product stands below every open head."""
        for index in self.open:
            head = self.heads[index]
            self.heads[index] = replace(head, rows=(*head.rows, row))
