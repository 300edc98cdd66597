"""A page picture on its way: what was turned and scaled, and the way back to points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from extract.documents.paper import Run
from extract.documents.scan.words import Box, Word, around
from extract.model import Origin

Matrix: TypeAlias = NDArray[np.float64]
"""3 × 3: takes (x, y, 1) of one picture to another."""

UNSURE = 0.6
"""Words that Tesseract is less sure of are often wrong, and are kept apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a page: its number, ``dpi`` and how its pixels come back to points."""

    page: int
    dpi: int
    to_points: Matrix

    def origin(self, box: Box, sure: float) -> Origin:
        """Where ``box`` (pixels) stands on the page as displayed."""
        left, top, right, bottom = box
        corners = np.array([[left, right, left, right], [top, top, bottom, bottom], [1, 1, 1, 1]])
        x, y, _ = self.to_points @ corners
        points = (x.min(), y.min(), x.max(), y.max())
        rounded = tuple(round(float(at), 1) for at in points)
        return Origin(
            page=self.page,
            box=(rounded[0], rounded[1], rounded[2], rounded[3]),
            ocr=round(sure, 2),
        )

    def runs(self, lines: Sequence[Sequence[Word]]) -> tuple[Run, ...]:
        """A run for each line; unsure words are runs of their own, told apart by ``ocr``."""
        return tuple(self._run(words) for line in lines for words in _apart(line))

    def _run(self, words: Sequence[Word]) -> Run:
        sure = min(word.sure for word in words)
        origin = self.origin(around([word.box for word in words]), sure)
        return Run(" ".join(word.text for word in words), origin)


def _apart(line: Sequence[Word]) -> list[list[Word]]:
    """The words of a line in order, the unsure ones each by itself."""
    groups: list[list[Word]] = []
    joins = False
    for word in line:
        doubtful = word.sure < UNSURE
        if joins and not doubtful:
            groups[-1].append(word)
        else:
            groups.append([word])
        joins = not doubtful
    return groups
