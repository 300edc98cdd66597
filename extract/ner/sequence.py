"""A text as the second reader sees it: tokens with their names, and the numbers asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from extract.ner.layers import Integers

MOST_NAMES = 5
"""Names of a token that are looked at: the word first, then what rules found there."""


Pointable = tuple[tuple[int, frozenset[str]], ...]
"""Positions of tokens that may answer a question, each with the answers that it stands for."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A text as tokens.

    ``asked`` holds the positions of the numbers in question; ``pointable`` for each pointer
    the tokens that it may point to; the first ``opening`` tokens stand before the text, for
    what no word of it says (its day of publication, its province, nothing at all).
    """

    tokens: tuple[tuple[str, ...], ...]
    asked: tuple[int, ...]
    pointable: Mapping[str, Pointable] = field(default_factory=dict)
    opening: int = 0


UNKNOWN = 1
"""Row of words that the vocabulary does not hold; row 0 stands for no name."""


def encode(sequence: Sequence, vocabulary: Mapping[str, int]) -> Integers:
    """Rows of the names: integers ``(tokens, MOST_NAMES)``."""
    rows = np.zeros((len(sequence.tokens), MOST_NAMES), dtype=np.int32)
    rows[:, 0] = [vocabulary.get(names[0], UNKNOWN) for names in sequence.tokens]
    for place, names in enumerate(sequence.tokens):
        if len(names) > 1:
            more = [vocabulary.get(name, 0) for name in names[1:MOST_NAMES]]
            rows[place, 1 : len(more) + 1] = more
    return rows
