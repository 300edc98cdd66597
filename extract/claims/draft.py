"""Everything that was chosen for one count, before it becomes claims."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claims.choice import Choice
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.place_meaning import Where
from extract.claims.times import When
from extract.mentions.stars import StarValue
from extract.model import DecisionRef, Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """A count with its stars, kind, places, time and paper.

    ``reader`` tells who found it: ``rules`` in a sentence, ``table`` in a table.
    """

    count: Count
    stars: Choice[StarValue]
    potential: bool
    kind: Choice[Kind]
    places: tuple[Where, ...]
    when: When
    paper: DecisionRef | None
    link: Link | None
    reader: str = "rules"
