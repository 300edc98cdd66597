"""Labelled documents as lessons for the second reader: the text, and the right answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extract.claims.hearing import sequence_of
from extract.claims.scene import Scene, build
from extract.documents.plain import from_text
from extract.model import Document
from extract.ner.network import HEADS
from extract.ner.sequence import Sequence
from extract.text.normalise import Normalised, normalise
from ocop.evaluate.gold import GoldDocument, Statement

NOTHING: Final = -1
"""No answer is known: the head learns nothing from this number."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the right answers for each number asked about, by head and index."""

    sequence: Sequence
    answers: tuple[Mapping[str, int], ...]


def document_of(gold: GoldDocument) -> Document:
    """The document that the reader would see, without its labels."""
    return from_text(
        gold.text,
        document_id=gold.id,
        title=gold.title,
        published=gold.published,
        source=gold.source,
    )


def lesson_of(gold: GoldDocument, scene: Scene | None = None) -> Lesson:
    """The sequence of a labelled document with its answers."""
    sequence, starts = sequence_of(scene or build(document_of(gold)))
    normalised = normalise(gold.text)
    return Lesson(sequence, tuple(_answers(gold, normalised, start) for start in starts))


def _answers(gold: GoldDocument, normalised: Normalised, start: int) -> dict[str, int]:
    raw, _ = normalised.to_raw(start, start + 1)
    label = next((c for c in gold.claims if c.start <= raw < c.end), None)
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
