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

from rich.console import Console

from bench import crawl, pace, texts
from bench.accuracy import claims, dates, numbers
from bench.report import Table, show, write
from ocop.evaluate import GoldDocument

PAGE = texts.ROOT / "docs" / "peers.md"
PEERS = ("underthesea", "dateparser", "quantulum3", "trafilatura")

Measure = Callable[[Sequence[GoldDocument]], Table]
TABLES: dict[str, Measure] = {
    "claims": claims.measure,
    "dates": dates.measure,
    "numbers": numbers.measure,
    "crawl": lambda _: crawl.measure(),
    "speed": lambda documents: pace.measure([document.text for document in documents]),
}


def main(arguments: Sequence[str]) -> None:
    """Measure and print; some minutes, most of them for learning without each hand."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=TABLES, help="measure one table")
    parser.add_argument("--write", action="store_true", help="write all tables to docs/peers.md")
    options = parser.parse_args(arguments)
    if options.only and options.write:
        parser.error("--write takes all tables, so that they are of one run")
    console = Console()
    documents = texts.labelled()
    said = about(documents)
    console.print(said)
    tables = []
    for name in [options.only] if options.only else TABLES:
        tables.append(TABLES[name](documents))
        show(tables[-1], console)
    if options.write:
        write(PAGE, tables, said)
        console.print(f"Wrote {PAGE.relative_to(texts.ROOT)}.")


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
