"""The beginning of a crawl: ledger and archive are made to agree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from crawler.archive import Archive
from crawler.ledger import Ledger
from crawler.shelves import Collected, collect


def agree(ledger: Ledger, corpus: Path, source_of: Callable[[str], str | None]) -> Collected:
    """Put away what killed crawls left, after the ledger has learned of it.

    A ledger that is new is read back from the whole corpus.

    Args:
        ledger: The ledger of the corpus.
        corpus: The folder.
        source_of: Id of the source of an address, for captures that do not tell it.

    Raises:
        LedgerError: The ledger cannot be used.
        ArchiveError: The corpus is being written for long, is damaged, or the disk refused.
    """
    collected = collect(corpus, before=lambda shelf: ledger.reconcile(shelf, source_of))
    if not ledger.rebuilt:
        ledger.rebuild(Archive(corpus), source_of)
    return collected
