"""What docs/town.md says of portals and faults: written from the code, so that it holds."""

from __future__ import annotations

import inspect

from town.census import ROWS
from town.faults import CATALOGUE, tls


def portals() -> str:
    """A table of who lives here."""
    lines = []
    for row in ROWS:
        family = row.build.family or "generic"
        lines.append(f"| `{row.name}` | {row.publisher} | `{family}` | {first(row.build)} |")
    return table("| host | publisher | portal | shape |", lines)


def faults() -> str:
    """A table of what can go wrong."""
    kinds = {name: type(make()) for name, make in CATALOGUE.items()}
    kinds |= {f"tls.{one.__name__}": one for one in (tls.Tls, *tls.Tls.__subclasses__())}
    lines = [f"| `{name}` | {first(kind)} |" for name, kind in kinds.items()]
    return table("| fault | what it is |", lines)


def first(kind: type) -> str:
    """The first paragraph of a docstring, in one line."""
    said = (inspect.getdoc(kind) or "").partition("\n\n")[0]
    return " ".join(said.split()).replace("|", "\\|").replace("``", "`")


def table(head: str, lines: list[str]) -> str:
    """A Markdown table."""
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([head, rule, *lines, ""])
