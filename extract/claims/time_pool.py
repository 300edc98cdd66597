"""Candidates for a time: equal times share everything that speaks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from extract.claims.choice import Candidate
from extract.claims.spelling import Spelling, Spelt, Weights
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


class _Told(Spelt):
    """The names that speak for a time, kept twice: for the family of the kind and for the kind.

    So what holds for all stocks is learned from all of them.
    """

    __slots__ = ("_kind", "names")

    def __init__(self, kind: Kind, names: dict[str, float]) -> None:
        self._kind = kind
        self.names = names

    def worth(self, weights: Weights) -> float:
        worth = weights.worth(_SPELLING[self._kind])
        return sum([amount * worth[name] for name, amount in self.names.items() if name in worth])

    def write(self) -> dict[str, float]:
        return {
            feature: amount * share
            for name, amount in self.names.items()
            for feature, share in _features(self._kind, name)
        }


def _features(kind: Kind, name: str) -> tuple[tuple[str, float], ...]:
    """A name for the family and for the kind, each with its share."""
    return (f"{group(kind)}.{name}", 1.0), (f"{kind}.{name}", _OWN_SHARE)


def _spelling(kind: Kind) -> Spelling[float]:
    def worth(weights: Weights) -> dict[str, float]:
        prefixes = (f"{group(kind)}.", f"{kind}.")
        names = {f.removeprefix(p) for p in prefixes for f in weights if f.startswith(p)}
        return {
            name: sum(share * weights.get(f, 0.0) for f, share in _features(kind, name))
            for name in names
        }

    return worth


_SPELLING: Final = {kind: _spelling(kind) for kind in Kind}


class Pool:
    """Collects the times that one count may have, with the names of what speaks for each."""

    def __init__(self, kind: Kind) -> None:
        self.family = group(kind)
        self._kind = kind
        self._found: dict[str | None, tuple[str | None, dict[str, float], Span | None]] = {}

    def add(
        self,
        time: str | None,
        anchor: str | None,
        names: Iterable[str | tuple[str, float]],
        span: Span | None = None,
    ) -> None:
        """Let ``names`` (or names with amounts) speak for a time."""
        first, said, printed = self._found.get(time) or (anchor, {}, span)
        self._found[time] = (first, said, printed or span)
        for name in names:
            if isinstance(name, str):
                if said.get(name, 0.0) < 1.0:
                    said[name] = 1.0
            else:
                word, amount = name
                said[word] = max(said.get(word, amount), amount)

    def compare(self, period: str | None, published: str | None) -> None:
        """Name how every time lies to the period and to publication, and by how it is told.

        Results are signed in their period or soon after.
        """
        for time, (_, said, _) in self._found.items():
            if time is None:
                continue
            lies = [f"period.{_place(time, period)}"] if period is not None else []
            if published is not None:
                lies.append(f"age.{_age(time, published)}")
            # The ways and roles in which a time is told ("own", "as_of").
            ways = [name.partition(".")[2] for name in said if name.startswith(_WAYS)]
            for name in lies:
                said[name] = 1.0
                said.update({f"{name}.{way}": 1.0 for way in ways})

    def candidates(self) -> list[Candidate[Time]]:
        """One candidate for each time, in the order in which they were first added."""
        return [
            Candidate((time, anchor), _Told(self._kind, names), span)
            for time, (anchor, names, span) in self._found.items()
        ]


_WAYS = ("way.", "role.")


def _place(time: str, period: str) -> str:
    """How a time lies to a period."""
    year, first, last = int(time[:4]), int(period[:4]), int(period[-4:])
    if year < first:
        return "before"
    return "in" if year <= last else "next" if year == last + 1 else "after"


@lru_cache(maxsize=1024)  # the same times are told for count after count
def _age(time: str, published: str) -> str:
    """How a time lies to the day of publication, at the precision that both have."""
    if len(time) < 10 or len(published) < 10:
        years = int(published[:4]) - int(time[:4])
        if len(time) == 4 or years:
            return "year." + ("to_come" if years < 0 else str(min(years, 3)))
        return "month.to_come" if time[:7] > published[:7] else "month"
    days = (date.fromisoformat(published) - date.fromisoformat(time)).days
    if days < 0:
        return "to_come"
    return next((name for name, most in _AGES if days <= most), "old")


_AGES = (("same_day", 0), ("days", 4), ("weeks", 45), ("months", 200), ("year", 400))
"""Names of the time between a day and publication, with the most days that they last."""
