"""The beginning of a crawl: the ledger, in agreement with what the archive holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from crawler.archive import Archive
from crawler.ledger import Ledger
from crawler.shelves import Collected, collect


def open_ledger(
    corpus: Path,
    *,
    now: Callable[[], datetime],
    source_of: Callable[[str], str | None],
    refetch_days: float | None = None,
) -> tuple[Ledger, Collected]:
    """Open ``corpus/ledger.sqlite`` and put away what killed crawls left.

    What they archived without telling the ledger is entered first. A ledger that is new is
    read back from the whole corpus.

    Args:
        corpus: The folder; made when missing.
        now: The clock (aware, UTC).
        source_of: Id of the source of an address, for captures that do not tell it.
        refetch_days: As for ``Ledger``.

    Raises:
        LedgerError: The ledger cannot be used.
        ArchiveError: The corpus is being written for long, is damaged, or the disk refused.
    """
    ledger = Ledger(corpus / "ledger.sqlite", now=now, refetch_days=refetch_days)
    try:
        collected = collect(corpus, before=lambda shelf: ledger.reconcile(shelf, source_of))
        if not ledger.rebuilt:
            ledger.rebuild(Archive(corpus), source_of)
    except BaseException:
        ledger.close()
        raise
    return ledger, collected
