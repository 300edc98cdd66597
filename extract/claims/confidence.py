"""How sure a claim is, with named reasons for doubt that an analyst can read.

The probability is that of the weakest choice, lowered by named doubts. It is set by
hand and not calibrated yet; it orders the review queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.model import Kind

if TYPE_CHECKING:
    from extract.claims.draft import Draft
    from extract.claims.place_meaning import Where

DOUBTS: Final[dict[str, float]] = {
    "place_unknown": 0.5,
    "place_inherited": 0.95,
    "kind_close": 0.8,
    "stars_close": 0.85,
    "number_without_noun": 0.9,
    "time_unknown": 0.9,
    "result_to_come": 0.5,
}
"""Factor of each doubt."""


def confidence(
    draft: Draft, where: Where, published: str | None = None
) -> tuple[float, tuple[str, ...]]:
    """Probability (0–1, three digits) and the named doubts, in a fixed order."""
    doubts = []
    if where.place.name is None:
        doubts.append("place_unknown")
    elif where.inherited and where.span is None:
        doubts.append("place_inherited")
    if draft.kind.probability < 0.6:
        doubts.append("kind_close")
    if draft.stars.probability < 0.6:
        doubts.append("stars_close")
    if draft.count.bare:
        doubts.append("number_without_noun")
    if draft.when.as_of is None:
        doubts.append("time_unknown")
    if published and _is_result_to_come(draft, published):
        doubts.append("result_to_come")
    value = min(draft.count.probability, 0.5 + draft.kind.probability / 2, 0.98)
    for doubt in doubts:
        value *= DOUBTS[doubt]
    return round(value, 3), tuple(doubts)


def _is_result_to_come(draft: Draft, published: str) -> bool:
    """Whether a result is told for a day after that of publication: a target misread, or a slip.

    Lapses are known beforehand: "sang năm có 52 sản phẩm hết hạn" is as it should be.
    """
    day = (draft.when.as_of or "").partition("/")[0].rstrip("~?%")
    return draft.kind.value in _RESULTS and day[:10] > published[: len(day[:10])]


_RESULTS = (Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.CUMULATIVE, Kind.IN_FORCE)
