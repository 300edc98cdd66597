"""Tables written one line a row, so that they read here as they are printed."""

from __future__ import annotations


def cells(text: str) -> list[list[str | None]]:
    """Rows of ``text``, cells parted by "|"; "^" joins the cell above, "/" begins a line in it.

    A line without a bar is one cell over the whole width.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[_cell(cell.strip()) for cell in line.split("|")] for line in lines]


def _cell(text: str) -> str | None:
    return None if text == "^" else text.replace(" / ", "\n")
