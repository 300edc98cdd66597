"""When two printed numbers agree.

"Hơn 10.300" in the headline and 10.322 in the text are one fact: a hedged number
agrees with an exact one that lies on its side and within a tenth of it. Two exact
numbers agree when they are equal, and so do two hedged ones; a range agrees with what
it holds.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from extract.model import Comparator

# How far a rounded number may lie from the true one, as a share of itself. Rounding in
# texts on OCOP was seen up to a few per cent (gần 210 for 209, gần 3.000 for 2.956).
ROUNDING = 0.1

_BELOW = (Comparator.ABOUT.value, Comparator.NEARLY.value, Comparator.AT_MOST.value)
_ABOVE = (Comparator.ABOUT.value, Comparator.AT_LEAST.value, Comparator.MORE_THAN.value)

Mask = npt.NDArray[np.bool_]


def ranges(claims: pd.DataFrame) -> pd.DataFrame:
    """The true numbers that each claim allows, as numbers only.

    Args:
        claims: with ``count``, ``count_high`` and ``comparator``.

    Returns:
        ``low`` and ``high`` as printed, ``least`` and ``most`` with room for rounding,
        and ``exact``: whether a single exact number is printed. Same rows and index.
    """
    low = claims["count"].astype(np.float64)
    high = claims["count_high"].fillna(claims["count"]).astype(np.float64)
    return pd.DataFrame(
        {
            "low": low,
            "high": high,
            "least": low.mask(claims["comparator"].isin(_BELOW), low * (1 - ROUNDING)),
            "most": high.mask(claims["comparator"].isin(_ABOVE), high * (1 + ROUNDING)),
            "exact": (claims["comparator"] == Comparator.EXACT.value) & (low == high),
        }
    )


def agrees(one: pd.DataFrame, other: pd.DataFrame) -> Mask:
    """Row by row, whether two frames of ``ranges`` agree."""
    a, b = ({name: frame[name].to_numpy() for name in frame} for frame in (one, other))
    same = (a["low"] == b["low"]) & (a["high"] == b["high"])
    a_holds_b = b["exact"] & (a["least"] <= b["low"]) & (b["low"] <= a["most"])
    b_holds_a = a["exact"] & (b["least"] <= a["low"]) & (a["low"] <= b["most"])
    agreed: Mask = same | a_holds_b | b_holds_a
    return agreed
