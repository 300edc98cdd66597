"""A paper as it lies on the table, before any format: paragraphs, tables, page breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``align`` is left, center, right or justify."""

    text: str
    align: str = "left"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A cell; ``down`` and ``across`` are the rows and columns that it covers."""

    text: str
    bold: bool = False
    italic: bool = False
    align: str = "left"
    down: int = 1
    across: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has a place for every column, None where another cell covers it.

    The first ``heads`` rows stand again on each page. ``ruled`` tables have lines.
    """

    rows: tuple[tuple[Box | None, ...], ...]
    widths: tuple[float, ...]
    heads: int = 0
    ruled: bool = True
    numbered: int | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page begins, lying or standing."""

    landscape: bool = False


Leaf: TypeAlias = Words | Grid | NewPage


def mapped(parts: Sequence[Leaf], change: Callable[[str], str]) -> tuple[Leaf, ...]:
    """The leaves with every text changed."""
    found: list[Leaf] = []
    for part in parts:
        if isinstance(part, Words):
            found.append(replace(part, text=change(part.text)))
        elif isinstance(part, Grid):
            rows = tuple(
                tuple(box and replace(box, text=change(box.text)) for box in row)
                for row in part.rows
            )
            found.append(replace(part, rows=rows))
        else:
            found.append(part)
    return tuple(found)
