"""The weights of the choice of times and periods, set by hand; see ``weights.py``."""

from __future__ import annotations

from typing import Final

FAMILIES: Final = ("flow", "stock", "aim", "file")


def _every(name: str, weight: float) -> dict[str, float]:
    """One weight for all families of kinds."""
    return {f"{family}.{name}": weight for family in FAMILIES}


_WAYS: Final = {
    f"{family}.way.{way}": weight
    for family in FAMILIES
    for way, weight in (
        ("paragraph", -0.4),
        ("intro", 0.4),
        ("heading", -0.4),
        ("above", -1.0),
        ("beyond", -2.0),
        ("title", -0.8),
        ("lead", -0.8),
        ("lead_of_title", -0.4),
        ("below", -1.5),
        ("note", -0.5),
        ("issued", -0.5),
    )
}
_TOLD: Final = {
    f"{family}.told.{name}{ending}": weight
    for family in FAMILIES
    for ending in ("", ".none")
    for name, weight in (
        ("part_of.words", 2.0),
        ("part_of.sum", 1.0),
        ("sentence", 0.4),
        ("sentence.alike", 1.6),
        ("sentence.dated.alike", 0.4),
        ("paragraph", 0.2),
        ("paragraph.alike", 1.0),
        ("line.alike", 0.6),
        ("last.kind", 0.2),
    )
}

# Where figures say for which day they were counted, the day of the page does not.
_FIGURES: Final = {
    **{
        f"stock.table.{zone}.{grain}": 1.5
        for zone in ("caption", "heading", "row", "group", "parent")
        for grain in ("as_of.day", "event.day")
    },
    "stock.table.note": 3.0,
    "stock.bracket.heading": 1.5,
    "stock.bracket.intro": 1.5,
    "stock.below.as_of.day": 2.0,
    **{
        f"stock.{way}.as_of.{grain}": weight
        for way, weight in (("intro", 2.5), ("heading", 1.0), ("lead_of_title", 1.5))
        for grain in ("day", "day.by_end", "month", "month.by_end", "year.by_end")
    },
    # "đến ngày ký", "sau đợt này", "trước phiên họp": the day of the act
    **{
        f"stock.{pointer}.{role}": weight
        for pointer, weight in (("act_day", 3.0), ("after_act", 1.0), ("before_act", 1.5))
        for role in ("decision", "issued", "event")
    },
    "stock.same_time.as_of": 1.0,
    "stock.published.act_day": -2.0,
    "stock.published.before_act": -0.8,
    "stock.paper.issued.issued.day": 1.0,
}

TIME: Final[dict[str, float]] = {
    **_every("same_clause", 0.8),
    **_every("before.near", 0.6),
    **_every("after", -0.4),
    **_every("after.crosses_count", -1.5),
    **_every("far", -0.4),
    **_every("to_come", -1.5),
    **_every("settled", -2.5),
    **_every("paired", 4.0),
    **_every("paired.other", -2.0),
    "flow.period.before": -3.0,
    "flow.period.after": -2.0,
    **_every("in_force_from", 1.0),
    **_every("of_paper.legal_basis", -3.0),
    **_every("of_paper.plan", -2.0),
    **_every("of_paper.other", -1.5),
    **_WAYS,
    **{f"flow.year.day_{way}": -0.5 for way in ("own", "paragraph", "lead", "title")},
    "expired.role.start": 3.0,
    "expired.to_come": 1.5,
    # what the total and the counts before were told for
    **_TOLD,
    # flows: decision, else the day of the event, else month or year
    "flow.none": 0.3,
    "flow.decision.own": 2.0,
    "flow.decision.carried": 2.0,
    "flow.decision.head": 0.5,
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
    **_FIGURES,
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
    "aim.published": -3.0,
    "flow.published": -1.0,
    "file.published": -0.5,
    "stock.batch": -2.0,
    "aim.batch": -3.0,
    "stock.period": -1.0,
    "aim.shape.range": -1.0,
    # files: the day of the meeting
    "file.none": 0.8,
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


PERIOD: Final[dict[str, float]] = {
    **_every("none", 1.0),
    "stock.none": 3.5,
    **_every("role.period", 1.0),
    **_every("role.plain", 0.6),
    **_every("role.deadline", -1.5),
    **_every("role.as_of", -1.5),
    **_every("role.start", -1.0),
    **_every("way.own", 0.6),
    **_every("way.above", -1.0),
    **_every("way.beyond", -2.0),
    **_every("way.title", 0.2),
    **_every("way.below", -1.5),
    **_every("same_clause", 0.8),
    **_every("before.near", 0.5),
    **_every("after", -0.3),
    **_every("after.crosses_count", -1.0),
    **_every("far", -0.4),
    **_every("paired", 4.0),
    **_every("paired.other", -2.0),
    **{
        f"{family}.told.{name}{ending}": weight
        for family in FAMILIES
        for ending in ("", ".none")
        for name, weight in (
            ("batch", 0.8),
            ("part_of.words", 2.0),
            ("part_of.sum", 1.0),
            ("sentence", 0.4),
            ("sentence.alike", 1.6),
            ("sentence.dated.alike", 0.4),
            ("paragraph.alike", 1.0),
            ("line.alike", 0.6),
        )
    },
}
