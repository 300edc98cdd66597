"""Features in short: what is said once, and written out as features where it is looked at.

Much that is said of a count bears on many values at once ("left=có" on each of the kinds),
or is kept under two names. Writing all of it out for each candidate costs more than all the
rest of a choice, and nobody reads it but who trains or explains. So what is said keeps its
short name; weights tell once what a name is worth, and features are written when asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

V = TypeVar("V")

Spelling = Callable[["Weights"], dict[str, V]]
"""What every name that weights know is worth under them: a number, or one for each value."""


class Weights(dict[str, float]):
    """The weights of one field by feature, and what short names are worth under them."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._worth: dict[Spelling[Any], dict[str, Any]] = {}

    def worth(self, spelling: Spelling[V]) -> dict[str, V]:
        """What names are worth by one way of spelling, of which there are a handful."""
        if spelling not in self._worth:
            self._worth[spelling] = spelling(self)
        return self._worth[spelling]


class Spelt(Mapping[str, float], ABC):
    """Features that are written out only when they are looked at."""

    __slots__ = ("_written",)
    _written: dict[str, float]

    @abstractmethod
    def worth(self, weights: Weights) -> float:
        """The sum of amount × weight of all features."""

    @abstractmethod
    def write(self) -> dict[str, float]:
        """Every feature with its amount."""

    def _features(self) -> dict[str, float]:
        try:
            return self._written
        except AttributeError:
            self._written = self.write()
            return self._written

    def __getitem__(self, name: str) -> float:
        return self._features()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._features())

    def __len__(self) -> int:
        return len(self._features())
