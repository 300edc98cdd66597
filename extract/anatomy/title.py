"""The title of a paper (trích yếu), and the assessment that it names.

It stands below the type, with or without "Về việc", over one or more lines, up to the
authority ("CHỦ TỊCH ỦY BAN NHÂN DÂN …"), a rule, the bases or the articles. A công văn has
its "V/v …" below the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.anatomy.issuer import is_office
from extract.anatomy.letterhead import DAY, Letterhead
from extract.anatomy.skeleton import ATTACHED, Skeleton, is_loud
from extract.anatomy.view import View, rule_pattern
from extract.mentions.rounds import find_rounds

_MOST = 900
_RULE = re.compile(r"[\W_]{0,80}$")
_NUMBER_LINE = rule_pattern(r"\W{0,3}(?:số|ký)\s?[:.]?\s?[\d/._]|\W{0,3}số hiệu|\(\s?số")
_DATED = rule_pattern(r"(?:\(?ngày đăng|đăng tải|\(đăng|cập nhật|\(trang tin)|\W{0,3}kính gửi")
_METADATA = rule_pattern(r"^\(trích\)|^của |(?:ngày ban hành|loại văn bản|tình trạng)\s?:")
# A scan joins the authority to the last line of the title.
_JOINED = rule_pattern(
    r"\s(?:(?:chủ tịch|bộ trưởng|giám đốc)\s)?(?:ủy ban nhân dân|ubnd|bộ nông|sở nông)\s"
)
_OPEN = rule_pattern(r"(?<!\w)(?:của|và|do|tại|cho|bởi)\s$")
"""A line that goes on with an office: "tặng Bằng khen của / Chủ tịch UBND tỉnh"."""
_SUBJECT = rule_pattern(r"(?<!\w)v\s?/\s?v(?!\w)")
_PARTS = rule_pattern(
    r"chương [ivx\d]|phần (?:thứ|[ivx\d])|điều \d|quyết định\s?:|"
    r"(?:\d{1,2}|[a-d]|[ivx]{1,4})\s?[.)]\s"
)


def title_of(view: View, head: Letterhead, skeleton: Skeleton) -> tuple[int, int] | None:
    """The run of the title; None where the paper has none."""
    begin = _begin(view, head, skeleton)
    if begin is None:
        return None
    runs = list(_title_lines(view, begin, skeleton.head_end))
    return (runs[0][0], runs[-1][1]) if runs else None


def _begin(view: View, head: Letterhead, skeleton: Skeleton) -> int | None:
    """Where the title can begin: behind the type, else at "V/v"."""
    if head.type_line is not None:
        return head.type_line[1]
    subject = _SUBJECT.search(view.bare, 0, skeleton.head_end)
    if subject:
        return subject.start()
    decision = head.kind == "QĐ" and head.number is not None and head.is_labelled
    return head.number.end if decision and head.number is not None else None


def _title_lines(view: View, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of the title; number, day and publication lines between are left out."""
    length, last = 0, begin
    first, stop = view.lines[view.line_at(begin)] if view.lines else (begin, begin)
    rest = (begin, min(stop, end)) if begin > first else None
    lines = [*([rest] if rest else []), *view.lines_in(stop if rest else begin, end)]
    for start, line_end in lines:
        start, line_end = _without_marks(view, start, line_end)
        words = view.bare[start:line_end]
        if _RULE.match(words):
            if length and "--" in words.replace("_", "-"):
                return
            continue
        if _is_aside(view, start, line_end):
            if length:
                return
            continue
        gap = length and "\n" in view.folded[last:start].strip(" ").replace("\n", "", 1)
        if gap or _ends(view, start, line_end, length):
            return
        last = line_end
        joined = _JOINED.search(view.bare, start, line_end)
        if joined and _is_joined(view, (start, line_end), joined.start()):
            yield start, joined.start()
            return
        length += line_end - start
        if length > _MOST:
            return
        yield start, line_end


def _is_joined(view: View, line: tuple[int, int], offset: int) -> bool:
    """Whether the rest of a line is the authority: in capitals, and the title before is not."""
    return is_loud(view, offset, line[1]) and not is_loud(view, line[0], offset)


def _without_marks(view: View, start: int, end: int) -> tuple[int, int]:
    while start < end and not (view.bare[start].isalnum() or view.bare[start] in '"('):
        start += 1
    return start, end


def _is_aside(view: View, start: int, end: int) -> bool:
    """A line of number, day, attachment or publication."""
    words = view.bare[start:end]
    day = DAY.search(words)
    is_day_line = day is not None and end - start < 80 and day.end() >= len(words) - 3
    aside = _NUMBER_LINE.match(words) or _DATED.match(words) or _METADATA.search(words)
    return bool(
        aside or ATTACHED.match(words.lstrip("( ")) or (is_day_line and "viec" not in words)
    )


def _ends(view: View, start: int, end: int, length: int) -> bool:
    """Whether the authority or the text begins here."""
    words = view.bare[start:end]
    if _PARTS.match(words):
        return True
    office = is_office(view, start, end)
    if office and (
        is_loud(view, start, end)
        or (length and not _OPEN.search(view.bare, max(0, start - 8), start))
    ):
        return True
    if length and view.document.text[start].isupper() and _is_prose(view, start, end):
        return True
    return not length and _is_prose(view, start, end) and "|" in words


def _is_prose(view: View, start: int, end: int) -> bool:
    words = view.bare[start:end]
    return words.endswith(".") and len(words.split()) > 12


# ── the assessment ───────────────────────────────────────────────────────────────────

_YEAR = rule_pattern(
    r"(?:năm|/|-)\s?(?P<first>20[1-4]\d)(?:\s?[-/]\s?(?P<last>20[1-4]\d))?(?![\d/])"
)
_CITED = rule_pattern(
    r"(?:giai đoạn|định hướng)[^\d\n]{0,12}20\d\d(?:\s?-\s?20\d\d)?|"
    r"ngày\s?\d{1,2}\s?(?:tháng|[/.-])\s?\d{1,2}\s?(?:năm|[/.-])\s?20\d\d|\d{1,5}/20\d\d/|"
    r"đã (?:được )?công nhận[^,.;]{0,40}năm 20\d\d"
)


def period_of(view: View, run: tuple[int, int]) -> tuple[str | None, tuple[int, int] | None]:
    """The assessment period that a run names, as EDTF, with where it stands.

    The year beside a batch ("đợt 2 năm 2022") comes first, else the last year told.
    """
    start, end = run
    words = _CITED.sub(lambda match: " " * len(match.group()), view.bare[start:end])
    first = words.find(";")
    if first >= 0 and _YEAR.search(words[:first]):
        words = words[:first]
    found = list(_YEAR.finditer(words))
    if not found:
        return None, None
    batch = rule_pattern(r"(?:đợt|lần)(?: thứ)? \w{1,4}[^\d]{0,12}$")
    beside = [m for m in found if batch.search(words[: m.start("first")])]
    best = (beside or found)[-1]
    period = best["first"] + (f"/{best['last']}" if best["last"] else "")
    return period, (start + best.start("first"), start + best.end())


def round_of(view: View, run: tuple[int, int]) -> int | None:
    """The number of the batch that a run names, if it names one only."""
    start, end = run
    found = find_rounds(view.document.text[start:end], view.folded[start:end])
    numbers = {mention.value for mention in found}
    value = numbers.pop() if len(numbers) == 1 else None
    return value if isinstance(value, int) else None
