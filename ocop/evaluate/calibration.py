"""Whether confidence is what it says: a claim at 0.9 should be right nine times in ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ocop.evaluate.compare import Comparison, Merged

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Edges of the bins; the last bin holds its upper edge too."""

WANTED = 0.98
"""Share of claims published unseen that must be right."""

FEWEST = 50
"""Claims that a threshold must pass to be believed."""


@dataclass(slots=True)
class Bin:
    """Claims with a confidence from ``low`` up to ``high``."""

    low: float
    high: float
    claims: int = 0
    right: int = 0
    confidence: float = 0.0

    @property
    def mean_confidence(self) -> float | None:
        """What was promised; None in an empty bin."""
        return self.confidence / self.claims if self.claims else None

    @property
    def precision(self) -> float | None:
        """What was kept; None in an empty bin."""
        return self.right / self.claims if self.claims else None


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least confidence from which on ``right`` of ``claims`` is as good as wanted.

    ``share`` of all claims have it.
    """

    confidence: float
    claims: int
    right: int
    share: float


@dataclass(slots=True)
class Calibration:
    """Bins of confidence and the Brier score (mean squared error, 0 is best)."""

    bins: list[Bin] = field(default_factory=lambda: [Bin(*edges) for edges in pairwise(EDGES)])
    squares: float = 0.0
    results: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence and truth of the claims that would enter the table."""

    @property
    def brier(self) -> float | None:
        """Mean squared difference of confidence and truth (Brier 1950); None of nothing."""
        claims = sum(bin_.claims for bin_ in self.bins)
        return self.squares / claims if claims else None

    def add(self, claim: Merged, is_right: bool) -> None:
        """Count a claim by its best printing."""
        confidence = max(printing.confidence or 0.0 for printing in claim.printings)
        chosen = next((b for b in self.bins if confidence < b.high), self.bins[-1])
        chosen.claims += 1
        chosen.right += is_right
        chosen.confidence += confidence
        self.squares += (confidence - is_right) ** 2
        if claim.key.enters_table:
            self.results.append((confidence, is_right))

    def threshold(self, precision: float = WANTED) -> Threshold | None:
        """From which confidence on claims of the table may be published unseen, if from any."""
        found = None
        right = 0
        ordered = sorted(self.results, reverse=True)
        for claims, (confidence, is_right) in enumerate(ordered, start=1):
            right += is_right
            last = claims == len(ordered) or ordered[claims][0] < confidence
            if last and claims >= FEWEST and right >= precision * claims:
                found = Threshold(confidence, claims, right, claims / len(ordered))
        return found


def calibrate(comparisons: Iterable[Comparison]) -> Calibration:
    """Compare the confidence of all claims with the labels."""
    calibration = Calibration()
    for comparison in comparisons:
        for pair in comparison.right:
            calibration.add(pair.predicted, is_right=True)
        for claim in comparison.false:
            calibration.add(claim, is_right=False)
    return calibration
