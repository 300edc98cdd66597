"""The one mechanism of reading: candidates with named features, the best score wins.

A candidate is a possible value (a kind, a star set, a place) described by features that
a person can read; its score is the sum of the weights of its features, and the scores
of all candidates make a probability by the log-linear (softmax) rule. Weights are data
(``weights.py``): set by hand first, learned from labelled documents later. The same
record gives the value, how sure it is, and why, in words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from extract.model import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A possible value, its features (name → amount) and the span that speaks for it."""

    value: T
    features: Mapping[str, float]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """The chosen value, its probability among the candidates, and what carried it.

    ``features`` and ``weights`` are those that it was scored by; ``rival`` is the second
    best value, if any.
    """

    value: T
    probability: float
    span: Span | None = None
    rival: T | None = None
    features: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def reasons(self) -> tuple[tuple[str, float], ...]:
        """(feature, contribution to the score), the largest first."""
        parts = (
            (name, amount * self.weights.get(name, 0.0)) for name, amount in self.features.items()
        )
        return tuple(sorted((p for p in parts if p[1]), key=lambda p: (-abs(p[1]), p[0])))


class Decide(Protocol):
    """Takes one decision: the best of the candidates for a field of a count.

    Reading decides by weights; training decides by the labels and keeps what it saw.
    """

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """Choose a value for ``field`` (kind, stars, place, time) of ``count``."""


class ByWeights:
    """The decision of reading: the highest score under the weights of the field."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """See ``Decide``; the count itself plays no part, only its candidates do."""
        del count
        return choose(candidates, self._weights[field])


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum of amount × weight; a feature without a weight counts nothing."""
    return sum(amount * weights.get(name, 0.0) for name, amount in features.items())


def choose(candidates: Sequence[Candidate[T]], weights: Mapping[str, float]) -> Choice[T]:
    """The best candidate; of equals the first. At least one candidate is required."""
    scores = [score(candidate.features, weights) for candidate in candidates]
    order = sorted(range(len(candidates)), key=lambda i: (-scores[i], i))
    best = candidates[order[0]]
    rival = candidates[order[1]].value if len(order) > 1 else None
    share = _share(scores, order[0])
    return Choice(best.value, share, best.span, rival, best.features, weights)


def _share(scores: Sequence[float], index: int) -> float:
    top = max(scores)
    return math.exp(scores[index] - top) / sum(math.exp(s - top) for s in scores)
