"""The line of an annex that names its paper: "(Kèm theo Quyết định số … ngày … của …)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.anatomy.issuer import issuer_in
from extract.anatomy.letterhead import DAY, Printed, day_of
from extract.anatomy.skeleton import ATTACHED, TYPES, Skeleton
from extract.anatomy.unit import Ground
from extract.anatomy.view import View, bare, rule_pattern
from extract.mentions.decisions import DecisionValue
from extract.model import Issuer, Mention

_FIRST_LINES = 14
_BELOW = 6
"""Lines of the head of an annex, and annexes whose heads are looked at."""
_BLANK_NUMBER = rule_pattern(r"[\s._-]{0,40}/\s?(?:20\d\d\s?/\s?)?[a-zđ]{2,4}\s?-\s?[a-zđ&]{2,12}")
_BLANK_DAY = rule_pattern(
    r"(?<![^\W\d])ngày[\s._-]{0,24}/[\s._-]{0,24}/[\s._-]{0,12}(?P<year>20\d\d(?!\d))?"
)
_CODES = {bare(word): code for word, code in TYPES.items()} | {"qd": "QĐ", "cong van": "CV"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What the line says of the paper; ``is_first`` where it stands in the head of the text.

    ``printed`` is its number as printed, ``day`` its day; the value of what was left blank
    is None, or for a day as much as is printed of it.
    """

    kind: str
    number: str | None
    date: str | None
    printed: Printed | None
    day: Printed | None
    run: tuple[int, int]
    is_first: bool

    def issuer(self, view: View, ground: Ground) -> Issuer | None:
        """The body that the line names ("của UBND tỉnh Nghệ An")."""
        return issuer_in(view, *self.run, ground)


def attachment_of(view: View, skeleton: Skeleton, papers: Sequence[Mention]) -> Attachment | None:
    """The first such line under the head of an annex, or among the first lines of the text."""
    early = 0 if skeleton.articles else _FIRST_LINES
    annexes = skeleton.annexes[:_BELOW]
    in_heads = {view.line_at(start) + below for start, _ in annexes for below in range(_BELOW)}
    for number in sorted({*range(min(early, len(view.lines))), *in_heads}):
        if number >= len(view.lines):
            break
        start, end = view.lines[number]
        in_head = any(begin <= start <= stop for begin, stop in annexes)
        match = ATTACHED.search(view.bare, start, end)
        if match is None or not _opens(view, start, match.start(), in_head):
            continue
        stop = _end(view, number, end)
        is_first = number < _FIRST_LINES
        return _read(view, match.end(), (start, stop), papers, match["paper"], is_first)
    return None


def _opens(view: View, start: int, offset: int, in_head: bool) -> bool:
    """Whether a bracket opens before it, or the line of an annex's head begins with it."""
    before = view.bare[start:offset].strip()
    return before.endswith("(") or (in_head and not before)


def _end(view: View, number: int, end: int) -> int:
    """The end of the line, or of the next one where its bracket closes there."""
    start = view.lines[number][0]
    open_bracket = view.bare.count("(", start, end) > view.bare.count(")", start, end)
    follows = view.lines[number + 1 : number + 2]
    if open_bracket and follows and ")" in view.bare[slice(*follows[0])]:
        return follows[0][1]
    return end


def _read(
    view: View,
    offset: int,
    run: tuple[int, int],
    papers: Sequence[Mention],
    paper: str,
    is_first: bool,
) -> Attachment:
    own = next(
        (m for m in papers if offset - 1 <= m.span.start <= offset + 6 and m.span.start < run[1]),
        None,
    )
    value = own.value if own is not None else None
    day = _day(view, offset, run[1])
    date = day.value if day else None
    printed: Printed | None
    if isinstance(value, DecisionValue) and own is not None:
        printed = Printed(value.number, own.span.start, own.span.end)
        date = value.date or date
        return Attachment(value.kind, value.number, date, printed, day, run, is_first)
    blank = _BLANK_NUMBER.match(view.bare, offset, run[1])
    printed = Printed(None, *blank.span()) if blank else None
    return Attachment(_CODES.get(paper, "QĐ"), None, date, printed, day, run, is_first)


def _day(view: View, offset: int, end: int) -> Printed | None:
    day = DAY.search(view.bare, offset, end)
    if day is not None:
        return Printed(day_of(day), *day.span())
    blank = _BLANK_DAY.search(view.bare, offset, end)
    return Printed(blank["year"], *blank.span()) if blank else None
