"""Training of the second reader on labelled documents (``extract.ner.network``).

The loss is the cross-entropy of every head and pointer at every number that may count
products; a pointer is right at any token that stands for the labelled answer. What
keeps a network of this size from learning its few hundred texts by heart: words and signs
left out at random, dropout between the layers, smoothed labels, and no name of a place,
no figure and no date among its inputs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from thinc.api import Adam, fix_random_seed

from extract.ner.layers import Floats, Integers, softmax
from extract.ner.network import Network, slices
from extract.ner.network import build as build_network
from extract.ner.pointers import POINTERS, WIDTH, pull_back, shares
from extract.ner.sequence import UNKNOWN, encode
from ocop.train.lessons import NOTHING, Lesson


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train: all that, with the documents, decides the weights."""

    seed: int = 0
    epochs: int = 12
    batch: int = 8
    rate: float = 0.004
    rise: float = 0.2
    """Share of the steps in which the rate rises; then it falls along a cosine."""
    dropout: float = 0.35
    words_left_out: float = 0.15
    signs_left_out: float = 0.1
    smoothing: float = 0.05
    fewest: int = 3
    """Documents that a name must stand in to be learned."""


WEIGHTS: Final[Mapping[str, float]] = {
    "kind": 1.0,
    "stars": 0.5,
    "potential5": 0.2,
    "level": 0.3,
    **dict.fromkeys(POINTERS, 0.5),
}
"""How much each head and pointer counts in the loss."""


def fit(
    lessons: Many[Lesson], recipe: Recipe | None = None, meta: Mapping[str, Any] | None = None
) -> Network:
    """Train a network. The same lessons and recipe give the same weights on one machine."""
    recipe = recipe or Recipe()
    fix_random_seed(recipe.seed)
    chance = np.random.default_rng(recipe.seed)
    vocabulary = _vocabulary(lessons, recipe.fewest)
    texts = [encode(lesson.sequence, vocabulary) for lesson in lessons]
    model = build_network(len(vocabulary), recipe.dropout)
    optimiser = Adam(recipe.rate, L2=0.0, grad_clip=1.0, use_averages=False)
    batches = [b for epoch in range(recipe.epochs) for b in _batches(texts, recipe, epoch)]
    for step, batch in enumerate(batches, start=1):
        optimiser.learn_rate = _rate(step / len(batches), recipe)
        inputs = [_with_gaps(texts[i], lessons[i].sequence.opening, recipe, chance) for i in batch]
        outputs, backward = model.begin_update(inputs)  # type: ignore[arg-type]
        backward(_gradients(outputs, [lessons[i] for i in batch], recipe.smoothing))  # type: ignore[arg-type]
        model.finish_update(optimiser)
    return Network(_without_dropout(model, len(vocabulary)), vocabulary, dict(meta or {}))


def _vocabulary(lessons: Many[Lesson], fewest: int) -> dict[str, int]:
    """A row for each name that stands in enough texts."""
    seen: Counter[str] = Counter()
    for lesson in lessons:
        seen.update({name for names in lesson.sequence.tokens for name in names})
    kept = sorted(name for name, texts in seen.items() if texts >= fewest)
    return {name: row for row, name in enumerate(kept, start=UNKNOWN + 1)}


def _batches(texts: Many[Integers], recipe: Recipe, epoch: int) -> Iterator[list[int]]:
    """Texts of about one length together, in an order that chance decides."""
    chance = random.Random(recipe.seed * 1000 + epoch)  # noqa: S311 - no secret
    order = list(range(len(texts)))
    chance.shuffle(order)
    chunk = recipe.batch * 8
    batches = []
    for low in range(0, len(order), chunk):
        alike = sorted(order[low : low + chunk], key=lambda i: len(texts[i]))
        batches += [alike[i : i + recipe.batch] for i in range(0, len(alike), recipe.batch)]
    chance.shuffle(batches)
    yield from batches


def _rate(done: float, recipe: Recipe) -> float:
    if done < recipe.rise:
        return recipe.rate * done / recipe.rise
    fallen = (done - recipe.rise) / (1 - recipe.rise)
    return float(recipe.rate * 0.5 * (1 + np.cos(np.pi * fallen))) + 1e-6


def _with_gaps(
    text: Integers, opening: int, recipe: Recipe, chance: np.random.Generator
) -> Integers:
    """The text with some words unknown and some signs gone; what stands before it is whole."""
    before, text = text[:opening], text[opening:].copy()
    text[chance.random(len(text)) < recipe.words_left_out, 0] = UNKNOWN
    text[chance.random(len(text)) < recipe.signs_left_out, 1:] = 0
    return np.concatenate([before, text])


def _gradients(outputs: Many[Floats], lessons: Many[Lesson], smoothing: float) -> list[Floats]:
    """Of the mean loss over all numbers asked about, towards the network's outputs."""
    total = max(1, sum(len(lesson.answers) for lesson in lessons))
    found = []
    for output, lesson in zip(outputs, lessons, strict=True):
        gradient = np.zeros_like(output)
        asked = list(lesson.sequence.asked)
        for name, columns in slices().items():
            right = np.array([answers[name] for answers in lesson.answers], dtype=np.int64)
            share = softmax(output[asked][:, columns])
            wanted = np.full_like(share, smoothing / share.shape[1])
            known = right != NOTHING
            wanted[np.flatnonzero(known), right[known]] += 1 - smoothing
            pull = (share - wanted) * known[:, None] * (WEIGHTS[name] / total)
            gradient[asked, columns] = pull
        gradient[:, -WIDTH:] = _of_pointers(output[:, -WIDTH:], lesson, total)
        found.append(gradient)
    return found


def _of_pointers(output: Floats, lesson: Lesson, total: int) -> Floats:
    """Of the loss of all pointers, towards their columns of the output."""
    gradient = np.zeros_like(output)
    for name in POINTERS:
        positions = [position for position, _ in lesson.sequence.pointable.get(name, ())]
        rows = [row for row, right in enumerate(lesson.pointed) if right.get(name)]
        if not rows:
            continue
        asked = [lesson.sequence.asked[row] for row in rows]
        told = shares(output, asked, positions, name)
        right = np.array([lesson.pointed[row][name] for row in rows])
        wanted = told * right
        wanted /= np.maximum(wanted.sum(1, keepdims=True), 1e-9)
        pull = (told - wanted) * (WEIGHTS[name] / total)
        gradient += pull_back(output, asked, positions, name, pull)
    return gradient


def _without_dropout(model: Any, words: int) -> Any:
    """The same weights in a network that leaves nothing out."""
    bare = build_network(words)
    for trained, layer in zip(model.walk(), bare.walk(), strict=True):
        for name in layer.param_names:
            layer.set_param(name, trained.get_param(name))
    return bare
