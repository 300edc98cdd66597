"""What the columns of a list of products hold, and which columns make such a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.model import Kind, Span


class Holds(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"
    NAME = "name"
    PRODUCER = "producer"
    NAME_PRODUCER = "name_producer"
    PRODUCER_NAME = "producer_name"
    PRODUCER_ADDRESS = "producer_address"
    ADDRESS = "address"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    GROUP = "group"
    SCORE = "score"
    STARS = "stars"
    BEFORE = "before"
    MARK = "mark"
    STANDING = "standing"
    NOTE = "note"
    MONEY = "money"
    AMOUNT = "amount"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds; in columns of marks the class or standing that a mark gives.

    ``title`` is where that class is printed. ``again``: a column before it has the same title
    and holds the same, as where an amendment prints what was beside what is.
    """

    holds: Holds
    stars: int | None = None
    standing: Kind | None = None
    title: Span | None = field(default=None, compare=False)
    again: bool = False


PLACED = (Holds.ADDRESS, Holds.COMMUNE, Holds.DISTRICT, Holds.PROVINCE)
"""Columns that hold a place."""
_JUDGED = (Holds.SCORE, Holds.STARS, Holds.MARK, Holds.BEFORE)
MADE = (Holds.PRODUCER, Holds.PRODUCER_ADDRESS)
"""Columns that hold the producer."""
OF_CLASS = (Holds.STARS, Holds.BEFORE, Holds.STANDING)
"""Columns that tell the class, or what it was before."""
NAMED = (Holds.NAME, Holds.NAME_PRODUCER, Holds.PRODUCER_NAME)
"""Columns that hold the name of the product."""


def are_of_list(columns: Sequence[Column | None]) -> bool:
    """Whether these are the columns of a list of products.

    Lists of producers name no products, lists of council members neither; lists of money
    and of goods to deliver tell sums and amounts.
    """
    held = {column.holds for column in columns if column is not None}
    if Holds.MONEY in held or not held.intersection(NAMED):
        return False
    if Holds.AMOUNT in held and not held.intersection(_JUDGED):
        return False
    joined = held.intersection((Holds.NAME_PRODUCER, Holds.PRODUCER_NAME))
    return bool(joined or held.intersection((*PLACED, *_JUDGED, *MADE)))
