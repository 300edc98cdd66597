"""The day of publication told in the text, and never the day of the crawl.

Many sites print the present time at the top of every page. Such a clock stands above the
menu or the masthead; the date of the article stands beside its title, has a label
(Cập nhật, Ngày đăng), opens the lead, signs the text, or dates an official paper. When
two readings remain, none is taken: no date is better than the day of a crawl.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.documents.datelines import DateLine, Strength, find_days, read_date_line
from extract.documents.lines import Line, is_prose
from extract.documents.titles import is_office

_AFTER_TITLE = 6
_TAIL = 5
_LEAD_DATE = re.compile(
    r"^\W*(?:\((?:ttxvn|vov|bnews)[^()\d]{0,20})?[\d\s/.\-]{8,14}\d?\)?", re.IGNORECASE
)
_AGENCY = re.compile(r"\([^()\d]{2,20}\s(?P<date>\d{1,2}/\d{1,2}/20\d{2})\)")
_PLACE_DATE = re.compile(
    r"(?:^|[\s–-])(?:[A-ZĐÀ-Ỹ]\w*+\.?\s?){1,5}, ngày (?:\d{1,2}\s*/\s*\d{1,2}\s*/\s*20\d\d|"
    r"\d{1,2} tháng \d{1,2} năm 20\d\d)\W*$"
)
_YEAR = re.compile(r"(?<![\d/.])(20\d{2})(?!\d)")
# A page dated this many days after everything that it tells shows the day of the crawl.
_STALE_DAYS = 200


def find_publication(
    lines: Sequence[Line], roles: Sequence[str], titles: frozenset[int]
) -> tuple[str, int] | None:
    """The day of publication (ISO) and the index of the line that says it, or None."""
    dated = {
        i: found
        for i, line in enumerate(lines)
        if not roles[i] and (found := read_date_line(line.text)) is not None
    }
    first = min(titles, default=None)
    for look in (_beside_title, _labelled, _signature, _lead, _letterhead, _above_title):
        chosen = look(lines, dated, first)
        if chosen is not None:
            return chosen
    return None


_Dated = dict[int, DateLine]
_Found = tuple[str, int] | None


def _beside_title(lines: Sequence[Line], dated: _Dated, title: int | None) -> _Found:
    """A date line below the title and above the third paragraph."""
    if title is None:
        return None
    prose = 0
    for i in range(title + 1, min(title + 1 + _AFTER_TITLE, len(lines))):
        found = dated.get(i)
        if found and found.strength >= Strength.PLAIN and not _is_of_paper(lines[i].text):
            return found.day, i
        prose += is_prose(lines[i].text)
        if prose >= 2:
            break
    return None


def _is_of_paper(line: str) -> bool:
    """Whether a date line belongs to an official paper: its number, its place and date."""
    numbered = line.lstrip().lower().startswith(("số", "căn cứ", "(kèm"))
    return numbered or bool(_PLACE_DATE.search(line))


def _labelled(_lines: Sequence[Line], dated: _Dated, _title: int | None) -> _Found:
    """Lines that call themselves the date; all of them must agree."""
    days = {found.day: i for i, found in dated.items() if found.strength is Strength.LABELLED}
    return next(iter(days.items())) if len(days) == 1 else None


def _signature(lines: Sequence[Line], dated: _Dated, title: int | None) -> _Found:
    """The last lines: ``Minh Tuấn - 11:05 ngày 28/12/2023``, ``(31/03/2022)``."""
    tail = [i for i in dated if i >= len(lines) - _TAIL and i > (title or 0)]
    good = {
        dated[i].day: i
        for i in tail
        if dated[i].strength >= Strength.PLAIN and len(dated[i].rest.split()) <= 7
    }
    return next(iter(good.items())) if len(good) == 1 else None


def _lead(lines: Sequence[Line], dated: _Dated, title: int | None) -> _Found:
    """A date that opens the first paragraph, or stands in the agency's brackets."""
    found: dict[str, int] = {}
    start = 0 if title is None else title
    for i in range(start, len(lines)):
        text = lines[i].text
        agency = _AGENCY.search(text[:120])
        opening = _LEAD_DATE.match(text[:60])
        days = find_days(agency["date"] if agency else opening.group() if opening else "")
        if days and i not in dated:
            found.setdefault(days[0][2], i)
    return next(iter(found.items())) if len(found) == 1 else None


def _letterhead(lines: Sequence[Line], _dated: _Dated, _title: int | None) -> _Found:
    """``Hà Tĩnh, ngày 01 tháng 11 năm 2018`` at the head of an official paper."""
    for i, line in enumerate(lines[:15]):
        match = _PLACE_DATE.search(line.text[-160:])
        days = find_days(match.group()) if match else []
        if days:
            return days[0][2], i
    return None


def _above_title(lines: Sequence[Line], dated: _Dated, title: int | None) -> _Found:
    """The only date line of the head, right above the title, unless the text is older."""
    head = [i for i in dated if i < (title if title is not None else 3)]
    if len(head) != 1 or dated[head[0]].strength < Strength.PLAIN:
        return None
    i = head[0]
    if title is not None and title - i > 1 and i > 0 and not is_office(lines[i - 1].text):
        return None
    below = " ".join(line.text for line in lines[i + 1 :])
    return None if _is_stale(below, dated[i].day) else (dated[i].day, i)


def _is_stale(text: str, day: str) -> bool:
    """Whether everything told happened long before ``day``: then it is a clock."""
    told = max((found for _, _, found in find_days(text)), default=None)
    years = {int(found) for found in _YEAR.findall(text)}
    if int(day[:4]) in years:
        return False
    if told is not None:
        return _days(told, day) > _STALE_DAYS
    return bool(years) and max(years) < int(day[:4]) - 1


def _days(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
