"""Tables of measurements, for the terminal and for ``docs/peers.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table as RichTable

Say = Callable[[str], None]
"""Told what is measured now."""

NOT_INSTALLED = "not installed"


@dataclass(slots=True)
class Table:
    """A table: the first column is text, the others are figures; ``read``: over what."""

    title: str
    columns: Sequence[str]
    note: str = ""
    read: str = ""
    rows: list[Sequence[str]] = field(default_factory=list)

    def add(self, name: str, *cells: str) -> None:
        """Add a row; cells that are missing stay empty."""
        self.rows.append((name, *cells, *([""] * (len(self.columns) - 1 - len(cells)))))

    def add_missing(self, name: str) -> None:
        """Say that a peer is not installed."""
        self.add(name, NOT_INSTALLED)


def show(table: Table, console: Console) -> None:
    """Print one table."""
    shown = RichTable(title=table.title, caption=table.note or None, title_justify="left")
    for number, column in enumerate(table.columns):
        shown.add_column(column, justify="right" if number else "left")
    for row in table.rows:
        shown.add_row(*row)
    console.print(shown)
    if table.read:
        console.print(f"Read: {table.read}.\n", highlight=False)


def write(page: Path, tables: Iterable[Table], machine: str) -> None:
    """Put the tables between the marks of a page; the words around them stay.

    Raises:
        ValueError: the page has no marks.
    """
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} has no {BEGIN} … {END}")
    body = "\n\n".join([machine, *(_markdown(table) for table in tables)])
    beside = page.with_suffix(".part")
    beside.write_text(f"{before}{begin}\n\n{body}\n\n{end}{after}", "utf-8")
    beside.replace(page)


BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def _markdown(table: Table) -> str:
    lines = [
        f"### {table.title}",
        "",
        *([f"Read: {table.read}.", ""] if table.read else []),
        _line(table.columns),
        "|" + "|".join(["---", *["---:"] * (len(table.columns) - 1)]) + "|",
        *(_line(row) for row in table.rows),
    ]
    return "\n".join([*lines, "", table.note] if table.note else lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
