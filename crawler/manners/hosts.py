"""What we owe a host: the delay between two requests, pauses, hours, one crawl at a time.

Delays are measured from start to start, and a request begins when the one before has
ended. Every rule can only lengthen the wait that the others give.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy.settings import BaseSettings
from scrapy.utils.asyncio import CallLaterResult, call_later

from crawler.cells import MIN_DELAY
from crawler.hours import VIETNAM, Hours
from crawler.manners.leases import Lease, Leases, Memory
from crawler.refusals import HostBusyError, HostFailingError, HostPausedError, OutsideHoursError
from crawler.source import Source

LONGEST_PAUSE = 24 * 3600.0
"""Seconds: who asks for a longer pause is asked again after a day."""

_POLL = 5.0  # seconds until a busy host is looked at again


@dataclass(frozen=True)
class Clock:
    """Time, so that tests can have their own. ``wall`` is seconds since 1970."""

    wall: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    later: Callable[..., CallLaterResult] = call_later


@dataclass(frozen=True, slots=True)
class Rules:
    """What a crawl keeps at a host.

    Attributes:
        delay: Seconds from the start of a request to the start of the next, at least.
        jitter: Part of the delay that is added at random, at most.
        hours: When it may be asked; None for always.
        patience: Seconds that a pause, a window or another crawl is waited for.
        failures: Failures in a row after which the host is left alone.
        kept: Whether its lease is kept to the end of the crawl.
    """

    delay: float = MIN_DELAY
    jitter: float = 0.0
    hours: Hours | None = None
    patience: float = 600.0
    failures: int = 10
    kept: bool = False


class Host:
    """One host, as one crawl sees it. ``crawl_delay`` is set by its robots.txt."""

    def __init__(self, name: str, rules: Rules, leases: Leases, clock: Clock) -> None:
        self.name = name
        self.crawl_delay = 0.0
        self._rules = rules
        self._leases = leases
        self._clock = clock
        self._lease: Lease | None = None
        self._asked_at: float | None = None
        self._stretch = 1.0
        self._not_before = 0.0
        self._paused_until = 0.0
        self._busy_since: float | None = None
        self._failures = 0

    def delay(self, throttle: float) -> float:
        """Seconds between two requests: the longest that anybody wants."""
        return max(self._rules.delay, self.crawl_delay, throttle)

    def wait(self, throttle: float) -> float:
        """Seconds until a request may begin, 0 for now; to be asked again after them.

        Raises:
            PostponedError: Longer than a crawl waits.
        """
        now = self._clock.monotonic()
        if self._failures >= self._rules.failures:
            raise HostFailingError(f"{self.name} failed {self._failures} times in a row")
        if self._lease is None and not self._taken(now, throttle):
            return _POLL
        pause = self._paused_until - now
        if pause > self._rules.patience:
            raise HostPausedError(f"{self.name} asks for a pause until {self._shown(pause)}")
        closed = self._closed()
        if closed > self._rules.patience:
            hours = f"{self._rules.hours} (next: {self._shown(closed)})"
            raise OutsideHoursError(f"{self.name} may be asked at {hours} only")
        due = self._not_before
        if self._asked_at is not None:
            due = max(due, self._asked_at + self.delay(throttle) * self._stretch)
        return max(0.0, pause, closed, due - now)

    def begin(self, throttle: float) -> None:
        """A request begins now."""
        self._asked_at = self._clock.monotonic()
        self._stretch = 1 + random.uniform(0, self._rules.jitter)  # noqa: S311
        self._remember(self.delay(throttle))

    def answered(self) -> None:
        """It answered, whatever it said."""
        self._failures = 0

    def failed(self) -> None:
        """It did not answer, or with an error of its own."""
        self._failures += 1

    def pause(self, seconds: float) -> None:
        """It asks for a pause from now on."""
        until = self._clock.monotonic() + min(seconds, LONGEST_PAUSE)
        self._paused_until = max(self._paused_until, until)
        if self._lease is not None:
            self._remember(self._lease.memory.delay)

    @property
    def is_held(self) -> bool:
        """Whether this crawl holds it now."""
        return self._lease is not None

    def take(self) -> None:
        """Hold it to the end of the crawl.

        Raises:
            HostBusyError: Another crawl asks it.
            LeaseError: The folder of leases cannot be written.
        """
        if self._lease is None:
            self._take(0.0)
        self._rules = replace(self._rules, kept=True)

    def rest(self) -> None:
        """No request waits or runs: others may have it, if it is not kept."""
        if not self._rules.kept:
            self.release()

    def release(self) -> None:
        """Others may have it."""
        if self._lease is not None:
            self._lease.release()
            self._lease = None

    def _taken(self, now: float, throttle: float) -> bool:
        """Take the lease; False as long as another crawl is waited for."""
        if self._busy_since is None:
            self._busy_since = now
        try:
            self._take(throttle)
        except HostBusyError:
            # Who was waited for once is not waited for again at every request.
            if now - self._busy_since >= self._rules.patience:
                raise
            return False
        self._busy_since = None
        return True

    def _take(self, throttle: float) -> None:
        self._lease = self._leases.take(self.name)
        memory, now = self._lease.memory, self._clock.monotonic()
        delay = max(self.delay(throttle), memory.delay)
        passed = self._clock.wall() - memory.asked_at
        # A clock that went back must not make the wait longer than the delay.
        left = min(delay, delay - passed)
        self._not_before = now + (left if memory.asked_at else 0)
        pause = min(memory.paused_until - self._clock.wall(), LONGEST_PAUSE)
        self._paused_until = max(self._paused_until, now + pause)

    def _remember(self, delay: float) -> None:
        assert self._lease is not None
        wall = self._clock.wall()
        now = self._clock.monotonic()
        asked_at = self._lease.memory.asked_at
        if self._asked_at is not None:
            asked_at = wall - (now - self._asked_at)
        paused = wall + self._paused_until - now if self._paused_until > now else 0.0
        self._lease.remember(Memory(asked_at, delay, paused))

    def _closed(self) -> float:
        """Seconds until its hours begin."""
        if self._rules.hours is None:
            return 0.0
        now = datetime.fromtimestamp(self._clock.wall(), UTC)
        return (self._rules.hours.opens(now) - now).total_seconds()

    def _shown(self, seconds: float) -> str:
        moment = datetime.fromtimestamp(self._clock.wall() + seconds, VIETNAM)
        return f"{moment:%Y-%m-%d %H:%M} (Vietnam's time)"


class Hosts:
    """All hosts of one crawl, by name (``crawler.source.host_of``)."""

    def __init__(
        self, leases: Leases, usual: Rules, own: Mapping[str, Rules], clock: Clock
    ) -> None:
        self._leases = leases
        self._usual = usual
        self._own = own
        self._clock = clock
        self._hosts: dict[str, Host] = {}

    @classmethod
    def from_settings(cls, settings: BaseSettings, sources: Iterable[Source], clock: Clock) -> Self:
        """Rules of the rows of sources and of ``DOWNLOAD_SLOTS``; the usual ones for the rest.

        Less than ``MIN_DELAY`` is only possible where private addresses are (tests).
        """
        least = 0.0 if settings.getbool("OCOP_PRIVATE_ADDRESSES") else MIN_DELAY
        usual = Rules(
            delay=max(least, settings.getfloat("DOWNLOAD_DELAY")),
            jitter=settings.getfloat("DOWNLOAD_DELAY_JITTER"),
            patience=settings.getfloat("OCOP_PATIENCE"),
            failures=settings.getint("OCOP_FAILURES_IN_A_ROW"),
        )
        slots = {**download_slots(sources), **settings.getdict("DOWNLOAD_SLOTS")}
        own = {host: _own_rules(usual, slot) for host, slot in slots.items()}
        leases = Leases(Path(settings["OCOP_LEASES"] or Path(settings["OCOP_CORPUS"]) / "hosts"))
        return cls(leases, usual, own, clock)

    def __getitem__(self, name: str) -> Host:
        """A host, met before or not."""
        if name not in self._hosts:
            rules = self._own.get(name, self._usual)
            self._hosts[name] = Host(name, rules, self._leases, self._clock)
        return self._hosts[name]

    def take(self, names: Iterable[str]) -> None:
        """Hold hosts to the end of the crawl, all or none.

        Raises:
            HostBusyError: Another crawl asks one of them.
            LeaseError: The folder of leases cannot be written.
        """
        missing = [self[name] for name in sorted(names) if not self[name].is_held]
        try:
            for host in missing:
                host.take()
        except HostBusyError:
            for host in missing:
                host.release()
            raise

    def release(self) -> None:
        """Let others have them all."""
        for host in self._hosts.values():
            host.release()


def download_slots(sources: Iterable[Source]) -> dict[str, dict[str, Any]]:
    """What the rows of sources ask for, in the form of the setting ``DOWNLOAD_SLOTS``.

    Of two rows with one host the longer delay counts, and the hours of the first that has
    some. A row that asks for the usual (``MIN_DELAY``) leaves it to ``DOWNLOAD_DELAY``.
    """
    slots: dict[str, dict[str, Any]] = {}
    for source in sources:
        delay = source.delay if source.delay > MIN_DELAY else 0.0
        for host in source.hosts:
            slot = slots.setdefault(host, {"concurrency": 1, "delay": 0.0, "hours": ""})
            slot["delay"] = max(slot["delay"], delay)
            slot["hours"] = slot["hours"] or str(source.hours or "")
    return slots


def _own_rules(usual: Rules, slot: Mapping[str, Any]) -> Rules:
    hours = slot.get("hours")
    return replace(
        usual,
        delay=max(usual.delay, float(slot.get("delay", 0))),
        hours=Hours.parsed(hours) if hours else None,
        kept=True,
    )
