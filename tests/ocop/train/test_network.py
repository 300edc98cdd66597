"""Training learns what is labelled, gives the same weights again, and never splits a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from extract.ner.network import HEADS
from ocop.evaluate.gold import load
from ocop.train.crossfit import deal
from ocop.train.lessons import NOTHING, lesson_of
from ocop.train.network import Recipe, fit

GOLD = Path(__file__).parents[2] / "gold"
SHORT = Recipe(epochs=30, fewest=2, words_left_out=0.0, signs_left_out=0.0, dropout=0.0)


@pytest.fixture(scope="module")
def documents():
    return load([GOLD / "dev-c.jsonl"])[:12]


def test_a_number_without_a_label_is_no_count_and_says_nothing_else(documents) -> None:
    for document in documents:
        lesson = lesson_of(document)
        none = HEADS["kind"].index("none")
        for answers in lesson.answers:
            others = {name: answers[name] for name in HEADS if name != "kind"}
            if answers["kind"] == none:
                assert set(others.values()) == {NOTHING}
            else:
                assert NOTHING not in others.values()


def test_labelled_kinds_are_among_the_answers(documents) -> None:
    for document in documents:
        said = {HEADS["kind"][a["kind"]] for a in lesson_of(document).answers} - {"none"}
        assert said <= {label.kind.value for label in document.claims}


def test_training_learns_its_lessons_and_repeats_itself(documents) -> None:
    lessons = [lesson_of(document) for document in documents]
    network = fit(lessons, SHORT)
    right = asked = 0
    for lesson in lessons:
        for answers, opinion in zip(lesson.answers, network.opinions(lesson.sequence), strict=True):
            right += (
                max(opinion["kind"], key=opinion["kind"].__getitem__)
                == HEADS["kind"][answers["kind"]]
            )
            asked += 1
    assert right / asked > 0.8
    again = fit(lessons, SHORT)
    for layer, other in zip(network.model.walk(), again.model.walk(), strict=True):
        for name in layer.param_names:
            assert np.array_equal(layer.get_param(name), other.get_param(name))


def test_files_are_dealt_whole(documents) -> None:
    named = [replace(d, file=f"hand-{i % 5}.jsonl") for i, d in enumerate(documents)]
    heaps = deal(named, folds=3)
    assert sum(map(len, heaps)) == len(named)
    homes = {d.file: i for i, heap in enumerate(heaps) for d in heap}
    assert all(homes[d.file] == i for i, heap in enumerate(heaps) for d in heap)
    assert len(heaps) == 3
