"""Work done once for each different value of a long column."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def map_distinct(values: pd.Series, translate: Callable[[str], str | None]) -> pd.Series:
    """``values`` translated, each different one once; missing stays missing."""
    codes, known = pd.factorize(values)
    words = pd.Series([*map(translate, known), None], dtype="str")
    return words.iloc[codes].set_axis(values.index)


def codes_of(values: pd.Series) -> npt.NDArray[np.int64]:
    """Numbers from 1 that are equal where ``values`` are; 0 for missing."""
    return pd.factorize(values)[0].astype(np.int64) + 1


def ranks_of(values: pd.Series) -> npt.NDArray[np.int64]:
    """The place of each value in their order, from 1; equal for equal values."""
    return np.asarray(pc.rank(pa.array(values), tiebreaker="dense")).astype(np.int64)
