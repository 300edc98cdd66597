"""What the second reader says, as features among the others of each choice.

It advises on counts, kinds, star classes, potential 5 stars, places and times. It adds no
candidate: what nobody wrote cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.hearing import Heard, log_odds, log_share, unit
from extract.claims.place_told import Named
from extract.claims.time_pool import Time
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
    says = _SAYS.get(type(value))
    return says(field, count, value, opinion) if says is not None else {}


def _of_yes(field: str, count: Count, value: bool, opinion: Opinion) -> dict[str, float]:
    """On a number being a count of products, and on a count being one of potential 5 stars."""
    if not value:
        return {}
    if field == "count":
        odds = -log_odds(opinion["kind"]["none"])
        return {"second": odds, f"second.{count.number.noun}": odds}
    return {"second": log_odds(opinion["potential5"]["yes"])} if field == "potential" else {}


_OF_KINDS: Final = {kind: (kind.value, f"{kind}|second") for kind in Kind}


def _of_kind(_field: str, _count: Count, value: Kind, opinion: Opinion) -> dict[str, float]:
    answer, name = _OF_KINDS[value]
    share = log_share(opinion, "kind", answer)
    return {"agrees.second": share, name: share}


def _of_place(_field: str, _count: Count, value: Named, opinion: Opinion) -> dict[str, float]:
    level, name = value.place.level, value.place.name
    share = log_share(opinion, "level", level.value)
    unit_share = log_share(opinion, "place", unit(level, name) if name else NOTHING)
    return {
        "second": share,
        f"second.{level}": share,
        "second.unit": unit_share,
        f"second.unit.{level}": unit_share,
    }


def _of_time(field: str, _count: Count, value: Time, opinion: Opinion) -> dict[str, float]:
    """On an ``as_of`` or a period."""
    if field not in ("time", "period"):
        return {}
    time, anchor = value
    share = log_share(opinion, field, time or NOTHING)
    return {"second": share, f"second.{anchor}": share}


def _of_stars(_field: str, _count: Count, value: StarValue, opinion: Opinion) -> dict[str, float]:
    """As a class that counts have, and as one that the text prints."""
    told = "".join(map(str, value.stars))
    return {
        "second": log_share(opinion, "stars", told if told in opinion["stars"] else "other"),
        "second.printed": log_share(opinion, "classes", told),
    }


_SAYS: Final[Mapping[type, Callable[[str, Count, Any, Opinion], dict[str, float]]]] = {
    bool: _of_yes,
    Kind: _of_kind,
    StarValue: _of_stars,
    Named: _of_place,
    tuple: _of_time,
}
"""What is told of a value, by what it is."""
