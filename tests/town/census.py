"""Who lives in the town, and the rows that point a crawler at them."""

from __future__ import annotations

from dataclasses import dataclass

from town.portals.base import Portal
from town.portals.dated_path import DatedPath
from town.portals.vdoc import Vdoc


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
)


def source(portal: Portal) -> dict[str, str]:
    """A row of ``sources.csv``."""
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
        "article_pattern": portal.article_pattern,
        "portal": portal.family,
        "charset": "",
        "delay": "3",
        "status": "active",
        "successor": "",
        "evidence": "a portal of the test town",
        "note": "",
    }
