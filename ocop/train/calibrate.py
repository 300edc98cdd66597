"""Learning how sure a claim is: from claims that were read without their labels.

For each fold the choices are learned from the other folds and then read it; whether each
claim is right by its labels teaches the decision ``right``. So confidence is what it says
on texts by new hands, as far as those labelled are like them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from extract.claims.assemble import built_claims
from extract.claims.choice import ByWeights, Candidate, Choice, T
from extract.claims.hearing import NOTHING_HEARD, Heard
from extract.claims.scene import build
from extract.claims.weights import HAND, with_caution
from extract.mentions.dates import Anchors
from extract.mentions.decisions import decision_refs
from extract.model import Claim
from extract.text.normalise import normalise
from ocop.engines import Failure, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.evaluate.compare import key_of
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import statement_of
from ocop.train.choices import Example, fit
from ocop.train.crossfit import LIMITS
from ocop.train.lessons import document_of

Examples = Mapping[str, Sequence[Example]]
Weights = Mapping[str, Mapping[str, float]]


def examples_of_right(
    heaps: Sequence[Sequence[GoldDocument]],
    examples: Sequence[Examples],
    heard: Mapping[str, Heard],
    jobs: int,
) -> list[Example]:
    """What spoke for and against each claim read from a fold, and whether it was right.

    Args:
        heaps: The documents by fold.
        examples: The choices seen in each fold.
        heard: Opinions of networks that never saw the document.
        jobs: Processes.
    """
    if len(heaps) < 2:
        return []
    found: list[Example] = []
    work = partial(_of_fold, heaps, examples, heard)
    if jobs > 1:
        stream = work_in_processes(work, range(len(heaps)), jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(work, range(len(heaps)), LIMITS)
    for result in stream:
        if isinstance(result, Failure):
            raise OcopError(f"Calibration broke down ({result.fate}): {result.detail}.")
        found += result
    return found


def _of_fold(
    heaps: Sequence[Sequence[GoldDocument]],
    examples: Sequence[Examples],
    heard: Mapping[str, Heard],
    out: int,
) -> list[Example]:
    weights = weights_without(examples, out)
    return [
        example
        for document in heaps[out]
        for example in _of_document(document, weights, heard.get(document.id, NOTHING_HEARD))
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


def _of_document(document: GoldDocument, weights: Weights, heard: Heard) -> list[Example]:
    read = document_of(document)
    scene = build(read)
    published = read.published.date if read.published else None
    refs = decision_refs(read.text, scene.folded, Anchors(published), scene.papers)
    recorder = _Recorder(weights)
    claims = [claim for _, claim in built_claims(scene, refs, recorder, heard)]
    labelled = {key_of(label) for label in document.claims}
    return [
        Example([features, {}], [ok, not ok], document.id)
        for features, ok in zip(
            recorder.seen, (_key(claim, document) in labelled for claim in claims), strict=True
        )
    ]


def _key(claim: Claim, document: GoldDocument) -> object:
    return key_of(statement_of(claim, normalise(document.text), document.text))
