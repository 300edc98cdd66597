"""What a test decision truly says, written beside it by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extract.model import Act, Kind, Level


@dataclass(frozen=True, slots=True)
class Line:
    """One product of an annex; ``standings`` are the kinds that say the same of it."""

    product: str
    producer: str
    stars: int | None
    score: float | None = None
    standings: tuple[Kind, ...] = (Kind.NEW,)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A further number that the paper tells, beside what its rows add up to."""

    kind: Kind
    stars: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Truth:
    """A paper, how its bytes are made, and what a reader must take from it.

    ``issuer`` is the bare name of the unit that the issuer governs ("Việt Nam" for a ministry);
    ``counts`` are numbers that may be claimed beside the sums of the rows.
    """

    key: str
    make: Callable[[], bytes]
    number: str | None
    date: str | None
    issuer: str | None
    level: Level
    act: Act
    lines: tuple[Line, ...] = ()
    counts: tuple[Claimed, ...] = ()
    needs: str = ""
