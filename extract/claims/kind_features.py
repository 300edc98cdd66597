"""How each name of what is said around a count bears on each of the twelve kinds.

A word or a date bears on every kind in its own way ("target|left=có"). What names a kind,
such as ``part_of.words=target``, speaks for that kind alone, twice: as
"target|part_of.words" and as "agrees.part_of.words", whose one weight all kinds share, so
that what is learned of lists of targets holds for lists of renewals too. A kind that nothing
names is ``unsigned``: a target or a registration is hardly ever told without a word for it, a
result often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from extract.claims.spelling import Spelt, Weights
from extract.model import Kind

_KINDS: Final = tuple(Kind)
_VALUES: Final = {kind.value: place for place, kind in enumerate(_KINDS)}
_UNSIGNED: Final = "unsigned"
_BARE: Final = {
    value: f"{_UNSIGNED}={value}" for value in _VALUES if value not in (Kind.NEW, Kind.CUMULATIVE)
}


def on_kinds(names: Mapping[str, float]) -> list[tuple[Kind, Spelt]]:
    """For each kind the features that the names (with amounts) are for it."""
    values = {name.partition("=")[2] for name in names}
    bare = {name: 1.0 for value, name in _BARE.items() if value not in values}
    said = _Said({**names, **bare})
    return [(kind, _OnKind(said, place)) for place, kind in enumerate(_KINDS)]


class _Said:
    """Names with amounts, and what they are worth for each kind by the weights asked last."""

    __slots__ = ("_by", "_scores", "names")

    def __init__(self, names: Mapping[str, float]) -> None:
        self.names = names
        self._by: Weights | None = None
        self._scores: list[float] = []

    def scores(self, weights: Weights) -> list[float]:
        if self._by is not weights:
            self._by, self._scores = weights, self._sum(weights)
        return self._scores

    def _sum(self, weights: Weights) -> list[float]:
        scores = [0.0] * len(_KINDS)
        worth = weights.worth(_bearing)
        for name, amount in self.names.items():
            for place, weight in worth.get(name, ()):
                scores[place] += amount * weight
        return scores


class _OnKind(Spelt):
    """What is said, as it bears on one kind."""

    __slots__ = ("_place", "_said")

    def __init__(self, said: _Said, place: int) -> None:
        self._said = said
        self._place = place

    def worth(self, weights: Weights) -> float:
        return self._said.scores(weights)[self._place]

    def write(self) -> dict[str, float]:
        return {
            feature: amount
            for name, amount in self._said.names.items()
            for feature in _features(_KINDS[self._place], name)
        }


def _bearing(weights: Weights) -> dict[str, list[tuple[int, float]]]:
    """For each name the kinds (by their place) that it bears on, and how much."""
    alone: dict[str, float] = {}
    worth: dict[str, list[tuple[int, float]]] = {}
    for feature, weight in weights.items():
        kind, _, name = feature.partition("|")
        if kind in _VALUES:
            worth.setdefault(name, []).append((_VALUES[kind], weight))
            alone[f"{name}={kind}"] = alone.get(f"{name}={kind}", 0.0) + weight
        elif feature.startswith("agrees."):
            for value in _VALUES:
                told = f"{feature.removeprefix('agrees.')}={value}"
                alone[told] = alone.get(told, 0.0) + weight
    for told, weight in alone.items():  # what names a kind bears on that kind alone
        worth[told] = [(_VALUES[told.rpartition("=")[2]], weight)]
    return worth


def _features(kind: Kind, name: str) -> Iterator[str]:
    """What a name is called for one kind, and among all kinds; nothing where it does not bear."""
    said, _, value = name.partition("=")
    if value not in _VALUES:
        yield f"{kind}|{name}"
    elif value == kind.value:
        yield f"{kind}|{said}"
        if said != _UNSIGNED:
            yield f"agrees.{said}"
