"""The latest cell of every place, series and star class."""

from __future__ import annotations

import numpy as np
import pandas as pd

from national.schema import Status
from national.times import first_days, last_days

LINE = ("regime", "province_code", "series", "star_class")


def in_order_of_time(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells that have a value, oldest first, with ``last_day`` (``yyyymmdd``).

    A time that is told more finely stands after a coarse one that ends on the same day;
    the whole of a period stands after its rounds.
    """
    known = cells[cells["value"].notna()]
    ends = last_days(known["time"])
    order = np.lexsort(
        [
            np.argsort(np.argsort(known["cell_id"].to_numpy())),
            known["round"].fillna(1_000_000).to_numpy(dtype=np.int64),
            first_days(known["time"]),
            ends,
        ]
    )
    return known.assign(last_day=ends).iloc[order]


def latest(cells: pd.DataFrame, *, until: int | None = None) -> pd.DataFrame:
    """One cell for each ``LINE``: the latest, and a doubtful one only if none is better.

    Args:
        cells: table ``CELLS``.
        until: last day (``yyyymmdd``) that may count, included; None: any.

    Returns:
        Rows of ``cells`` with ``last_day``; a line without a value has no row.
    """
    known = in_order_of_time(cells)
    if until is not None:
        known = known[known["last_day"] <= until]
    sure = known["status"] != Status.DOUBTFUL.value
    best = pd.concat([known[~sure], known[sure]])
    return best.drop_duplicates(list(LINE), keep="last")
