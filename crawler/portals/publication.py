"""Which of the times that a page gives is that of the article, and which is a clock.

Many sites print the present time near the top, some put it into their metadata. A time
that equals the moment of the request is refused unless another place of the page confirms
it; a time after that moment, or far from the month in the address, is refused always.
The moment is told by the response; the clock of this machine is never asked, so the same
response gives the same date for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from scrapy.http import Response

from crawler.portals.dates import day_of, in_vietnam
from crawler.portals.stamps import in_month

CLOCK = timedelta(hours=1)
"""A page out of a cache shows a clock that is as old as the cache."""
_AHEAD = timedelta(minutes=10)


class Place(StrEnum):
    """Where a time was met."""

    PRINTED = "printed"
    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    META = "meta"
    TIME = "time"
    ADDRESS = "address"
    IMAGE = "image"
    MET = "met"  # beside the link: in a feed, a listing


@dataclass(frozen=True, slots=True)
class Told:
    """One time that a page gives. ``now``: words beside it call it the present one."""

    edtf: str
    place: Place
    now: bool = False


def asked_at(response: Response) -> datetime | None:
    """The moment of the answer by its ``Date`` header, or None when it has no good one.

    See RFC 9110, section 6.6.1.
    """
    header = response.headers.get("Date")
    if not header:
        return None
    try:
        moment = parsedate_to_datetime(header.decode("latin-1"))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def chosen(told: Iterable[Told], asked: datetime | None, month: str = "") -> str:
    """The first time, in the order of trust, that can be that of publication.

    Args:
        told: Times as the page gives them, best first; empty ones are skipped.
        asked: The moment of the request, or None when nobody knows it.
        month: ``2024-01`` when the address says it: the last resort, too.

    Returns:
        EDTF: a moment, a day, the month of the address, or empty.
    """
    possible = [
        one
        for one in told
        if one.edtf and not _is_after(one.edtf, asked) and (not month or in_month(one.edtf, month))
    ]
    for one in possible:
        if not (one.now or _is_clock(one.edtf, asked)):
            return _exact(one, possible, asked)
        if _is_confirmed(one, possible):
            return one.edtf
    return month


def _exact(one: Told, possible: Iterable[Told], asked: datetime | None) -> str:
    """A day with the time that another place of the page gives on it."""
    on_it = (
        other.edtf
        for other in possible
        if other.edtf.startswith(one.edtf) and not (other.now or _is_clock(other.edtf, asked))
    )
    return max(on_it, key=len)


def _is_after(edtf: str, asked: datetime | None) -> bool:
    if asked is None:
        return False
    if len(edtf) == len("2026-01-08"):
        return edtf > day_of(in_vietnam(asked + _AHEAD))
    return datetime.fromisoformat(edtf) > asked + _AHEAD


def _is_clock(edtf: str, asked: datetime | None) -> bool:
    """Whether a time is that of the request."""
    if asked is None:
        return False
    if len(edtf) == len("2026-01-08"):
        return edtf == day_of(in_vietnam(asked))
    return abs(datetime.fromisoformat(edtf) - asked) <= CLOCK


def _is_confirmed(one: Told, all_told: Iterable[Told]) -> bool:
    """Whether another place of the page gives the same day."""
    return any(
        other.place is not one.place and not other.now and day_of(other.edtf) == day_of(one.edtf)
        for other in all_told
    )
