"""The words round a date: which edge of it is meant, and what the sentence uses it for.

Patterns here end in ``$``: they are held against the words before the date, of which
``EDGES`` takes its part first and ``ROLES`` reads the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extract.mentions.dates.value import DateValue, Edge, Shape, TimeRole
from extract.mentions.rule import Rule

T = TypeVar("T")


def _edge(
    words: str, edge: Edge, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[Edge]:
    """A rule for words that stand right before a date and say which part is meant."""
    pattern = re.compile(rf"(?<!\w)(?P<span>{words})(?: (?:của|khoảng))? ?(?:ngày ?)?$")
    given = tuple((text, edge) for text in examples)
    return Rule(f"date.edge.{edge.value}", pattern, lambda _: edge, note, given, no)


EDGES: tuple[Rule[Edge], ...] = (
    _edge(
        r"(?:(?:đến|tới) )?(?:hết|kết thúc|sát)|(?:đến|tới) (?:thời điểm )?cuối",
        Edge.BY_END,
        "The whole of it is over.",
        "tính đến hết ",
        "Đến cuối ",
        "lũy kế hết ",
        no=("cuối ", "trước hết, "),
    ),
    _edge("cuối", Edge.END, "The end of it, without 'đến'.", "hồi cuối ", no=("đầu ",)),
    _edge(
        "nửa đầu|đầu|thượng tuần",
        Edge.BEGIN,
        "Early in it: no day is told.",
        "từ đầu ",
        "Trong nửa đầu ",
        no=("cuối ",),
    ),
    _edge(
        "giữa|trung tuần|hạ tuần|nửa cuối|nửa sau|nửa cuối của",
        Edge.MIDDLE,
        "Somewhere inside it: no day is told.",
        "Giữa ",
        no=("cuối ",),
    ),
    _edge("trước", Edge.BEFORE, "'Trước tháng 8' is by 31 July.", "Trước ", no=("trước mắt ",)),
    _edge(
        "(?:kể |tính )?từ(?: thời điểm)?",
        Edge.FROM,
        "It begins there.",
        "kể từ ngày ",
        "Từ ngày",
        no=("đến ngày ",),
    ),
)


def _role(
    name: str, words: str, role: TimeRole, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[TimeRole]:
    """A rule for words before the date that say what it is used for."""
    pattern = re.compile(rf"(?:{words})$")
    given = tuple((text, role) for text in examples)
    return Rule(f"date.role.{name}", pattern, lambda _: role, note, given, no)


_DAY_WORD = r"(?:ngày ?|hôm )?"

ROLES: tuple[Rule[TimeRole], ...] = (
    _role(
        "clock",
        r"(?:(?:cập nhật|đăng|xuất bản|đăng tải|gửi|posted on|post date)(?: ngày)?(?: lúc)?"
        r"|hôm nay|ngày (?:đăng|cập nhật|xuất bản|tạo))\s?[:|,(]? ?"
        rf"(?:[\w:' ]{{0,16}},? )?{_DAY_WORD}",
        TimeRole.CLOCK,
        "A stamp that the site prints.",
        "Ngày đăng: ",
        "(Cập nhật: ",
        "Ngày xuất bản: ",
        "Hôm nay: Thứ Ba, ",
        no=("ban hành ngày ", "số liệu ngày "),
    ),
    _role(
        "weekday",
        rf"(?:^|[\n|]|\d) ?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,-]{{1,3}}{_DAY_WORD}",
        TimeRole.CLOCK,
        "A line that begins with the day of the week is a stamp.",
        "Thứ Tư, ",
        "\nThứ bảy, ngày ",
        no=("vào thứ Tư, ",),
    ),
    _role(
        "time_before",
        rf"\d\d?:\d\d?(?::\d\d)?'? ?(?:am|pm|sa|ch)?[ ,|-]{{0,3}}{_DAY_WORD}",
        TimeRole.CLOCK,
        "A time with a colon before the day is a stamp; sentences write 15h30'.",
        "Cập nhật lúc : 20:22 ",
        "08:09' - ",
        no=("15h30' ngày ",),
    ),
    _role(
        "dateline",
        r"\((?:ttxvn|qđnd|chinhphu\.vn|dân trí|vov|vtv)[\w ./-]{0,20} ",
        TimeRole.CLOCK,
        "The agency's dateline at the head of the text.",
        "Hà Nội (TTXVN ",
        no=("(sáng ",),
    ),
    _role(
        "issued",
        r"(?:^|\n|\s{2}|[;|] ?|- )(?:[^\W\d][^\n,;.|]{1,28}, ngày\s?|ngày ban hành ?[:|] ?)",
        TimeRole.ISSUED,
        "Place and day at the head of an official paper (Nghị định 30/2020/NĐ-CP).",
        "\nHà Tĩnh, ngày ",
        "Số: 115/KH-UBND   Huế, ngày ",
        no=("tại Hà Tĩnh, trong ngày ",),
    ),
    _role(
        "decision",
        r"(?:\d/[\w&-]{2,24}"
        r"|(?:quyết định|kế hoạch|nghị quyết|công văn|tờ trình|báo cáo) (?:số )?\d{1,5})"
        r"(?:,? (?:được |do )?(?:[\w ]{2,30} )?(?:ký|ban hành))?,? (?:ngày ?|hôm )",
        TimeRole.DECISION,
        "The day right after the number of a paper.",
        "490/QĐ-TTg ngày ",
        "Quyết định số 385 ngày ",
        "843/QĐ-UBND do UBND tỉnh ký ngày ",
        no=("trong ngày ",),
    ),
    _role(
        "signed",
        r"(?:ký|ban hành)(?: vào)? (?:ngày ?|hôm )",
        TimeRole.DECISION,
        "The day a paper was signed.",
        "được UBND tỉnh ký hôm ",
        "Ký ngày ",
        no=("đăng ký ",),
    ),
    _role(
        "comparison",
        r"(?:so với|cùng kỳ|so)(?: (?:thời điểm|cùng kỳ|kết quả|số liệu))?(?: của)? ?"
        rf"(?:hồi )?{_DAY_WORD}",
        TimeRole.COMPARISON,
        "The number before or after it is told for another time.",
        "tăng 49 sản phẩm so với ",
        "cùng kỳ ",
        no=("đến ",),
    ),
    _role(
        "horizon",
        r"(?:định hướng|tầm nhìn)(?: (?:đến|tới))? ?",
        TimeRole.HORIZON,
        "A far aim in the name of a programme; never an as-of.",
        "giai đoạn 2021 - 2025, định hướng đến ",
        no=("đến ",),
    ),
    _role(
        "period",
        r"(?:giai đoạn|đợt [\divx]{1,4},?(?: của)?|lần [\divx]{1,4},?|kết quả|kế hoạch|trong) ?",
        TimeRole.PERIOD,
        "The time that results or plans belong to.",
        "giai đoạn ",
        "đợt 2 của ",
        no=("đến ",),
    ),
    _role(
        "to",
        rf"(?<!\w)(?:đến|tới)(?: thời điểm)? ?{_DAY_WORD}",
        TimeRole.AS_OF,
        "'tính đến', 'đến': the state on that day, or a deadline where a plan speaks.",
        "Tính đến ",
        "thống kê đến ngày ",
        "số liệu chốt đến ",
        "đến ngày ",
        no=("trước ngày ",),
    ),
    _role(
        "counted_on",
        rf"(?:chốt|số liệu|thống kê|rà soát|thời điểm)(?: (?:vào|tại))? {_DAY_WORD}",
        TimeRole.AS_OF,
        "Figures counted on that day.",
        "số liệu chốt ngày ",
        no=("tổ chức ngày ",),
    ),
)

RULES = (*EDGES, *ROLES)

# What makes a coming time a deadline and not an as-of.
_AIM = re.compile(
    r"phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|dự kiến|dự ước|(?<!\w)(?:ước|sẽ)(?!\w)|đề ra|đặt ra"
    r"|hướng tới|nhiệm vụ|yêu cầu|đề án|tối thiểu|ít nhất|trình ubnd|hoàn thành trước"
)
_DONE = re.compile(r"(?<!\w)(?:đã|tính|lũy kế|thống kê|chốt|cộng dồn|hiện)(?!\w)")
_CLAUSE_END = re.compile(r"[.;\n](?!\d)")
_TIME_AFTER = re.compile(
    r"\)? ?[|,@-]? ?(?:lúc )?\(?(?:\d\d?:\d\d?|gmt|\d\d?h\d\d)|\)?\s?gmt|\)? ?[|-] ?\(?\d\d?:\d"
)
_ALONE_BEFORE = re.compile(r"(?:^|\n)[^\w\n]{0,4}(?:ngày ?:? ?)?$")
_ALONE_AFTER = re.compile(r"[^\w\n]{0,4}(?:$|\n)")
_REACH = 64


def place_in_sentence(value: DateValue, folded: str, start: int, end: int) -> tuple[DateValue, int]:
    """Give a date its edge and role; returns it with the start of its edge words."""
    if value.shape in (Shape.TIME, Shape.DURATION, Shape.NOW):
        return value, start
    before = folded[max(0, start - _REACH) : start]
    edge, cut = _edge_of(value, before)
    role = _role_of(value, edge, before[:cut], folded, start, end)
    return replace(value, edge=edge, role=role), start - (len(before) - cut)


def _edge_of(value: DateValue, before: str) -> tuple[Edge | None, int]:
    """The edge that the words before give, and where these begin."""
    found = _first(EDGES, before)
    is_range = value.shape in (Shape.RANGE, Shape.DAY_RANGE, Shape.MONTH_RANGE)
    if found is None or (found[0] is Edge.FROM and is_range):
        return None, len(before)
    return found


def _first(rules: Sequence[Rule[T]], before: str) -> tuple[T, int] | None:
    """What the first rule that fits the words before says, and where its words begin."""
    for rule in rules:
        match = rule.pattern.search(before)
        value = rule.read(match) if match else None
        if match and value is not None:
            return value, match.start(rule.pattern.groupindex.get("span", 0))
    return None


def _role_of(
    value: DateValue, edge: Edge | None, rest: str, folded: str, start: int, end: int
) -> TimeRole | None:
    if value.shape is Shape.DAY and _is_stamp(value, folded, start, end):
        return TimeRole.CLOCK
    found = _first(ROLES, rest)
    role = found[0] if found else None
    if role is not None and role is not TimeRole.AS_OF:
        return role
    if edge is Edge.FROM or (edge is Edge.BEGIN and rest.endswith("từ ")):
        return TimeRole.START
    if edge is Edge.BEFORE:
        return TimeRole.DEADLINE
    if role is TimeRole.AS_OF or edge is Edge.BY_END:
        return TimeRole.DEADLINE if _is_aim(folded, start, end) else TimeRole.AS_OF
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


def _is_stamp(value: DateValue, folded: str, start: int, end: int) -> bool:
    """Whether a full date has a time of day behind it or a line of its own."""
    if value.year is None:
        return False
    if _TIME_AFTER.match(folded, end):
        return True
    before = folded[max(0, start - 16) : start]
    return bool(_ALONE_BEFORE.search(before) and _ALONE_AFTER.match(folded, end))


def _is_aim(folded: str, start: int, end: int) -> bool:
    """Whether the clause round the date speaks of a plan and not of what was reached."""
    left = _CLAUSE_END.split(folded[max(0, start - 2 * _REACH) : start])[-1]
    right = _CLAUSE_END.split(folded[end : end + _REACH])[0]
    if _DONE.search(left[-30:]) and not _AIM.search(left[-30:]):
        return False
    if re.match(r",? ?(?:[\w ]{0,24} )?đã ", right):
        return False
    return bool(_AIM.search(left) or _AIM.search(right))
