"""Reading hands with what was learned from the others, once for all hands of a sample.

As ``ocop train`` learns, but for what this page does not show: how sure a claim is, and
the weights of a reader without a network. Two heaps of the other hands give each other
opinions by a network that saw only one of them, a third network sees both; then the
sample is read. Its labels, and its texts, are in none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bench.report import Say
from extract.claims.hearing import Heard
from extract.claims.weights import HAND
from extract.ner.network import Network
from ocop.engines import Failure, available_cores, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.left_out import read_with
from ocop.evaluate.predict import Prediction, predict_one, unlabelled
from ocop.train.choices import Example, examples_of, fit
from ocop.train.crossfit import LIMITS, crossfit, deal
from ocop.train.network import Recipe

HEAPS = 2
NETWORKS = HEAPS + 1
EPOCHS = 4
"""A third of what the network that ships was given, for the time it takes: it scores lower."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by field and feature, and the second reader."""

    weights: dict[str, dict[str, float]]
    network: Network


def learn(documents: Sequence[GoldDocument], recipe: Recipe, say: Say) -> Learned:
    """Learn a reader from labelled documents, on as many cores as there are.

    Raises:
        OcopError: learning broke down.
    """
    heaps, cores = deal(documents, HEAPS), available_cores()

    def meter(done: int, total: int | None) -> None:
        say(f"learning without the hands that are read, {done} of {total} networks")

    heard, network = crossfit(documents, heaps, recipe, min(NETWORKS, cores), meter)
    say("learning the weights of the choices")
    lessons = [(heap, {one.id: heard[one.id] for one in heap}) for heap in heaps]
    seen = list(_examples(lessons, min(HEAPS, cores)))
    by_name = {name: [e for heap in seen for e in heap[name]] for name in HAND}
    weights = {name: fit(found, HAND[name]) for name, found in by_name.items() if found}
    return Learned(weights, network)


Lesson = tuple[Sequence[GoldDocument], Mapping[str, Heard]]
"""Documents, and what a network says of them that never saw them."""


def _examples(lessons: Sequence[Lesson], jobs: int) -> Iterator[dict[str, list[Example]]]:
    """The choices that each heap's labels decide."""
    if jobs > 1:
        stream = work_in_processes(_walk, lessons, jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(_walk, lessons, LIMITS)
    for result in stream:
        if isinstance(result, Failure):
            raise OcopError(f"Learning the choices broke down ({result.fate}): {result.detail}.")
        yield result


def _walk(lesson: Lesson) -> dict[str, list[Example]]:
    return examples_of(*lesson)


def predict_left_out(
    read: Sequence[GoldDocument], others: Sequence[GoldDocument], say: Say, epochs: int = EPOCHS
) -> list[Prediction]:
    """Read documents with what was learned from others, of other hands.

    Raises:
        ValueError: a hand is on both sides.
    """
    both = {document.file for document in read} & {document.file for document in others}
    if both:
        raise ValueError(f"read and learned from: {', '.join(sorted(both))}")
    learned = learn(others, Recipe(epochs=epochs), say)
    say("reading what was left out")
    return [predict_one(partial(read_with, learned), unlabelled(one)) for one in read]
