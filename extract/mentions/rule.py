r"""One rule of reading: a pattern, what it means, and the texts that prove it.

Each file of this room is a table ``RULES`` for one concept. A rule carries its own
examples and counter-examples, and one test runs them all. Patterns are written for the
view that ``extract.text.normalise.fold`` makes: lower case, new-style tone marks,
``-`` for every dash, and the same length as the text, so that a match needs no mapping.

So that reading stays linear on any input, every repeat in a pattern has an upper bound
(``\d{1,9}``, never ``\d+``), and a repeat that holds another one holds it in an atomic
group (``(?>, ?\d{1,3}){0,20}``). The tests check this for every rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.model import Mention, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """How one way of writing is recognised and read.

    Attributes:
        id: Stable name, ``concept.way`` (``date.day_dotted``); goes into ``Mention.rule``.
        pattern: Compiled for the folded view. The mention is the group ``span`` if the
            pattern has one, else the whole match; what lies outside is only context.
        read: The value of a match, or None when it only looks like one (31/02, 22/23).
        note: Why the rule exists and where its form was seen or is laid down.
        examples: Texts with the value read there; the rule finds exactly this one.
        counter_examples: Texts in which the rule finds nothing.
        needs: Folded substrings of which the text must hold at least one. An empty tuple
            asks for none. They spare a text without them the slower search.
    """

    id: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], T | None]
    note: str = ""
    examples: tuple[tuple[str, T], ...] = ()
    counter_examples: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def matches(self, folded: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of every match that can be read, left to right."""
        if self.may_match(folded):
            for match in self.pattern.finditer(folded):
                yield from self._told(match)

    def matches_at(self, folded: str, starts: Iterable[int]) -> Iterator[tuple[int, int, T]]:
        """The same where matches can begin at ``starts`` only (in order)."""
        reached = 0
        for start in starts:
            match = self.pattern.match(folded, start) if start >= reached else None
            if match is not None:
                yield from self._told(match)
                reached = match.end()

    def may_match(self, folded: str) -> bool:
        """Whether the text holds what the rule needs."""
        for word in self.needs:
            if word in folded:
                return True
        return not self.needs

    def _told(self, match: re.Match[str]) -> Iterator[tuple[int, int, T]]:
        value = self.read(match)
        if value is not None:
            start, end = match.span(self.pattern.groupindex.get("span", 0))
            if start < 0:  # the group stands in another branch of the pattern
                start, end = match.span()
            yield start, end, value


def longest_first(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep of overlapping mentions the longest, then the earliest, then the first given.

    Returns the kept ones in the order of the text.
    """
    ranked = sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start))
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in ranked:
        place = bisect_left(starts, mention.span.start)
        if _is_free(kept, place, mention.span):
            starts.insert(place, mention.span.start)
            kept.insert(place, mention)
    return kept


def _is_free(kept: Sequence[Mention], place: int, span: Span) -> bool:
    """Whether ``span`` overlaps neither neighbour of its place among the kept."""
    after_left = place == 0 or kept[place - 1].span.end <= span.start
    before_right = place == len(kept) or span.end <= kept[place].span.start
    return after_left and before_right
