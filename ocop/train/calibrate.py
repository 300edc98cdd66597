"""Learning how sure a claim is: from claims that were read without their labels.

For each fold the choices are learned from the other folds and then read it; whether each
claim is right by its labels teaches the decision ``right``. So confidence is what it says
on texts by new hands, as far as those labelled are like them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from extract.claims.assemble import built_claims
from extract.claims.choice import ByWeights, Candidate, Choice, T, score
from extract.claims.hearing import NOTHING_HEARD, Heard
from extract.claims.scene import build
from extract.claims.weights import HAND, with_caution
from extract.mentions.dates import Anchors
from extract.mentions.decisions import decision_refs
from extract.text.normalise import normalise
from ocop.engines import Failure, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.evaluate.compare import key_of
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import Prediction, document_of, paper_of, statement_of
from ocop.train.choices import Example, fit
from ocop.train.crossfit import LIMITS

Examples = Mapping[str, Sequence[Example]]
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Sight:
    """One document as it was read by what never saw it.

    ``features`` tell, claim by claim of ``prediction``, what spoke for it, and ``right``
    whether its labels agree.
    """

    prediction: Prediction
    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]

    def examples(self) -> list[Example]:
        """Each claim as a choice between right and not."""
        return [
            Example([features, {}], [ok, not ok], self.prediction.id)
            for features, ok in zip(self.features, self.right, strict=True)
        ]


def read_left_out(
    heaps: Sequence[Sequence[GoldDocument]],
    examples: Sequence[Examples],
    heard: Mapping[str, Heard],
    jobs: int,
) -> list[list[Sight]]:
    """Every fold, read with what was learned from the others.

    The opinions are those of networks that never saw the fold; the weights are learned from
    the other folds. Only the opinions *there* come from networks that saw this one.

    Args:
        heaps: The documents by fold.
        examples: The choices seen in each fold.
        heard: Opinions of networks that never saw the document.
        jobs: Processes.
    """
    if len(heaps) < 2:
        return []
    found: list[list[Sight]] = []
    work = partial(_of_fold, heaps, examples, heard)
    if jobs > 1:
        stream = work_in_processes(work, range(len(heaps)), jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(work, range(len(heaps)), LIMITS)
    for result in stream:
        if isinstance(result, Failure):
            raise OcopError(f"Calibration broke down ({result.fate}): {result.detail}.")
        found.append(result)
    return found


def as_sure_as_left_out(sights: Sequence[Sequence[Sight]]) -> list[Prediction]:
    """The readings of all folds, each as sure as the other folds teach it to be."""
    predictions: list[Prediction] = []
    for out, fold in enumerate(sights):
        others = [e for i, f in enumerate(sights) if i != out for s in f for e in s.examples()]
        weights = {**HAND["right"], **fit(others, HAND["right"])}
        predictions += [_as_sure(sight, weights) for sight in fold]
    return predictions


def _as_sure(sight: Sight, weights: Mapping[str, float]) -> Prediction:
    claims = tuple(
        replace(claim, confidence=round(1 / (1 + math.exp(-score(features, weights))), 3))
        for claim, features in zip(sight.prediction.claims, sight.features, strict=True)
    )
    return replace(sight.prediction, claims=claims)


def _of_fold(
    heaps: Sequence[Sequence[GoldDocument]],
    examples: Sequence[Examples],
    heard: Mapping[str, Heard],
    out: int,
) -> list[Sight]:
    weights = weights_without(examples, out)
    return [
        _of_document(document, weights, heard.get(document.id, NOTHING_HEARD))
        for document in heaps[out]
    ]


def weights_without(examples: Sequence[Examples], out: int) -> Weights:
    """The weights of all choices, learned without one fold."""
    learned: dict[str, Mapping[str, float]] = {}
    for name, hand in HAND.items():
        seen = [
            example
            for fold, by_name in enumerate(examples)
            if fold != out
            for example in by_name.get(name, ())
        ]
        learned[name] = {**hand, **fit(seen, hand)} if seen else hand
    return with_caution(learned)


class _Recorder:
    """Decides by weights and keeps what spoke for each claim."""

    def __init__(self, weights: Weights) -> None:
        self._decide = ByWeights(weights)
        self.seen: list[Mapping[str, float]] = []

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        if field == "right":
            self.seen.append(candidates[0].features)
        return self._decide(field, count, candidates)


def _of_document(document: GoldDocument, weights: Weights, heard: Heard) -> Sight:
    read = document_of(document)
    scene = build(read)
    published = read.published.date if read.published else None
    refs = decision_refs(read.text, scene.folded, Anchors(published), scene.papers)
    recorder = _Recorder(weights)
    built = [claim for _, claim in built_claims(scene, refs, recorder, heard)]
    normalised = normalise(document.text)
    claims = tuple(statement_of(claim, normalised, document.text) for claim in built)
    papers = tuple(paper_of(ref, normalised, document.text) for ref in refs)
    labelled = {key_of(label) for label in document.claims}
    return Sight(
        Prediction(document.id, claims, papers),
        tuple(recorder.seen),
        tuple(key_of(claim) in labelled for claim in claims),
    )
