"""Who lives in the town, and the rows that point a crawler at them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from town.portals.b_grid import BGrid
from town.portals.base import Portal
from town.portals.dated_path import DatedPath
from town.portals.h1_name import H1Name
from town.portals.newscontent import NewsContent
from town.portals.vdoc import Vdoc
from town.portals.zce import Zce


@dataclass(frozen=True, slots=True)
class Row:
    """One portal: name of its host, publisher, province, family."""

    name: str
    publisher: str
    place: str
    build: type[Portal]


ROWS = (
    Row("baothainguyen", "Báo Thái Nguyên", "Thái Nguyên", DatedPath),
    Row("baocantho", "Báo Cần Thơ", "Cần Thơ", Vdoc),
    Row("baohatinh", "Báo Hà Tĩnh", "Hà Tĩnh", Zce),
    Row("baonghean", "Báo Nghệ An", "Nghệ An", BGrid),
    Row("baocaobang", "Báo Cao Bằng", "Cao Bằng", H1Name),
    Row("baohaugiang", "Báo Hậu Giang", "Hậu Giang", NewsContent),
)


def source(portal: Portal) -> dict[str, str]:
    """A row of ``sources.csv``."""
    files = {
        urlsplit(url).hostname or ""
        for story in portal.stories
        for url, _ in portal.papers(story)
        if url.startswith("http")
    }
    return {
        "id": portal.name,
        "publisher": portal.publisher,
        "province_code": portal.place.code,
        "regime": "63",
        "kind": portal.kind,
        "home": portal.base + "/",
        "feed": portal.url(portal.feed) if portal.feed else "",
        "feed_proof": "seen" if portal.feed else "",
        "sitemap": portal.url(portal.sitemap) if portal.sitemap else "",
        "listing": portal.url(portal.shelf_address(portal.main)),
        "search": portal.url(portal.search) if portal.search else "",
        "tag": portal.url(portal.tag) if portal.tag else "",
        "article_pattern": portal.article_pattern,
        "portal": portal.family,
        "charset": "",
        "selectors": "",
        "file_hosts": " ".join(sorted(files)),
        "delay": "3",
        "hours": "",
        "expected_per_month": "1",
        "status": "active",
        "successor": "",
        "since": "2018",
        "checked": "2026-11-20",
        "evidence": "a portal of the test town",
        "note": "",
    }
