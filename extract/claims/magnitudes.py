"""How the numbers of a text stand to each other, told without saying which they are.

The largest number of a text is seldom its newest batch, a number told twice is told of the
same thing, and parts make a total: signs that the second reader hears beside each number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_SHARES: Final = ((1.0, "largest"), (0.6, "large"), (0.25, "middling"), (0.08, "small"))
"""Least share of the largest number, and what a number of that share is."""
_PARTS: Final = 5
"""Numbers that a total may be made of."""


def relations(values: Sequence[int]) -> list[tuple[str, ...]]:
    """For each number the signs of how it stands to the others, in the order of the text.

    >>> relations([12, 7, 5])
    [('#largest', '#total'), ('#middling', '#less', '#part'), ('#middling', '#less', '#part')]
    """
    largest, told = max(values, default=0), Counter(values)
    totals = {i: parts for i in range(len(values)) if (parts := _parts(values, i))}
    of_total = {i + step for i, parts in totals.items() for step in range(1, parts + 1)}
    return [
        (
            f"#{_size(value, largest)}",
            *_beside(value, values[i - 1] if i else None, again=told[value] > 1),
            *(["#total"] if i in totals else ["#part"] if i in of_total else []),
        )
        for i, value in enumerate(values)
    ]


def _size(value: int, largest: int) -> str:
    share = value / largest if largest else 0.0
    return next((name for least, name in _SHARES if share >= least), "tiny")


def _beside(value: int, previous: int | None, *, again: bool) -> Iterator[str]:
    """Whether a number is told more than once, else how it stands to the one before."""
    if again:
        yield "#again"
    elif previous is not None:
        yield "#more" if value > previous else "#less"


def _parts(values: Sequence[int], index: int) -> int:
    """How many of the numbers right behind add up to this one; 0 where none do."""
    total = 0
    for count, value in enumerate(values[index + 1 : index + 1 + _PARTS], start=1):
        total += value
        if total == values[index] and count > 1:
            return count
    return 0
