"""How well test papers are read: ``python -m papers.measure [FORMAT…] [--json] [--markdown]``.

With ``--notes`` every difference is told; ``--paper KEY`` measures one paper.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.documents.load import load
from extract.model import Reading
from extract.reading import read
from papers import build
from papers.collection import papers
from papers.compare import Marks, compare
from papers.forms import FORMS, OFFICE, fits, missing
from papers.truth import TestPaper

FACTS = ("number", "date", "issuer", "level", "act")
INTERMEDIATE = frozenset({"docx-sans"})
"""Formats that only other formats are made of."""


@dataclass(slots=True)
class Result:
    """The marks of one format, by paper, and the seconds that its readings took."""

    form: str
    marks: dict[str, Marks] = field(default_factory=dict)
    seconds: float = 0.0

    def sum(self, name: str) -> float:
        return sum(getattr(mark, name) for mark in self.marks.values())

    def share(self, name: str, of: str = "rows") -> float:
        """A sum as a share of another one; 1 where there is nothing to get right."""
        whole = self.sum(of)
        return self.sum(name) / whole if whole else 1.0

    def cells(self) -> float:
        """The share of cells of product, producer and star that are right."""
        whole = 3 * self.sum("rows")
        right = self.sum("names") + self.sum("producers") + self.sum("stars")
        return right / whole if whole else 1.0

    def likeness(self) -> float:
        """How alike names are on average, over the rows that were found."""
        found = self.sum("found")
        return self.sum("likeness") / found if found else 0.0

    def facts(self, fact: str) -> tuple[int, int]:
        """How many papers have ``fact`` right, of how many."""
        known = [mark.facts[fact] for mark in self.marks.values() if fact in mark.facts]
        return sum(known), len(known)

    def all_facts(self) -> tuple[int, int]:
        """Number, date, issuer, level and act right, of all."""
        pairs = [self.facts(fact) for fact in FACTS]
        return sum(right for right, _ in pairs), sum(whole for _, whole in pairs)


def reading_of(payload: bytes, name: str) -> Reading:
    """A payload through the front door."""
    return read(load(payload, document_id=name))


def measure(form: str, wanted: Iterable[TestPaper] | None = None) -> Result:
    """Read the papers that fit ``form`` and compare."""
    result = Result(form)
    chosen = [p for p in (papers().values() if wanted is None else wanted) if fits(p, form)]
    build.prepare(chosen, form)
    for paper in chosen:
        payload = build.built(paper, form)
        start = time.perf_counter()
        reading = reading_of(payload, f"{paper.key}.{form}")
        result.seconds += time.perf_counter() - start
        result.marks[paper.key] = compare(paper, form, reading)
    return result


HEADS = (
    "format", "papers", "rows", "found", "extra", "cells", "names", "producers", "stars",
    "name likeness", "standing", "number", "date", "issuer", "level", "act", "letterhead",
    "told", "untrue", "not in review", "unnoticed faults", "read as recognition", "s/paper",
)  # fmt: skip


def line(result: Result) -> tuple[str, ...]:
    """The figures of a format as text."""

    def percent(share: float) -> str:
        return f"{100 * share:.1f}"

    facts = ("{}/{}".format(*result.facts(fact)) for fact in (*FACTS, "letterhead"))
    return (
        result.form,
        str(len(result.marks)),
        f"{result.sum('rows'):.0f}",
        f"{result.sum('found'):.0f}",
        f"{result.sum('extra'):.0f}",
        percent(result.cells()),
        percent(result.share("names")),
        percent(result.share("producers")),
        percent(result.share("stars")),
        f"{result.likeness():.3f}",
        percent(result.share("standings")),
        *facts,
        f"{result.sum('told_found'):.0f}/{result.sum('told'):.0f}",
        f"{result.sum('told_wrong'):.0f}",
        f"{result.sum('hidden'):.0f}",
        str(sum(len(mark.unnoticed) for mark in result.marks.values())),
        f"{result.sum('read_as'):.0f}",
        f"{result.seconds / max(1, len(result.marks)):.2f}",
    )


def markdown(results: Sequence[Result]) -> str:
    """The table for people."""
    rows = [HEADS, tuple("---" for _ in HEADS), *(line(result) for result in results)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plain(results: Sequence[Result]) -> str:
    """The table for a terminal: a format is a column of lines."""
    rows = [HEADS, *(line(result) for result in results)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("forms", nargs="*")
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--markdown", action="store_true")
    asked.add_argument("--notes", action="store_true")
    asked.add_argument("--paper", action="append")
    given = asked.parse_args()
    wanted = [papers()[key] for key in given.paper] if given.paper else None
    every = [form for form in (*FORMS, *OFFICE) if form not in INTERMEDIATE]
    results = [measure(form, wanted) for form in given.forms or every if not missing(form)]
    if given.json:
        told = [dict(zip(HEADS, line(result), strict=True)) for result in results]
        print(json.dumps(told, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        print(markdown(results) if given.markdown else plain(results))  # noqa: T201
    if given.notes:
        for result in results:
            for key, mark in result.marks.items():
                for note in (*mark.notes, *(f"unnoticed: {f}" for f in mark.unnoticed)):
                    print(f"{result.form} {key}: {note}")  # noqa: T201


if __name__ == "__main__":
    main()
