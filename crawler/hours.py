"""Hours of the night in which a source may be asked, in Vietnam's time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "+07")
"""Vietnam's time: no daylight saving."""

_WINDOW = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Hours:
    """A daily window ``[begins, ends)``; it may reach over midnight (22:00 to 05:00)."""

    begins: time
    ends: time

    @classmethod
    def parsed(cls, text: str) -> Hours:
        """The window that ``22:00-05:00`` names.

        Raises:
            ValueError: The text has another form, or both times are the same.
        """
        match = _WINDOW.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r}: write a window as 22:00-05:00, in Vietnam's time")
        hour, minute, to_hour, to_minute = map(int, match.groups())
        window = cls(time(hour, minute), time(to_hour, to_minute))
        if window.begins == window.ends:
            raise ValueError(f"{text!r} holds no time: leave it empty for the whole day")
        return window

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"

    def holds(self, moment: datetime) -> bool:
        """Whether a moment (with its zone) falls into the window."""
        clock = _vietnamese(moment).time()
        if self.begins < self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def opens(self, moment: datetime) -> datetime:
        """The first moment, from this one on, that the window holds; in Vietnam's time."""
        here = _vietnamese(moment)
        if self.holds(here):
            return here
        opening = datetime.combine(here.date(), self.begins, VIETNAM)
        return opening if opening > here else opening + timedelta(days=1)


def _vietnamese(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone: say which time it is")
    return moment.astimezone(VIETNAM)
