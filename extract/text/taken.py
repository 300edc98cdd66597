"""Runs of a text that are spoken for: found by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


class Taken:
    """A union of runs ``[start, end)``."""

    def __init__(self, runs: Iterable[tuple[int, int]]) -> None:
        """Unite the runs; they may come in any order and overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(runs):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether the character at ``offset`` is in a run."""
        return self.meets(offset, offset + 1)

    def meets(self, start: int, end: int) -> bool:
        """Whether a run shares a character with ``[start, end)``."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end

    def within(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """The united runs that share a character with ``[start, end)``."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return list(zip(self._starts[first:last], self._ends[first:last], strict=True))
