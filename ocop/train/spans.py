"""Labelled runs of text for an entity recogniser, and the sentences that hold them.

Two sets of labels. *Facts* are what rules read already: the number of each labelled claim
and the labelled papers by hand, and what the rules find of star classes, dates and places
(silver: a recogniser can at best learn the rules there). *Names* are those of products and
producers, which no rule finds; they are labelled by hand in a file of their own.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.claims.scene import Scene, build
from extract.model import Label
from extract.text.normalise import Normalised, normalise
from extract.text.sentences import sentences
from ocop.evaluate.fields import Fields, GoldError
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import document_of

FACTS: Final = (Label.COUNT, Label.DECISION, Label.DATE, Label.STAR, Label.PLACE)
"""In the order in which the first of two that overlap stands."""
_DIGITS = re.compile(r"\d+(?:\.\d{3})*")
NAMES: Final = (Label.PRODUCT, Label.PRODUCER)


@dataclass(frozen=True, slots=True, order=True)
class Labelled:
    """A run ``[start, end)`` and what it is."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that stands at ``start`` of its document, with its runs inside it."""

    document: str
    start: int
    text: str
    spans: tuple[Labelled, ...]


def fact_lines(gold: GoldDocument) -> list[Line]:
    """The sentences of the article with their facts."""
    scene = build(document_of(gold))
    runs = [(sentence.start, sentence.end) for sentence in scene.sentences]
    return list(_lines(gold.id, scene.document.text, runs, _facts(gold, scene)))


def name_lines(gold: GoldDocument, names: Iterable[Labelled]) -> list[Line]:
    """The sentences of the whole text with the names in them."""
    normalised = normalise(gold.text)
    spans = [_back(normalised, name) for name in names]
    return list(_lines(gold.id, normalised.text, sentences(normalised.text), sorted(spans)))


def load_names(path: Path, documents: Iterable[GoldDocument]) -> dict[str, list[Labelled]]:
    """The labelled names by document id; a document without any has an empty list.

    Raises:
        GoldError: an id is unknown or comes twice, or a name is not where it should be.
    """
    texts = {document.id: document.text for document in documents}
    found: dict[str, list[Labelled]] = {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        fields = Fields(json.loads(line), f"{path}:{number}", "names")
        name = fields.text("id")
        if name not in texts or name in found:
            raise GoldError(f"{path}:{number}", f"the id {name!r} is unknown or comes twice")
        found[name] = sorted(_name(item, texts[name]) for item in fields.records("names"))
        fields.finish()
        for one, other in zip(found[name], found[name][1:], strict=False):
            if other.start < one.end:
                raise GoldError(f"{path}:{number}", f"the names at {other.start} overlap")
    return found


def _name(fields: Fields, text: str) -> Labelled:
    start, end, quote = fields.number("start"), fields.number("end"), fields.text("text")
    if text[start:end] != quote:
        raise fields.fault(f"{quote!r} is not at {start}, where {text[start:end]!r} stands")
    label = Label(fields.choice("label", frozenset(NAMES)))
    fields.finish()
    return Labelled(start, end, label)


def _facts(gold: GoldDocument, scene: Scene) -> list[Labelled]:
    """Facts without overlaps, the surest labels first."""
    normalised = normalise(gold.text)
    spans = [_back(normalised, run) for run in _by_hand(gold)]
    counts = [s for s in spans if s.label is Label.COUNT]
    spans = [s for s in spans if s.label is not Label.COUNT]
    spans += [_number(scene, quote) for quote in counts]
    silver = (Label.STAR, Label.DATE, Label.PLACE)
    spans += [
        Labelled(m.span.start, m.span.end, m.label) for m in scene.mentions if m.label in silver
    ]
    kept: list[Labelled] = []
    for span in sorted(set(spans), key=lambda s: (FACTS.index(s.label), s.start, -s.end)):
        if not any(span.start < other.end and other.start < span.end for other in kept):
            kept.append(span)
    return sorted(kept)


def _number(scene: Scene, quote: Labelled) -> Labelled:
    """The number of a quote: "139" of "139 sản phẩm", all of "chưa có sản phẩm nào"."""
    numbers = (n for sentence in scene.sentences for n in sentence.numbers)
    for number in numbers:
        if quote.start <= number.start and number.end <= quote.end:
            return Labelled(number.start, number.end, Label.COUNT)
    digits = _DIGITS.search(scene.document.text, quote.start, quote.end)
    return Labelled(digits.start(), digits.end(), Label.COUNT) if digits else quote


def _by_hand(gold: GoldDocument) -> Iterator[Labelled]:
    for claim in gold.claims:
        yield Labelled(claim.start, claim.end, Label.COUNT)
    for paper in gold.decisions:
        yield Labelled(paper.start, paper.start + len(paper.raw), Label.DECISION)


def _back(normalised: Normalised, span: Labelled) -> Labelled:
    """A run of the labelled text as one of the normalised text."""
    start = bisect_left(normalised.origin, span.start)
    return Labelled(start, bisect_left(normalised.origin, span.end, lo=start), span.label)


def _lines(
    document: str, text: str, runs: Iterable[tuple[int, int]], spans: Sequence[Labelled]
) -> Iterator[Line]:
    """Each sentence with the runs that lie in it as a whole."""
    starts = [span.start for span in spans]
    for start, end in runs:
        inside = spans[bisect_left(starts, start) : bisect_left(starts, end)]
        own = tuple(
            Labelled(span.start - start, span.end - start, span.label)
            for span in inside
            if span.end <= end
        )
        yield Line(document, start, text[start:end], own)


def by_document(lines: Iterable[Line]) -> Mapping[str, list[Line]]:
    """The sentences of each document."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.document, []).append(line)
    return found
