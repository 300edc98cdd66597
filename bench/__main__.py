"""``python -m bench``: how right and how fast ocop reads, beside its peers, in one run.

Nothing here is a test: figures are of this machine, and what counts is what stands next
to each other in one table. Each table says what it read: fixed samples, drawn evenly.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console

from bench import crawl, pace, papers, texts
from bench.accuracy import claims, dates, numbers
from bench.report import Say, Table, show, write
from ocop.engines import available_cores
from ocop.evaluate import GoldDocument

PAGE = texts.ROOT / "docs" / "peers.md"
OWN_PAGES = {"papers": texts.ROOT / "docs" / "decisions.md"}
"""Tables that stand on a page of their own; the others are of one run on ``PAGE``."""

PEERS = ("underthesea", "dateparser", "quantulum3", "trafilatura", "pypdfium2", "pdfplumber")

Measure = Callable[[Sequence[GoldDocument], Say], Table]
TABLES: dict[str, Measure] = {
    "claims": lambda documents, say: claims.measure(texts.sample(documents), say),
    "dates": lambda documents, say: dates.measure(texts.sample(documents), say),
    "numbers": lambda documents, say: numbers.measure(texts.sample(documents), say),
    "crawl": lambda _, say: crawl.measure(say),
    "papers": lambda _, say: papers.measure(say),
    "speed": pace.measure,
}


def main(arguments: Sequence[str]) -> None:
    """Measure and print; some minutes, most of them for learning without some hands."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=TABLES, help="measure one table")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/")
    options = parser.parse_args(arguments)
    if options.write and options.only and options.only not in OWN_PAGES:
        parser.error("--write takes all tables of a page, so that they are of one run")
    console, progress = Console(), Progress(Console(stderr=True))
    documents = texts.labelled()
    tables: dict[Path, list[Table]] = {}
    for name in [options.only] if options.only else TABLES:
        table = TABLES[name](documents, progress.of(name))
        tables.setdefault(OWN_PAGES.get(name, PAGE), []).append(table)
        show(table, console)
    said = about(documents, progress.seconds)
    console.print(said)
    for page, measured in tables.items() if options.write else ():
        write(page, measured, said)
        console.print(f"Wrote {page.relative_to(texts.ROOT)}.")


class Progress:
    """Says what is measured now, a line each; nothing turns beside what is timed."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._start

    def of(self, table: str) -> Say:
        """What one table is told to say it with."""

        def say(what: str) -> None:
            minutes, seconds = divmod(int(self.seconds), 60)
            self._console.print(f"{minutes}:{seconds:02d} {table}: {what}", highlight=False)

        return say


def about(documents: Sequence[GoldDocument], seconds: float) -> str:
    """What was measured, with which versions, and how long it took."""
    peers = ", ".join(f"{name} {_version(name)}" for name in PEERS)
    return (
        f"Drawn from {len(documents):,} labelled documents ({texts.digest(documents)}); "
        f"Python {platform.python_version()}, {peers}. "
        f"The run took {seconds / 60:.1f} minutes on {available_cores()} cores."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    main(sys.argv[1:])
