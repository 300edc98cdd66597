"""Candidates for a time: equal times share everything that speaks for them."""

from __future__ import annotations

from collections.abc import Iterable

from extract.claims.choice import Candidate
from extract.model import Kind, Span

Time = tuple[str | None, str | None]
"""EDTF and the anchor that gave it: text, decision, period or publication."""

FLOWS = frozenset({Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.WITHDRAWN})
STOCKS = frozenset({Kind.CUMULATIVE, Kind.IN_FORCE, Kind.EXPIRED})
AIMS = frozenset({Kind.TARGET, Kind.FORECAST})


def group(kind: Kind) -> str:
    """The family of a kind as far as its time goes."""
    if kind in FLOWS:
        return "flow"
    if kind in STOCKS:
        return "stock"
    return "aim" if kind in AIMS else "file"


_OWN_SHARE = 0.5
"""Amount of a name for the kind itself: it only corrects what its family is told by."""


class Pool:
    """Collects the times that one count may have, with the names of what speaks for each.

    Every name is kept twice, for the family of the kind and for the kind itself, so that
    what holds for all stocks is learned from all of them.
    """

    def __init__(self, kind: Kind) -> None:
        self.family = group(kind)
        self._prefixes = (self.family, str(kind))
        self._found: dict[str | None, tuple[str | None, dict[str, float], Span | None]] = {}

    def add(
        self,
        time: str | None,
        anchor: str | None,
        names: Iterable[str | tuple[str, float]],
        span: Span | None = None,
    ) -> None:
        """Let ``names`` (or names with amounts) speak for a time."""
        first, features, printed = self._found.get(time, (anchor, {}, span))
        for name in names:
            word, amount = (name, 1.0) if isinstance(name, str) else name
            for prefix in self._prefixes:
                share = amount * (1.0 if prefix == self.family else _OWN_SHARE)
                known = features.get(f"{prefix}.{word}", share)
                features[f"{prefix}.{word}"] = max(known, share)
        self._found[time] = (first, features, printed or span)

    def compare(self, period: str | None) -> None:
        """Name how every time lies to the period: its results are signed in it or soon after."""
        if period is None:
            return
        first, last = int(period[:4]), int(period[-4:])
        for time in [time for time in self._found if time is not None]:
            year = int(time[:4])
            where = "in" if first <= year <= last else "next" if year == last + 1 else None
            self.add(time, None, [f"period.{where or ('before' if year < first else 'after')}"])

    def candidates(self) -> list[Candidate[Time]]:
        """One candidate for each time, in the order in which they were first added."""
        return [
            Candidate((time, anchor), features, span)
            for time, (anchor, features, span) in self._found.items()
        ]
