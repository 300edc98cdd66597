"""The strip of a source: its last days as a small picture, readable without colours.

A day with new documents is a bar (its height grows with the root of their number), one
without a low tick, one in which most pages were lost a cross; a day without a crawl is
empty.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.health.model import Day

WIDTH = 5
HEIGHT = 22
_BAR = 4
_TICK = 2
_LOW = 5


@dataclass(frozen=True, slots=True)
class Strip:
    """Paths (SVG path data) of the three kinds of days, and how many there are of each."""

    width: int
    height: int
    bars: str
    ticks: str
    crosses: str
    with_documents: int
    lost: int
    not_crawled: int
    documents: int


def strip(days: Sequence[Day]) -> Strip:
    """The picture of some days, oldest first."""
    most = max((day.documents for day in days), default=0)
    bars: list[str] = []
    ticks: list[str] = []
    crosses: list[str] = []
    for number, day in enumerate(days):
        x = number * WIDTH
        if day.documents:
            bars.append(_box(x, _LOW + (HEIGHT - _LOW) * math.sqrt(day.documents / most)))
        elif _is_lost(day):
            crosses.append(f"M{x} {HEIGHT}l4 -6M{x} {HEIGHT - 6}l4 6")
        elif day.crawls:
            ticks.append(_box(x, _TICK))
    return Strip(
        len(days) * WIDTH,
        HEIGHT,
        "".join(bars),
        "".join(ticks),
        "".join(crosses),
        with_documents=len(bars),
        lost=sum(map(_is_lost, days)),
        not_crawled=sum(not day.crawls for day in days),
        documents=sum(day.documents for day in days),
    )


def _is_lost(day: Day) -> bool:
    return day.errors * 2 > day.asked


def _box(x: int, height: float) -> str:
    return f"M{x} {HEIGHT}v-{height:.1f}h{_BAR}v{height:.1f}z"
