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
    """Pair printings of the same number, those nearest to each other in the text first."""
    candidates = sorted(
        (abs(label.start - paper.start), i, j)
        for i, label in enumerate(gold)
        for j, paper in enumerate(said)
        if paper_number(label.number) == paper_number(paper.number)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return PaperComparison(
        pairs=tuple(PaperPair(gold[i], said[j]) for i, j in sorted(pairs.items())),
        missed=tuple(label for i, label in enumerate(gold) if i not in pairs),
        false=tuple(paper for j, paper in enumerate(said) if j not in taken),
    )
