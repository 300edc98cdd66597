"""What the markup of a sheet tells beside its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

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


def let_go(node: etree._Element) -> None:
    """Free a node that was read, and those before it, while the rest is still parsed."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]
