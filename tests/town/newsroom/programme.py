"""OCOP of one province through the years: made-up numbers that agree with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from town.places import MERGERS, Place

FIRST, LAST = 2019, 2026
VALID_YEARS = 3
"""A certificate runs 36 months (Decision 148/QĐ-TTg)."""


@dataclass(frozen=True, slots=True)
class Stars:
    """Products by class."""

    five: int = 0
    four: int = 0
    three: int = 0

    @property
    def all(self) -> int:
        """Three stars and up."""
        return self.five + self.four + self.three

    def __add__(self, other: Stars) -> Stars:
        """Sum by class."""
        return Stars(self.five + other.five, self.four + other.four, self.three + other.three)


@dataclass(frozen=True, slots=True)
class Batch:
    """What was recognised in a year, and by which decision."""

    year: int
    stars: Stars
    number: int
    signed: date

    @property
    def decision(self) -> str:
        """Number as printed."""
        return f"{self.number}/QĐ-UBND"

    @property
    def day(self) -> str:
        """Day of signing as printed."""
        return f"{self.signed.day}/{self.signed.month}/{self.signed.year}"


@dataclass(frozen=True, slots=True)
class Programme:
    """Batches of a province, and what they add up to."""

    place: Place
    batches: tuple[Batch, ...]
    inherited: Stars

    @classmethod
    def of(cls, place: Place) -> Programme:
        """The programme of a province; the same numbers whenever it is asked."""
        chance = Random(int(place.code))
        batches = []
        for year in range(FIRST, LAST + 1):
            five = chance.choice((0, 0, 0, 1, 2)) if year > FIRST else 0
            stars = Stars(five, chance.randint(4, 19), chance.randint(14, 58))
            signed = date(year, 12 if year < LAST else 9, chance.randint(8, 27))
            batches.append(Batch(year, stars, chance.randint(412, 4380), signed))
        inherited = Stars(1, chance.randint(21, 44), chance.randint(90, 190))
        return cls(place, tuple(batches), inherited if place.fate == "takes" else Stars())

    def signed_by(self, day: date) -> list[Batch]:
        """Batches recognised by a day, oldest first."""
        return [batch for batch in self.batches if batch.signed <= day]

    def latest(self, day: date) -> Batch:
        """The last batch recognised by a day; the first one when there is none yet."""
        return (self.signed_by(day) or [self.batches[0]])[-1]

    def total(self, day: date) -> Stars:
        """All that was ever recognised by a day, with what a merger brought."""
        parts = [batch.stars for batch in self.signed_by(day)]
        return sum(parts, self.inherited if day >= MERGERS else Stars())

    def in_force(self, day: date) -> Stars:
        """What was recognised within 36 months before a day."""
        since = day.replace(year=day.year - VALID_YEARS, day=min(day.day, 28))
        parts = [batch.stars for batch in self.signed_by(day) if batch.signed > since]
        return sum(parts, self.inherited if day >= MERGERS else Stars())
