"""Addresses without end: calendars that turn for ever, sessions in addresses, paths that repeat.

A run walks some pages only to find links. Each such page is shown to ``Mazes`` before it is
asked, and what it brought is told afterwards: a calendar that turns to 2031, or month after
month without a new article, is left; an archive by days that brings articles is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.identity.codes import Code

_SESSION = re.compile(
    r"(?:;|(?<=[?&]))(?:jsessionid|phpsessid|aspsessionid\w{0,12}|asp\.net_sessionid|session_?id|"
    r"oscsid|zenid|cftoken|cfid)=[^&;?#/]{1,200}&?|/\(s\([a-z0-9]{6,64}\)\)",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_ORDERED = re.compile(
    rf"(?<!\d){_YEAR}[-/._]?(?P<month>0?[1-9]|1[0-2])(?:[-/._]?(?P<day>\d{{1,2}}))?(?!\d)"
)
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[-/.](?P<month>0?[1-9]|1[0-2])[-/.]{_YEAR}(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])[-/.]{_YEAR}(?!\d)")
_YEARS = frozenset(("year", "nam", "y", "yr", "cal_year", "calyear", "nam_xem"))
_MONTHS = frozenset(("month", "thang", "m", "mo", "cal_month", "calmonth", "thang_xem"))
_DIGITS = re.compile(r"\d+")

_BARREN = 30
"""So many pages of a calendar one after the other without a new link are enough."""
_BEYOND = 3
"""So many pages of days to come are enough: a listing may hold an event of next month."""
_AHEAD = timedelta(days=31)
_FIRST = date(1997, 11, 19)  # Vietnam joins the Internet
_SESSIONS = 3
_REPEATED = re.compile(r"(?:^|/)([^/]{1,80}(?:/[^/]{1,80})?)(?:/\1){2}(?=/|$)")


@dataclass(slots=True)
class Maze:
    """A kind of page that has no end.

    Attributes:
        code: ``endless_calendar``, ``session_ids`` or ``repeating_path``.
        shape: What its addresses have in common; ``#`` stands for what changes.
        example: One of them.
        refused: How many were not asked.
    """

    code: Code
    shape: str
    example: str
    refused: int = 0


@dataclass(slots=True)
class _Calendar:
    beyond: int = 0
    barren: int = 0


@dataclass(slots=True)
class Mazes:
    """Watches the pages that one run of one source walks through.

    Args:
        today: The day of the run.
    """

    today: date
    found: dict[tuple[Code, str], Maze] = field(default_factory=dict)
    _calendars: defaultdict[str, _Calendar] = field(default_factory=lambda: defaultdict(_Calendar))
    _sessions: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def refuses(self, url: str) -> Maze | None:
        """The maze that an address leads into, or None: then it may be asked."""
        code, shape = self._judged(url)
        if code is Code.NONE:
            return None
        maze = self.found.setdefault((code, shape), Maze(code, shape, url))
        maze.refused += 1
        return maze

    def brought(self, url: str, new: int) -> None:
        """Tell how many new links a page had."""
        if (day := dated(url)) is None:
            return
        calendar = self._calendars[shape_of(url)]
        calendar.barren = 0 if new else calendar.barren + 1
        if not new and self._is_beyond(day):
            calendar.beyond += 1

    def _judged(self, url: str) -> tuple[Code, str]:
        plain = without_session(url)
        if plain != url:
            known = self._sessions[plain]
            known.add(url)
            if len(known) > _SESSIONS:
                return Code.SESSION_IDS, shape_of(plain)
        path = unquote(urlsplit(url).path)
        if repeated := _REPEATED.search(path):
            return Code.REPEATING_PATH, f"…/{repeated[1]}/{repeated[1]}/…"
        return self._judged_day(url)

    def _judged_day(self, url: str) -> tuple[Code, str]:
        day = dated(url)
        if day is None:
            return Code.NONE, ""
        shape = shape_of(url)
        calendar = self._calendars[shape]
        beyond = self._is_beyond(day) and calendar.beyond >= _BEYOND
        if beyond or calendar.barren >= _BARREN:
            return Code.ENDLESS_CALENDAR, shape
        return Code.NONE, ""

    def _is_beyond(self, day: date) -> bool:
        return not _FIRST <= day <= self.today + _AHEAD


def without_session(url: str) -> str:
    """The address without the identity of a visit; what names an article stays.

    A bare ``sid`` stays, too: it is the number of a story in some portals.
    """
    plain = _SESSION.sub("", url)
    return plain.rstrip("?&") if plain != url else url


def shape_of(url: str) -> str:
    """What the addresses of one kind of page have in common: every number is ``#``."""
    split = urlsplit(without_session(url))
    names = sorted(
        f"{name}={_DIGITS.sub('#', value)}" for name, value in parse_qsl(split.query, True)
    )
    path = re.sub(r"#(?:[-/._]#)+", "#", _DIGITS.sub("#", unquote(split.path)))
    return f"{split.hostname or ''}{path}" + (f"?{'&'.join(names)}" if names else "")


def dated(url: str) -> date | None:
    """The day or month that an address names, in its path or its parameters; else None."""
    split = urlsplit(url)
    values = [value for _, value in parse_qsl(split.query)]
    for text in (*values, unquote(split.path)):
        for pattern in (_DAY_FIRST, _ORDERED, _MONTH_FIRST):
            if match := pattern.search(text):
                parts = match.groupdict()
                return _date(parts["year"], parts["month"], parts.get("day") or "1")
    return _split_date({name.lower(): value for name, value in parse_qsl(split.query)})


def _split_date(values: dict[str, str]) -> date | None:
    """Year and month in parameters of their own."""
    year = next((values[name] for name in values if name in _YEARS), "")
    month = next((values[name] for name in values if name in _MONTHS), "1")
    return _date(year, month, "1")


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), min(int(day), 28))
    except ValueError:
        return None
