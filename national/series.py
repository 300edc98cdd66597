"""The official series, and the star class of a cell.

New by period and round, re-recognised, upgraded, cumulative, in force, expired,
withdrawn and target are different series: they differ by 20-40 % where they are
mistaken for each other, and nothing here adds or compares one with another. What is
forecast, assessed, proposed or registered keeps a series of its own so that it is not
lost; like a target it is no result.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Kind


@dataclass(frozen=True, slots=True)
class Series:
    """One official series.

    ``result``: it counts products that have been recognised. ``by_period``: a flow,
    told by assessment period and round; otherwise it is told as of a day.
    """

    name: str
    result: bool
    by_period: bool


def _series(kind: Kind, *, result: bool, by_period: bool) -> Series:
    return Series(kind.value, result, by_period)


SERIES = {
    series.name: series
    for series in (
        _series(Kind.NEW, result=True, by_period=True),
        _series(Kind.RE_RECOGNISED, result=True, by_period=True),
        _series(Kind.UPGRADED, result=True, by_period=True),
        _series(Kind.CUMULATIVE, result=True, by_period=False),
        _series(Kind.IN_FORCE, result=True, by_period=False),
        _series(Kind.EXPIRED, result=True, by_period=False),
        _series(Kind.WITHDRAWN, result=True, by_period=False),
        _series(Kind.TARGET, result=False, by_period=False),
        _series(Kind.FORECAST, result=False, by_period=False),
        _series(Kind.ASSESSED, result=False, by_period=True),
        _series(Kind.PROPOSED, result=False, by_period=True),
        _series(Kind.REGISTERED, result=False, by_period=True),
    )
}
RESULT_SERIES = tuple(series.name for series in SERIES.values() if series.result)
FLOW_SERIES = tuple(series.name for series in SERIES.values() if series.by_period)

# The stocks that every province owes an answer to: silence there is a row of its own.
EXPECTED_SERIES = (Kind.CUMULATIVE.value, Kind.IN_FORCE.value)

TOTAL = "3+"
LOWEST = 3
"""The lowest class that is called an OCOP product; papers may list 2 stars beside it."""
POTENTIAL5 = "potential5"


def star_class(stars: str, *, potential5: bool = False) -> str:
    """The class of a star set as tables write it.

    ``3,4,5`` is the total ``3+`` of recognised products; ``4,5`` is ``4+``; a run that
    stops below 5 is ``3-4``; anything else stays as printed. Products proposed for five
    stars are a class of their own.

    >>> star_class("3,4,5"), star_class("3,4"), star_class("5", potential5=True)
    ('3+', '3-4', 'potential5')
    """
    ranks = [int(star) for star in stars.split(",")]
    name = _set_name(ranks)
    if not potential5:
        return name
    return POTENTIAL5 if ranks == [5] else f"{name} {POTENTIAL5}"


def _set_name(ranks: list[int]) -> str:
    unbroken = ranks == list(range(ranks[0], ranks[-1] + 1))
    if len(ranks) == 1 or not unbroken:
        return ",".join(map(str, ranks))
    return f"{ranks[0]}+" if ranks[-1] == 5 else f"{ranks[0]}-{ranks[-1]}"


def address_of(name: str) -> str:
    """A star class as it stands in an identifier or a web address.

    >>> address_of("3+"), address_of("3,5")
    ('3up', '3_5')
    """
    return name.replace("+", "up").replace(",", "_").replace(" ", "_")
