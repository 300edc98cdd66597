"""Work done once for each different value of a long column."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd


def map_distinct(values: pd.Series, translate: Callable[[str], str | None]) -> pd.Series:
    """``values`` translated, each different one once; missing stays missing."""
    codes, known = pd.factorize(values)
    words = pd.Series([*map(translate, known), None], dtype="str")
    return words.iloc[codes].set_axis(values.index)


def codes_of(values: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Numbers from 1 that are equal where ``values`` are; 0 for missing."""
    return pd.factorize(values)[0].astype(np.int64) + 1
