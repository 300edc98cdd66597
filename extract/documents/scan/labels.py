"""Roman numbers of heads in tables: "II" that was taken for "H".

Heads count I, II, III … A recogniser sees two strokes as one letter. Only the count itself
proves what such a letter is: right below I, where II has to stand, "H" is II.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_SEEN_AS: Final = {
    "II": frozenset({"H", "Il", "ll", "lI", "TI", "IT", "1I", "I1"}),
    "III": frozenset({"IH", "HI", "Ill", "lII", "IIl", "lll", "TH", "HT", "IIH", "HII"}),
    "IV": frozenset({"TV", "lV", "1V"}),
    "VI": frozenset({"VỊ", "Vl", "V1"}),
    "VII": frozenset({"VH", "Vll"}),
    "VIII": frozenset({"VIH", "VHI", "VII", "VIll"}),
}


def counted(labels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The labels that the count of a table proves to be other numbers, with those.

    Args:
        labels: the first cells of the rows of a table, from the top.

    >>> list(counted(["A", "I", "1", "2", "H", "3", "IH", "4"]))
    [(4, 'II'), (6, 'III')]
    >>> list(counted(["G", "H", "1", "I", "11"]))
    []
    """
    last = 0
    for at, label in enumerate(labels):
        bare = label.rstrip(".)")
        after = ROMANS[last] if 0 < last < len(ROMANS) else ""
        if bare and bare in (after, ROMANS[0]):
            last = ROMANS.index(bare) + 1
        elif not bare.isdigit() and bare in _SEEN_AS.get(after, ()):
            last += 1
            yield at, label.replace(bare, after)
