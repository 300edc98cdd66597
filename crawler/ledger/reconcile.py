"""The ledger read back from the archive: what was fetched, and what is no longer there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from crawler.captures import REVISIT, Capture
from crawler.cdxj import surt
from crawler.ledger.database import Database
from crawler.ledger.model import Fetched, Found, Kind, Verdict
from crawler.ledger.pages import AT_ONCE, Page, answered, first_met
from crawler.ledger.rows import page_of, pages, save
from crawler.reader import Reader
from crawler.records import Told

_PAGES = ("text/html", "application/xhtml+xml")


def enter(
    database: Database, archive: Reader, source_of: Callable[[str], str | None]
) -> Iterator[Capture]:
    """Enter the latest capture of each address that is later than what the ledger knows."""
    fetched = (one for one in archive.captures(revisits=True) if _was_fetched(one))
    for _, same_key in groupby(fetched, key=lambda one: surt(one.url)):
        of_url: dict[str, list[Capture]] = {}
        for capture in same_key:
            of_url.setdefault(capture.url, []).append(capture)
        for url, captures in of_url.items():
            with database.reading() as reading:
                known = pages(reading, url)
            if _is_known(known, captures[-1]):
                continue
            told = archive.told(_content(captures)) or Told()
            source_id = told.source_id or (known[0].source_id if known else source_of(url))
            if source_id is not None:
                _enter(database, archive, source_id, captures, told)
                yield captures[-1]


def forget_lost(database: Database, archive: Reader) -> int:
    """Ask again, without validators, what the archive does not hold any more."""
    with database.reading() as reading:
        rows = reading.execute("SELECT * FROM pages WHERE digest <> ''").fetchall()
    lost = [page for page in map(page_of, rows) if archive.find(page.digest) is None]
    for page in lost:
        with database.writing() as writing:
            again = replace(page, digest="", etag="", last_modified="", due_at=AT_ONCE)
            save(writing, again)
    return len(lost)


def _was_fetched(capture: Capture) -> bool:
    """From the web, and no page of error that somebody else's crawler kept."""
    status = capture.status
    return status is not None and (200 <= status < 300 or capture.media_type == REVISIT)


def _is_known(known: list[Page], latest: Capture) -> bool:
    return any(one.asked_at is not None and one.asked_at >= _seconds(latest) for one in known)


def _content(captures: list[Capture]) -> Capture:
    """The capture that holds the latest payload, or the latest when it is not among these."""
    digest = captures[-1].digest
    held = [one for one in captures if one.digest == digest and one.media_type != REVISIT]
    return held[-1] if held else captures[-1]


def _enter(
    database: Database, archive: Reader, source_id: str, captures: list[Capture], told: Told
) -> None:
    latest, content = captures[-1], _content(captures)
    first, now = _seconds(captures[0]), _seconds(latest)
    headers = {
        name.lower(): value
        for capture in (content, latest)
        for name, value in archive.http_headers(capture)
    }
    kind = Kind.ARTICLE if content.media_type in (*_PAGES, REVISIT) else Kind.ATTACHMENT
    if told.way == Kind.ATTACHMENT:
        kind = Kind.ATTACHMENT
    answer = Fetched(
        url=latest.url,
        kind=kind,
        verdict=Verdict.RELEVANT,
        status=latest.status,
        etag=headers.get("etag", ""),
        last_modified=headers.get("last-modified", ""),
        digest=latest.digest,
        title=told.title,
        published=told.published,
    )
    with database.writing() as writing:
        if not pages(writing, latest.url, source_id):
            save(
                writing,
                first_met(source_id, Found(latest.url, kind, "", told.via, told.way), first),
            )
        for page in pages(writing, latest.url):
            entered = answered(page, answer, now, None)
            stored_at = first if page.stored_at is None else page.stored_at
            save(writing, replace(entered, verdict=Verdict.RELEVANT, stored_at=stored_at))
        if told.asked and told.asked != latest.url:
            _enter_moved(writing, source_id, told, kind, now)


def _enter_moved(
    database: sqlite3.Connection, source_id: str, told: Told, kind: Kind, now: int
) -> None:
    """The address that was asked and led to the one that was archived."""
    for page in pages(database, told.asked, source_id) or [
        first_met(source_id, Found(told.asked, kind, "", told.via, told.way), now)
    ]:
        if page.asked_at is None or page.asked_at < now:
            save(database, answered(page, Fetched(told.asked, kind, Verdict.MOVED), now, None))


def _seconds(capture: Capture) -> int:
    return int(datetime.fromisoformat(capture.fetched_at).timestamp())
