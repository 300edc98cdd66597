"""A date in its sentence: its edge and its role, from the words round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.mentions.dates.cues import EDGES, ROLES
from extract.mentions.dates.value import DateValue, Edge, Shape, TimeRole
from extract.mentions.rule import Rule

T = TypeVar("T")

# How far the words reach that are read, in characters.
_REACH = 64
_PLAIN = (Shape.TIME, Shape.DURATION, Shape.NOW)
_SPANS = (Shape.RANGE, Shape.DAY_RANGE, Shape.MONTH_RANGE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date stands in the folded text."""

    folded: str
    start: int
    end: int

    def before(self, width: int = _REACH) -> str:
        return self.folded[max(0, self.start - width) : self.start]

    def after(self, width: int = _REACH) -> str:
        return self.folded[self.end : self.end + width]


def place_in_sentence(value: DateValue, folded: str, start: int, end: int) -> tuple[DateValue, int]:
    """Give a date its edge and role; returns it with the start of its edge words."""
    if value.shape in _PLAIN:
        return value, start
    place = _Place(folded, start, end)
    before = place.before()
    edge, cut = _edge_of(value, before)
    role = _role_of(value, edge, before[:cut], place)
    return replace(value, edge=edge, role=role), start - (len(before) - cut)


def _edge_of(value: DateValue, before: str) -> tuple[Edge | None, int]:
    """The edge that the words before give, and where these begin."""
    found = None if value.edge else _first(EDGES, before)
    if found is None or (found[0] is Edge.FROM and value.shape in _SPANS):
        return value.edge, len(before)
    return found


def _first(rules: Sequence[Rule[T]], before: str) -> tuple[T, int] | None:
    """What the first rule that fits the words before says, and where its words begin."""
    for rule in rules:
        match = rule.pattern.search(before)
        value = rule.read(match) if match else None
        if match and value is not None:
            return value, match.start(rule.pattern.groupindex.get("span", 0))
    return None


def _role_of(value: DateValue, edge: Edge | None, rest: str, place: _Place) -> TimeRole:
    found = _first(ROLES, rest)
    role = found[0] if found else None
    if role is not TimeRole.ISSUED and _is_stamp(value, place):
        return TimeRole.CLOCK
    if role is not None and role is not TimeRole.AS_OF and _suits(role, value, place):
        return role
    if edge is Edge.FROM or (edge is Edge.BEGIN and rest.endswith("từ ")):
        return TimeRole.START
    if edge is Edge.BEFORE:
        return TimeRole.DEADLINE
    if role is TimeRole.AS_OF or edge is Edge.BY_END:
        return TimeRole.DEADLINE if _is_aim(value, place) else TimeRole.AS_OF
    return value.role or _DEFAULT[value.shape]


_DEFAULT = {
    Shape.DAY: TimeRole.EVENT,
    Shape.DAY_RANGE: TimeRole.EVENT,
    Shape.MONTH: TimeRole.EVENT,
    Shape.QUARTER: TimeRole.PERIOD,
    Shape.MONTH_RANGE: TimeRole.PERIOD,
    Shape.YEAR: TimeRole.PERIOD,
    Shape.RANGE: TimeRole.PERIOD,
    Shape.RELATIVE: TimeRole.EVENT,
}

_LINE_END = re.compile(r"[ .;)]{0,3}(?:$|\n)")


def _suits(role: TimeRole, value: DateValue, place: _Place) -> bool:
    """Whether a role is possible: stamps are full dates, a paper's head ends its line."""
    if role is TimeRole.CLOCK:
        return value.shape is Shape.RELATIVE or (value.shape is Shape.DAY and bool(value.year))
    if role is TimeRole.ISSUED:
        is_day = value.shape is Shape.DAY and value.year is not None
        return is_day and bool(_LINE_END.match(place.folded, place.end))
    return True


# ── Stamps ───────────────────────────────────────────────────────────────────────────

_TIME_AFTER = re.compile(
    r"\)? ?[|,@-]? ?(?:lúc )?\(?(?:\d\d?:\d|gmt|\d\d?h\d\d)|\)?\s?gmt|\)? ?[|-] ?\(?\d\d?:\d"
)
# A line of its own, of a byline ("Minh Khuê | 20/01/2025") or of a short credit.
_LINE_BEFORE = re.compile(r"(?:^|\n)(?:[^\w\n]{0,4}(?:ngày ?:? ?)?|[^\n.:;]{1,40}[|] ?)$")
_LINE_AFTER = re.compile(r"\]|[^\w\n]{0,4}(?:$|\n)|[^\n.,;:]{0,24}(?:$|\n)")


def _is_stamp(value: DateValue, place: _Place) -> bool:
    """Whether a full date has a time of day behind it or a line of its own."""
    if value.shape is not Shape.DAY or value.year is None:
        return False
    if _TIME_AFTER.match(place.folded, place.end):
        return True
    is_first = _LINE_BEFORE.search(place.before(48))
    return bool(is_first and _LINE_AFTER.match(place.folded, place.end))


# ── Aims ─────────────────────────────────────────────────────────────────────────────

# What makes a coming time a deadline and not an as-of.
_AIM = re.compile(
    r"phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|dự kiến|dự ước|(?<!\w)(?:ước|sẽ)(?!\w)|đề ra|đặt ra"
    r"|hướng tới|nhiệm vụ|yêu cầu|đề án|tối thiểu|ít nhất|trình ubnd|kỳ vọng|hoàn thành trước"
)
_DONE = re.compile(r"(?<!\w)(?:đã|tính|thống kê|chốt|cộng dồn|hiện)(?!\w)")
_DONE_AFTER = re.compile(r",? ?(?:[\w ]{0,24} )?đã ")
_CLAUSE_END = re.compile(r"[.;\n](?!\d)")


def _is_aim(value: DateValue, place: _Place) -> bool:
    """Whether the clause round the date speaks of a plan and not of what was reached."""
    if value.offset is not None and value.offset > 0:
        return True
    left = _CLAUSE_END.split(place.before(2 * _REACH))[-1]
    right = _CLAUSE_END.split(place.after())[0]
    if _AIM.search(right[:24]):
        return True
    near = left[-30:]
    if (_DONE.search(near) and not _AIM.search(near)) or _DONE_AFTER.match(right):
        return False
    return bool(_AIM.search(left) or _AIM.search(right))
