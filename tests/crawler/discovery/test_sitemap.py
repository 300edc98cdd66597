"""Sitemaps by the protocol of sitemaps.org, and what pretends to be one."""

from __future__ import annotations

import gzip

import pytest

from crawler.discovery.sitemap import MAX_ENTRIES, Entry, SitemapError, read

URLSET = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>'
)
INDEX = (
    b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
    b"<loc>https://baoa.vn/sitemap-2024-05.xml</loc><lastmod>2024-05-31</lastmod>"
    b"</sitemap></sitemapindex>"
)
LIMIT = 1 << 20


def url(loc: str, lastmod: str = "") -> bytes:
    dated = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>{loc}</loc>{dated}</url>".encode()


def test_addresses_and_their_times() -> None:
    listed = read(
        URLSET % (url("https://baoa.vn/1.html", "2024-05-04T10:00:00+07:00") + url(" https://b/ ")),
        LIMIT,
    )
    assert not listed.is_index
    assert listed.entries == (
        Entry("https://baoa.vn/1.html", "2024-05-04T10:00:00+07:00"),
        Entry("https://b/"),
    )


def test_an_index_names_sitemaps() -> None:
    listed = read(INDEX, LIMIT)
    assert listed.is_index
    assert listed.entries == (Entry("https://baoa.vn/sitemap-2024-05.xml", "2024-05-31"),)


def test_gzip_is_unpacked() -> None:
    assert read(gzip.compress(URLSET % url("https://baoa.vn/1")), LIMIT).entries


def test_a_gzip_bomb_stops_at_the_limit() -> None:
    with pytest.raises(SitemapError, match="more than 1048576 bytes"):
        read(gzip.compress(b"<urlset>" + b" " * (4 << 20)), LIMIT)


def test_entities_are_not_followed() -> None:
    laughs = (
        b'<!DOCTYPE urlset [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c SYSTEM "file:///etc/passwd">]>'
        b"<urlset><url><loc>https://baoa.vn/&b;&c;</loc></url></urlset>"
    )
    assert all(
        "root:" not in one.url and "ha" not in one.url for one in read(laughs, LIMIT).entries
    )


def test_no_more_entries_than_the_protocol_allows() -> None:
    many = URLSET % b"".join(url(f"https://baoa.vn/{n}") for n in range(MAX_ENTRIES + 5))
    assert len(read(many, 64 << 20).entries) == MAX_ENTRIES


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"not found",
        b"<html><body>trang kh\xc3\xb4ng t\xe1\xbb\x93n t\xe1\xba\xa1i</body></html>",
        b"<rss><channel/></rss>",
        b"\x1f\x8b\x08\x00broken",
        b"<",
    ],
)
def test_what_is_no_sitemap_says_so(payload: bytes) -> None:
    with pytest.raises(SitemapError):
        read(payload, LIMIT)


def test_a_cut_sitemap_gives_what_it_has() -> None:
    whole = URLSET % (url("https://baoa.vn/1") + url("https://baoa.vn/2"))
    assert [
        one.url for one in read(whole[: whole.index(b"<loc>https://baoa.vn/2")], LIMIT).entries
    ] == ["https://baoa.vn/1"]
