"""How surely few numbers say something: small sources have few pages a day.

An alarm is raised when chance would explain the numbers in less than about one case of a
hundred; below that a source of four articles a month would cry wolf every week.
"""

from __future__ import annotations

import math

_Z = 2.326
"""Standard normal quantile of 99 %."""


def share_between(part: int, whole: int) -> tuple[float, float]:
    """Bounds of a share (Wilson's score interval, 1927; one-sided 99 % each)."""
    if whole <= 0:
        return 0.0, 1.0
    share, square = part / whole, _Z * _Z
    middle = share + square / (2 * whole)
    spread = _Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def at_most(number: int, expected: float) -> float:
    """Probability of so many events or fewer when ``expected`` are usual (Poisson)."""
    if expected <= 0:
        return 1.0
    terms = (
        math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))
        for count in range(number + 1)
    )
    return min(1.0, math.fsum(terms))


def quantile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]
