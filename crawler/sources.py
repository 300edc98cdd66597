"""Who publishes, and where: the rows of ``sources.csv``, checked strictly.

A source is data; code is only for the odd one. Its ``evidence`` says where the row is from
(docbao: the site rules in the history of github.com/hailoc12/docbao), its ``status`` what
may be expected of it today.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from crawler import cells

BUNDLED = Path(__file__).with_name("sources.csv")


class SourceKind(StrEnum):
    """Who a source is."""

    NEWSPAPER = "newspaper"
    PORTAL = "portal"
    DEPARTMENT = "department"
    NTM_OFFICE = "ntm_office"
    NATIONAL_NEWS = "national_news"
    LEGAL = "legal"


class Status(StrEnum):
    """What was last known of a source."""

    ACTIVE = "active"
    UNPROVED = "unproved"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    TAKEN_OVER = "taken_over"


class FeedProof(StrEnum):
    """How a feed's address is known: it was seen, or only guessed from its neighbours'."""

    NONE = ""
    SEEN = "seen"
    GUESSED = "guessed"


class Portal(StrEnum):
    """Family of content management systems; empty when it is not known."""

    UNKNOWN = ""
    AGGREGATOR = "aggregator"
    ASPNET = "aspnet"
    B_GRID = "b_grid"
    CUSTOM = "custom"
    DATED_PATH = "dated_path"
    H1_NAME = "h1_name"
    JAVASCRIPT = "javascript"
    JOOMLA = "joomla"
    LIFERAY = "liferay"
    MASTERCMS = "mastercms"
    NEWSCONTENT = "newscontent"
    NUKEVIET = "nukeviet"
    POSTDATE = "postdate"
    SHAREPOINT = "sharepoint"
    TANDAN = "tandan"
    VCCORP = "vccorp"
    VDOC = "vdoc"
    VNPT = "vnpt"
    WEBSPHERE = "websphere"
    WORDPRESS = "wordpress"
    ZCE = "zce"


@dataclass(frozen=True, slots=True)
class Source:
    """One place where documents appear.

    Attributes:
        id: Stable name, letters, digits and ``_``.
        publisher: Name as the publisher writes it.
        province_code: GSO code in the map of ``regime``, None for national publishers.
        regime: 63 or 34; None without a province.
        kind: Who it is.
        home: Address of the front page.
        feed: Addresses of RSS or Atom feeds.
        feed_proof: How they are known.
        sitemap: Address of a sitemap, or empty.
        listing: Address of a page that lists articles, or empty.
        article_pattern: Matches the path (and query) of an article; None when not known.
        portal: Its content management system.
        charset: Encoding that was verified, or empty.
        delay: Seconds between two requests, at least ``cells.MIN_DELAY``.
        status: What was last known of it.
        successor: ``id`` of the source that took its place, or empty.
        evidence: Where these facts are from.
        note: What else an operator should know.
    """

    id: str
    publisher: str
    province_code: str | None
    regime: int | None
    kind: SourceKind
    home: str
    feed: tuple[str, ...]
    feed_proof: FeedProof
    sitemap: str
    listing: str
    article_pattern: re.Pattern[str] | None
    portal: Portal
    charset: str
    delay: float
    status: Status
    successor: str
    evidence: str
    note: str

    @property
    def host(self) -> str:
        """Host of the front page, without ``www.``."""
        return (urlsplit(self.home).hostname or "").removeprefix("www.")


COLUMNS = tuple(field.name for field in fields(Source))


class SourcesError(ValueError):
    """Rows that cannot be used; each line of the message says where, what and what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def load_sources(path: Path = BUNDLED) -> dict[str, Source]:
    """Sources by id, in the order of the file.

    Raises:
        SourcesError: Any row, column or value is wrong; all of them are named.
    """
    with path.open(encoding="utf-8-sig", newline="") as rows:
        return _checked(rows, path.name)


def _checked(rows: TextIO, name: str) -> dict[str, Source]:
    reader = csv.DictReader(rows, strict=True)
    _check_columns(reader.fieldnames or (), name)
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    problems: list[str] = []
    for row in reader:
        where = f"{name} line {reader.line_num}"
        try:
            source = _source(row)
            if source.id in sources:
                raise ValueError(f"id {source.id!r} is also in line {lines[source.id]}: rename it")
        except ValueError as error:
            problems.append(f"{where}: {error}")
            continue
        sources[source.id], lines[source.id] = source, reader.line_num
    problems += [f"{name} line {lines[who]}: {what}" for who, what in _bad_successors(sources)]
    if problems:
        raise SourcesError(problems)
    return sources


def _check_columns(found: Iterable[str], name: str) -> None:
    unknown = [column for column in found if column not in COLUMNS]
    missing = [column for column in COLUMNS if column not in found]
    advice = f"the columns are {', '.join(COLUMNS)}"
    problems = [f"{name} line 1: unknown column {one!r}; {advice}" for one in unknown]
    problems += [f"{name} line 1: column {one!r} is missing; {advice}" for one in missing]
    if problems:
        raise SourcesError(problems)


def _source(row: Mapping[str | None, str | None]) -> Source:
    """One row. Raises ``ValueError`` with what is wrong and what to do."""
    if None in row or None in row.values():
        raise ValueError(f"the row has not {len(COLUMNS)} cells: put quotes around commas")
    cell = {str(column): str(value).strip() for column, value in row.items()}
    code, regime = cells.place(cell["province_code"], cell["regime"])
    feed = tuple(cells.address("feed", one) for one in cell["feed"].split())
    proof = cells.one_of(FeedProof, "feed_proof", cell["feed_proof"])
    if bool(feed) != bool(proof):
        raise ValueError("feed and feed_proof belong together: fill both or none")
    return Source(
        id=cells.identifier(cell["id"]),
        publisher=cells.filled("publisher", cell["publisher"]),
        province_code=code,
        regime=regime,
        kind=cells.one_of(SourceKind, "kind", cell["kind"]),
        home=cells.address("home", cell["home"]),
        feed=feed,
        feed_proof=proof,
        sitemap=cells.address("sitemap", cell["sitemap"]) if cell["sitemap"] else "",
        listing=cells.address("listing", cell["listing"]) if cell["listing"] else "",
        article_pattern=cells.pattern(cell["article_pattern"]),
        portal=cells.one_of(Portal, "portal", cell["portal"]),
        charset=cells.charset(cell["charset"]),
        delay=cells.delay(cell["delay"]),
        status=cells.one_of(Status, "status", cell["status"]),
        successor=cell["successor"],
        evidence=cells.filled("evidence", cell["evidence"]),
        note=cell["note"],
    )


def _bad_successors(sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Successors that are not there, or that lead back to where they began."""
    for source in sources.values():
        met, here = {source.id}, source
        while here.successor:
            if here.successor not in sources:
                if here is source:
                    yield source.id, f"successor {here.successor!r} is not in the file: add it"
                break
            here = sources[here.successor]
            if here.id in met:
                yield source.id, f"successor {source.successor!r} leads in a circle: mend the chain"
                break
            met.add(here.id)
