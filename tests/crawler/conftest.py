"""Archives to write to, foreign WARC files as other tools write them, sites to ask."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import asking
import pytest
from asking import Crawled
from nights import FIRST, Nights
from sitting import Site
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import Archive
from crawler.ledger import Ledger
from crawler.sources import COLUMNS, load_sources

MOMENT = datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)


@pytest.fixture
def moment() -> datetime:
    return MOMENT


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "corpus") as opened:
        yield opened


@pytest.fixture
def foreign_record() -> Callable[..., bytes]:
    """One WARC/1.0 response record with sha1 digests, as most tools write it."""

    def make(
        url: str = "http://baoa.vn/1",
        payload: bytes = b"<p>48 OCOP</p>",
        *,
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),),
        gzip: bool = True,
        kind: str = "response",
        date: str = "2025-03-04T05:06:07Z",
    ) -> bytes:
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=gzip)
        head = StatusAndHeaders("200 OK", list(headers), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                kind,
                payload=io.BytesIO(payload),
                length=len(payload),
                warc_content_type="" if kind == "response" else "text/plain",
                warc_headers_dict={"WARC-Date": date},
                http_headers=head if kind == "response" else None,
            )
        )
        return out.getvalue()

    return make


GOOD_ROW = {
    "id": "bao_a",
    "publisher": "Báo A",
    "province_code": "08",
    "regime": "63",
    "kind": "newspaper",
    "home": "https://baoa.vn/",
    "feed": "https://baoa.vn/rss https://baoa.vn/ocop.rss",
    "feed_proof": "seen",
    "sitemap": "",
    "listing": "https://baoa.vn/kinh-te/",
    "search": "https://baoa.vn/tim?q={words}&trang={page}",
    "tag": "https://baoa.vn/tag/ocop",
    "article_pattern": r"-\d+\.html$",
    "portal": "zce",
    "charset": "utf-8",
    "selectors": "title=h1.ten; body=#noi-dung, .bai",
    "file_hosts": "files.baoa.vn",
    "delay": "3",
    "hours": "22:00-05:00",
    "expected_per_month": "4.5",
    "status": "active",
    "successor": "",
    "since": "2019",
    "checked": "2026-09-23",
    "evidence": "seen on a public page",
    "note": "",
}


@pytest.fixture
def good_row() -> dict[str, str]:
    """A row of sources.csv in which nothing is wrong."""
    return dict(GOOD_ROW)


@pytest.fixture
def write_sources() -> Callable[..., Path]:
    """Write rows as a sources file."""

    def write(path: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of a few answers."""
    opened = Site()
    yield opened
    opened.close()


@pytest.fixture
def crawl(tmp_path: Path) -> Callable[..., Crawled]:
    """Ask for addresses in a crawl of this process."""
    return partial(asking.crawl, str(tmp_path / "corpus"))


@pytest.fixture
def nights(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> Iterator[Nights]:
    """A source without a past, whose nights of crawls the test tells."""
    row = good_row | {"portal": "", "selectors": "", "expected_per_month": ""}
    source = load_sources(write_sources(tmp_path / "nights.csv", row))["bao_a"]
    told: list[Nights] = []
    ledger = Ledger(tmp_path / "nights.sqlite", now=lambda: told[0].now if told else FIRST)
    with ledger:
        told.append(Nights(source, ledger))
        yield told[0]
