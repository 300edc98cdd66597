"""Who publishes, and where: the rows of ``sources.csv``, checked strictly.

A source is data; code is only for the odd one. Its ``evidence`` says where the row is from
(docbao: the site rules in the history of github.com/hailoc12/docbao), its ``status`` what
may be expected of it today.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TextIO

from crawler import cells
from crawler.portals import PORTALS
from crawler.portals.base import SELECTORS
from crawler.source import (
    CRAWLABLE,
    FeedProof,
    Source,
    SourceKind,
    Status,
    asked_first,
    host_of,
)

__all__ = [
    "BUNDLED",
    "COLUMNS",
    "CRAWLABLE",
    "FeedProof",
    "Source",
    "SourceKind",
    "SourcesError",
    "Status",
    "asked_first",
    "host_of",
    "load_sources",
]

BUNDLED = Path(__file__).with_name("sources.csv")
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
    try:
        with path.open(encoding="utf-8-sig", newline="") as rows:
            return _checked(rows, path.name)
    except OSError as error:
        raise SourcesError([f"{path} cannot be read ({error.strerror}): name a file"]) from error
    except UnicodeDecodeError as error:
        raise SourcesError([f"{path.name}: {error}: save the file as UTF-8"]) from error


def _checked(rows: TextIO, name: str) -> dict[str, Source]:
    reader = csv.DictReader(rows, strict=True)
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    problems: list[str] = []
    try:
        _check_columns(reader.fieldnames or (), name)
        for row in reader:
            try:
                source = _source(row)
                _check_rivals(source, sources, lines)
            except ValueError as error:
                problems.append(f"{name} line {reader.line_num}: {error}")
                continue
            sources[source.id], lines[source.id] = source, reader.line_num
    except csv.Error as error:
        advice = 'put " around cells with commas and write " inside them twice'
        problems.append(f"{name} line {reader.reader.line_num}: {error}: {advice}")
    problems += [f"{name} line {lines[who]}: {what}" for who, what in _bad_successors(sources)]
    if problems:
        raise SourcesError(problems)
    return sources


def _check_columns(found: Iterable[str], name: str) -> None:
    found = list(found)
    unknown = [column for column in found if column not in COLUMNS]
    missing = [column for column in COLUMNS if column not in found]
    twice = sorted({column for column in found if found.count(column) > 1})
    advice = f"the columns are {', '.join(COLUMNS)}"
    problems = [f"{name} line 1: unknown column {one!r}; {advice}" for one in unknown]
    problems += [f"{name} line 1: column {one!r} is missing; {advice}" for one in missing]
    problems += [f"{name} line 1: column {one!r} is there twice: remove one" for one in twice]
    if problems:
        raise SourcesError(problems)


def _check_rivals(source: Source, known: Mapping[str, Source], lines: Mapping[str, int]) -> None:
    """Two rows with one id or one front page are one source."""
    if source.id in known:
        raise ValueError(f"id {source.id!r} is also in line {lines[source.id]}: rename it")
    for other in known.values():
        if other.home == source.home:
            where = f"line {lines[other.id]} ({other.id})"
            raise ValueError(f"home {source.home!r} is also in {where}: make one row of both")


def _source(row: Mapping[str | None, str | None]) -> Source:
    """One row. Raises ``ValueError`` with what is wrong and what to do."""
    if None in row or None in row.values():
        raise ValueError(f"the row has not {len(COLUMNS)} cells: put quotes around commas")
    cell = {str(column): str(value).strip() for column, value in row.items()}
    code, regime = cells.place(cell["province_code"], cell["regime"])
    source = Source(
        id=cells.identifier(cell["id"]),
        publisher=cells.filled("publisher", cell["publisher"]),
        province_code=code,
        regime=regime,
        kind=cells.one_of(SourceKind, "kind", cell["kind"]),
        home=cells.address("home", cell["home"]),
        feed=cells.addresses("feed", cell["feed"]),
        feed_proof=cells.one_of(FeedProof, "feed_proof", cell["feed_proof"]),
        sitemap=cells.address("sitemap", cell["sitemap"]) if cell["sitemap"] else "",
        listing=cells.addresses("listing", cell["listing"]),
        search=cells.template("search", cell["search"]),
        tag=cells.addresses("tag", cell["tag"]),
        article_pattern=cells.pattern(cell["article_pattern"]),
        portal=cells.registered("portal", cell["portal"], PORTALS),
        charset=cells.charset(cell["charset"]),
        selectors=cells.selectors(cell["selectors"], SELECTORS),
        file_hosts=cells.hosts("file_hosts", cell["file_hosts"]),
        delay=cells.delay(cell["delay"]),
        hours=cells.hours(cell["hours"]),
        expected_per_month=cells.expected(cell["expected_per_month"]),
        status=cells.one_of(Status, "status", cell["status"]),
        successor=cell["successor"],
        since=cells.edtf("since", cell["since"]),
        checked=cells.edtf("checked", cell["checked"]),
        evidence=cells.filled("evidence", cell["evidence"]),
        note=cell["note"],
    )
    _check_together(source)
    return source


def _check_together(source: Source) -> None:
    """Cells that make no sense beside each other."""
    if bool(source.feed) != bool(source.feed_proof):
        raise ValueError("feed and feed_proof belong together: fill both or none")
    if source.status is Status.MOVED and not source.successor:
        raise ValueError("status is moved, successor is empty: name the row of where it went")
    precision = min(len(source.since), len(source.checked))
    if source.since[:precision] > source.checked[:precision]:
        raise ValueError(f"since {source.since} is after checked {source.checked}: mend one")


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
