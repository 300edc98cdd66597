"""What was read in a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.documents.scan.words import Box, Word

SURE = 0.8
"""Readings below are told as unsure: two thirds of the wrong cells, one in fifty right ones."""
DISPUTED = 0.4
"""What another reading contradicts is no surer than this."""
_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a cell; ``rival`` is another reading of it that could be as right."""

    lines: tuple[tuple[Word, ...], ...] = ()
    rival: str = ""
    inked: bool = False

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(word.text for line in self.lines for word in line)

    @property
    def sure(self) -> float:
        """How sure the least sure word is; an inked cell without words is not sure at all."""
        words = [word.sure for line in self.lines for word in line]
        return min(words, default=0.0 if self.inked else 1.0)

    @property
    def worth(self) -> float:
        """How much of it is sure: letters of sure words, less those of words that are not."""
        words = [word for line in self.lines for word in line]
        return sum((word.sure - _EVEN) * len(word.text) for word in words)

    def disputed(self, rival: str) -> Reading:
        """The same words, which another reading contradicts: no longer sure."""
        lines = tuple(
            tuple(replace(word, sure=min(word.sure, DISPUTED)) for word in line)
            for line in self.lines
        )
        return Reading(lines, rival, self.inked)

    def instead(self, text: str, sure: float, frame: Box, rival: str = "") -> Reading:
        """The cell with ``text``, which stands in ``frame``, in place of what was read."""
        return Reading(((Word(text, frame, sure, 0, (1, 1, 1)),),), rival, self.inked)
