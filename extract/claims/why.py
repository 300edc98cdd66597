"""Why a claim says what it says: the features that carried each of its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.place_told import Named
from extract.mentions.stars import StarValue
from extract.model import Claim, Kind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reason:
    """One choice of a claim: what was chosen, how sure (0–1), and the features that carried it.

    ``carried`` holds (feature, what it added to the score in log-odds), the largest first.
    """

    field: str
    chosen: str
    share: float
    carried: tuple[tuple[str, float], ...]


class Remembering:
    """Decides as another decision does, and remembers every choice."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._choices: dict[int, dict[str, Choice[object]]] = {}

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """See ``Decide``."""
        choice = self._decide(field, count, candidates)
        if isinstance(count, Count):
            self._choices.setdefault(count.start, {})[field] = choice  # type: ignore[assignment]
        return choice

    def reasons(self, claim: Claim) -> Iterator[Reason]:
        """The choices behind a claim, in the order in which they were taken."""
        choices: Mapping[str, Choice[object]] = self._choices.get(claim.quote.start, {})
        for field, choice in choices.items():
            yield Reason(field, _in_words(choice.value), choice.probability, choice.reasons)


def _in_words(value: object) -> str:
    if isinstance(value, Kind):
        return value.value
    if isinstance(value, StarValue):
        return ",".join(map(str, value.stars))
    if isinstance(value, Named):
        return value.place.name or f"{value.place.level} without a name"
    if isinstance(value, tuple):
        return str(value[0] or "none")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
