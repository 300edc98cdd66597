"""The head of a paper: its number, the line of place and day, and the bodies named there.

Nghị định 30/2020/NĐ-CP, Appendix I: "Số: 1234/QĐ-UBND", "Nghệ An, ngày 20 tháng 5 năm 2022",
body above body at the left. Papers put online lack a number or a day that was written by
hand ("Số:      /QĐ-UBND", "ngày   tháng 5 năm 2022"): then none is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.anatomy.skeleton import TYPE_WORD, TYPES, Skeleton, is_loud
from extract.anatomy.view import View, bare, rule_pattern
from extract.mentions.dates.value import is_day
from extract.mentions.decisions import DecisionValue
from extract.model import Mention, Span

_DIGITS = r"[\dol]{1,2}"  # a scan takes 0 for o and 1 for l
_BLANK = r"[\s._-]{0,24}"
DAY = rule_pattern(
    rf"(?<![^\W\d])ngày\s?(?P<day>{_DIGITS}|{_BLANK})\s?(?:tháng\s?(?P<month>{_DIGITS}|{_BLANK})"
    rf"\s?năm\s?(?P<year>20[\dol]{{2}}(?!\d)|2?0?{_BLANK})|[/.-]\s?(?P<month2>\d{{1,2}})\s?[/.-]\s?"
    r"(?P<year2>20\d\d))"
)
_SEAT = re.compile(r"(?P<seat>[^\n|,;:()\d]{2,80}?)\s?,\s?$")
_CLOCK = rule_pattern(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|hôm nay|cập nhật|sáng|chiều)\b"
)
_SIGNED = rule_pattern(r"(?:ngày (?:ban hành|ký)|ký ngày|ban hành ngày)\s?:?\s?(?:ngày\s?)?$")
_SLASHED = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>20\d\d)")

_NUMBERED = rule_pattern(
    r"(?P<lead>[^\n]*?)(?<!\w)s[ố06](?: hiệu| văn bản)?\s?(?P<colon>[:.;]?)\s?$"
)
_TYPED = rule_pattern(
    rf"[\W\d]{{0,6}}(?:(?:trích|toàn văn|nội dung|văn bản)\s){{0,2}}(?:{TYPE_WORD})"
    r"(?: của [^\n\d]{2,60})?,?\s?(?:số\s?:?\s?)?$"
)
_AFTER_OFFICE = rule_pattern(rf"([^\n]{{4,90}}[-|]\s?(?:{TYPE_WORD}))\s?(?:số\s?:?\s?)?$")
_TYPE_BEFORE = rule_pattern(rf"(?<!\w)(?:{TYPE_WORD}|công văn|văn bản|luật|nghị định|thông tư)\s$")
_BLANK_NUMBER = rule_pattern(
    r"(?<!\w)s[ố06]\s?[:.]?[\s._-]{0,40}/\s?(?:20\d\d\s?/\s?)?"
    r"(?P<kind>q ?đ|nq|kh|bc|tb|ttr|hd|đa)\s?-\s?[a-zđ&]{2,12}(?:\s?-\s?[a-z]{2,8})?"
)
_KINDS = {"qd": "QĐ", "q d": "QĐ", "nq": "NQ", "kh": "KH", "bc": "BC", "tb": "TB", "ttr": "TTr"}
_TYPE = rule_pattern(
    r"(?:(?:^|(?<=\n)|(?<=20\d\d\s))[\W\d]{0,6}|[-|(]\s?)"
    rf"(?P<reprint>(?:(?:trích|toàn văn|nội dung)\s){{0,2}})(?P<type>{TYPE_WORD})(?!\w)"
    r"(?P<alone>[ :.-]{0,4}(?:\((?:trích|số|ban hành)[^\n]{0,80}|$|(?=\n)))?(?P<number>\s?số )?"
)
_REST = rule_pattern(
    r"[\s,;(]{0,3}(?:(?:ngày|tháng)\s?)?[\d\s/.-]{0,12}(?:tháng \d{1,2} năm 20\d\d)?"
    r"(?:\s?của [^\n.;]{2,80})?[)\s.]{0,3}$"
)
_MOTTO = rule_pattern(
    r"c[oôộọ]ng h[oòaà]{2} x[aã] h[oôộọ]i ch[uủ] ngh[iĩ]a vi[eêệẹ]t nam|"
    r"[dđ]?[oôộọ]c l[aâậạ]p\s?-?\s?t[uự]\s?do\s?-?\s?h[aạ]nh ph[uú]c|[-_=*~.]{3,}|[|\n]"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """Something of the head: its value (None where it was left blank) and its run."""

    value: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head of a paper prints.

    ``kind`` is the code of the type by the word for it, else by the number; ``type_line`` is
    where that word stands. ``signed`` is the
    day told with the number. ``pieces`` are the runs that are neither number, day nor motto.
    """

    number: Printed | None
    kind: str
    signed: str | None
    day: Printed | None
    seat: str
    type_line: tuple[int, int] | None
    pieces: tuple[tuple[int, int], ...]
    is_labelled: bool = False
    has_motto: bool = False


def letterhead_of(view: View, skeleton: Skeleton, papers: Sequence[Mention]) -> Letterhead:
    """Read the head of a paper; parts that it lacks are None or empty."""
    own = _own_number(view, skeleton.head_end, papers)
    number, kind, signed, is_labelled = own or _blank_number(view, skeleton.head_end)
    day, seat = _day_and_seat(view, skeleton.head_end, number.end if number else 0)
    named = _type_line(view, skeleton.head_end, number)
    type_line, kind = named or (None, kind)
    taken = [(part.start, part.end) for part in (number, day) if part is not None]
    taken += [type_line] if type_line else []
    motto = "xa hoi chu nghia" in view.bare[: skeleton.head_end]
    pieces = tuple(_pieces(view, skeleton.head_end, taken))
    return Letterhead(number, kind, signed, day, seat, type_line, pieces, is_labelled, motto)


# ── number ───────────────────────────────────────────────────────────────────────────

_Own = tuple[Printed | None, str, str | None, bool]


def _own_number(view: View, head_end: int, papers: Sequence[Mention]) -> _Own | None:
    """The number that the paper itself bears: behind "Số:", else behind the word for its type."""
    typed: _Own | None = None
    for mention in papers:
        span, value = mention.span, mention.value
        if span.start >= head_end:
            break
        if not isinstance(value, DecisionValue) or not value.issuer:
            continue
        line = view.lines[view.line_at(span.start)][0]
        before = view.bare[line : span.start]
        numbered = _NUMBERED.match(before)
        if numbered and _is_label(view, line, numbered):
            start = line + numbered.end("lead")
            return Printed(value.number, start, span.end), value.kind, value.date, True
        if typed is None and (_TYPED.match(before) or _is_loud_type(view, line, span.start)):
            typed = Printed(value.number, span.start, span.end), value.kind, value.date, False
    return typed


def _is_loud_type(view: View, line: int, number: int) -> bool:
    """The type in capitals behind the office: "ỦY BAN NHÂN DÂN TỈNH X - QUYẾT ĐỊNH số …"."""
    match = _AFTER_OFFICE.match(view.bare, line, number)
    return match is not None and is_loud(view, *match.span(1))


def _is_label(view: View, line: int, numbered: re.Match[str]) -> bool:
    """Whether "số" before a number labels it, and does not cite another paper."""
    lead = numbered["lead"].rstrip()
    if _TYPE_BEFORE.search(numbered["lead"]):
        return False
    if not lead or lead[-1] in "|(-–,;":
        return True
    return bool(numbered["colon"]) or is_loud(view, line, line + len(lead))


def _blank_number(view: View, head_end: int) -> _Own:
    match = _BLANK_NUMBER.search(view.bare, 0, head_end)
    if match is None or _TYPE_BEFORE.search(view.bare, max(0, match.start() - 20), match.start()):
        return None, "", None, False
    return Printed(None, *match.span()), _KINDS.get(match["kind"], ""), None, True


# ── place and day ────────────────────────────────────────────────────────────────────


def _day_and_seat(view: View, head_end: int, number_end: int) -> tuple[Printed | None, str]:
    """The line of place and day, else a day that the head says the paper was signed on."""
    labelled: Printed | None = None
    for match in DAY.finditer(view.bare, 0, head_end):
        start = view.lines[view.line_at(match.start())][0]
        if start < number_end <= match.start():
            start = number_end
        seat = _SEAT.search(view.document.text, start, match.start())
        if seat and (place := _place_name(seat["seat"])) and not _is_clock(view, seat):
            begin = seat.end("seat") - len(place)
            return Printed(day_of(match), begin, match.end()), place
        if _SIGNED.search(view.bare, max(0, match.start() - 24), match.start()):
            labelled = labelled or Printed(day_of(match), *match.span())
    return labelled or _slashed(view, head_end), ""


def _slashed(view: View, head_end: int) -> Printed | None:
    """The day of a law portal: "Ngày ban hành: 31/05/2024"."""
    for match in _SLASHED.finditer(view.bare, 0, head_end):
        if _SIGNED.search(view.bare, max(0, match.start() - 24), match.start()):
            return Printed(_edtf(match["day"], match["month"], match["year"]), *match.span())
    return None


def _is_clock(view: View, seat: re.Match[str]) -> bool:
    return bool(_CLOCK.match(view.bare, seat.start("seat")))


def _place_name(words: str) -> str:
    """The name at the end of a run: words with capitals, and "phố" of "Thành phố"."""
    name: list[str] = []
    for word in reversed(words.split(" ")):
        if word[:1].isupper() or (word in ("phố", "trấn", "xã") and words):
            name.insert(0, word)
            continue
        break
    while name and name[0] in ("phố", "trấn", "xã"):
        name.pop(0)
    return " ".join(name[-6:])


def day_of(match: re.Match[str]) -> str | None:
    """The day of a match of ``DAY`` as EDTF, with no more precision than is printed."""
    return _edtf(
        match["day"], match["month"] or match["month2"] or "", match["year"] or match["year2"] or ""
    )


_READ_AS = str.maketrans({"o": "0", "l": "1"})


def _edtf(day: str, month: str, year: str) -> str | None:
    numbers = [part.strip().translate(_READ_AS) for part in (year, month, day)]
    if not (numbers[0].isdecimal() and len(numbers[0]) == 4):
        return None
    if not numbers[1].isdecimal() or not 1 <= int(numbers[1]) <= 12:
        return numbers[0]
    said = f"{numbers[0]}-{int(numbers[1]):02}"
    if not numbers[2].isdecimal():
        return said
    real = is_day(int(numbers[2]), int(numbers[1]), int(numbers[0]))
    return f"{said}-{int(numbers[2]):02}" if real else said


# ── type, and what is left ───────────────────────────────────────────────────────────

_CODES = {bare(word): code for word, code in TYPES.items()}


def _type_line(
    view: View, head_end: int, number: Printed | None
) -> tuple[tuple[int, int], str] | None:
    """Where the head names the type of the paper, and its code.

    The word stands alone, in capitals, or in the line of a reprint: "(Trích Quyết định số …)".
    """
    for match in _TYPE.finditer(view.bare, 0, head_end):
        told = match["alone"] is not None or is_loud(view, *match.span("type"))
        if match["reprint"].startswith("noi dung") and not match["number"]:
            continue  # "Nội dung quyết định:" in news
        if told or (match["number"] and (match["reprint"] or _only_number(view, match, number))):
            return match.span("type"), _CODES[match["type"]]
    return None


def _only_number(view: View, match: re.Match[str], number: Printed | None) -> bool:
    """Whether a line holds the type, the paper's own number, its day and nothing else."""
    if number is None or not match.end() <= number.start <= match.end() + 4:
        return False
    end = view.lines[view.line_at(number.start)][1]
    return bool(_REST.match(view.bare, number.end, end))


def _pieces(
    view: View, head_end: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The runs of the head between lines, columns, motto, number and day."""
    cuts = sorted([*taken, *(match.span() for match in _MOTTO.finditer(view.bare, 0, head_end))])
    position = 0
    for start, end in [*cuts, (head_end, head_end)]:
        piece = _stripped(view.bare, position, start)
        if piece[1] - piece[0] > 1:
            yield piece
        position = max(position, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return start, end


def span_of(view: View, printed: Printed) -> Span:
    """The run of something printed as a span."""
    return view.span(printed.start, printed.end)
