"""The wide table: one row for each province of a map, its latest number of each series.

A row of the 34 uses only claims about the province of 34. What its predecessors had
together stands beside it in columns of its own, as inferred: their numbers may be of
different days, and the sum is a check on the first number that the new province tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from extract.model import Comparator, Kind
from national.latest import in_order_of_time, latest
from national.provinces import names, predecessors, successor
from national.schema import Column, Status, Table
from national.series import POTENTIAL5, SERIES, TOTAL


@dataclass(frozen=True, slots=True)
class Measure:
    """A group of columns: the latest cell of one series and star class."""

    name: str
    series: str
    star_class: str
    about: str


_CUMULATIVE, _IN_FORCE = Kind.CUMULATIVE.value, Kind.IN_FORCE.value
MEASURES = (
    Measure("cumulative_3plus", _CUMULATIVE, TOTAL, "recognised so far, 3 stars and more"),
    Measure("cumulative_5", _CUMULATIVE, "5", "recognised so far, 5 stars"),
    Measure("cumulative_potential5", _CUMULATIVE, POTENTIAL5, "proposed for 5 stars so far"),
    Measure("cumulative_4", _CUMULATIVE, "4", "recognised so far, 4 stars"),
    Measure("cumulative_3", _CUMULATIVE, "3", "recognised so far, 3 stars"),
    Measure("in_force_3plus", _IN_FORCE, TOTAL, "in force, 3 stars and more"),
    Measure("new_3plus", Kind.NEW.value, TOTAL, "new in the latest year or round"),
)
TARGET = Measure("target_3plus", Kind.TARGET.value, TOTAL, "the next target: an aim, no result")
INFERRED = (MEASURES[0], MEASURES[5])

# Suffix of a column, column of the cell, type, meaning.
_PARTS = (
    ("", "value", "Int64", "Number of products"),
    ("_high", "value_high", "Int64", "Upper end of a printed range"),
    ("_comparator", "comparator", "str", "How it relates to the true number"),
    ("_as_of", "time", "str", "Time for which it holds (EDTF)"),
    ("_round", "round", "Int64", "Round (đợt) of the period"),
    ("_status", "status", "str", "How far it can be trusted"),
    ("_sources", "n_sources", "Int64", "Independent sources"),
    ("_cell", "cell_id", "str", "The cell, from which ocop explain leads to the sentence"),
)
_INFERRED_PARTS = (
    ("", "Int64", "Sum of the latest numbers of the predecessors, if each has one"),
    ("_comparator", "str", "exact if every part is"),
    ("_as_of", "str", "From the earliest to the latest time of the parts (EDTF)"),
    ("_status", "str", "inferred, or missing"),
    ("_lacking", "str", "Predecessors without a number (; between them)"),
    ("_cells", "str", "The cells of the parts (blank-separated)"),
)


def _parts(measure: Measure) -> list[tuple[str, str, str, str]]:
    """The columns of a measure; only flows are told by round."""
    flow = SERIES[measure.series].by_period
    return [part for part in _PARTS if flow or part[0] != "_round"]


def table_of(regime: int) -> Table:
    """The columns of the wide table of one map (63 or 34)."""
    old = regime == 63
    kin = "Successor of 34" if old else "Predecessors of 63"
    columns = [
        Column("code", "str", f"GSO code in the map of {regime}"),
        Column("name", "str", "Bare name of the province"),
        Column("successor" if old else "predecessors", "str", f"{kin} (; between them)"),
        *(
            Column(measure.name + suffix, dtype, f"{about}: {measure.about}", nullable=True)
            for measure in (*MEASURES, TARGET)
            for suffix, _, dtype, about in _parts(measure)
        ),
        Column("decision", "str", "Latest recognising decision among these", nullable=True),
        Column("claims", "str", "The chosen claims (blank-separated)", nullable=True),
    ]
    if not old:
        columns += [
            Column(f"inferred_{measure.name}{suffix}", dtype, about, nullable=True)
            for measure in INFERRED
            for suffix, dtype, about in _INFERRED_PARTS
        ]
    about = f"The latest numbers of every province in the map of {regime}."
    return Table(f"provinces{regime}", about, tuple(columns), key=("code",))


def provinces_table(cells: pd.DataFrame, regime: int) -> pd.DataFrame:
    """One row for each province of the map of ``regime`` (table ``table_of(regime)``).

    Args:
        cells: table ``CELLS``.
        regime: 63 or 34.
    """
    codes = list(names(regime))
    shown = _shown(cells[cells["regime"] == regime])
    table = table_of(regime)
    columns = _kin(regime)
    for measure in (*MEASURES, TARGET):
        columns |= _columns_of(measure, shown, codes)
    columns |= {"decision": _decisions(shown, codes), "claims": _claims(shown, codes)}
    if regime == 34:
        columns |= _inferred(latest(cells[cells["regime"] == 63]))
    return table.validate(table.sort(table.typed(columns)))


def _shown(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells that the wide table shows, with the ``measure`` that shows them."""
    ways = {(m.series, m.star_class): m.name for m in MEASURES}
    now = latest(cells)
    way = zip(now["series"], now["star_class"], strict=True)
    measure = pd.Series([*map(ways.get, way)], index=now.index, dtype="str")
    now = now.assign(measure=measure).dropna(subset="measure")
    return pd.concat([now, _next_targets(cells, now)])


def _next_targets(cells: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Of each province the first target after its latest result, else its last target."""
    totals = now[now["star_class"] == TOTAL]
    reached = totals.groupby("province_code")["last_day"].max()
    aims = (cells["series"] == TARGET.series) & (cells["star_class"] == TARGET.star_class)
    aim = in_order_of_time(cells[aims])
    # A province without any result has reached no day: its last target stands.
    until = aim["province_code"].map(reached).astype("float64").fillna(np.inf)
    ahead = aim["last_day"] > until
    first_ahead = aim[ahead].drop_duplicates("province_code", keep="first")
    rest = aim[~aim["province_code"].isin(first_ahead["province_code"])]
    last = rest.drop_duplicates("province_code", keep="last")
    return pd.concat([first_ahead, last]).assign(measure=TARGET.name)


def _kin(regime: int) -> dict[str, Iterable[object]]:
    """Code and name of every province, and what it became or came from."""
    old, new = names(63), names(34)
    if regime == 63:
        kin = [new[successor(code)] for code in old]
        return {"code": list(old), "name": list(old.values()), "successor": kin}
    kin = ["; ".join(old[before] for before in predecessors(code)) for code in new]
    return {"code": list(new), "name": list(new.values()), "predecessors": kin}


def _columns_of(
    measure: Measure, shown: pd.DataFrame, codes: list[str]
) -> dict[str, Iterable[object]]:
    rows = shown[shown["measure"] == measure.name].set_index("province_code").reindex(codes)
    rows["status"] = rows["status"].fillna(Status.MISSING.value)
    return {measure.name + suffix: rows[source] for suffix, source, *_ in _parts(measure)}


def _decisions(shown: pd.DataFrame, codes: list[str]) -> pd.Series:
    decided = shown[shown["result"]].dropna(subset="decision").sort_values(["last_day", "cell_id"])
    return decided.groupby("province_code")["decision"].last().reindex(codes)


def _claims(shown: pd.DataFrame, codes: list[str]) -> pd.Series:
    ids = shown.sort_values("cell_id").drop_duplicates(["province_code", "claim_id"])
    return ids.groupby("province_code")["claim_id"].agg(" ".join).reindex(codes)


def _inferred(now63: pd.DataFrame) -> dict[str, Iterable[object]]:
    """What the predecessors of each province of 34 had together."""
    sure = now63[now63["status"] != Status.DOUBTFUL.value]
    columns: dict[str, Iterable[object]] = {}
    for measure in INFERRED:
        way = (sure["series"] == measure.series) & (sure["star_class"] == measure.star_class)
        known = sure[way].set_index("province_code")
        rows = [_sum(known, predecessors(code)) for code in names(34)]
        for (suffix, *_), values in zip(_INFERRED_PARTS, zip(*rows, strict=True), strict=True):
            columns[f"inferred_{measure.name}{suffix}"] = values
    return columns


def _sum(known: pd.DataFrame, codes: tuple[str, ...]) -> tuple[object, ...]:
    """Values of ``_INFERRED_PARTS`` for the predecessors ``codes``."""
    lacking = [names(63)[code] for code in codes if code not in known.index]
    if lacking:
        return (None, None, None, Status.MISSING.value, "; ".join(lacking), None)
    parts = known.loc[list(codes)].sort_values("last_day", kind="stable")
    first, last = parts["time"].iloc[0], parts["time"].iloc[-1]
    exact = (parts["comparator"] == Comparator.EXACT.value).all() and parts[
        "value_high"
    ].isna().all()
    return (
        int(parts["value"].sum()),
        Comparator.EXACT.value if exact.all() else Comparator.ABOUT.value,
        first if first == last else f"{first.split('/')[0]}/{last.split('/')[-1]}",
        Status.INFERRED.value,
        None,
        " ".join(sorted(parts["cell_id"])),
    )
