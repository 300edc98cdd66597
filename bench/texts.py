"""The texts of the measurements: labelled documents, ordinary news, sample pages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ocop.evaluate.gold import GoldDocument, load

ROOT = Path(__file__).parents[1]
EVERY = 5
"""One labelled document of so many is read by slow peers: evenly, not by choice."""


def labelled() -> list[GoldDocument]:
    """Every labelled document that may be learned from; those held out stay closed."""
    return load(sorted((ROOT / "tests" / "gold").glob("*.jsonl")))


def positions(documents: Sequence[object]) -> list[int]:
    """The positions of the evenly chosen few."""
    return list(range(0, len(documents), EVERY))


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
