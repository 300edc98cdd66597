"""The day a paper was signed: behind its number, at its head, or before it in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.mentions.dates import DateValue, Shape, TimeRole
from extract.model import Mention
from extract.text.sentences import sentences

_POINTS = (Shape.DAY, Shape.MONTH)

# "490/QĐ-TTg ngày …", "…, ký ngày …", "… (tháng 11/2022", "… do UBND tỉnh ký hôm …".
_BEHIND = re.compile(
    r"\s?[,(]? ?(?:đã |vừa )?(?:được )?(?:(?:ký|ban hành|ra)(?: ban hành| vào)? ?)?"
    r"(?:ngày\s?|hôm )?"
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
)
_UNDER = re.compile(rf",? (?:theo|tại) {_PAPER}(?: số)?:? ?|, {_PAPER}(?: số)?:? ?")
# "Ngày 25/9, UBND huyện công nhận … theo Quyết định": the act of that day is the paper.
_ACTING = re.compile(
    r"[^;\n]{0,120}(?:công nhận|cấp giấy|phê duyệt|phân hạng)[^;\n]{0,90}"
    rf" (?:theo|tại|bằng) {_PAPER}(?: số)?:? ?"
)
_BY_PAPER = re.compile(r"(?:ký|ban hành|phê duyệt|công nhận)(?: (?:vào|ngày|hôm)){0,2} $")
_HEAD = re.compile(r"(?:^|\n|[|;(]|[-–] ?|\s{2}|công văn )số(?: hiệu)?\s?[:|]? ?$")
# "Thứ nhất là Quyết định …" goes on with papers told with their day before.
_ENUMERATED = re.compile(rf"(?:thứ (?:nhất|hai|ba)|một|hai|ba) là {_PAPER}(?: số)? $")
_TOLD = re.compile(r"quyết định[^.\n]{0,100}(?:ban hành|ký)[^.\n]{0,24}$")


@dataclass(frozen=True, slots=True)
class Setting:
    """One printing of a paper: its span, its sentence, and where the next paper begins."""

    start: int
    end: int
    sentence: tuple[int, int]
    next_paper: int
    previous_paper: int


def settings_of(text: str, spans: Sequence[tuple[int, int]]) -> list[Setting]:
    """The surroundings of each paper, in the order of the text."""
    found = []
    for index, (start, end) in enumerate(spans):
        after = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        before = spans[index - 1][1] if index else 0
        found.append(Setting(start, end, _sentence_of(text, start), after, before))
    return found


def _sentence_of(text: str, position: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    stop = len(text) if stop < 0 else stop
    for start, end in sentences(text, begin, stop):
        if start <= position < end:
            return start, end
    return begin, stop


def signing_date(
    folded: str, setting: Setting, dates: Sequence[Mention]
) -> tuple[DateValue, int] | None:
    """When the paper was signed, and the end of the words that say so (its own end if before)."""
    return (
        _behind(folded, setting, dates)
        or _at_head(folded, setting, dates)
        or _before(folded, setting, dates)
        or _in_force(folded, setting, dates)
    )


def _date(mention: Mention) -> DateValue | None:
    value = mention.value
    return value if isinstance(value, DateValue) else None


def _behind(
    folded: str, setting: Setting, dates: Sequence[Mention]
) -> tuple[DateValue, int] | None:
    """The first day or month behind the number, if only words of signing stand between."""
    limit = min(setting.next_paper, setting.end + 80)
    for mention in dates:
        value = _date(mention)
        if value is None or not setting.end <= mention.span.start < limit:
            continue
        if value.shape not in _POINTS or value.role is TimeRole.START:
            return None
        between = folded[setting.end : mention.span.start]
        return (value, mention.span.end) if _BEHIND.fullmatch(between) else None
    return None


def is_head(folded: str, setting: Setting) -> bool:
    """Whether the number stands at the head of its own paper ("Số: 115/KH-UBND")."""
    return bool(_HEAD.search(folded[max(0, setting.start - 24) : setting.start]))


def _at_head(
    folded: str, setting: Setting, dates: Sequence[Mention]
) -> tuple[DateValue, int] | None:
    """The place-and-day line below a number at the head of its paper."""
    if not is_head(folded, setting):
        return None
    limit = min(setting.next_paper, setting.end + 200)
    for mention in dates:
        value = _date(mention)
        if value and value.role is TimeRole.ISSUED and setting.end <= mention.span.start < limit:
            return value, setting.end
    return None


def _before(
    folded: str, setting: Setting, dates: Sequence[Mention]
) -> tuple[DateValue, int] | None:
    """A day told before the number, with a verb of issuing between."""
    begin = max(setting.sentence[0], setting.previous_paper)
    enumerated = _ENUMERATED.search(folded[max(0, setting.start - 40) : setting.start])
    if enumerated:
        begin = max(0, setting.start - 1200)
    for mention in reversed(dates):
        value = _date(mention)
        if value is None or not begin <= mention.span.start < setting.start:
            continue
        if not (value.shape in _POINTS or value.shape is Shape.RELATIVE) or not _is_day(value):
            continue
        if enumerated and _TOLD.search(folded[begin : mention.span.start]):
            return value, setting.end
        if _issues(folded, mention, setting):
            return value, setting.end
    return None


def _is_day(value: DateValue) -> bool:
    """Days, months, and days told from the page ("hôm qua"); not "năm ngoái" or stamps."""
    if value.shape is Shape.RELATIVE:
        return value.unit is not None and value.unit.value == "day"
    return value.role in (TimeRole.EVENT, TimeRole.DECISION)


def _issues(folded: str, mention: Mention, setting: Setting) -> bool:
    """Whether the words between the day and the number say that it was signed then."""
    between = folded[mention.span.end : setting.start]
    if _UNDER.fullmatch(between):
        before = folded[max(0, mention.span.start - 24) : mention.span.start]
        return bool(_BY_PAPER.search(before))
    is_law = "thủ tướng" in folded[setting.end : setting.end + 20] or folded.startswith(
        "ttg", setting.end - 3
    )
    return bool(_ISSUING.fullmatch(between)) or (not is_law and bool(_ACTING.fullmatch(between)))


def _in_force(
    folded: str, setting: Setting, dates: Sequence[Mention]
) -> tuple[DateValue, int] | None:
    """The day from which the paper is in force."""
    limit = min(setting.next_paper, setting.sentence[1])
    for mention in dates:
        value = _date(mention)
        if value is None or not setting.end <= mention.span.start < limit:
            continue
        between = folded[setting.end : mention.span.start]
        is_start = value.role is TimeRole.START and value.shape is Shape.DAY
        if is_start and _IN_FORCE.fullmatch(between):
            return value, setting.end
    return None
