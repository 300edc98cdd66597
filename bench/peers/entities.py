"""underthesea's named entities: each count gets the place that stands nearest to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bench.peers import patterns
from extract.model import Document, Level, Place, Reading
from extract.places.gazetteer import gazetteer

_LEVEL_WORDS = ("tỉnh", "huyện", "quận", "xã", "phường")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*")

Entities = Callable[[str], object]
"""Takes one sentence; gives (word, tag, chunk, entity) rows."""


def load() -> Entities:
    """underthesea's ``ner``, warmed up. It comes with ocop's tokeniser."""
    from underthesea import ner

    entities: Entities = ner
    entities("Tỉnh Nghệ An")
    return entities


def by_sentence(entities: Entities) -> Callable[[str], object]:
    """The same over a text, sentence by sentence: it is quadratic in what it is given."""
    return lambda text: [entities(m.group()) for m in _SENTENCE.finditer(text)]


def reader(entities: Entities) -> Callable[[Document], Reading]:
    """The bare patterns, with places from ``entities`` instead of the source alone."""

    def read(document: Document) -> Reading:
        found = list(_places(document, entities))

        def nearest(document: Document, offset: int) -> Place:
            line = document.text.rfind("\n", 0, offset)
            near = [place for place in found if place[0] > line]
            if not near:
                return patterns.source_place(document)
            return min(near, key=lambda place: abs(place[0] - offset))[1]

        return patterns.read(document, nearest)

    return read


def _places(document: Document, entities: Entities) -> Iterator[tuple[int, Place]]:
    """(offset, place) of every location that is a unit of the map."""
    text = document.text
    for sentence in _SENTENCE.finditer(text):
        position = sentence.start()
        for name in _locations(entities(sentence.group())):
            at = text.find(name, position, sentence.end())
            if at < 0:  # the tokeniser spelt it in another way
                continue
            position = at + len(name)
            place = _unit(document, name, text[max(0, at - 9) : at])
            if place is not None:
                yield at, place


def _locations(rows: object) -> Iterator[str]:
    """The locations of a sentence, their words joined."""
    assert isinstance(rows, list)
    words: list[str] = []
    for word, _, _, entity in [*rows, ("", "", "", "O")]:
        if words and entity != "I-LOC":
            yield " ".join(words)
            words = []
        if entity.endswith("-LOC"):
            words.append(word)


def _unit(document: Document, name: str, before: str) -> Place | None:
    """The unit that a name means here: one of the source's province, else a province."""
    regime, own = patterns.regime_of(document), document.source.province
    if name.lower() in ("việt nam", "cả nước"):
        return Place(Level.NATION, "Việt Nam", regime)
    word = before.strip().rpartition(" ")[2].lower()
    if word in _LEVEL_WORDS:
        name = f"{word} {name}"
    if name.lower().startswith(("xã ", "phường ", "thị trấn ")):  # in no list before 2025
        return Place(Level.COMMUNE, re.sub(r"^(?:xã|phường|thị trấn) ", "", name), regime)
    units = gazetteer().lookup(name, regime=regime)
    near = [u for u in units if u.province == own or u.level is Level.PROVINCE]
    return near[0].place(name) if near else None
