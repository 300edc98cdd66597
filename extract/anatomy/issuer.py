"""Who issued a paper, and the unit that this body governs.

Body above body: "UBND TỈNH X / SỞ NÔNG NGHIỆP …" is a paper of the lower one, in the unit of
the upper. The code of a number says nothing of the level (provinces, districts and communes
all write QĐ-UBND); only names do: those of the letterhead, else of the authority line
("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"), else the place before the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.anatomy.letterhead import Letterhead
from extract.anatomy.skeleton import is_loud
from extract.anatomy.unit import NAME_END, UNIT, Ground, filled, known, printed_place, unit_of
from extract.anatomy.view import View, rule_pattern
from extract.model import Issuer, Level, Place

_FIELD = r"(?:nông|công|khoa|tài|nội|y tế|văn|du lịch|kế hoạch|kinh tế|nn|lao động|tư pháp)"
_BODY = rule_pattern(
    r"(?:(?:phó |q\. ?)?(?:chủ tịch|bộ trưởng|giám đốc|chánh văn phòng)\s{1,3})?"
    r"(?P<body>[uủ]y\s?ban nh[aâ]n d[aâ]n|ubnd|hội đồng|hđnd|thủ tướng|chính phủ|văn phòng|"
    r"ban (?:chỉ đạo|điều phối|xây dựng|quản lý)|chi cục(?! trưởng)|trung tâm|"
    rf"liên minh|sở {_FIELD}|bộ {_FIELD}|phòng {_FIELD})(?!\w)"
)
_IN_TEXT = rule_pattern(
    r"của\s(?P<office>(?:chủ tịch |bộ trưởng |giám đốc )?(?:ủy ban nhân dân|ubnd|hội đồng|sở|bộ|"
    r"thủ tướng|văn phòng)(?!\w))"
)
_UNIT_LINE = rule_pattern(
    r"(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|đặc khu|phường|thị trấn|xã)\s"
)
_LEVEL_LAST = re.compile(r"(?<!\w)(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|đặc khu)$")
_NAME_WORD = re.compile(
    r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|nông thôn|môi trường|trung ương|"
    r"chính phủ|công thương|nhân dân|sản phẩm|dân|mới|ptnt|ntm)$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """An office that the head names: its runs (a name may go on in the next line)."""

    runs: tuple[tuple[int, int], ...]

    def name(self, view: View) -> str:
        """Its name as printed, on one line."""
        return " ".join(view.one_line(start, end) for start, end in self.runs)


def issuer_of(view: View, head: Letterhead, title_end: int, ground: Ground) -> Issuer | None:
    """The body that issued the paper; None where neither head nor authority names one."""
    above = [p for p in head.pieces if head.type_line is None or p[1] <= head.type_line[0]]
    below = [p for p in head.pieces if p not in above and p[0] >= title_end]
    number = head.number.start if head.number else None
    bodies = list(_bodies(view, above, ground, number))
    authority = list(_bodies(view, below, ground, number))
    named = bodies or authority[:1]
    if not named:
        return _in_line(view, head, ground) or _by_seat(view, head, ground)
    own = named[-1]
    places = [unit_of(body.name(view), ground) for body in (own, *reversed(named[:-1]), *authority)]
    place = _settled([place for place in places if place is not None], head, ground)
    name = own.name(view)
    start, end = own.runs[0][0], own.runs[-1][1]
    return Issuer(name, place, view.span(start, end))


def _in_line(view: View, head: Letterhead, ground: Ground) -> Issuer | None:
    """The office that the line of the number names: "… ngày 19/3/2025 của UBND tỉnh Nghệ An"."""
    if head.number is None:
        return None
    end = view.lines[view.line_at(head.number.end - 1)][1]
    return issuer_in(view, head.number.end, end, ground)


def _by_seat(view: View, head: Letterhead, ground: Ground) -> Issuer | None:
    """A people's committee by its number, whose province line of the day or title tell.

    A title that names a lower unit tells nothing.
    """
    number = head.number
    if number is None or not re.search(r"-UBND(?:-|\.|$)", number.value or ""):
        return None
    place = _of_seat(head, ground)
    if place.name is None and ground.told:
        place = _settled([Place(Level.PROVINCE, None, ground.regime)], head, ground)
    return Issuer("UBND", place, view.span(number.start, number.end)) if place.name else None


def names_office(view: View, start: int, end: int) -> bool:
    """Whether a run is the line of a letterhead that names an office."""
    return is_office(view, start, end) and _is_short(view, start, end)


def issuer_in(view: View, start: int, end: int, ground: Ground) -> Issuer | None:
    """The office named in running text: "… của Ủy ban nhân dân tỉnh Nghệ An)"."""
    for match in _IN_TEXT.finditer(view.bare, start, end):
        stop = NAME_END.search(view.bare, match.end("office"), end)
        run = (
            match.start("office"),
            min(stop.start() if stop else end, match.start("office") + 120),
        )
        place = unit_of(view.one_line(*run), ground)
        if place is not None:
            place = filled(place, ground)
            return Issuer(view.one_line(*run).strip(" .)"), place, view.span(*run))
    return None


def is_office(view: View, start: int, end: int) -> bool:
    """Whether a run names an office that issues papers, as a letterhead or authority does."""
    return _BODY.match(view.bare, start, end) is not None


def _bodies(
    view: View, pieces: Iterable[tuple[int, int]], ground: Ground, number: int | None
) -> Iterator[Body]:
    """Each office with the lines that go on with its name; none does so below the number."""
    open_body: list[tuple[int, int]] = []
    for start, end in pieces:
        if number is not None and open_body and open_body[-1][1] <= number < start:
            yield Body(tuple(open_body))
            open_body = []
        if _BODY.match(view.bare, start, end) and _is_short(view, start, end):
            if open_body:
                yield Body(tuple(open_body))
            open_body = [(start, end)]
        elif open_body and (
            _goes_on(view, open_body, start, end) or _completes(view, open_body, start, end, ground)
        ):
            open_body.append((start, end))
    if open_body:
        yield Body(tuple(open_body))


def _is_short(view: View, start: int, end: int) -> bool:
    """A line of a letterhead, and not prose that begins with an office ("UBND tỉnh vừa …")."""
    if is_loud(view, start, end):
        return end - start <= 160
    words = view.one_line(start, end).split()
    if len(words) > 12 or re.search(r"[.!?;]", view.folded[start:end]):
        return False
    return words[-1][:1].isupper() or _NAME_WORD.search(view.folded, start, end) is not None


def _goes_on(view: View, body: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a line goes on with the name above: its unit, or more of it in capitals."""
    if len(body) > 3 or end - start > 90:
        return False
    loud = is_loud(view, start, end)
    unit = _UNIT_LINE.match(view.bare, start, end)
    named = any(UNIT.search(view.folded, *run) for run in body)
    if named and _LEVEL_LAST.search(view.folded, *body[-1]):  # "ỦY BAN NHÂN DÂN TỈNH / X"
        return loud
    if unit and not named:
        return loud or len(view.one_line(start, end).split()) <= 7
    return loud and is_loud(view, *body[-1]) and not named


def _completes(
    view: View, body: Sequence[tuple[int, int]], start: int, end: int, ground: Ground
) -> bool:
    """Whether a line holds the last words of the unit's name: "… TỈNH QUẢNG" over "NAM".

    A narrow letterhead breaks the name anywhere; no unit is called by the words above alone.
    """
    line = view.one_line(start, end)
    if len(line.split()) > 2 or not is_loud(view, start, end) or not is_loud(view, *body[-1]):
        return False
    above = " ".join(view.one_line(*run) for run in body)
    cut, whole = unit_of(above, ground), unit_of(f"{above} {line}", ground)
    return cut is not None and cut.code is None and whole is not None and whole.code is not None


def _settled(places: Sequence[Place], head: Letterhead, ground: Ground) -> Place:
    """The first unit that is told; where it lacks a name, the one that others give it."""
    if not places:
        return _of_seat(head, ground)
    first = places[0]
    if first.name is not None:
        return first
    for other in places[1:]:
        if other.level is first.level and other.name is not None:
            return other
    seat = known(head.seat, (first.level,), ground) if head.seat else []
    if ground.province and len(seat) > 1:
        seat = [unit for unit in seat if unit.province == ground.province]
    if len(seat) == 1:
        return printed_place(seat[0], head.seat)
    return filled(first, ground)


def _of_seat(head: Letterhead, ground: Ground) -> Place:
    """The unit of an office that names none: a province that only the line of the day names.

    Papers of a province bear its name there; a name that is a district's too tells nothing.
    """
    unknown = Place(Level.PROVINCE, None, ground.regime)
    if not head.seat:
        return unknown
    seat = known(head.seat, (Level.PROVINCE,), ground)
    lower = known(head.seat, (Level.DISTRICT,), ground) if seat else []
    return printed_place(seat[0], head.seat) if len(seat) == 1 and not lower else unknown
