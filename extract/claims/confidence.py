"""How sure a claim is, with named reasons for doubt that an analyst can read.

The last choice of reading: is the claim right, in place, count, star classes and kind? Its
features are how surely each of those was chosen, and the named doubts. Its weights are
learned from claims that were read without their labels (``ocop.train.calibrate``), so that
of the claims with a confidence of 0.9 nine in ten are right on new texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from extract.claims.choice import Candidate, Decide
from extract.claims.hearing import log_odds
from extract.model import Kind

if TYPE_CHECKING:
    from extract.claims.draft import Draft
    from extract.claims.place_meaning import Where

DOUBTS: Final = (
    "place_unknown",
    "place_inherited",
    "kind_close",
    "stars_close",
    "readers_disagree",
    "parts_do_not_add_up",
    "number_without_noun",
    "time_unknown",
    "result_to_come",
)
"""Every reason for doubt that a claim can carry, in the order in which they are told."""

RIGHT: Final[dict[str, float]] = {
    "always": 0.5,
    "sure.count": 0.2,
    "sure.kind": 0.6,
    "sure.stars": 0.3,
    "sure.place": 0.3,
    "place_unknown": -0.7,
    "place_inherited": -0.1,
    "kind_close": -0.3,
    "stars_close": -0.2,
    "readers_disagree": -0.5,
    "parts_do_not_add_up": -0.3,
    "number_without_noun": -0.1,
    "time_unknown": -0.1,
    "result_to_come": -4.0,
}
"""Weights set by hand, for where none are learned."""

_CLOSE: Final = 0.6
_TO_COME: Final = 0.45
"""Most that is trusted in a result of a day to come: labels of place, count, classes and
kind cannot teach it, for it is the time that is wrong."""


def confidence(
    draft: Draft, where: Where, published: str | None, decide: Decide
) -> tuple[float, tuple[str, ...]]:
    """Probability that the claim is right (0–1, three digits), and the doubts told of it.

    Args:
        draft: What was chosen.
        where: The place of this claim among the draft's.
        published: Day of publication.
        decide: Takes the decision ``right``.
    """
    doubts = tuple(_doubts(draft, where, published))
    right = Candidate(True, _features(draft, where) | dict.fromkeys(doubts, 1.0))
    choice = decide("right", draft.count, [right, Candidate(False, {})])
    probability = choice.probability if choice.value else 1 - choice.probability
    if "result_to_come" in doubts:
        probability = min(probability, _TO_COME)
    return round(probability, 3), doubts


def _features(draft: Draft, where: Where) -> dict[str, float]:
    """How surely each part of the claim was chosen, and by whom."""
    features = {
        "always": 1.0,
        "sure.count": log_odds(draft.count.probability),
        "sure.kind": log_odds(draft.kind.probability),
        "sure.stars": log_odds(draft.stars.probability),
        "sure.place": log_odds(where.probability),
        f"kind.{draft.kind.value}": 1.0,
        f"reader.{draft.reader}": 1.0,
    }
    if draft.adds_up:
        features["parts_add_up"] = 1.0
    if draft.opinion is not None:
        features["second.kind"] = log_odds(draft.opinion["kind"][draft.kind.value.value])
    return features


def _doubts(draft: Draft, where: Where, published: str | None) -> Iterator[str]:
    """In the order of ``DOUBTS``."""
    if where.place.name is None:
        yield "place_unknown"
    elif where.inherited and where.span is None:
        yield "place_inherited"
    if draft.kind.probability < _CLOSE:
        yield "kind_close"
    if draft.stars.probability < _CLOSE:
        yield "stars_close"
    if draft.opinion and _most_likely(draft.opinion["kind"]) != draft.kind.value.value:
        yield "readers_disagree"
    if draft.adds_up is False:
        yield "parts_do_not_add_up"
    if draft.count.bare:
        yield "number_without_noun"
    if draft.when.as_of is None:
        yield "time_unknown"
    if published and _is_result_to_come(draft, published):
        yield "result_to_come"


def _most_likely(shares: Mapping[str, float]) -> str:
    return max(shares, key=shares.__getitem__)


def _is_result_to_come(draft: Draft, published: str) -> bool:
    """Whether a result is told for a day after that of publication: a target misread, or a slip.

    Lapses are known beforehand: "sang năm có 52 sản phẩm hết hạn" is as it should be.
    """
    day = (draft.when.as_of or "").partition("/")[0].rstrip("~?%")
    return draft.kind.value in _RESULTS and day[:10] > published[: len(day[:10])]


_RESULTS = (Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.CUMULATIVE, Kind.IN_FORCE)
