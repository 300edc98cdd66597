"""The weights of the choices, set by hand. A feature without a weight counts nothing.

They are data: a later step may learn them from labelled documents and keep these as
the fallback. Positive speaks for, negative against; 3 is nearly certain.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

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
    "none_named.total": 1.0,
    "after.of_total": -1.5,
    "told": -1.0,
    "told.opens_list": 1.5,
    "row_head": 1.0,
    "none_named.head_all": 0.5,
    "none_named.head_class": -0.5,
    "told.under": 2.5,
    "told.gap1": 0.5,
    "told.mixed": -1.5,
    "told.over_list": 0.8,
    "title": -0.5,
    "only": 0.0,
    "only.new_total": -1.5,
    "told.new_total": -1.0,
    "title.new_total": -1.0,
    "council": -1.5,
    "council.no_home": 1.5,
    "centre": -1.0,
    "centre.near": 1.0,
    "centre.same_clause": 1.5,
}

BATCH: Final[dict[str, float]] = {
    **{name: weight for name, weight in STARS.items() if not name.startswith(("after", "before"))},
    "same_sentence.alike": 1.0,
    "before.alike": 0.5,
    "part_of.words.alike": 1.0,
    "part_of.sum.alike": 0.5,
    "row_head.alike": 1.0,
    "row_head.unlike": -1.5,
    "told.alike": 0.5,
    "told.unlike": -1.5,
    "title.alike": 0.5,
    "title.unlike": -1.5,
    "title|stock": -1.0,
    "only|stock": -1.0,
    "none_named|stock": 1.0,
    "council|stock": -2.5,
    "council|aim": -1.5,
}

POTENTIAL: Final[dict[str, float]] = {
    "always": -1.0,
    "said.potential": 4.0,
    "said.national": -1.0,
    "kind.proposed": 3.0,
    "kind.assessed": 1.5,
    "kind.registered": 1.5,
    "near.put_forward": 1.5,
    "near.points": 2.0,
    "near.recognised": -1.5,
    "near.potential": 1.5,
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
    "told_before.no_home.gap=0": 1.0,
    "told_before.no_home.gap=1": 1.0,
    "told_before.no_home.gap=2": 0.6,
    "paragraph_subject.no_home": 0.8,
    "section.no_home": 1.0,
    "nation.no_home.after_province": -1.2,
    "nation.no_home.beside_province": -1.2,
    "home.run_before": 1.0,
    "means.topic": 0.5,
    "means.home": 0.5,
    "means.told": 0.3,
    "in_run": -1.5,
    "run": -1.0,
    "run.before": 1.0,
    "run.each": 5.0,
    "run.per_unit": 5.0,
    "run.zero": 4.0,
    "run.crosses_count": -4.0,
    "run.after": -1.0,
    "run.after.each": 2.0,
    "run.after.headed": 2.5,
    "run.after.zero": 1.0,
    "run.after.crosses_count": -4.0,
    "home.run_before": 1.0,
    "upper.asked.above_topic": -3.0,
    "upper.gives.above_topic": -2.0,
    "upper.asked.lower_beside": -1.5,
    "upper.gives.lower_beside": -1.0,
    "before.superseded": -1.0,
    "previous.opens_bracket": 1.5,
    "era.old": -3.0,
    "era.old.said": 1.0,
    "era.old.said_near": 1.5,
    "era.old.against_near": -1.0,
    "era.old.dated": 0.5,
    "era.old.beside": 1.5,
    "era.old.in_row": 2.5,
    "run.adjacent.in_list": 2.0,
    "era.old.part_of": 1.0,
    "era.old.previous": 1.0,
    "era.old.part_of.not": -1.0,
    "era.new": -3.0,
    "era.new.said": 1.0,
    "era.new.said_near": 1.5,
    "era.new.dated": 1.0,
    "era.new.part_of": 1.0,
    "era.new.previous": 1.0,
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

    ``learned.json`` beside this file is written by ``python -m ocop.train``.
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
