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
from extract.ner.network import Opinion


@dataclass(frozen=True, slots=True)
class Draft:
    """A count with its stars, kind, places, time and paper.

    ``reader`` tells who found it: ``rules`` in a sentence, ``table`` in a table.
    ``opinion`` is what the second reader says of the number; ``adds_up`` whether the parts
    told of this total, or with this part, make the total, None where nothing can be added.
    ``own_batch`` marks figures of tables that sum up what the paper itself recognises.
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
    opinion: Opinion | None = None
    adds_up: bool | None = None
    own_batch: bool = False
