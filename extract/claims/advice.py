"""What the second reader says, as features among the others of each choice.

It advises on counts, kinds, star classes, potential 5 stars, places and times. It adds no
candidate: what nobody wrote cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.hearing import Heard, log_odds, log_share, unit
from extract.claims.place_told import Named
from extract.mentions.stars import StarValue
from extract.model import Kind
from extract.ner.network import Opinion
from extract.ner.pointers import NOTHING

T = TypeVar("T")


class Advised:
    """A decision that also hears the second reader; where that says nothing, as before."""

    def __init__(self, decide: Decide, heard: Heard) -> None:
        self._decide = decide
        self._heard = heard

    def __call__(self, field: str, count: object, candidates: Sequence[Candidate[T]]) -> Choice[T]:
        """Add the opinion on this number to each candidate, then decide."""
        assert isinstance(count, Count)
        opinion = self._heard.get(count.start)
        if opinion is not None:
            candidates = [_advised(field, count, candidate, opinion) for candidate in candidates]
        return self._decide(field, count, candidates)


def is_opinion(feature: str) -> bool:
    """Whether a feature is what the second reader says, or follows from it."""
    name = feature.rpartition("|")[2].removeprefix("agrees.")
    return name.split(".")[0] == "second" or name == "readers_disagree"


def _advised(field: str, count: Count, candidate: Candidate[T], opinion: Opinion) -> Candidate[T]:
    told = _told(field, count, candidate.value, opinion)
    return Candidate(candidate.value, candidate.read, candidate.span, told) if told else candidate


def _told(field: str, count: Count, value: object, opinion: Opinion) -> dict[str, float]:
    """The opinion on one value of one field."""
    if field == "count" and value is True:
        odds = -log_odds(opinion["kind"]["none"])
        return {"second": odds, f"second.{count.number.noun}": odds}
    if isinstance(value, Kind):
        share = log_share(opinion, "kind", value.value)
        return {"agrees.second": share, f"{value}|second": share}
    if isinstance(value, StarValue):
        return _of_stars("".join(map(str, value.stars)), opinion)
    if field == "potential" and value is True:
        return {"second": log_odds(opinion["potential5"]["yes"])}
    if isinstance(value, Named):
        share = log_share(opinion, "level", value.place.level.value)
        named = unit(value.place.level, value.place.name) if value.place.name else NOTHING
        unit_share = log_share(opinion, "place", named)
        return {
            "second": share,
            f"second.{value.place.level}": share,
            "second.unit": unit_share,
            f"second.unit.{value.place.level}": unit_share,
        }
    if field in ("time", "period") and isinstance(value, tuple):
        time, anchor = value
        share = log_share(opinion, field, time or NOTHING)
        return {"second": share, f"second.{anchor}": share}
    return {}


def _of_stars(told: str, opinion: Opinion) -> dict[str, float]:
    """As a class that counts have, and as one that the text prints."""
    return {
        "second": log_share(opinion, "stars", told if told in opinion["stars"] else "other"),
        "second.printed": log_share(opinion, "classes", told),
    }
