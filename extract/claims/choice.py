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
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from extract.claims.spelling import Spelt, Weights
from extract.model import Span

T = TypeVar("T")


@dataclass(slots=True)
class Candidate(Generic[T]):
    """A possible value, its features (name → amount) and the span that speaks for it.

    ``read`` are the features that the rules read, ``heard`` those of the second reader.
    """

    value: T
    read: dict[str, float] | Spelt
    span: Span | None = None
    heard: dict[str, float] | None = None

    @property
    def features(self) -> Mapping[str, float]:
        """All that speaks for the value, or against it."""
        return {**self.read, **self.heard} if self.heard else self.read

    def score(self, weights: Weights) -> float:
        """The sum of amount × weight of all that speaks for the value."""
        read = self.read
        total = score(read, weights) if isinstance(read, dict) else read.worth(weights)
        return total + score(self.heard, weights) if self.heard else total


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """The chosen value, its probability among the candidates, and what carried it.

    ``best`` and ``weights`` are those that it was scored by; ``rival`` is the second best
    value, if any.
    """

    value: T
    probability: float
    span: Span | None = None
    rival: T | None = None
    best: Candidate[T] | None = None
    weights: Mapping[str, float] | None = None

    @property
    def features(self) -> Mapping[str, float]:
        """The features of the chosen value."""
        return self.best.features if self.best is not None else {}

    @property
    def reasons(self) -> tuple[tuple[str, float], ...]:
        """(feature, contribution to the score), the largest first."""
        weights = self.weights or {}
        parts = ((name, amount * weights.get(name, 0.0)) for name, amount in self.features.items())
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
        self._weights = {field: Weights(values) for field, values in weights.items()}

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """See ``Decide``; the count itself plays no part, only its candidates do."""
        del count
        return choose(candidates, self._weights[field])


def choose(candidates: Sequence[Candidate[T]], weights: Mapping[str, float]) -> Choice[T]:
    """The best candidate; of equals the first. At least one candidate is required."""
    known = weights if isinstance(weights, Weights) else Weights(weights)
    scores = [candidate.score(known) for candidate in candidates]
    top = max(scores)
    place = scores.index(top)
    best = candidates[place]
    share = 1 / sum([math.exp(score - top) for score in scores])
    scores[place] = -math.inf
    rival = candidates[scores.index(max(scores))].value if len(scores) > 1 else None
    return Choice(best.value, share, best.span, rival, best, known)


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum of amount × weight; a feature without a weight counts nothing."""
    weight = weights.get
    return sum([amount * weight(name, 0.0) for name, amount in features.items()])
