"""A text as the second reader sees it: tokens with their names, and the numbers asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from extract.ner.layers import Integers

MOST_NAMES = 5
"""Names of a token that are looked at: the word first, then what rules found there."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A text. ``asked`` holds the positions of the tokens that are numbers in question."""

    tokens: tuple[tuple[str, ...], ...]
    asked: tuple[int, ...]


UNKNOWN = 1
"""Row of words that the vocabulary does not hold; row 0 stands for no name."""


def encode(sequence: Sequence, vocabulary: Mapping[str, int]) -> Integers:
    """Rows of the names: integers ``(tokens, MOST_NAMES)``."""
    rows = np.zeros((len(sequence.tokens), MOST_NAMES), dtype=np.int32)
    for place, names in enumerate(sequence.tokens):
        rows[place, 0] = vocabulary.get(names[0], UNKNOWN)
        for column, name in enumerate(names[1:MOST_NAMES], start=1):
            rows[place, column] = vocabulary.get(name, 0)
    return rows
