"""The ledger read back from the archive: what was fetched, and what is no longer there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from crawler.captures import REVISIT, ArchiveError, Capture
from crawler.cdxj import surt
from crawler.ledger.database import Database
from crawler.ledger.model import Fetched, Found, Kind, Verdict
from crawler.ledger.pages import AT_ONCE, answered, first_met
from crawler.ledger.rows import pages, save
from crawler.reader import Reader
from crawler.records import Told

logger = logging.getLogger(__name__)

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
            if _is_known(database, url, captures[-1]):
                continue
            told = _told(archive, captures)
            if told.asked and _is_known(database, told.asked, captures[-1]):
                continue
            source_id = told.source_id or source_of(url)
            if source_id is None:
                continue
            try:
                _enter(database, archive, source_id, captures, told)
            except ArchiveError as error:
                logger.warning("%s is to be asked again: %s", url, error)
                continue
            yield captures[-1]


def forget_lost(database: Database, archive: Reader) -> int:
    """Ask again, without validators, what the archive does not hold any more."""
    query = "SELECT source_id, url, digest FROM pages WHERE digest <> ''"
    with database.reading() as reading:
        rows = reading.execute(query)
        lost = [(whose, url) for whose, url, digest in rows if archive.find(digest) is None]
    for whose, url in lost:
        with database.writing() as writing:
            (page,) = pages(writing, url, whose)
            save(writing, replace(page, digest="", etag="", last_modified="", due_at=AT_ONCE))
    return len(lost)


def _was_fetched(capture: Capture) -> bool:
    """From the web, and no page of error that somebody else's crawler kept."""
    status = capture.status
    return status is not None and (200 <= status < 300 or capture.media_type == REVISIT)


def _is_known(database: Database, url: str, latest: Capture) -> bool:
    with database.reading() as reading:
        asked = [one.asked_at for one in pages(reading, url)]
    return any(at is not None and at >= _seconds(latest) for at in asked)


def _told(archive: Reader, captures: list[Capture]) -> Told:
    """What was told of the latest capture, or of the one with its payload."""
    return archive.told(captures[-1]) or archive.told(_content(captures)) or Told()


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
    url = told.asked or latest.url
    answer = Fetched(
        url=url,
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
        if not pages(writing, url, source_id):
            met = Found(url, kind, "", told.via, told.way)
            save(writing, first_met(source_id, met, first))
        for page in pages(writing, url):
            entered = answered(page, answer, now, None)
            stored_at = first if page.stored_at is None else page.stored_at
            save(writing, replace(entered, verdict=Verdict.RELEVANT, stored_at=stored_at))


def _seconds(capture: Capture) -> int:
    return int(datetime.fromisoformat(capture.fetched_at).timestamp())
