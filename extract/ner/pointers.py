"""Pointers: which date, place or star class of the text a number is told for.

Each number asks with one vector and each token that may answer holds out another; their
products, as shares, say where the number points (Vinyals, Fortunato and Jaitly 2015,
"Pointer Networks"). So the answer is always something that the text prints, or one of the
tokens before it (the day of publication, the province of the publisher, nothing).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from collections.abc import Sequence as Many
from typing import Final

import numpy as np

from extract.ner.layers import Floats, softmax
from extract.ner.sequence import Pointable

POINTERS: Final = ("time", "period", "place", "classes")
"""What is pointed to: the date of ``as_of``, that of ``period``, the place, the star classes."""

NOTHING: Final = ""
"""The answer of the token that stands for "the text does not say"."""

MOST: Final = 400
"""Tokens that one number chooses among; labelled texts hold far fewer."""

_KEY = 32
WIDTH: Final = 2 * _KEY * len(POINTERS)
"""Columns of the network's output that the pointers take."""


def shares(output: Floats, asked: list[int], positions: list[int], name: str) -> Floats:
    """How much each number points to each token: ``(numbers, tokens)``, rows add up to 1.

    Args:
        output: The pointers' columns of the network's output, ``(tokens of the text, WIDTH)``.
        asked: Positions of the numbers.
        positions: Positions of the tokens that may be pointed to.
        name: One of ``POINTERS``.
    """
    questions, keys = _columns(name)
    products = output[asked][:, questions] @ output[positions][:, keys].T
    return softmax(products / np.sqrt(_KEY))


def in_reach(pointable: Pointable, asked: int, opening: int) -> Pointable:
    """What a number may point to in a text of any length: the tokens nearest to it.

    A text of ordinary length is in reach as a whole; in a longer one each number sees
    ``MOST`` tokens, and those before the text, so that work grows with the length only.
    """
    if len(pointable) <= MOST:
        return pointable
    first = bisect_left(pointable, opening, key=lambda token: token[0])
    here = bisect_left(pointable, asked, key=lambda token: token[0])
    low = max(first, min(here - MOST // 2, len(pointable) - MOST))
    return pointable[:first] + pointable[low : low + MOST]


def pull_back(
    output: Floats, asked: list[int], positions: list[int], name: str, of_products: Floats
) -> Floats:
    """The gradient towards ``output`` of a gradient towards what ``shares`` takes softmax of."""
    questions, keys = _columns(name)
    gradient = np.zeros_like(output)
    pulls = of_products / np.float32(np.sqrt(_KEY))
    gradient[asked, questions] += pulls @ output[positions][:, keys]
    gradient[positions, keys] += pulls.T @ output[asked][:, questions]
    return gradient


def by_answer(row: Many[float], pointable: Pointable) -> Mapping[str, float]:
    """The shares of one number, added up by the answers that the tokens stand for."""
    found: dict[str, float] = {}
    for share, (_, answers) in zip(row, pointable, strict=True):
        for answer in answers:
            found[answer] = found.get(answer, 0.0) + share
    return found


def _columns(name: str) -> tuple[slice, slice]:
    start = 2 * _KEY * POINTERS.index(name)
    return slice(start, start + _KEY), slice(start + _KEY, start + 2 * _KEY)
