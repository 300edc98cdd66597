"""Where each province stands on a tile map: one equal square for each, roughly in place.

Equal squares let a small province be seen. Hoàng Sa (``HS``) belongs to Đà Nẵng and
Trường Sa (``TS``) to Khánh Hòa; each has a tile of its own in the East Sea.
"""

from __future__ import annotations

from dataclasses import dataclass

_LAYOUTS = {
    63: """
        12 10 02 04 .  .  .  .
        11 15 08 06 20 .  .  .
        14 25 26 19 24 22 .  .
        .  17 01 27 30 31 .  .
        .  .  35 33 34 .  .  .
        .  38 37 36 .  .  .  .
        .  40 .  .  .  .  .  .
        .  .  42 .  .  .  .  .
        .  .  .  44 .  .  .  .
        .  .  .  45 46 .  .  .
        .  .  .  .  49 48 .  HS
        .  .  .  .  62 51 .  .
        .  .  .  .  64 52 .  .
        .  .  .  .  66 54 .  .
        .  .  70 67 68 56 .  .
        .  72 74 75 60 58 .  TS
        .  80 79 77 .  .  .  .
        89 87 82 83 .  .  .  .
        91 92 86 84 .  .  .  .
        .  93 94 .  .  .  .  .
        96 95 .  .  .  .  .  .
    """,
    34: """
        12 15 08 04 .  .  .  .
        11 14 25 19 20 .  .  .
        .  .  01 24 22 .  .  .
        .  .  37 33 31 .  .  .
        .  38 .  .  .  .  .  .
        .  40 .  .  .  .  .  .
        .  .  42 .  .  .  .  .
        .  .  .  44 .  .  .  .
        .  .  .  .  46 .  .  .
        .  .  .  .  48 .  .  HS
        .  .  .  .  51 .  .  .
        .  .  .  .  52 .  .  .
        .  .  .  .  66 .  .  .
        .  80 75 68 56 .  .  .
        91 82 79 .  .  .  .  TS
        .  92 86 .  .  .  .  .
        .  96 .  .  .  .  .  .
    """,
}

# Code of the province by name, so that each map finds its own.
_ISLANDS = {"HS": ("Hoàng Sa", "Đà Nẵng"), "TS": ("Trường Sa", "Khánh Hòa")}


@dataclass(frozen=True, slots=True)
class Tile:
    """A square at ``column``, ``row`` (from 0, top left).

    It stands for the province ``code``, or for an archipelago (``island``) that belongs
    to the province named ``owner``.
    """

    column: int
    row: int
    code: str | None
    island: str | None = None
    owner: str | None = None


def tiles(regime: int) -> tuple[Tile, ...]:
    """The tiles of one map (63 or 34), row by row."""
    return tuple(
        _tile(column, row, mark)
        for row, line in enumerate(_LAYOUTS[regime].split("\n")[1:-1])
        for column, mark in enumerate(line.split())
        if mark != "."
    )


def _tile(column: int, row: int, mark: str) -> Tile:
    if mark in _ISLANDS:
        return Tile(column, row, None, *_ISLANDS[mark])
    return Tile(column, row, mark)
