"""``python -m bench``: how right and how fast ocop reads, beside its peers, in one run.

Nothing here is a test: figures are of this machine, and what counts is what stands next
to each other in one table.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console

from bench import crawl, pace, papers, texts
from bench.accuracy import claims, dates, numbers
from bench.report import Table, show, write
from ocop.evaluate import GoldDocument

PAGE = texts.ROOT / "docs" / "peers.md"
OWN_PAGES = {"papers": texts.ROOT / "docs" / "decisions.md"}
"""Tables that stand on a page of their own; the others are of one run on ``PAGE``."""

PEERS = ("underthesea", "dateparser", "quantulum3", "trafilatura", "pypdfium2", "pdfplumber")

Measure = Callable[[Sequence[GoldDocument]], Table]
TABLES: dict[str, Measure] = {
    "claims": claims.measure,
    "dates": dates.measure,
    "numbers": numbers.measure,
    "crawl": lambda _: crawl.measure(),
    "papers": lambda _: papers.measure(),
    "speed": lambda documents: pace.measure([document.text for document in documents]),
}


def main(arguments: Sequence[str]) -> None:
    """Measure and print; some minutes, most of them for learning without each hand."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=TABLES, help="measure one table")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/")
    options = parser.parse_args(arguments)
    if options.write and options.only and options.only not in OWN_PAGES:
        parser.error("--write takes all tables of a page, so that they are of one run")
    console = Console()
    documents = texts.labelled()
    said = about(documents)
    console.print(said)
    tables: dict[Path, list[Table]] = {}
    for name in [options.only] if options.only else TABLES:
        table = TABLES[name](documents)
        tables.setdefault(OWN_PAGES.get(name, PAGE), []).append(table)
        show(table, console)
    for page, measured in tables.items() if options.write else ():
        write(page, measured, said)
        console.print(f"Wrote {page.relative_to(texts.ROOT)}.")


def about(documents: Sequence[GoldDocument]) -> str:
    """What was measured, with which versions."""
    peers = ", ".join(f"{name} {_version(name)}" for name in PEERS)
    return (
        f"{len(documents)} labelled documents ({texts.digest(documents)}), "
        f"Python {platform.python_version()}, {peers}."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    main(sys.argv[1:])
