"""Long columns: in one piece of memory, with work done once for each different value."""

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


def in_one_piece(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` with every text column in one piece.

    A column that was read or put together in chunks is joined anew each time rows are
    taken from it: at a million rows this is most of the time.
    """
    return pd.DataFrame({name: _joined(frame[name]) for name in frame})


def _joined(column: pd.Series) -> pd.Series:
    if column.dtype != "str":
        return column
    chunks = pa.chunked_array(column.array.__arrow_array__())
    if chunks.num_chunks < 2:
        return column
    return pd.Series(chunks.combine_chunks(), index=column.index, dtype="str")
