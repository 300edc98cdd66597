"""Whether confidence is what it says: a claim at 0.9 should be right nine times in ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ocop.evaluate.compare import Comparison, Merged

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Edges of the bins; the last bin holds its upper edge too."""


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


@dataclass(slots=True)
class Calibration:
    """Bins of confidence and the Brier score (mean squared error, 0 is best)."""

    bins: list[Bin] = field(default_factory=lambda: [Bin(*edges) for edges in pairwise(EDGES)])
    squares: float = 0.0

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


def calibrate(comparisons: Iterable[Comparison]) -> Calibration:
    """Compare the confidence of all claims with the labels."""
    calibration = Calibration()
    for comparison in comparisons:
        for pair in comparison.right:
            calibration.add(pair.predicted, is_right=True)
        for claim in comparison.false:
            calibration.add(claim, is_right=False)
    return calibration
