"""The rules of one concept, looked for together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Generic, TypeVar

from extract.mentions.openings import LENGTH, Beginnings, Place, beginnings, opening
from extract.mentions.rule import Rule, longest_first
from extract.model import Label, Mention, Span

T = TypeVar("T")

_MOST: Final = 1 << 14
"""Beginnings of words that are remembered; a language has some thousands."""


class _Heads(dict[str, tuple[int, ...]]):
    """Which rules (by number) a text may fit that begins with some letters."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: dict[str, list[int]] = {}

    def add(self, head: str, rule: int) -> None:
        self._rules.setdefault(head, []).append(rule)

    def __missing__(self, letters: str) -> tuple[int, ...]:
        if len(self) >= _MOST:
            self.clear()
        heads = (letters[:size] for size in range(1, LENGTH + 1) if size <= len(letters))
        fit = self[letters] = tuple(sorted({r for h in heads for r in self._rules.get(h, ())}))
        return fit


class Table(Generic[T]):
    """Finds what any of its rules finds, trying each only where its pattern can begin."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        """Take the rules of a concept; earlier rules win a tie."""
        self._rules = tuple(rules)
        self._heads: dict[Place, _Heads] = {}
        self._searched: set[int] = set()
        for number, rule in enumerate(self._rules):
            found = opening(rule.pattern)
            if found is None:
                self._searched.add(number)
                continue
            place, heads = found
            for head in heads:
                self._heads.setdefault(place, _Heads()).add(head, number)

    def find(self, text: str, folded: str, label: Label) -> list[Mention]:
        """Mentions of the concept in ``text``, left to right, none overlapping another.

        Args:
            text: NFC text; spans are cut from it.
            folded: ``fold(text)``, of the same length.
            label: What the mentions are labelled.
        """
        return longest_first(
            Mention(Span.of(text, start, end), label, value, rule.id)
            for rule, start, end, value in self.matches(folded)
        )

    def matches(self, folded: str) -> Iterator[tuple[Rule[T], int, int, T]]:
        """What each rule finds, rule by rule."""
        text = beginnings(folded)
        starts = self._starts(text) if text.known else None
        for number, rule in enumerate(self._rules):
            if number in self._searched or starts is None:
                found = rule.matches(folded)
            elif number in starts and rule.may_match(folded):
                found = rule.matches_at(folded, starts[number])
            else:
                continue
            for start, end, value in found:
                yield rule, start, end, value

    def _starts(self, text: Beginnings) -> dict[int, list[int]]:
        """For each rule the places where the text begins as its pattern can."""
        found: dict[int, list[int]] = {}
        for place, heads in self._heads.items():
            fits = [(start, fit) for start, head in text.at(place) if (fit := heads[head])]
            for start, fit in fits:
                for number in fit:
                    found.setdefault(number, []).append(start)
        return found
