"""A sentence as it is read: its clauses, and what is mentioned in it.

A *clause* is a run between commas, semicolons, brackets and the like: the smallest run
in which words belong together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from extract.mentions.cues import CueValue
from extract.mentions.numbers import Number
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.model import Block, Level, Mention, Place, Span

LOWER: Final = frozenset({Level.DISTRICT, Level.COMMUNE})
_USABLE: Final = frozenset({PlaceRole.SUBJECT, PlaceRole.ISSUER, PlaceRole.ADDRESS})


@dataclass(frozen=True, slots=True)
class Clause:
    """A run ``[start, end)`` of a sentence without a break inside; ``bracket`` if in ()."""

    start: int
    end: int
    bracket: bool = False


@dataclass(eq=False)
class Sentence:
    """A sentence, its clauses and the mentions inside it.

    ``heading`` holds the folded heading above it; ``cut`` tells its clauses; ``absences`` are
    the counts that are told without a numeral. What is asked again and again is kept once it
    was looked up, so nothing is changed after the mentions are put in.
    """

    index: int
    start: int
    end: int
    block: Block
    paragraph: int
    heading: str = ""
    cut: Callable[[Sentence], tuple[Clause, ...]] = lambda _: ()
    numbers: tuple[Number, ...] = ()
    absences: tuple[Number, ...] = ()
    stars: tuple[Mention, ...] = ()
    cues: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()
    decisions: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    rounds: tuple[Mention, ...] = ()

    def clause_at(self, offset: int) -> int:
        """Index of the clause that holds ``offset`` (the nearest one before it)."""
        return max(0, bisect_right(self._clause_starts, offset) - 1)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order; cut when first asked for: in most sentences nothing is counted."""
        return self.cut(self)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def told_kinds(self) -> list[tuple[Span, CueValue]]:
        """The cues of kinds, where they stand and what they say."""
        return [(cue.span, cue.value) for cue in self.cues if isinstance(cue.value, CueValue)]

    @cached_property
    def units(self) -> list[Mention]:
        """Place mentions that a count may belong to.

        Not goods, persons or levels; nor "các huyện", "16 xã, phường": what several unnamed
        units have together belongs to the unit above them.
        """
        return [
            m
            for m in self.places
            if isinstance(m.value, PlaceMention)
            and m.value.role in _USABLE
            and m.value.cue != "level"
            and not (m.value.plural and m.value.place.level in LOWER)
        ]

    @cached_property
    def place_ends(self) -> list[int]:
        """Where the names of places end."""
        return [
            m.span.end
            for m in self.places
            if isinstance(m.value, PlaceMention) and m.value.place.name is not None
        ]

    @cached_property
    def lower_unit_ends(self) -> list[int]:
        """Where mentions of districts and communes end."""
        return [
            m.span.end
            for m in self.places
            if isinstance(m.value, PlaceMention) and m.value.place.level in LOWER
        ]

    @cached_property
    def named_units(self) -> list[Mention]:
        """Those of the units that have a name."""
        return [
            m for m in self.units if isinstance(m.value, PlaceMention) and is_named(m.value.place)
        ]


def is_named(place: Place) -> bool:
    """Whether the text names the unit; a province must be one that there is."""
    return place.name is not None and (place.level is not Level.PROVINCE or place.code is not None)
