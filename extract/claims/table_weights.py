"""The weights of the choices for figures of tables, set by hand.

The nearer the words, the more they weigh: the head of the row and the title of the column
say what a figure counts, the line and the headings above it what they leave open.
"""

from __future__ import annotations

from typing import Final

from extract.model import Kind

_TABLE_COUNT: Final[dict[str, float]] = {
    "table.cell": 0.5,
    "table.column.product": 1.5,
    "table.column.kind": 1.5,
    "table.column.place": 1.0,
    "table.column.year": 1.0,
    "table.column.neutral": 0.8,
    "table.column.untitled": -1.0,
    "table.column.unknown": -1.5,
    "table.column.other": -6.0,
    "table.row.product": 1.5,
    "table.row.place": 1.0,
    "table.row.total": 0.8,
    "table.row.kind": 1.2,
    "table.row.year": 0.8,
    "table.row.unknown": -3.0,
    "table.row.other": -6.0,
    "table.unit.product": 2.0,
    "table.unit.other": -6.0,
    "table.above.product": 0.5,
    "table.above.other": -0.8,
}
_TABLE_STARS: Final[dict[str, float]] = {
    "table.none": 1.0,
    "table.none.beside_classes": 2.0,
    "table.row": 4.5,
    "table.column": 4.5,
    "table.group": 3.5,
    "table.parent": 2.5,
    "table.caption": 1.2,
    "table.heading": 1.4,
}
_TABLE_PLACE: Final[dict[str, float]] = {
    "table.row": 4.5,
    "table.column": 4.0,
    "table.group": 2.6,
    "table.caption": 1.6,
    "table.heading": 1.6,
    "table.headline": 0.6,
    "table.headline.district": 0.8,
    "table.headline.commune": 0.8,
    "table.home": 1.2,
    "table.nation.opening": 1.5,
}
_ZONES: Final[dict[str, float]] = {
    "column": 1.2,
    "row": 1.3,
    "group": 1.0,
    "parent": 0.6,
    "caption": 0.7,
    "heading": 0.6,
    "headline": 0.25,
}
_FIRM: Final[dict[int, float]] = {1: 0.6, 2: 2.2, 3: 3.4}
_FAMILIES: Final = ("flow", "stock", "aim", "file")


def _table_kind() -> dict[str, float]:
    """A cue of a column or row is firm; an aim told above governs what stands below it."""
    weights = {
        f"agrees.table.{zone}.cue{strength}": round(near * firm, 2)
        for zone, near in _ZONES.items()
        for strength, firm in _FIRM.items()
    }
    weights |= {
        f"agrees.table.{zone}.cue{strength}.beyond": round(0.2 * near * firm, 2)
        for zone, near in _ZONES.items()
        for strength, firm in _FIRM.items()
    }
    weights |= {f"agrees.table.governed.{zone}": 6.0 for zone in _ZONES if zone != "headline"}
    weights |= {
        f"{Kind.NEW}|table.always": 0.6,
        f"{Kind.CUMULATIVE}|table.always": 0.6,
        f"{Kind.NEW}|table.dated": 0.8,
        f"{Kind.NEW}|table.result": 0.6,
        f"{Kind.TARGET}|table.result": -9.0,
        f"{Kind.FORECAST}|table.result": -7.0,
        f"{Kind.CUMULATIVE}|table.sum_of_years": 2.0,
        "agrees.table.told": 1.0,
        "agrees.table.part_of": 3.0,
    }
    return weights


def _table_time() -> dict[str, float]:
    """Years of the row and the column come before what is told above the table."""
    near = {"row": 4.0, "column": 4.0, "group": 3.5, "caption": 2.4, "heading": 1.8}
    near["headline"] = 0.9
    weights = {f"{f}.table.{zone}": amount for f in _FAMILIES for zone, amount in near.items()}
    for family in _FAMILIES:
        weights |= {
            f"{family}.table.none": 0.3,
            f"{family}.table.sum_of_years": 4.5,
            f"{family}.table.period": 2.0,
            f"{family}.table.told": 2.6,
            f"{family}.table.role.comparison": -4.0,
            f"{family}.table.role.start": -2.5,
        }
    return weights | {
        "flow.table.decision": 2.8,
        "flow.table.role.deadline": -2.0,
        "stock.table.none": -1.0,
        "stock.table.published": 1.2,
        "stock.table.role.as_of": 1.0,
        "flow.table.role.as_of": 0.5,
        "file.table.role.as_of": 1.0,
        # the day of a letter that an annex comes with, or of a paper that it carries out
        "stock.table.role.decision": -1.5,
        "file.table.role.decision": -1.0,
        "stock.table.shape.day": 0.8,
        "aim.table.role.deadline": 1.0,
        "aim.table.role.issued": -3.0,
        "aim.table.role.decision": -3.0,
    }


TABLE: Final[dict[str, dict[str, float]]] = {
    "count": _TABLE_COUNT,
    "stars": _TABLE_STARS,
    "kind": _table_kind(),
    "place": _TABLE_PLACE,
    "time": _table_time(),
}
