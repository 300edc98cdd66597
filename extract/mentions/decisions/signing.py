"""The day a paper was signed: behind its number, at its head, or before it in the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.mentions.dates import DateValue, Shape, TimeRole, Unit
from extract.model import Mention, Span
from extract.text.sentences import sentences

_POINTS = (Shape.DAY, Shape.MONTH)

# "490/QĐ-TTg ngày …", "No. 148/QD-TTg dated …", "…, ký ngày …", "… (tháng 11/2022",
# "… do UBND tỉnh ký hôm …".
_BEHIND = re.compile(
    r"\s?[,(]? ?(?:đã |vừa )?(?:được )?(?:(?:ký|ban hành|ra)(?: ban hành| vào)? ?)?"
    r"(?:ngày\s?|hôm )?"
    r"|,? (?:dated|of|on) "
    r"|,? ?(?:(?:của|do|được) )?[^\d,.;:()\n]{2,44} (?:ký|ban hành)(?: ban hành| vào)? "
    r"(?:ngày |hôm )?"
    r"|,? ?của [^\d,.;:()\n]{2,44} ngày "
)
# "có giá trị 36 tháng kể từ ngày …": a paper is in force from its day.
_IN_FORCE = re.compile(r"[^.\n]{0,200}có (?:giá trị|hiệu lực)[^.;\n]{0,40}")
# "Ngày 15/10, Phó Chủ tịch … ký Quyết định số", "ban hành ngày … theo Quyết định số".
_PAPER = r"(?:quyết định|qđ|kế hoạch|nghị quyết|công văn|văn bản|tờ trình|báo cáo|thông báo)"
_ISSUING = re.compile(
    r"[^;\n]{0,160}(?:ký|ban hành|(?<!\w)(?:có|ra)|phê duyệt|thông qua)(?: ban hành)?"
    rf" ?(?:các )?{_PAPER}(?: số)?:? ?"
    rf"|,? bằng (?:một )?{_PAPER}(?: số)?:? ?"
    rf"|[^;\n]{{0,120}}(?:ký|ban hành)(?: ban hành)? ?(?:các )?{_PAPER}[^;\n\d]{{0,90}}\(?số:? ?"
)
_UNDER = re.compile(rf",? (?:theo|tại) {_PAPER}(?: số)?:? ?|, {_PAPER}(?: số)?:? ?")
# "Ngày 25/9, UBND huyện công nhận … theo Quyết định": the act of that day is the paper.
_ACTING = re.compile(
    r"[^;\n]{0,120}(?:công nhận|cấp giấy|phê duyệt|phân hạng)[^;\n]{0,90}"
    rf" (?:theo|tại|bằng) {_PAPER}(?: số)?:? ?"
)
_BY_PAPER = re.compile(r"(?:ký|ban hành|phê duyệt|công nhận)(?: (?:vào|ngày|hôm)){0,2} $")
_HEAD = re.compile(r"(?:^|\n|[|;(]|[-–] ?|\s{2}|công văn )số(?: hiệu)?\s?:? ?\|? ?$")
# "Thứ nhất là Quyết định …" goes on with papers told with their day before.
_ENUMERATED = re.compile(rf"(?:thứ (?:nhất|hai|ba)|một|hai|ba) là {_PAPER}(?: số)? $")
_TOLD = re.compile(r"quyết định[^.\n]{0,100}(?:ban hành|ký)[^.\n]{0,24}$")


# How far before a number its day may stand, and how far when papers are told in turn.
_REACH, _FAR_REACH = 400, 1200


@dataclass(frozen=True, slots=True)
class Setting:
    """One printing of a paper: its span, its sentence and line, and its neighbours."""

    start: int
    end: int
    sentence: tuple[int, int]
    line_start: int
    previous_paper: int
    next_paper: int


def settings_of(text: str, spans: Sequence[tuple[int, int]]) -> list[Setting]:
    """The surroundings of each paper, in one pass over the sentences of the text."""
    edges = [0, *(end for _, end in spans[:-1])], [*(start for start, _ in spans[1:]), len(text)]
    told = sentences(text)
    line, sentence = 0, next(told, (0, len(text)))
    found = []
    for (start, end), previous_paper, next_paper in zip(spans, *edges, strict=True):
        while sentence[1] <= start:
            sentence = next(told, (sentence[1], len(text)))
        line = max(line, text.rfind("\n", previous_paper, start) + 1)
        found.append(Setting(start, end, sentence, line, previous_paper, next_paper))
    return found


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a text, to be looked up by their place."""

    dates: tuple[tuple[Span, DateValue], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Calendar:
        """Take the dates out of their mentions, which stand in the order of the text."""
        dates = tuple((m.span, m.value) for m in mentions if isinstance(m.value, DateValue))
        return cls(dates, tuple(span.start for span, _ in dates))

    def between(self, start: int, end: int) -> tuple[tuple[Span, DateValue], ...]:
        """The dates that begin in ``[start, end)``."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def signing_date(folded: str, setting: Setting, calendar: Calendar) -> tuple[DateValue, int] | None:
    """When the paper was signed, and the end of the words that say so (its own end if before)."""
    return (
        _behind(folded, setting, calendar)
        or _at_head(folded, setting, calendar)
        or _before(folded, setting, calendar)
        or _in_force(folded, setting, calendar)
    )


def _behind(folded: str, setting: Setting, calendar: Calendar) -> tuple[DateValue, int] | None:
    """The first day or month behind the number, if only words of signing stand between."""
    limit = min(setting.next_paper, setting.end + 80)
    for span, value in calendar.between(setting.end, limit)[:1]:
        is_point = value.shape in _POINTS and value.role is not TimeRole.START
        if is_point and _BEHIND.fullmatch(folded[setting.end : span.start]):
            return value, span.end
    return None


def is_head(folded: str, setting: Setting) -> bool:
    """Whether the number stands at the head of its own paper ("Số: 115/KH-UBND")."""
    return bool(_HEAD.search(folded[max(0, setting.start - 24) : setting.start]))


def _at_head(folded: str, setting: Setting, calendar: Calendar) -> tuple[DateValue, int] | None:
    """The place-and-day line below a number at the head of its paper."""
    if not is_head(folded, setting):
        return None
    limit = min(setting.next_paper, setting.end + 200)
    for _, value in calendar.between(setting.end, limit):
        if value.role is TimeRole.ISSUED:
            return value, setting.end
    return None


def _before(folded: str, setting: Setting, calendar: Calendar) -> tuple[DateValue, int] | None:
    """A day told before the number, with a verb of issuing between."""
    begin = max(setting.sentence[0], setting.previous_paper, setting.start - _REACH)
    enumerated = _ENUMERATED.search(folded[max(0, setting.start - 40) : setting.start])
    if enumerated:
        begin = max(0, setting.start - _FAR_REACH)
    for span, value in reversed(calendar.between(begin, setting.start)):
        if not _is_day(value):
            continue
        if enumerated and _TOLD.search(folded[begin : span.start]):
            return value, setting.end
        if _issues(folded, span, setting):
            return value, setting.end
    return None


def _is_day(value: DateValue) -> bool:
    """Days, months, and days told from the page ("hôm qua"); not "năm ngoái" or stamps."""
    if value.shape is Shape.RELATIVE:
        return value.unit is Unit.DAY
    return value.shape in _POINTS and value.role in (TimeRole.EVENT, TimeRole.DECISION)


def _issues(folded: str, day: Span, setting: Setting) -> bool:
    """Whether the words between the day and the number say that it was signed then."""
    between = folded[day.end : setting.start]
    if _UNDER.fullmatch(between):
        before = folded[max(0, day.start - 24) : day.start]
        return bool(_BY_PAPER.search(before))
    is_law = "thủ tướng" in folded[setting.end : setting.end + 20] or folded.startswith(
        "ttg", setting.end - 3
    )
    return bool(_ISSUING.fullmatch(between)) or (not is_law and bool(_ACTING.fullmatch(between)))


def _in_force(folded: str, setting: Setting, calendar: Calendar) -> tuple[DateValue, int] | None:
    """The day from which the paper is in force."""
    limit = min(setting.next_paper, setting.sentence[1], setting.end + _REACH)
    for span, value in calendar.between(setting.end, limit):
        is_start = value.role is TimeRole.START and value.shape is Shape.DAY
        if is_start and _IN_FORCE.fullmatch(folded[setting.end : span.start]):
            return value, setting.end
    return None
