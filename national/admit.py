"""Which claims enter the national table, and under which key; the rest, with a reason.

Only claims of the nation and of provinces that somebody named enter. A number of a
district, a commune or a region is true of that place and is never given to the
province above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from extract.model import Level
from national.columns import codes_of, in_one_piece, map_distinct
from national.provinces import code_of, names
from national.schema import CLAIMS, LEFT_OUT, NATION_CODE, REGIMES, Reason
from national.series import FLOW_SERIES, star_class
from national.times import last_days

# What an analyst could still supply, so that the claim would enter.
_FOR_REVIEW = (Reason.UNKNOWN_PLACE, Reason.UNKNOWN_TIME, Reason.UNREADABLE_TIME)
KEY = ("regime", "province_code", "series", "time", "round", "star_class")


# What the choice among claims needs beside the key.
_CHOICE = (
    "claim_id",
    "document_id",
    "period",
    "as_of",
    "count",
    "count_high",
    "comparator",
    "decision",
    "decision_date",
    "sentence",
    "quote_start",
    "confidence",
)


# What is told of a claim that stays outside, and all that is read here. A long column
# that is not needed, such as the evidence, is never copied.
_TOLD = tuple(name for name in LEFT_OUT.names if name in CLAIMS.names)
_NEEDED = [
    *dict.fromkeys((*_CHOICE, *_TOLD)),
    *("place_code", "place_regime", "province_code", "stars", "potential5", "round", "part_of"),
]


@dataclass(frozen=True)
class Admission:
    """Claims that enter the table, and those that do not.

    ``entering`` has the columns of ``KEY``, what a choice among claims needs, and
    ``cell``, a number that is equal for claims of one key. ``left_out`` is a table
    ``LEFT_OUT``.
    """

    entering: pd.DataFrame
    left_out: pd.DataFrame


def admit(claims: pd.DataFrame) -> Admission:
    """Split ``claims`` (table ``CLAIMS``) into those that enter the table and the rest."""
    claims = in_one_piece(claims[_NEEDED]).reset_index(drop=True)
    keys = pd.DataFrame(
        {
            "regime": claims["place_regime"],
            "province_code": _province_codes(claims),
            "series": claims["kind"],
            **_times(claims),
            "star_class": _star_classes(claims),
        }
    )
    cell = _cells(keys)
    reason = _reasons(claims["place_level"], keys)
    reason[(reason == "") & _parts_of_their_cell(claims, cell)] = Reason.PART_OF_ITS_TOTAL.value
    enters = reason == ""
    entering = pd.concat([keys[enters], claims.loc[enters, list(_CHOICE)]], axis=1)
    return Admission(
        entering.assign(cell=cell[enters]).reset_index(drop=True),
        _left_out(claims.loc[~enters, list(_TOLD)], reason[~enters]),
    )


def _province_codes(claims: pd.DataFrame) -> pd.Series:
    """Code of the province in the map of the claim, VN for the nation, else missing.

    The printed name decides: the same two digits mean different provinces in the two
    maps. A code stands for itself only where no name is given.
    """
    name = claims["province"].fillna(claims["place_name"])
    code = claims["province_code"].fillna(claims["place_code"])
    found = pd.Series(None, index=claims.index, dtype="str")
    for regime in REGIMES:
        by_name = map_distinct(name, partial(code_of, regime=regime))
        by_code = code.where(code.isin(list(names(regime))) & name.isna())
        found = found.mask(claims["place_regime"] == regime, by_name.fillna(by_code))
    found = found.where(claims["place_level"] == Level.PROVINCE.value)
    return found.mask(claims["place_level"] == Level.NATION.value, NATION_CODE)


def _times(claims: pd.DataFrame) -> dict[str, pd.Series]:
    """A flow is told by period and round, a stock or target as of a day.

    Where that is not known, the other time stands in as printed.
    """
    flow = claims["kind"].isin(FLOW_SERIES)
    by_period = claims["period"].fillna(claims["as_of"])
    by_day = claims["as_of"].fillna(claims["period"])
    return {"time": by_day.mask(flow, by_period), "round": claims["round"].where(flow)}


def _star_classes(claims: pd.DataFrame) -> pd.Series:
    """``series.star_class`` of every claim."""
    plain = map_distinct(claims["stars"], star_class)
    potential = map_distinct(claims["stars"], partial(star_class, potential5=True))
    return plain.mask(claims["potential5"], potential)


def _reasons(level: pd.Series, keys: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Why each claim stays outside; empty for those that enter."""
    last = last_days(keys["time"])
    below = level.isin([Level.DISTRICT.value, Level.COMMUNE.value])
    grounds = {
        Reason.REGION: level == Level.REGION.value,
        Reason.BELOW_PROVINCE: below,
        Reason.UNKNOWN_PLACE: keys["province_code"].isna(),
        Reason.UNKNOWN_TIME: last == 0,
        Reason.UNREADABLE_TIME: last < 0,
    }
    words = np.array([*(reason.value for reason in grounds), ""], dtype=object)
    first = np.select(list(grounds.values()), list(range(len(grounds))), default=-1)
    return np.asarray(words[first])


def _cells(keys: pd.DataFrame) -> npt.NDArray[np.int64]:
    """One number for each key."""
    cell = np.zeros(len(keys), dtype=np.int64)
    for column in KEY:
        codes = codes_of(keys[column])
        cell = pd.factorize(cell * (codes.max(initial=0) + 1) + codes)[0].astype(np.int64)
    return cell


def _parts_of_their_cell(
    claims: pd.DataFrame, cell: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Parts ("trong đó") of a total that has the same key.

    The first-time products of a batch are ``new`` like the batch: a part, not a rival.
    """
    inner = np.zeros(len(claims), dtype=np.bool_)
    parts = np.flatnonzero(claims["part_of"].notna() & (claims["part_of"] != claims["claim_id"]))
    ids = claims["claim_id"].drop_duplicates()
    total = pd.Index(ids).get_indexer(claims["part_of"].iloc[parts])
    # An unknown total is at -1, the appended cell that no claim has.
    cell_of_total = np.append(cell[ids.index], -1)[total]
    inner[parts] = cell_of_total == cell[parts]
    return inner


def _left_out(outside: pd.DataFrame, reason: npt.NDArray[np.object_]) -> pd.DataFrame:
    outside = outside.assign(
        reason=pd.array(reason, dtype="str"),
        for_review=np.isin(reason, [reason.value for reason in _FOR_REVIEW]),
    )
    return LEFT_OUT.validate(LEFT_OUT.sort(outside[LEFT_OUT.names]))
