"""How a pattern can begin, so that it is tried only where a text does.

A table of rules names some hundred first words. To search a text for each rule is to try
every letter of it as many times; to look at the first letters of each word once, and to try
the rules that can begin so, takes a tenth of that and finds the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any, Final

try:  # how Python itself reads patterns; without it every rule searches the whole text
    import re._constants as sre  # type: ignore[import-not-found]
    import re._parser as parser  # type: ignore[import-not-found]
except ImportError:
    parser = None

LENGTH: Final = 3
"""Letters of a beginning that are told apart."""
_WORD = re.compile(r"\w+|(?<!\w)\W")
_NUMBER = re.compile(r"\d+")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")

_Heads = frozenset[str]


class Place(Enum):
    """Where in a text a pattern may begin."""

    WORD = "where no letter or digit stands before"
    NUMBER = "where a number begins"
    DIGIT = "at any digit"


class Beginnings:
    """Where the words and numbers of a text begin, and with which letters."""

    def __init__(self, folded: str) -> None:
        self._folded = folded

    @cached_property
    def known(self) -> bool:
        """Whether they can be relied on: patterns tell digits of our own script only."""
        return _FOREIGN_DIGIT.search(self._folded) is None

    def at(self, place: Place) -> list[tuple[int, str]]:
        """Every such place of the text, with its first letters."""
        if place is Place.WORD:
            return self._words
        return self._numbers if place is Place.NUMBER else self._digits

    @cached_property
    def _words(self) -> list[tuple[int, str]]:
        return self._told([match.start() for match in _WORD.finditer(self._folded)])

    @cached_property
    def _numbers(self) -> list[tuple[int, str]]:
        return self._told([match.start() for match in _NUMBER.finditer(self._folded)])

    @cached_property
    def _digits(self) -> list[tuple[int, str]]:
        spans = [match.span() for match in _NUMBER.finditer(self._folded)]
        return self._told([digit for start, end in spans for digit in range(start, end)])

    def _told(self, starts: list[int]) -> list[tuple[int, str]]:
        folded = self._folded
        return [(start, folded[start : start + LENGTH]) for start in starts]


@lru_cache(maxsize=8)  # the tables of a few concepts look at one text in turn
def beginnings(folded: str) -> Beginnings:
    """The beginnings of a text, which are the same for every table."""
    return Beginnings(folded)


def opening(pattern: re.Pattern[str]) -> tuple[Place, frozenset[str]] | None:
    """Where a match can begin, and with which letters, at most ``LENGTH`` of them.

    None where it may begin with anything, or in the middle of a word.
    """
    if parser is None or pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return None
    tree = list(parser.parse(pattern.pattern))
    unfinished, finished = _after(tree, frozenset({""}))
    found = unfinished | finished
    if "" in found:
        return None
    if _excludes(tree, 0, sre.CATEGORY_WORD):
        return Place.WORD, found
    if all(head[0].isdecimal() for head in found):
        return Place.NUMBER if _begins_number(tree) else Place.DIGIT, found
    return None


def _begins_number(tree: Sequence[Any]) -> bool:
    r"""Whether no digit may stand before the first one: ``\d(?<![\d/]\d)``."""
    while tree and tree[0][0] is sre.SUBPATTERN:
        tree = list(tree[0][1][3])
    seen = 0
    while seen < len(tree) and tree[seen][0] in (sre.LITERAL, sre.IN):
        seen += 1
    return any(_excludes(tree, place, sre.CATEGORY_DIGIT, place) for place in range(1, seen + 1))


def _excludes(tree: Sequence[Any], place: int, category: Any, back: int = 0) -> bool:
    """Whether an item is "none of the category before", ``back`` letters farther back."""
    if place >= len(tree):
        return False
    operation, argument = tree[place]
    if operation is not sre.ASSERT_NOT or argument[0] != -1 or len(argument[1]) != back + 1:
        return False
    inner, among = argument[1][0]
    if inner is not sre.IN or any(kind is sre.NEGATE for kind, _ in among):
        return False
    names = {value for kind, value in among if kind is sre.CATEGORY}
    return category in names or sre.CATEGORY_WORD in names


# ── beginnings, item by item ─────────────────────────────────────────────────────────
# What goes on is unfinished; what is long enough, or before what may be anything, finished.


def _after(items: Iterable[Any], heads: _Heads) -> tuple[_Heads, _Heads]:
    """Beginnings that go on after a run of items, and those that are finished."""
    finished: _Heads = frozenset()
    for operation, argument in items:
        if not heads:
            break
        heads, more = _step(operation, argument, heads)
        finished |= more
    return heads, finished


def _step(operation: Any, argument: Any, heads: _Heads) -> tuple[_Heads, _Heads]:
    if operation in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
        return heads, frozenset()
    if operation is sre.LITERAL:
        return _grown(heads, [chr(argument)])
    if operation is sre.IN:
        letters = _letters(argument)
        if letters is not None:
            return _grown(heads, letters)
    if operation is sre.SUBPATTERN:
        return _after(argument[3], heads)
    if operation is sre.ATOMIC_GROUP:
        return _after(argument, heads)
    if operation is sre.BRANCH:
        ways = [_after(branch, heads) for branch in argument[1]]
        return frozenset().union(*(w[0] for w in ways)), frozenset().union(*(w[1] for w in ways))
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _repeated(argument, heads)
    return frozenset(), heads


def _repeated(argument: Any, heads: _Heads) -> tuple[_Heads, _Heads]:
    least, most, items = argument
    unfinished = heads if least == 0 else frozenset()
    finished: _Heads = frozenset()
    for times in range(1, min(most, LENGTH) + 1):
        heads, more = _after(items, heads)
        finished |= more
        if times >= min(least, LENGTH):
            unfinished |= heads
    return unfinished, finished


def _grown(heads: _Heads, letters: Iterable[str]) -> tuple[_Heads, _Heads]:
    grown = frozenset(head + letter for head in heads for letter in letters)
    finished = frozenset(head for head in grown if len(head) >= LENGTH)
    return grown - finished, finished


def _letters(among: Any) -> list[str] | None:
    """The letters of a class, foreign digits left out; None where they are too many to tell."""
    found: list[str] = []
    for operation, argument in among:
        if operation is sre.LITERAL:
            found.append(chr(argument))
        elif operation is sre.RANGE and argument[1] - argument[0] < 100:
            found += map(chr, range(argument[0], argument[1] + 1))
        elif operation is sre.CATEGORY and argument is sre.CATEGORY_DIGIT:
            found += "0123456789"
        else:
            return None
    return found
