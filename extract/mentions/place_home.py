"""The province that a whole document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.places import find_places
from extract.model import Level, Mention
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP, Unit
from extract.text.normalise import fold

LEAD = 600
"""Letters that hold the headline and the lead of a news item."""
_SPEAKING = frozenset((PlaceRole.SUBJECT, PlaceRole.ISSUER))


def home_province(
    title: str,
    mentions: Sequence[Mention],
    source_province: str | None,
    *,
    regime: int = OLD_MAP,
    lead_end: int = LEAD,
) -> Unit | None:
    """The province that a document is about, or None where that would be a guess.

    A provincial publisher writes about its own province unless the headline names one
    other and the text does not speak of its own at all. Else the one province of the
    headline, else the one of the lead, else the only one of the text.

    Args:
        title: The headline.
        mentions: Places of the text (``find_places``), with or without a home.
        source_province: The publisher's province; None for national publishers.
        regime: The map in force when the text was written.
        lead_end: Where the lead ends; later where furniture stands above the text.
    """
    said = _votes(find_places(title, folded=fold(title), home=None, regime=regime))
    headline = _in_one_map(said, regime)
    text = _in_one_map(_votes(mentions), regime)
    own = _own(source_province, regime)
    if own is not None:
        elsewhere = len(headline) == 1 and own not in headline and own not in text
        return next(iter(headline)) if elsewhere else own
    if headline:
        return next(iter(headline)) if len(headline) == 1 else None
    lead = _in_one_map(_votes(m for m in mentions if m.span.start < lead_end), regime)
    found = lead or text
    return _dominant(found, text) if len(found) == 1 else None


def _dominant(found: Counter[Unit], text: Counter[Unit]) -> Unit | None:
    """The one province found, unless the text speaks half as often of some other."""
    unit = next(iter(found))
    rivals = (count for other, count in text.items() if other != unit)
    return None if max(rivals, default=0) * 2 >= text[unit] else unit


def _own(name: str | None, regime: int) -> Unit | None:
    if name is None:
        return None
    old = gazetteer().province(name, OLD_MAP)
    return gazetteer().province(name, regime) or (_in_map(old, regime) if old else None)


def _in_map(unit: Unit, regime: int) -> Unit:
    """The province itself or, after the merger, the one that it went into."""
    if regime == NEW_MAP and unit.regime == OLD_MAP:
        return gazetteer().successor(unit.code)
    return unit


def _in_one_map(votes: Counter[Unit], regime: int) -> Counter[Unit]:
    """Votes for old provinces counted for the new one, if more than one unit is named.

    A text of 2026 that names nothing but one old province is about that one.
    """
    if len(votes) == 1:
        return votes
    merged: Counter[Unit] = Counter()
    for unit, count in votes.items():
        merged[_in_map(unit, regime)] += count
    return merged


def _votes(mentions: Iterable[Mention]) -> Counter[Unit]:
    """How often a province, or a district in it, is a subject or has an office speak."""
    votes: Counter[Unit] = Counter()
    for mention in mentions:
        value = mention.value
        if isinstance(value, PlaceMention) and value.role in _SPEAKING:
            place = value.place
            regime = OLD_MAP if place.level is Level.DISTRICT else place.regime
            unit = gazetteer().province(place.province_code or "", regime)
            if unit is not None:
                votes[unit] += 1
    return votes
