"""What the ledger takes and gives: addresses, answers, runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    way: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an address that was asked.

    Attributes:
        url: The address.
        source_id: The source that met it.
        kind: Article, attachment or index.
        verdict: Of the last answer; a failure does not undo an earlier success.
        status: HTTP status of the last answer, None when there was none.
        fetched_at: When it was last asked.
        changed_at: When its payload, or else its verdict, last became another.
        etag: Validator, or empty.
        last_modified: Validator, or empty.
        digest: Of the payload that was stored last (``sha256:<hex>``), or empty.
        title: As the portal gave it.
        published: EDTF, or empty.
        due_at: When it is to be asked again; None: not by itself.
        found_at: When discovery first met it.
        stored_at: When it was first archived; None: never.
        attempts: Failures since the last success.
        code: What was wrong with the last answer, or empty.
        message: The same in words.
    """

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
    found_at: datetime
    stored_at: datetime | None
    attempts: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, as it is to be remembered. ``digest`` is empty when nothing was stored.

    With ``status`` 304 the verdict, digest, title and date of the answer before are kept, and
    so are validators that the server did not repeat.
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
