"""The texts of the measurements: samples of the labelled documents, ordinary news, pages.

Every sample is drawn evenly from what there is in the order of the files, so that it is
the same in each run and nobody's choice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ocop.evaluate.gold import GoldDocument, load

ROOT = Path(__file__).parents[1]
Item = TypeVar("Item")

HANDS_APART = 6
"""Of so many labelled files (one hand wrote each) one is read for accuracy: the middle one."""
MOST_OF_A_HAND = 50
"""Documents that are read of one hand at most."""
FEW = 5
"""Of so many documents of a sample one is read by slow peers."""
PACED = 100
"""Labelled documents that speed is measured on."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Labelled documents to read, and those that their readers may learn from.

    ``read`` are documents of some hands, ``others`` all documents of all other hands; what
    is left over of the hands of ``read`` is in neither.
    """

    read: tuple[GoldDocument, ...]
    others: tuple[GoldDocument, ...]
    whole: int

    @property
    def few(self) -> tuple[int, ...]:
        """Positions in ``read`` of those that slow peers read."""
        return tuple(range(FEW // 2, len(self.read), FEW))

    @property
    def told(self) -> str:
        """How many documents are read, and how they were drawn."""
        hands = len({document.file for document in self.read})
        return (
            f"{len(self.read)} of {self.whole:,} labelled documents: every {HANDS_APART}th hand "
            f"({hands} of them), at most {MOST_OF_A_HAND} documents of each, evenly"
        )


def labelled() -> list[GoldDocument]:
    """Every labelled document that may be learned from; those held out stay closed."""
    return load(sorted((ROOT / "tests" / "gold").glob("*.jsonl")))


def sample(documents: Sequence[GoldDocument]) -> Sample:
    """Documents of a few whole hands, so that a reader can be taught without these hands."""
    hands: dict[str, list[GoldDocument]] = {}
    for document in documents:
        hands.setdefault(document.file, []).append(document)
    chosen = sorted(hands)[min(HANDS_APART, len(hands)) // 2 :: HANDS_APART]
    return Sample(
        tuple(document for file in chosen for document in evenly(hands[file], MOST_OF_A_HAND)),
        tuple(document for document in documents if document.file not in chosen),
        len(documents),
    )


def evenly(items: Sequence[Item], most: int) -> list[Item]:
    """At most so many of the items, at even distances, in their order."""
    if len(items) <= most:
        return list(items)
    return [items[(2 * place + 1) * len(items) // (2 * most)] for place in range(most)]


def news() -> list[str]:
    """Invented provincial news: one or two sentences in twenty speak of OCOP."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "bench/news").glob("*.txt"))]


def pages() -> list[str]:
    """The pages of the bundled sample."""
    folder = ROOT / "corpus/sample"
    return [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.html"))]


def digest(documents: Sequence[GoldDocument]) -> str:
    """What was measured: eight digits over ids and texts."""
    whole = hashlib.sha256()
    for document in documents:
        whole.update(f"{document.id}\0{document.text}\0".encode())
    return whole.hexdigest()[:8]
