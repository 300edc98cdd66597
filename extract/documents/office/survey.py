"""What the markup of a sheet tells beside its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from extract.documents.office.package import too_much

Place: TypeAlias = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What of a sheet is hidden, merged or missing.

    Rows and columns are those that hold something; merged ranges are given by their first
    and last place; formulas ``without_value`` have no result in the file.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = ()
    without_value: tuple[Place, ...] = ()


EMPTY = Survey()


@dataclass(slots=True)
class Seen:
    """What is noted of one sheet while its cells are gone through, and none is kept.

    Its area may have ``most_cells``, its texts ``most_letters``.
    """

    most_cells: int
    most_letters: int
    letters: int = 0
    filled_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    without_value: list[Place] = field(default_factory=list)
    _hidden_ranges: list[tuple[int, int]] = field(default_factory=list)

    def hide_columns(self, first: int, last: int) -> None:
        """Note that nobody sees the columns from ``first`` to ``last``."""
        self._hidden_ranges.append((first, last))

    def miss_value(self, place: Place) -> None:
        """Note a formula without a result, no more of them than the sheet may have cells."""
        if len(self.without_value) < self.most_cells:
            self.without_value.append(place)

    def check(self, area: int) -> None:
        """Whether the sheet keeps to what it may hold.

        Raises:
            UnreadableError: ``too_much_output``.
        """
        if self.letters > self.most_letters:
            raise too_much(f"Its sheets hold more than {self.most_letters:,} letters.")
        if area > self.most_cells:
            raise too_much(f"Its sheets span more than {self.most_cells:,} cells.")

    def survey(self) -> Survey:
        """What was seen; of hidden columns those that hold something."""
        hidden = {
            column
            for column in self.filled_columns
            if any(first <= column <= last for first, last in self._hidden_ranges)
        }
        return Survey(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(hidden),
            merged=tuple(self.merged),
            without_value=tuple(self.without_value),
        )


def let_go(node: etree._Element) -> None:
    """Free a node that was read, and those before it, while the rest is still parsed."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]
