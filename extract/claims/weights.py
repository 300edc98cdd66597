"""The weights of the choices, set by hand. A feature without a weight counts nothing.

They are data: a later step may learn them from labelled documents and keep these as
the fallback. Positive speaks for, negative against; 3 is nearly certain.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

from extract.claims.place_weights import PLACE
from extract.claims.star_weights import BATCH, POTENTIAL, STARS
from extract.claims.table_weights import TABLE
from extract.model import Kind

COUNT: Final[dict[str, float]] = {
    "noun.product": 2.5,
    "noun.bare": -2.5,
    "left.difference": -5.0,
    "left.average": -4.0,
    "left.goods": -4.0,
    "right.on_sale": -3.5,
    "right.compared": -2.0,
    "right.per_unit": -4.0,
    "right.idea": -1.5,
    "right.group": -1.0,
    "firm_is_subject": -4.0,
    "capital_noun": -4.0,
    "no_ocop_near": -3.0,
    "absence": -2.0,
    "absence.star": 2.5,
    "absence.any": 1.0,
    "absence.place": 1.5,
    "absence.of_some": -2.5,
    "bare.delimited": 0.5,
    "bare.star_after": 5.0,
    "bare.star_before": 4.5,
    "bare.place_before": 3.5,
    "bare.cue_before": 3.0,
    "bare.cue_after": 3.0,
    "bare.total": 3.0,
    "bare.up_to": 1.5,
    "bare.paired": 3.5,
    "bare.of_those": 3.5,
    "bare.all": 0.8,
    "bare.from_to": 3.5,
    "bare.each": 2.0,
    "bare.after_count": 2.5,
    "bare.other_noun": -5.0,
    "bare.other_list": -3.0,
    "bare.no_count_near": -1.5,
    "bare.in_words": -1.0,
    "bare.like_year": -3.0,
    "bare.like_day": -5.0,
    "bare.rank": -4.0,
    "bare.left=ngưỡng": -3.0,
    "bare.left=dưới": -3.0,
    "bare.named": -1.5,
    "left.set": -3.5,
    "left.exceeds": -0.5,
    "left.compared": -3.0,
    "other_scheme": -4.0,
    "bare.next_noun.product": 2.0,
    "bare.next_noun.score": -4.0,
    "bare.next_noun.producer": -3.0,
    "bare.next_noun.money": -4.0,
    "bare.next_noun.measure": -3.0,
    "bare.last_noun.producer": -1.0,
    "bare.last_noun.other_scheme": -3.0,
    "after_firm": -4.0,
    "right.anaphor": -1.5,
    "noun.rate": -3.0,
    "rate.of_named": 6.0,
}


_WHERE: Final[dict[str, float]] = {
    "after.near": 2.4,
    "after.clause": 1.8,
    "after.next": 0.9,
    "after.other": 0.2,
    "after.beyond": 0.1,
    "before.near": 2.6,
    "before.clause": 2.1,
    "before.sentence": 1.5,
    "before.beyond": 0.5,
}
_STRENGTH: Final[dict[int, float]] = {1: 0.4, 2: 0.8, 3: 1.2}
_NEIGHBOURS: Final[dict[str, float]] = {
    "part_of.words": 1.0,
    "part_of.words.plain": 2.4,
    "part_of.sum": 0.8,
    "part_of.sum.plain": 1.6,
    "same_sentence.plain": 0.6,
    "same_run.plain": 0.5,
    "bare_run.plain": 0.8,
    "paragraph.plain": 0.6,
    "list.plain": 0.8,
    "intro": 0.8,
    "last_stock": 0.3,
    "nearest.before": 0.8,
    "governed": 1.5,
    "governed.from_start": 1.0,
    "after_run": 0.8,
    "goes_on": 0.5,
    "nearest.after": 0.5,
}


def _kind() -> dict[str, float]:
    """A cue speaks for its kind as firmly as it is strong and near; targets reach further."""
    weights = {f"{Kind.NEW}|always": 0.6, f"{Kind.CUMULATIVE}|always": 0.6}
    for strength, firm in _STRENGTH.items():
        for where, near in _WHERE.items():
            weights[f"agrees.cue{strength}@{where}"] = near * firm
    for kind in (Kind.TARGET, Kind.FORECAST):
        weights[f"{kind}|cue3@before.beyond"] = 1.8
    weights["agrees.heading"] = 0.6
    for name, amount in _NEIGHBOURS.items():
        weights[f"agrees.{name}"] = amount
    return weights


KIND: Final[dict[str, float]] = _kind()

TIME: Final[dict[str, float]] = {
    "same_clause": 0.8,
    "before.near": 0.6,
    "after": -0.4,
    "after.crosses_count": -1.5,
    "far": -0.9,
    # what the total and the count before were told for
    **{
        f"{family}.told.{name}": weight
        for family in ("flow", "stock", "aim", "file")
        for name, weight in (
            ("part_of.words", 2.0),
            ("part_of.sum", 1.0),
            ("sentence", 0.4),
            ("sentence.alike", 1.6),
            ("paragraph", 0.2),
            ("paragraph.alike", 1.0),
            ("line.alike", 0.6),
        )
    },
    # flows: decision, else the day of the event, else month or year
    "flow.none": 0.3,
    "flow.decision": 4.0,
    "flow.batch": 1.6,
    "flow.period": 1.2,
    "flow.role.decision": 2.6,
    "flow.role.issued": 2.6,
    "flow.role.event": 2.2,
    "flow.role.as_of": 0.6,
    "flow.role.start": 1.2,
    "flow.role.plain": 0.8,
    "flow.role.period": 0.4,
    "flow.role.deadline": -2.0,
    "flow.role.comparison": -4.0,
    "flow.shape.day": 0.8,
    "flow.shape.month": 0.6,
    "flow.shape.relative": 0.5,
    "flow.shape.now": -1.5,
    "flow.shape.range": -1.5,
    "flow.shape.year": -0.2,
    # stocks: the day told, else publication
    "stock.none": -1.0,
    "stock.published": 1.1,
    "stock.role.as_of": 2.6,
    "stock.role.event": 0.4,
    "stock.role.issued": -0.5,
    "stock.role.decision": -1.5,
    "stock.role.plain": 0.8,
    "stock.role.period": -0.3,
    "stock.role.start": -2.5,
    "stock.role.deadline": 0.8,
    "stock.role.comparison": -4.0,
    "stock.by_end": 1.2,
    "stock.shape.now": 1.0,
    "stock.shape.range": -0.8,
    # aims: the deadline
    "aim.none": 0.3,
    "aim.none.range_told": 2.5,
    "aim.period": 1.0,
    "aim.role.deadline": 2.6,
    "aim.role.as_of": 1.2,
    "aim.role.period": 0.9,
    "aim.role.plain": 0.8,
    "aim.role.event": -1.5,
    "aim.role.issued": -3.0,
    "aim.role.decision": -3.0,
    "aim.role.start": -1.5,
    "aim.role.comparison": -4.0,
    "aim.by_end": 0.8,
    "aim.shape.now": -3.0,
    "aim.shape.range": -1.0,
    # files: the day of the meeting
    "file.none": 0.8,
    "file.decision": 0.4,
    "file.batch": 1.0,
    "file.period": 0.5,
    "file.role.event": 2.4,
    "file.role.issued": 1.0,
    "file.role.decision": 0.5,
    "file.role.as_of": 1.6,
    "file.role.plain": 0.6,
    "file.role.period": 0.2,
    "file.role.start": -0.5,
    "file.role.deadline": -2.0,
    "file.role.comparison": -4.0,
    "file.shape.now": 0.5,
    "file.shape.range": -1.5,
}


HAND: Final[dict[str, dict[str, float]]] = {
    "count": COUNT | TABLE["count"],
    "stars": STARS | TABLE["stars"],
    "kind": KIND | TABLE["kind"],
    "batch": BATCH,
    "potential": POTENTIAL,
    "place": PLACE | TABLE["place"],
    "time": TIME | TABLE["time"],
}


CAUTION: Final = 1.0
"""How much the unsettled kinds are preferred.

A target taken for a result misleads the reader of the table; a result taken for a target
is only missing from it, and is seen to be.
"""
_UNSETTLED = (Kind.TARGET, Kind.FORECAST, Kind.PROPOSED, Kind.ASSESSED, Kind.REGISTERED)


def load() -> dict[str, dict[str, float]]:
    """Learned weights where there are some, else those set by hand; with caution.

    A feature that the learned weights do not know yet keeps the one set by hand.

    ``learned.json`` beside this file is written by ``python -m ocop.train``.
    """
    learned = files("extract.claims").joinpath("learned.json")
    fields: dict[str, dict[str, float]] = {}
    if learned.is_file():
        fields = json.loads(learned.read_text("utf-8"))["weights"]
    weights = {name: {**hand, **fields.get(name, {})} for name, hand in HAND.items()}
    for kind in _UNSETTLED:
        name = f"{kind}|always"
        weights["kind"][name] = weights["kind"].get(name, 0.0) + CAUTION
    return weights


WEIGHTS: Final[dict[str, dict[str, float]]] = load()
