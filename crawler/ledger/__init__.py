"""The ledger: what was met at every source, when, and what is to be asked next (SQLite).

The archive holds payloads; the ledger holds memory: the frontier that a stopped crawl
takes up again, the validators of conditional requests, the verdict on every page, the
runs that monitors judge. It can be lost without losing evidence: ``Ledger.reconcile``
reads it back from the archive.

Any number of processes may use one ledger (WAL, a busy timeout, short transactions). A
crawl that may be killed at any moment loses nothing when it keeps this order for a page:
``found`` (what it links to), ``Archive.add_response``, ``fetched``.
"""

from crawler.ledger.ledger import Ledger
from crawler.ledger.model import (
    Fetched,
    Found,
    Kind,
    LedgerError,
    Run,
    Seen,
    Verdict,
    Waiting,
)
from crawler.ledger.schedule import MAX_ATTEMPTS

__all__ = [
    "MAX_ATTEMPTS",
    "Fetched",
    "Found",
    "Kind",
    "Ledger",
    "LedgerError",
    "Run",
    "Seen",
    "Verdict",
    "Waiting",
]
