"""Pages out of the database and into it."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, replace

from crawler.ledger.model import Kind, Verdict
from crawler.ledger.pages import COLUMNS, Page

_NAMES = ", ".join(COLUMNS)
_VALUES = ", ".join(f":{one}" for one in COLUMNS)
_CHANGES = ", ".join(f"{one} = excluded.{one}" for one in COLUMNS)
_SAVE = (
    f"INSERT INTO pages ({_NAMES}) VALUES ({_VALUES}) "  # noqa: S608 - names of columns
    f"ON CONFLICT (source_id, url) DO UPDATE SET {_CHANGES}"
)


def with_others(database: sqlite3.Connection, page: Page) -> Page:
    """What another source knows of the address holds for this one, too."""
    for other in pages(database, page.url):
        if other.verdict is not None and Kind.INDEX not in (page.kind, other.kind):
            mine = ("source_id", "found_at", "words", "via", "way", "lastmod")
            return replace(other, **{name: getattr(page, name) for name in mine})
    return page


def pages(database: sqlite3.Connection, url: str, source_id: str | None = None) -> list[Page]:
    """What every source (or this one) knows of an address, in the order of meeting it."""
    query = "SELECT * FROM pages WHERE url = ? AND source_id = coalesce(?, source_id)"
    return [page_of(row) for row in database.execute(f"{query} ORDER BY rowid", (url, source_id))]


def save(database: sqlite3.Connection, page: Page) -> None:
    """Write a page, new or known."""
    database.execute(_SAVE, asdict(page))


def page_of(row: sqlite3.Row) -> Page:
    """The page of a row."""
    values = {name: row[name] for name in COLUMNS}
    verdict = values.pop("verdict")
    return Page(
        **values | {"kind": Kind(row["kind"])},
        verdict=None if verdict is None else Verdict(verdict),
    )
