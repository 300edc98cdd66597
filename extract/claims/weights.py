"""The weights of the choices, set by hand. A feature without a weight counts nothing.

They are data: a later step may learn them from labelled documents and keep these as
the fallback. Positive speaks for, negative against; 3 is nearly certain.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from extract.claims.confidence import RIGHT
from extract.claims.paper_act import NOTHING_GIVEN, OWN_BATCH, TAKEN_BACK
from extract.claims.place_weights import PLACE
from extract.claims.star_weights import BATCH, POTENTIAL, STARS
from extract.claims.table_weights import TABLE
from extract.claims.time_weights import PERIOD, TIME
from extract.model import Kind

COUNT: Final[dict[str, float]] = {
    "noun.product": 2.5,
    "noun.bare": -2.5,
    "noun.stand_in": -1.0,
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
    "bare.tells_number": 4.0,
    "bare.numbers_items": -4.0,
    "bare.row_of_others": -3.0,
    "left.failed": -3.0,
    "right.failed": -2.0,
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


_PAPER: Final[dict[str, float]] = {
    "agrees.paper": 3.0,
    f"agrees.{OWN_BATCH}": 7.0,
    f"{Kind.NEW}|{NOTHING_GIVEN}": -6.0,
    f"{Kind.RE_RECOGNISED}|{NOTHING_GIVEN}": -6.0,
    f"{Kind.UPGRADED}|{NOTHING_GIVEN}": -6.0,
    f"{Kind.CUMULATIVE}|{NOTHING_GIVEN}": -1.5,
    f"{Kind.ASSESSED}|{TAKEN_BACK}": -5.0,
    f"{Kind.PROPOSED}|{TAKEN_BACK}": -3.0,
    f"{Kind.REGISTERED}|{TAKEN_BACK}": -3.0,
}
"""What an official paper does to the counts printed in it (``paper_act.py``)."""


def _kind() -> dict[str, float]:
    """A cue speaks for its kind as firmly as it is strong and near; targets reach further."""
    weights = {f"{Kind.NEW}|always": 0.6, f"{Kind.CUMULATIVE}|always": 0.6}
    for strength, firm in _STRENGTH.items():
        for where, near in _WHERE.items():
            weights[f"agrees.cue{strength}@{where}"] = near * firm
    for kind in (Kind.TARGET, Kind.FORECAST):
        weights[f"{kind}|cue3@before.beyond"] = 1.8
    weights |= _PAPER
    weights["agrees.heading"] = 0.6
    for name, amount in _NEIGHBOURS.items():
        weights[f"agrees.{name}"] = amount
    return weights


KIND: Final[dict[str, float]] = _kind()


SECOND: Final[dict[str, dict[str, float]]] = {
    "count": {"second": 0.4},
    "stars": {"second": 0.5},
    "kind": {"agrees.second": 0.5},
    "batch": {"second": 0.5},
    "potential": {"second": 0.5},
    "place": {"second": 0.2, "second.unit": 0.4},
    "time": {"second": 0.5},
    "period": {"second": 0.5},
}
"""What the second reader's word is worth (``advice.py``)."""

HAND: Final[dict[str, dict[str, float]]] = {
    "count": COUNT | TABLE["count"] | SECOND["count"],
    "stars": STARS | TABLE["stars"] | SECOND["stars"],
    "kind": KIND | TABLE["kind"] | SECOND["kind"],
    "batch": BATCH | SECOND["batch"],
    "potential": POTENTIAL | SECOND["potential"],
    "place": PLACE | TABLE["place"] | SECOND["place"],
    "time": TIME | TABLE["time"] | SECOND["time"],
    "period": PERIOD | SECOND["period"],
    "right": RIGHT,
}


CAUTION: Final = 1.0
"""How much the unsettled kinds are preferred.

A target taken for a result misleads the reader of the table; a result taken for a target
is only missing from it, and is seen to be.
"""
_UNSETTLED = (Kind.TARGET, Kind.FORECAST, Kind.PROPOSED, Kind.ASSESSED, Kind.REGISTERED)


def load(name: str) -> dict[str, dict[str, float]]:
    """Learned weights where there are some, else those set by hand; with caution.

    A feature that the learned weights do not know yet keeps the one set by hand.

    Args:
        name: ``weights``, learned beside the second reader, or ``alone``, learned without it;
            both from ``learned.json`` beside this file, which ``ocop train`` writes.
    """
    learned = files("extract.claims").joinpath("learned.json")
    fields: dict[str, dict[str, float]] = {}
    if learned.is_file():
        fields = json.loads(learned.read_text("utf-8")).get(name, {})
    return with_caution({name: {**hand, **fields.get(name, {})} for name, hand in HAND.items()})


def with_caution(weights: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The weights with the unsettled kinds preferred by ``CAUTION``."""
    careful = {name: dict(values) for name, values in weights.items()}
    for kind in _UNSETTLED:
        name = f"{kind}|always"
        careful["kind"][name] = careful["kind"].get(name, 0.0) + CAUTION
    return careful


WEIGHTS: Final[dict[str, dict[str, float]]] = load("weights")
ALONE: Final[dict[str, dict[str, float]]] = load("alone")
