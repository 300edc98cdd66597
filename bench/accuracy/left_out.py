"""Reading hands with what was learned from the others, once for all hands of a sample.

As ``ocop train`` learns, but for what this page does not show: how sure a claim is, and
the weights of a reader without a network. Two heaps of the other hands give each other
opinions by a network that saw only one of them, a third network sees both; then the
sample is read. Its labels, and its texts, are in none of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bench.report import Say
from extract.claims.weights import HAND
from extract.ner.network import Network
from ocop.engines import available_cores
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.left_out import read_with
from ocop.evaluate.predict import Prediction, predict_one, unlabelled
from ocop.train.choices import examples_of, fit
from ocop.train.crossfit import crossfit, deal
from ocop.train.network import Recipe

HEAPS = 2
NETWORKS = HEAPS + 1
EPOCHS = 6
"""Half as often as for the network that ships: its score is a little lower, never higher."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by field and feature, and the second reader."""

    weights: dict[str, dict[str, float]]
    network: Network


def learn(documents: Sequence[GoldDocument], recipe: Recipe, say: Say) -> Learned:
    """Learn a reader from labelled documents, on as many cores as there are."""
    heaps = deal(documents, HEAPS)

    def meter(done: int, total: int | None) -> None:
        say(f"learning without the hands that are read, {done} of {total} networks")

    heard, network = crossfit(documents, heaps, recipe, min(NETWORKS, available_cores()), meter)
    say("learning the weights of the choices")
    seen = examples_of(documents, heard)
    weights = {name: fit(found, HAND[name]) for name, found in seen.items() if found}
    return Learned(weights, network)


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
