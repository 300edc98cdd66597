"""What a naming of star classes says: the set of classes, and how it was told."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANKS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
RANK = r"(?:\(0?[1-5]\)|0?[1-5]|một|hai|ba|bốn|năm)"
"""A class from one to five, in digits, in brackets or in words."""
_RANK = re.compile(RANK)
_REPEATED = re.compile(r"(?<=\w) ?\(0?[1-5]\)")


@dataclass(frozen=True, slots=True)
class StarValue:
    """The classes that are named: ``stars`` sorted; ``listed`` in the printed order.

    ``potential`` marks "tiềm năng 5 sao", ``national`` "5 sao cấp quốc gia";
    ``moved_from`` the class left by an upgrade.
    """

    stars: tuple[int, ...]
    listed: tuple[int, ...] = ()
    potential: bool = False
    national: bool = False
    moved_from: int | None = None


def rank_of(printed: str) -> int:
    """The class of a numeral or number word."""
    word = printed.strip(" ()")
    return _RANKS.get(word) or int(word)


def ranks_of(printed: str) -> tuple[int, ...]:
    """Every class of a run such as "3 sao, 4 sao và 5 sao", in its order."""
    plain = _REPEATED.sub("", printed)
    return tuple(rank_of(found) for found in _RANK.findall(plain))


def one(match: re.Match[str]) -> StarValue:
    """One class, in the group ``rank``."""
    rank = ranks_of(match["rank"])[0]
    return StarValue((rank,), (rank,))


def named(printed: str) -> StarValue:
    """One class, printed by itself."""
    rank = rank_of(printed)
    return StarValue((rank,), (rank,))


def or_more(match: re.Match[str]) -> StarValue:
    """A class and all above it."""
    rank = ranks_of(match["rank"])[0]
    return StarValue(tuple(range(rank, 6)), (rank,))


def bounds(match: re.Match[str]) -> StarValue | None:
    """All classes between two, if they rise."""
    low, high = ranks_of(match["low"])[0], ranks_of(match["high"])[0]
    if low >= high:
        return None
    return StarValue(tuple(range(low, high + 1)), (low, high))


def several(match: re.Match[str]) -> StarValue | None:
    """Classes in a row, each once."""
    listed = ranks_of(match.group())
    if len(set(listed)) != len(listed):
        return None
    return StarValue(tuple(sorted(listed)), listed)


def move(match: re.Match[str]) -> StarValue | None:
    """The class that an upgrade reaches."""
    low, high = ranks_of(match["low"])[0], ranks_of(match["high"])[0]
    return StarValue((high,), (high,), moved_from=low) if low < high else None


def asterisks(match: re.Match[str]) -> StarValue | None:
    """As many stars as are drawn."""
    count = len(match["stars"].replace(" ", ""))
    return StarValue((count,), (count,)) if count <= 5 else None


def move_open(match: re.Match[str]) -> StarValue | None:
    """One class up from the one that is left."""
    left = ranks_of(match["a"] or match["b"])[0]
    return StarValue((left + 1,), (left + 1,), moved_from=left) if left < 5 else None


_BANDS = {50: 3, 70: 4, 90: 5}


def points(match: re.Match[str]) -> StarValue:
    """The class of a band of points."""
    rank = _BANDS[int(match["low"])]
    if match["high"] is None and rank == 3:
        return StarValue((3, 4, 5), (3,))
    return StarValue((rank,), (rank,), potential=rank == 5)


def score(match: re.Match[str]) -> StarValue | None:
    """The class of a score."""
    points = int(match["points"])
    rank = max((rank for low, rank in _BANDS.items() if points >= low), default=0)
    return StarValue((rank,), (rank,), potential=rank == 5) if rank else None


def potential(match: re.Match[str]) -> StarValue | None:
    """Potential five stars; other classes are never potential."""
    rank = ranks_of(match["rank"])[0]
    return StarValue((rank,), (rank,), potential=True) if rank == 5 else None


def with_potential(match: re.Match[str]) -> StarValue:
    """A class together with potential five stars."""
    rank = ranks_of(match["rank"])[0]
    return StarValue(tuple(sorted({rank, 5})), (rank, 5))


def national(match: re.Match[str]) -> StarValue | None:
    """Five stars that the nation has given."""
    rank = ranks_of(match["rank"])[0]
    return StarValue((rank,), (rank,), national=True) if rank == 5 else None
