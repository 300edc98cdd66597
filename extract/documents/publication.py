"""The day of publication told in the text, and never the day of the crawl.

Many sites print the present time at the top of every page. Such a clock stands above the
menu or the masthead; the date of the article stands beside its title, has a label
(Cập nhật, Ngày đăng), opens the lead, signs the text, or dates an official paper. When
two readings remain, none is taken: no date is better than the day of a crawl.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extract.documents.datelines import DateLine, Strength, find_days, read_date_line
from extract.documents.lines import Line, is_prose
from extract.documents.own_day import own_day
from extract.documents.titles import is_office

_AFTER_TITLE = 6
_TAIL = 5
_LEAD_DATE = re.compile(
    r"^\W*(?:\((?:ttxvn|vov|bnews)[^()\d]{0,20})?[\d\s/.\-]{8,14}\d?\)?", re.IGNORECASE
)
# "(TTXVN 12/3/2024)"; in brackets with other words stands the day of what is told, or cited.
_AGENCY = re.compile(
    r"\((?!ngày|ký|tính|từ|đến|trước|sau|hết|hạn|số|theo|căn cứ|ban hành)"
    r"[^()\d]{2,20}\s(?P<date>\d{1,2}/\d{1,2}/20\d{2})\)",
    re.IGNORECASE,
)
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
    content = tuple(i for i, role in enumerate(roles) if not role)
    dated = {i: found for i in content if (found := read_date_line(lines[i].text)) is not None}
    page = _Page(lines, content, dated, min(titles, default=None))
    for look in (_beside_title, _labelled, _letterhead, _signature, _lead, _own, _above_title):
        chosen = look(page)
        if chosen is not None:
            return chosen
    return None


@dataclass(frozen=True, slots=True)
class _Page:
    """Lines of a page; indices of those that are no furniture, their dates, and the title's."""

    lines: Sequence[Line]
    content: tuple[int, ...]
    dated: Mapping[int, DateLine]
    title: int | None


_Found = tuple[str, int] | None


def _beside_title(page: _Page) -> _Found:
    """A date line below the title and above the third paragraph."""
    title, lines = page.title, page.lines
    if title is None:
        return None
    prose = 0
    for i in range(title + 1, min(title + 1 + _AFTER_TITLE, len(lines))):
        found = page.dated.get(i)
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


def _labelled(page: _Page) -> _Found:
    """Lines that call themselves the date; all of them must agree."""
    dated = page.dated.items()
    days = {found.day: i for i, found in dated if found.strength is Strength.LABELLED}
    return next(iter(days.items())) if len(days) == 1 else None


def _signature(page: _Page) -> _Found:
    """The last lines of the article: ``Minh Tuấn - 11:05 ngày 28/12/2023``, ``(31/03/2022)``."""
    tail = [i for i in page.content[-_TAIL:] if i in page.dated and i > (page.title or 0)]
    good = {
        page.dated[i].day: i
        for i in tail
        if page.dated[i].strength >= Strength.PLAIN and len(page.dated[i].rest.split()) <= 7
    }
    return next(iter(good.items())) if len(good) == 1 else None


def _lead(page: _Page) -> _Found:
    """A date that opens the first paragraph, or stands in the agency's brackets."""
    found: dict[str, int] = {}
    for i in page.content:
        if i < (page.title or 0):
            continue
        text = page.lines[i].text
        agency = _AGENCY.search(text[:120])
        opening = _LEAD_DATE.match(text[:60])
        days = find_days(agency["date"] if agency else opening.group() if opening else "")
        if days and i not in page.dated:
            found.setdefault(days[0][2], i)
    return next(iter(found.items())) if len(found) == 1 else None


def _letterhead(page: _Page) -> _Found:
    """``Hà Tĩnh, ngày 01 tháng 11 năm 2018`` at the head of an official paper.

    It comes before what the paper says below: the days of laws, and of its own annexes.
    """
    for i in page.content[:15]:
        text = page.lines[i].text
        told = is_prose(text) and text.endswith(".")  # "… tại Huế, ngày 5/5/2024."
        match = None if told else _PLACE_DATE.search(text[-160:])
        days = find_days(match.group()) if match else []
        if days:
            return days[0][2], i
    return None


def _own(page: _Page) -> _Found:
    """The day that the head of an annex, of minutes or of a broadcast gives it."""
    found = own_day([page.lines[i].text for i in page.content])
    return found and (found[0], page.content[found[1]])


def _above_title(page: _Page) -> _Found:
    """The only date line of the head, right above the title, unless the text is older."""
    lines, dated, title = page.lines, page.dated, page.title
    head = [i for i in dated if i < (title if title is not None else 3)]
    if len(head) != 1 or dated[head[0]].strength < Strength.PLAIN:
        return None
    i = head[0]
    if title is not None and title - i > 1 and i > 0 and not is_office(lines[i - 1].text):
        return None
    below = " ".join(lines[j].text for j in page.content if j > i)
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
