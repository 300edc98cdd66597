"""Learning the weights of the choices from labelled documents.

Every choice of reading is log-linear: the probability of a candidate is the softmax of
the weighted features. The weights are those under which the labelled values are most
probable (all candidates with the right value share the credit), with an L2 penalty.
The labels decide while the text is walked, so that what a choice takes from the ones
before it is right; a second walk carries times on as they are read (``CARRIED``). Plain
gradient steps with numpy: seeded by nothing, because nothing is drawn; the same documents
give the same weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from extract.claims.advice import is_opinion
from extract.claims.assemble import draft
from extract.claims.choice import ByWeights, Candidate, Choice, choose
from extract.claims.counts import Count
from extract.claims.hearing import NOTHING_HEARD, Heard
from extract.claims.places import Named
from extract.claims.scene import build
from extract.claims.weights import HAND
from extract.mentions.dates import Anchors
from extract.mentions.decisions import decision_refs
from extract.mentions.stars import StarValue
from extract.model import Kind
from extract.text.normalise import Normalised, normalise
from ocop.evaluate.equality import same_time
from ocop.evaluate.gold import GoldDocument, Statement
from ocop.evaluate.predict import document_of

T = TypeVar("T")
Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
PENALTY = 0.03
"""Strength of the L2 penalty; chosen by leaving out one hand of labelled documents at a time."""

CARRIED = frozenset({"time", "period"})
"""Fields that a second walk carries on as they are read, to learn the choice of the time.

Among labels alone the time told before is always right, and so is the period: they would
be trusted too far in reading, where they may be wrong (Ross, Gordon and Bagnell 2011).
"""


@dataclass(slots=True)
class Example:
    """One choice: the features of each candidate, which are right, and its document."""

    features: list[Mapping[str, float]]
    right: list[bool]
    document: str


def without_opinions(example: Example) -> Example:
    """The same choice as it is taken where there is no second reader."""
    features: list[Mapping[str, float]] = [
        {name: amount for name, amount in told.items() if not is_opinion(name)}
        for told in example.features
    ]
    return Example(features, example.right, example.document)


@dataclass(slots=True)
class Observer:
    """Decides by the labels of one document, and keeps every choice that it saw.

    ``carries`` makes it the second walk: fields of ``CARRIED`` go on as the fallback reads
    them, and the choices of a time are kept; the first walk keeps all others.
    """

    document: GoldDocument
    normalised: Normalised
    examples: dict[str, list[Example]]
    fallback: ByWeights = field(default_factory=lambda: ByWeights(HAND))
    carries: bool = False

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """Take the labelled value; where no candidate has it, what the hand-set weights say."""
        assert isinstance(count, Count)
        labels = self._at(count)
        if field == "count":
            right = [bool(c.value) == bool(labels) for c in candidates]
        else:
            right = _right(field, [c.value for c in candidates], labels)
        if field == "time" and not any(right):
            right = [any(_is_coarser(c.value, label) for label in labels) for c in candidates]
        if not any(right):
            return self.fallback(field, count, candidates)
        if not all(right) and (field == "time") is self.carries:
            features = [c.features for c in candidates]
            self.examples[field].append(Example(features, right, self.document.id))
        if self.carries and field in CARRIED:
            return self.fallback(field, count, candidates)
        allowed = [c for c, ok in zip(candidates, right, strict=True) if ok]
        return choose(allowed, HAND[field])

    def _at(self, count: Count) -> list[Statement]:
        """Labelled claims whose quote holds this number."""
        start, end = self.normalised.to_raw(count.start, count.end)
        return [
            label
            for label in self.document.claims
            if label.start < end and start < label.end and label.count == count.number.value
        ]


def _right(name: str, values: Sequence[object], labels: Sequence[Statement]) -> list[bool]:
    """Which of the values are labelled; of several places told at once, all must be."""
    right = [any(_agrees(name, value, label) for label in labels) for value in values]
    if name != "place":
        return right
    units = {(label.level, label.name, label.regime) for label in labels}
    whole = [ok and _units(value) == units for value, ok in zip(values, right, strict=True)]
    return whole if any(whole) else right


def _units(value: object) -> set[object]:
    """The units of a place, or of each of several (``extract.claims.places.Named``)."""
    assert isinstance(value, Named)
    places = [where.place for where in value.run] or [value.place]
    return {(place.level, place.name, place.regime) for place in places}


def _agrees(name: str, value: object, label: Statement) -> bool:
    """Whether a candidate's value is the labelled one."""
    if name == "potential":
        return value is label.potential5
    if name == "kind":
        return isinstance(value, Kind) and value is label.kind
    if name in ("stars", "batch"):
        return isinstance(value, StarValue) and value.stars == label.stars
    assert isinstance(value, tuple)
    if name == "place":
        place = value[0]
        return (place.level, place.name, place.regime) == (label.level, label.name, label.regime)
    return bool(value[0] == (label.period if name == "period" else label.as_of))


def _is_coarser(value: object, label: Statement) -> bool:
    """Whether a time says less than the label, or more, and nothing else."""
    assert isinstance(value, tuple)
    return same_time(value[0], label.as_of)


def examples_of(
    documents: Sequence[GoldDocument], heard: Mapping[str, Heard]
) -> dict[str, list[Example]]:
    """Walk labelled documents and collect every choice that the labels decide.

    ``heard`` holds, by document, what a second reader says that never saw the document:
    the weight of its word is learned from how far it can be trusted on new texts.
    """
    examples: dict[str, list[Example]] = {name: [] for name in HAND}
    for document in documents:
        normalised = normalise(document.text)
        read = document_of(document)
        scene = build(read)
        published = read.published.date if read.published else None
        refs = decision_refs(read.text, scene.folded, Anchors(published), scene.papers)
        for carries in (False, True):
            observer = Observer(document, normalised, examples, carries=carries)
            draft(scene, refs, observer, heard.get(document.id, NOTHING_HEARD))
    return examples


# ── the optimum ──────────────────────────────────────────────────────────────────────


def fit(
    examples: Sequence[Example],
    prior: Mapping[str, float],
    *,
    penalty: float = PENALTY,
    min_documents: int = 12,
    steps: int = 400,
) -> dict[str, float]:
    """Weights of one field, starting from and drawn towards the hand-set ``prior``.

    Args:
        examples: The choices seen.
        prior: Hand-set weights; the penalty is on the distance from them.
        penalty: Strength of the L2 penalty per example.
        min_documents: A feature seen in fewer documents keeps its prior.
        steps: Adam steps over all examples at once.
    """
    names = _common(examples, min_documents) | set(prior)
    index = {name: i for i, name in enumerate(sorted(names))}
    table = _flatten(examples, index)
    start = np.array([prior.get(name, 0.0) for name in sorted(names)])
    weights = _descend(table, start, penalty * len(examples), steps)
    # What was learned to count nothing is told as well where the hand says otherwise.
    return {
        name: round(float(weights[i]), 3)
        for name, i in index.items()
        if abs(weights[i]) >= 0.02 or name in prior
    }


def _common(examples: Sequence[Example], min_documents: int) -> set[str]:
    seen: dict[str, set[str]] = {}
    for example in examples:
        for features in example.features:
            for name in features:
                seen.setdefault(name, set()).add(example.document)
    return {name for name, documents in seen.items() if len(documents) >= min_documents}


@dataclass(frozen=True, slots=True)
class _Table:
    """Candidates of all examples in one run; entries are (row, feature, amount)."""

    rows: np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
    columns: np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
    amounts: Floats
    example: np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
    right: np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]


def _flatten(examples: Sequence[Example], index: Mapping[str, int]) -> _Table:
    rows, columns, amounts, owner, right = [], [], [], [], []
    row = 0
    for number, example in enumerate(examples):
        for features, ok in zip(example.features, example.right, strict=True):
            for name, amount in features.items():
                if name in index:
                    rows.append(row)
                    columns.append(index[name])
                    amounts.append(amount)
            owner.append(number)
            right.append(ok)
            row += 1
    return _Table(
        np.array(rows), np.array(columns), np.array(amounts), np.array(owner), np.array(right)
    )


def _descend(table: _Table, start: Floats, penalty: float, steps: int) -> Floats:
    """Adam on the penalised negative log-likelihood (Kingma and Ba 2015)."""
    weights = start.copy()
    mean = np.zeros_like(weights)
    square = np.zeros_like(weights)
    for step in range(1, steps + 1):
        gradient = _gradient(table, weights) + 2 * penalty * (weights - start) / 100
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        rate = 0.1 * min(1.0, 2 * (1 - step / (steps + 1)))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.999**step)) + 1e-8
        )
    return weights


def _gradient(table: _Table, weights: Floats) -> Floats:
    size = len(table.example)
    scores = np.bincount(table.rows, weights[table.columns] * table.amounts, minlength=size)
    top = np.full(table.example.max() + 1, -np.inf)
    np.maximum.at(top, table.example, scores)
    mass = np.exp(scores - top[table.example])
    model = mass / np.bincount(table.example, mass)[table.example]
    kept = np.where(table.right, mass, 0.0)
    label = kept / np.bincount(table.example, kept)[table.example]
    pull = (model - label)[table.rows] * table.amounts
    return np.asarray(np.bincount(table.columns, pull, minlength=len(weights)), dtype=np.float64)
