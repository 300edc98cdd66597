"""The ledger: what was met at every source, when, and what is to be asked next (SQLite).

The archive holds payloads; the ledger holds memory: the frontier that a stopped crawl
takes up again, the validators of conditional requests, the verdict on every page, the
runs that monitors judge. It can be lost without losing evidence.

Any number of processes may use one ledger (WAL, a busy timeout, short transactions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What an address is to the crawl."""

    ARTICLE = "article"
    ATTACHMENT = "attachment"
    INDEX = "index"  # a feed, sitemap, listing or search page: read for its links, not stored


class Verdict(StrEnum):
    """What an answer turned out to be."""

    RELEVANT = "relevant"  # archived
    IRRELEVANT = "irrelevant"  # speaks of other things: remembered, not stored
    INDEX = "index"  # read for its links
    GONE = "gone"  # 404, 410, or a page that says so with 200
    REFUSED = "refused"  # robots.txt, 401, 403, captcha, firewall page
    BROKEN = "broken"  # template with unfilled places, empty, cut, undecodable
    TAKEN_OVER = "taken_over"  # somebody else's page now
    FAILED = "failed"  # no answer: DNS, TLS, time-out, reset, 5xx


@dataclass(frozen=True, slots=True)
class Found:
    """An address that discovery met and that is worth asking.

    ``via`` is the page that it was met on, ``way`` how (feed, sitemap, listing, search, tag,
    attachment); ``published`` and ``lastmod`` are EDTF or RFC 3339, or empty.
    """

    url: str
    kind: Kind = Kind.ARTICLE
    words: str = ""
    via: str = ""
    way: str = ""
    published: str = ""
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address to be asked now; validators are empty for one never fetched."""

    url: str
    kind: Kind
    words: str
    via: str
    attempts: int
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an address that was asked."""

    url: str
    source_id: str
    kind: Kind
    verdict: Verdict
    status: int | None
    fetched_at: datetime
    changed_at: datetime
    etag: str
    last_modified: str
    digest: str
    title: str
    published: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, as it is to be remembered. ``digest`` is empty when nothing was stored.

    ``code`` and ``message`` say what was wrong, for verdicts that are no success.
    """

    url: str
    kind: Kind
    verdict: Verdict
    status: int | None = None
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    title: str = ""
    published: str = ""
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of one source, from beginning to end (``ended_at`` None: stopped in the middle).

    ``counts`` are the ``ocop/…`` statistics of the crawl, without the prefix.
    """

    source_id: str
    started_at: datetime
    ended_at: datetime | None
    reason: str
    counts: dict[str, int]


class LedgerError(Exception):
    """The ledger cannot be used; the message says why and what to do."""


class Ledger:
    """Memory of all crawls in one SQLite file.

    Args:
        path: ``corpus/ledger.sqlite``; made when missing, migrated when older.
        now: The clock (aware, UTC).

    Raises:
        LedgerError: The file is no ledger, is newer than this program, or is damaged.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime]) -> None:
        raise NotImplementedError

    def found(self, source_id: str, found: Sequence[Found]) -> int:
        """Put addresses into the frontier; returns how many were new to it.

        An address that was asked before comes in again when it is due, or when its
        ``lastmod`` is later than the last fetch.
        """
        raise NotImplementedError

    def waiting(self, source_id: str, limit: int = 1000) -> list[Waiting]:
        """Addresses of a source to be asked now: new ones first, then those that are due."""
        raise NotImplementedError

    def seen(self, url: str) -> Seen | None:
        """What is known of an address."""
        raise NotImplementedError

    def fetched(self, source_id: str, answer: Fetched) -> None:
        """Remember an answer: it leaves the frontier, its next time is set.

        Failures come back after a growing pause (1 h, 6 h, 1 day, …) and leave the frontier
        after ``MAX_ATTEMPTS``; relevant articles come back while they are young (corrections),
        then rarely; gone and irrelevant ones hardly ever.
        """
        raise NotImplementedError

    def begin_run(self, source_id: str) -> int:
        """Note that a crawl of a source begins; returns its number."""
        raise NotImplementedError

    def end_run(self, run: int, reason: str, counts: dict[str, int]) -> None:
        """Note how it ended."""
        raise NotImplementedError

    def runs(self, source_id: str, since: datetime | None = None) -> list[Run]:
        """Runs of a source, latest first."""
        raise NotImplementedError

    def documents(self, source_id: str, since: datetime | None = None) -> Iterator[Seen]:
        """Relevant articles and attachments of a source, latest first seen first."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the connection."""
        raise NotImplementedError
