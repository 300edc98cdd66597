"""Characters a second of ocop and of the peer measured next to it.

One pass of ocop and one of the peer take turns, in CPU time of this process, so that
what else the machine does falls on both. A row shows the median speeds and the median
of the ratios of the turns; the ratio is what counts, the speeds are this machine's.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[str], object]
PASSES = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two speeds in characters a second, and how many times faster the first is."""

    ours: float
    theirs: float
    ratio: float


def speed(work: Work, texts: Sequence[str]) -> float:
    """Characters a second of one pass."""
    start = time.process_time()
    for text in texts:
        work(text)
    return sum(map(len, texts)) / (time.process_time() - start)


def compare(ours: Work, theirs: Work, texts: Sequence[str], passes: int = PASSES) -> Pair:
    """Measure both in turns over the same texts, after a text each to warm up."""
    ours(texts[0])
    theirs(texts[0])
    turns = [(speed(ours, texts), speed(theirs, texts)) for _ in range(passes)]
    mine, other = zip(*turns, strict=True)
    ratio = statistics.median(a / b for a, b in turns)
    return Pair(statistics.median(mine), statistics.median(other), ratio)
