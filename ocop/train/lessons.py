"""Labelled documents as lessons for the second reader: the text, and the right answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from extract.claims.hearing import sequence_of, unit
from extract.claims.scene import Scene, build
from extract.ner.network import HEADS
from extract.ner.pointers import NOTHING as NOTHING_TOLD
from extract.ner.sequence import Sequence
from extract.text.normalise import Normalised, normalise
from ocop.evaluate.equality import same_time
from ocop.evaluate.gold import GoldDocument, Statement
from ocop.evaluate.predict import document_of

NOTHING: Final = -1
"""No answer is known: the head learns nothing from this number."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the right answers for each number asked about.

    ``answers`` by head and index; ``pointed`` by pointer: of each token that may be pointed
    to, whether it is right. A pointer that no token could answer learns nothing.
    """

    sequence: Sequence
    answers: tuple[Mapping[str, int], ...]
    pointed: tuple[Mapping[str, tuple[bool, ...]], ...]


def lesson_of(gold: GoldDocument, scene: Scene | None = None) -> Lesson:
    """The sequence of a labelled document with its answers."""
    sequence, starts = sequence_of(scene or build(document_of(gold)))
    normalised = normalise(gold.text)
    labels = [_label_at(gold, normalised, start) for start in starts]
    return Lesson(
        sequence,
        tuple(_answers(label) for label in labels),
        tuple(_pointed(sequence, label) if label else {} for label in labels),
    )


def _label_at(gold: GoldDocument, normalised: Normalised, start: int) -> Statement | None:
    raw, _ = normalised.to_raw(start, start + 1)
    return next((c for c in gold.claims if c.start <= raw < c.end), None)


def _pointed(sequence: Sequence, label: Statement) -> dict[str, tuple[bool, ...]]:
    """For each pointer that some token answers rightly: which tokens do."""
    tests: dict[str, Callable[[str], bool]] = {
        "time": lambda answer: same_time(answer or None, label.as_of),
        "period": lambda answer: (answer or None) == label.period,
        "place": lambda answer: (
            answer == (unit(label.level, label.name) if label.name else NOTHING_TOLD)
        ),
        "classes": lambda answer: answer == "".join(map(str, label.stars)),
    }
    found = {}
    for name, tokens in sequence.pointable.items():
        right = tuple(any(tests[name](answer) for answer in answers) for _, answers in tokens)
        if any(right):
            found[name] = right
    return found


def _answers(label: Statement | None) -> dict[str, int]:
    if label is None:
        return dict.fromkeys(HEADS, NOTHING) | {"kind": HEADS["kind"].index("none")}
    return {
        "kind": HEADS["kind"].index(label.kind.value),
        "stars": _stars(label),
        "potential5": int(label.potential5),
        "level": HEADS["level"].index(label.level.value),
    }


def _stars(label: Statement) -> int:
    told = "".join(map(str, label.stars))
    known = HEADS["stars"]
    return known.index(told if told in known else "other")
