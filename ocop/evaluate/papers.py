"""Compares the official papers that were read with those that are labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocop.evaluate.equality import paper_number, same_time
from ocop.evaluate.gold import Paper


@dataclass(frozen=True, slots=True)
class PaperPair:
    """A labelled printing and the one that was read with the same number."""

    gold: Paper
    predicted: Paper

    @property
    def date_right(self) -> bool:
        """Whether the dates are equal at the coarser of both precisions."""
        return same_time(self.gold.date, self.predicted.date)

    @property
    def role_right(self) -> bool:
        """Whether the roles are equal."""
        return self.gold.role == self.predicted.role


@dataclass(frozen=True, slots=True)
class PaperComparison:
    """The papers of one document."""

    pairs: tuple[PaperPair, ...]
    missed: tuple[Paper, ...]
    false: tuple[Paper, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is missed, false or wrong."""
        fields_right = all(pair.date_right and pair.role_right for pair in self.pairs)
        return fields_right and not (self.missed or self.false)


def compare_papers(gold: Sequence[Paper], said: Sequence[Paper]) -> PaperComparison:
    """Pair printings of the same number, those at the same place in the text first."""
    left = sorted(said, key=lambda paper: paper.start)
    pairs: list[PaperPair] = []
    missed: list[Paper] = []
    for label in sorted(gold, key=lambda paper: paper.start):
        number = paper_number(label.number)
        same = [paper for paper in left if paper_number(paper.number) == number]
        if not same:
            missed.append(label)
            continue
        best = min(same, key=lambda paper: abs(paper.start - label.start))
        left.remove(best)
        pairs.append(PaperPair(label, best))
    return PaperComparison(tuple(pairs), tuple(missed), tuple(left))
