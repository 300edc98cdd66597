"""Clocks as dates: a page that prints the time of the request has not been published then.

Some papers show the current time at the top of every page (seen: "Thứ năm, 19/03/2026 -
17:58" above an article of another year). A reading of it is a date of no article. Other
dates that cannot be: before Vietnam was on the Internet (1997), or still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from crawler.identity.codes import Code

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam's time, without summer time since 1975."""

_MOMENT = timedelta(minutes=5)
"""Clocks of servers differ from ours by so much."""
_FIRST_YEAR = 1997
_AHEAD = timedelta(days=1)
_EDTF = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?"
)


def doubt(
    published: str,
    at: datetime,
    others: Iterable[str] = (),
    before: tuple[str, datetime] | None = None,
) -> Code:
    """Why a time of publication should not be believed; ``Code.NONE`` when it may be.

    Args:
        published: EDTF, as ``Article.published``.
        at: When the page was asked for (aware).
        others: What else says when it was published: the feed, the listing, the address.
            A day that they share is believed, unless they, too, only tell the time.
        before: What the page said when it was asked the time before, and when that was.
            A date that moves with the requests is a clock, one that stays is none.
    """
    told = _day(published)
    if told is None:
        return Code.NONE
    if told.year < _FIRST_YEAR:
        return Code.IMPOSSIBLE_DATE
    if told > (at.astimezone(VIETNAM) + _AHEAD).date():
        return Code.FUTURE_DATE
    if not _tells_the_time(published, at):
        return Code.NONE
    if before is not None and _day(before[0]) == told and _local(before[1]) != told:
        return Code.NONE
    if any(_day(one) == told and not _is_moment(one, at) for one in others):
        return Code.NONE
    return Code.CLOCK_AS_DATE


def _tells_the_time(published: str, at: datetime) -> bool:
    """The moment of the request, or its day when no hour is told."""
    if _time(published) is None:
        return _day(published) == _local(at)
    return _is_moment(published, at)


def _is_moment(published: str, at: datetime) -> bool:
    time = _time(published)
    return time is not None and abs(time - at) <= _MOMENT


def _local(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()


def _time(edtf: str) -> datetime | None:
    match = _EDTF.fullmatch(edtf)
    if match is None or match[4] is None:
        return None
    try:
        time = datetime.fromisoformat(edtf)
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=VIETNAM)).astimezone(UTC)


def _day(edtf: str) -> date | None:
    """The day in Vietnam; None for a year, a month, or what is no date."""
    time = _time(edtf)
    if time is not None:
        return _local(time)
    match = _EDTF.fullmatch(edtf)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
