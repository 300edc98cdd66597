"""Scores on documents that were left out of learning.

The weights that ship were learned from the labelled documents; how well a new hand or a
new province is read shows only where its documents were not learned from. Each fold is
read with weights that were learned from all others; its own labels are not even handed
to the process that reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from extract.claims.choice import ByWeights
from extract.claims.weights import HAND, with_caution
from extract.model import Document, Reading
from extract.ner.network import Network
from extract.reading import read
from ocop.engines import Failure, Limits, available_cores, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.evaluate.folds import Fold
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import Prediction, Unlabelled, predict_one, unlabelled
from ocop.evaluate.score import Evaluation, evaluate

LIMITS = Limits(seconds=3600.0, memory=8 * 2**30)
"""What learning without one fold, and reading it, may take."""


class Learned(Protocol):
    """What learning gives: weights by field and feature, and a second reader."""

    @property
    def weights(self) -> Mapping[str, Mapping[str, float]]:
        """Weight of a feature, by field and name."""

    @property
    def network(self) -> Network | None:
        """The second reader, if there is one."""


Train = Callable[[Sequence[GoldDocument]], Learned]
"""Learns from labelled documents; importable, for it is sent to other processes."""

Watch = Callable[[Iterable[Any], int], Iterable[Any]]
"""Wraps the stream of folds, whose number it is told: a progress bar."""


@dataclass(frozen=True, slots=True)
class Part:
    """The scores of one fold."""

    name: str
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class _Work:
    """What one process gets: documents to learn from, and others without their labels."""

    learn: tuple[GoldDocument, ...]
    held: tuple[Unlabelled, ...]


def predict_left_out(
    documents: Sequence[GoldDocument],
    folds: Sequence[Fold],
    train: Train,
    *,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> list[Prediction]:
    """Read every document with weights that were learned without its fold.

    Args:
        documents: labelled documents.
        folds: each document is in exactly one of them.
        train: learns from labelled documents.
        jobs: processes; None means one a core, 1 works in this process.
        watch: sees the folds pass, for a progress bar.

    Raises:
        OcopError: learning without a fold failed.
    """
    works = [_work(documents, fold) for fold in folds]
    jobs = min(jobs or available_cores(), len(works))
    work = partial(_learn_and_read, train)
    stream: Iterator[list[Prediction] | Failure]
    if jobs > 1:
        stream = work_in_processes(work, works, jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(work, works, LIMITS)
    predictions: dict[int, Prediction] = {}
    watched = watch(stream, len(folds)) if watch else stream
    for fold, result in zip(folds, watched, strict=True):
        if isinstance(result, Failure):
            raise OcopError(f"Learning without {fold.name} failed: {result.fate} {result.detail}.")
        predictions.update(zip(fold.held, result, strict=True))
    return [predictions[index] for index in range(len(documents))]


def parts_of(
    documents: Sequence[GoldDocument], predictions: Sequence[Prediction], folds: Iterable[Fold]
) -> list[Part]:
    """Score each fold on its own."""
    return [
        Part(
            fold.name,
            evaluate([documents[i] for i in fold.held], [predictions[i] for i in fold.held]),
        )
        for fold in folds
    ]


def _work(documents: Sequence[GoldDocument], fold: Fold) -> _Work:
    held = set(fold.held)
    return _Work(
        learn=tuple(document for i, document in enumerate(documents) if i not in held),
        held=tuple(unlabelled(documents[i]) for i in fold.held),
    )


def _learn_and_read(train: Train, work: _Work) -> list[Prediction]:
    reader = partial(read_with, train(work.learn))
    return [predict_one(reader, item) for item in work.held]


def read_with(learned: Learned, document: Document) -> Reading:
    """Read with what was learned instead of what ships."""
    weights = {name: {**hand, **learned.weights.get(name, {})} for name, hand in HAND.items()}
    return read(document, ByWeights(with_caution(weights)), lambda: learned.network)
