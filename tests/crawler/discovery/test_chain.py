"""A chain is read when all of its pages are, and only then."""

from __future__ import annotations

from crawler.discovery.chain import Chain
from crawler.ways import Way, WayKind


def chain(ended: list[str], name: str = "root", parent: Chain | None = None) -> Chain:
    way = Way(WayKind.SITEMAP, f"https://baoa.vn/{name}", proved=True)
    return Chain(way, ended=lambda: ended.append(name), parent=parent)


def test_a_listing_ends_with_its_last_page() -> None:
    ended: list[str] = []
    listing = chain(ended)
    listing.more()
    listing.read()
    assert (ended, listing.page) == ([], 2)
    listing.read()
    assert ended == ["root"]


def test_a_failed_page_leaves_it_unread() -> None:
    ended: list[str] = []
    listing = chain(ended)
    listing.more()
    listing.read()
    listing.failed()
    assert ended == []


def test_an_index_of_sitemaps_ends_with_its_last_sitemap() -> None:
    ended: list[str] = []
    root = chain(ended)
    root.more(2)
    first, second = chain(ended, "a", root), chain(ended, "b", root)
    root.read()
    second.read()
    assert ended == ["b"]
    first.read()
    assert ended == ["b", "a", "root"]


def test_a_failed_sitemap_leaves_the_index_unread() -> None:
    ended: list[str] = []
    root = chain(ended)
    root.more(2)
    first, second = chain(ended, "a", root), chain(ended, "b", root)
    root.read()
    first.failed()
    second.read()
    assert ended == ["b"]
