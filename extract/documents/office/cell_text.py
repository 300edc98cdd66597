"""Values of spreadsheet cells as Vietnamese text prints them."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta

_WHOLE = 1e15
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def printed(value: Value) -> str:
    """``value`` in print: days as dd/mm/yyyy, a decimal comma, whole numbers without one.

    A binary fraction shows the ten digits that spreadsheet programs show of it.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if not math.isfinite(value):
        return ""
    if isinstance(value, int) or (abs(value) < _WHOLE and value == int(value)):
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def cell_name(row: int, column: int) -> str:
    """The name of a cell ("B12") by its row and column, both from 0."""
    letters = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int] | None:
    """Row and column, both from 0, of a cell named "B12" or "$B$12"; None for other names."""
    match = _CELL.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
