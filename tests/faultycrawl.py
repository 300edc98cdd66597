"""A crawl of a town in which every portal fails in a way of its own, and what became of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from town import Expected, Town
from town.census import Row
from town.faults.fault import Fault
from town.portals.dated_path import DatedPath
from towncrawl import Nights
from watched import finish

LIST, FEED, SITEMAP = "/kinh-te/", "/kinh-te/index.rss", "/sitemap.xml"
FAULTY, NEIGHBOUR = "faulty", "baocantho"
LIST_PAGES = 30
"""How far listings are read back."""

Makers = Mapping[str, Callable[[], Fault]]


@dataclass(frozen=True)
class Fate:
    """What became of the page, file or site that fails; ``url`` is the address of the first."""

    url: str
    title: str
    published: str
    verdict: str
    code: str
    read: list[str]  # title and date that the crawl found
    stored: bool
    host: str


@dataclass(frozen=True)
class Site:
    """What became of a portal."""

    wanted: list[str]
    documents: list[str]
    asked: list[str]
    counts: dict[str, int]
    reason: str


@dataclass(frozen=True)
class Crawled:
    """The crawl of all of them."""

    fates: dict[str, Fate]
    sites: dict[str, Site]
    megabytes: int  # at most, of the processes that crawled

    def site(self, name: str) -> Site:
        return self.sites[self.fates[name].host]


def crawl(
    folder: Path, make: Makers, *, pages: Sequence[str], files: Sequence[str], sites: Sequence[str]
) -> Crawled:
    """Crawl a town of nothing but faults.

    Args:
        folder: Where corpus and log go.
        make: Faults by name.
        pages: Those of a page: each in a story of its own of one portal.
        files: Those of an attachment, in the same portal.
        sites: Those of a whole portal: each has its own.
    """
    hosts = {name: name.replace(".", "").lower() for name in sites}
    rows = [
        Row(FAULTY, "Báo Hỏng", "Thái Nguyên", DatedPath, stories=240),
        Row(NEIGHBOUR, "Báo Cần Thơ", "Cần Thơ", DatedPath),
        *(Row(host, f"Báo {name}", "Thái Nguyên", DatedPath) for name, host in hosts.items()),
    ]
    with Town(rows=rows, stories=8) as town, pytest.MonkeyPatch.context() as patch:
        root = folder / "root.pem"
        root.write_bytes(town.authority.pem)
        patch.setenv("SSL_CERT_FILE", str(root))
        targets = placed(town, pages, files)
        for name, target in targets.items():
            failing = target.attachments[0] if name in files else target.url
            town.fail(FAULTY, f"{urlsplit(failing).path}*", make[name]())
        for name, host in hosts.items():
            town.fail(host, place(name), make[name]())
            targets[name] = town.expected(host)[1]
        night = Nights(town, folder)
        patient: dict[str, Any] = {"DOWNLOAD_TIMEOUT": 4, "OCOP_LISTING_PAGES_SINCE": LIST_PAGES}
        other = night.begin(FAULTY, since="2018-01-01", **patient)
        rest = night.begin(NEIGHBOUR, *hosts.values(), since="2018-01-01", **patient)
        most = finish([other, rest], night.log)
        fates = {
            name: fate(night, target, hosts.get(name, FAULTY), of_file=name in files)
            for name, target in targets.items()
        }
        crawled = {host: site(night, host) for host in (FAULTY, *hosts.values())}
    return Crawled(fates, crawled, most >> 20)


def placed(town: Town, pages: Sequence[str], files: Sequence[str]) -> dict[str, Expected]:
    """A story of its own for each fault of a page or file."""
    stories = town.expected(FAULTY)
    decisions = [one for one in stories if len(one.attachments) > 1]
    kept = dict(zip(files, decisions, strict=False))
    # The long ones first: a short text below unfilled places counts as no article.
    others = sorted(
        (one for one in stories if one not in kept.values()),
        key=lambda one: -len(" ".join(one.paragraphs)),
    )
    assert len(others) > len(pages)
    return kept | dict(zip(pages, others, strict=False))


def place(name: str) -> str | re.Pattern[str]:
    """Where a fault of a whole portal is switched on."""
    kind, _, fault = name.partition(".")
    if kind == "robots":
        return "/robots.txt*"
    if kind == "feeds":
        return SITEMAP if "Sitemap" in fault else FEED
    return re.compile(rf"^{LIST}(?:\?page=.*)?$") if fault == "EndlessList" else "*"


def fate(night: Nights, target: Expected, host: str, *, of_file: bool) -> Fate:
    """What the ledger says of a page or file."""
    url = target.attachments[0] if of_file else target.url
    with night.ledger() as ledger:
        seen = ledger.seen(url)
    return Fate(
        url=url,
        title=target.title,
        published=target.published,
        verdict=seen.verdict if seen else "",
        code=seen.code if seen else "",
        read=[seen.title, seen.published] if seen else [],
        stored=bool(seen and seen.stored_at),
        host=host,
    )


def site(night: Nights, host: str) -> Site:
    """What ledger and log say of a portal."""
    mine = night.town.host(host)
    with night.ledger() as ledger:
        run = ledger.runs(host)[0]
        documents = [one.url for one in ledger.documents(host)]
    return Site(
        wanted=[url for one in night.town.expected(host) for url in (one.url, *one.attachments)],
        documents=documents,
        asked=[one.target for one in night.town.asked if one.host == mine],
        counts=run.counts,
        reason=run.reason,
    )


def remembered(text: str) -> Crawled:
    """What another process has written."""
    told = json.loads(text)
    fates = {name: Fate(**one) for name, one in told["fates"].items()}
    sites = {name: Site(**one) for name, one in told["sites"].items()}
    return Crawled(fates, sites, told["megabytes"])
