"""When an address is asked again.

Two tables. ``AGES`` is for what was archived: the younger a page, the likelier a
correction. ``LADDERS`` is for every other answer: the pause grows each time that the same
answer comes, and after the last step it stays, or the address is given up.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from crawler.ledger.model import Kind, Verdict

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Age:
    """Archived pages up to this age come back after this pause."""

    up_to: timedelta
    pause: timedelta
    reason: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Pauses after the first, second … answer of a kind; ``then`` ever after (None: give up)."""

    steps: tuple[timedelta, ...]
    then: timedelta | None
    reason: str


AGES = (
    Age(2 * _DAY, 1 * _DAY, "newsrooms correct numbers and names on the day and the day after"),
    Age(14 * _DAY, 4 * _DAY, "a count that a province disputes is amended within two weeks"),
    Age(60 * _DAY, 20 * _DAY, "decisions get their annex late, and articles a follow-up line"),
    Age(365 * _DAY, 90 * _DAY, "quiet edits are rare by now; a removal should be noticed"),
    Age(timedelta.max, 365 * _DAY, "once a year: is it still there, and the same?"),
)

FILE_PAUSE = 180 * _DAY
"""Attachments: portals publish a corrected file at a new address, hardly ever at the old one."""

LADDERS = {
    Verdict.FAILED: Ladder(
        (1 * _HOUR, 6 * _HOUR, 1 * _DAY, 3 * _DAY, 7 * _DAY),
        None,
        "from a restart of the server to a week of maintenance; longer silence is the source's",
    ),
    Verdict.BROKEN: Ladder(
        (6 * _HOUR, 1 * _DAY, 3 * _DAY, 7 * _DAY, 30 * _DAY),
        None,
        "templates are mended by people in office hours",
    ),
    Verdict.REFUSED: Ladder(
        (1 * _DAY, 7 * _DAY, 30 * _DAY),
        90 * _DAY,
        "a refusal is respected; now and then it turns out to have been an overloaded firewall",
    ),
    Verdict.GONE: Ladder(
        (7 * _DAY, 30 * _DAY),
        365 * _DAY,
        "pages vanish for a while when a portal is moved; the rest is gone for good",
    ),
    Verdict.TAKEN_OVER: Ladder((30 * _DAY,), 365 * _DAY, "a domain hardly ever comes home"),
    Verdict.IRRELEVANT: Ladder(
        (30 * _DAY,), 365 * _DAY, "a page that never spoke of OCOP will hardly begin to"
    ),
}

TRANSIENT = frozenset({Verdict.FAILED, Verdict.BROKEN})
"""Answers that say nothing of the page itself: an earlier success stands."""

MAX_ATTEMPTS = len(LADDERS[Verdict.FAILED].steps) + 1
"""Failures in a row after which an address that never answered is given up."""

AGAIN_AFTER = 30 * _DAY
"""An address that was given up and is still linked is tried anew after so long."""

LASTMOD_SLACK = 1 * _DAY
"""Sitemaps stamp local time as UTC (7 h off) and give bare dates: compare with this slack."""

MAX_FALSE_ALARMS = 3
"""So often may ``lastmod`` announce a change that is none, before it is not believed."""


def pause(verdict: Verdict, kind: Kind, times: int, age: timedelta) -> timedelta | None:
    """How long until an address is asked again; None: not by itself.

    Args:
        verdict: The answer; not INDEX, which has no schedule.
        kind: What was asked.
        times: How often in a row this answer came, from 1.
        age: Time since the page was published, as far as that is known.
    """
    if verdict is Verdict.RELEVANT:
        if kind is Kind.ATTACHMENT:
            return FILE_PAUSE
        return next(row.pause for row in AGES if age <= row.up_to)
    ladder = LADDERS[verdict]
    return ladder.steps[times - 1] if times <= len(ladder.steps) else ladder.then


def moment(told: str) -> datetime | None:
    """The last moment that a date of a page may mean; None when it says none.

    A day or a time without a zone is meant in Vietnam. ``2026-11`` is the whole month: its
    last moment is meant, so that nothing is taken for older than it is.
    """
    text = told.strip()
    try:
        if len(text) == len("2026-11-22"):
            return _end_of(date.fromisoformat(text))
        if len(text) in (len("2026"), len("2026-11")):
            year, month = int(text[:4]), int(text[5:] or 12)
            return _end_of(date(year, month, monthrange(year, month)[1]))
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=_VIETNAM)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _end_of(day: date) -> datetime:
    last = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=_VIETNAM)
    return last.astimezone(UTC)
