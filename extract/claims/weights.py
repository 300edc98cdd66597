"""The weights of the choices, set by hand. A feature without a weight counts nothing.

They are data: a later step may learn them from labelled documents and keep these as
the fallback. Positive speaks for, negative against; 3 is nearly certain.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

from extract.claims.table_weights import TABLE
from extract.claims.time_weights import PERIOD, TIME
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
}

STARS: Final[dict[str, float]] = {
    "none_named": 1.0,
    "after": 0.5,
    "after.adjacent": 2.5,
    "after.same_clause": 2.0,
    "after.next_clause": 0.9,
    "after.clause_has_count": -2.0,
    "after.crosses_count": -3.0,
    "after.leaves_bracket": -2.0,
    "before": 0.0,
    "before.adjacent": 1.5,
    "before.same_clause": 2.2,
    "before.earlier_clause": 0.6,
    "before.crosses_count": -1.5,
    "before.taken": -1.5,
    "all_of_them": 1.5,
    "owned_by_next": -2.5,
    "before.owned": 2.0,
    "part_of.words": 1.6,
    "part_of.sum": 1.4,
    "before.narrower_place": 1.2,
    "same_sentence.narrower_place": 1.6,
    "same_sentence.bare": 0.8,
    "move_without_rise": -1.5,
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

PLACE: Final[dict[str, float]] = {
    "home": 1.0,
    "headline": 0.9,
    "headline.district": 0.5,
    "headline.commune": 0.5,
    "part_of.words": 2.2,
    "part_of.sum": 1.2,
    "previous.sentence": 1.6,
    "previous.paragraph": 0.6,
    "previous.line": 0.1,
    "previous.far": -0.5,
    "previous.paragraph.nation": -0.8,
    "previous.paragraph.region": -0.8,
    "paragraph_subject": 0.8,
    "told_before.no_home": 1.2,
    "before.owned": -1.5,
    "before.in_run": -0.8,
    "after.in_run": -1.0,
    "nation": -2.0,
    "nation.word_in_sentence": 0.3,
    "nation.no_home": 0.8,
    "nation.no_home.opening": 0.8,
    "nation.no_home.word_in_sentence": 0.8,
    "nation.ministry_paper": 1.0,
    "nation.share_of": 3.0,
    "nation.just_before": 2.0,
    "nation.other_named": -1.5,
    "role.address": -3.0,
    "role.issuer": 0.2,
    "plural": -2.0,
    "bracket": -1.5,
    "before": 1.0,
    "before.adjacent": 2.2,
    "before.same_clause": 1.2,
    "before.nearest": 0.8,
    "before.opens": 0.4,
    "before.crosses_count": -0.9,
    "after": -0.2,
    "after.linked": 2.6,
    "after.same_clause": 0.6,
    "after.crosses_count": -2.5,
    "after.crosses_noun": -1.5,
}


HAND: Final[dict[str, dict[str, float]]] = {
    "count": COUNT | TABLE["count"],
    "stars": STARS | TABLE["stars"],
    "kind": KIND | TABLE["kind"],
    "place": PLACE | TABLE["place"],
    "time": TIME | TABLE["time"],
    "period": PERIOD,
}


CAUTION: Final = 1.0
"""How much the unsettled kinds are preferred.

A target taken for a result misleads the reader of the table; a result taken for a target
is only missing from it, and is seen to be.
"""
_UNSETTLED = (Kind.TARGET, Kind.FORECAST, Kind.PROPOSED, Kind.ASSESSED, Kind.REGISTERED)


def load() -> dict[str, dict[str, float]]:
    """Learned weights where there are some, else those set by hand; with caution.

    ``learned.json`` beside this file is written by ``ocop train``.
    """
    learned = files("extract.claims").joinpath("learned.json")
    fields: dict[str, dict[str, float]] = {}
    if learned.is_file():
        fields = json.loads(learned.read_text("utf-8"))["weights"]
    weights = {name: dict(fields.get(name, hand)) for name, hand in HAND.items()}
    for kind in _UNSETTLED:
        name = f"{kind}|always"
        weights["kind"][name] = weights["kind"].get(name, 0.0) + CAUTION
    return weights


WEIGHTS: Final[dict[str, dict[str, float]]] = load()
