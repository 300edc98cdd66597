"""Feeds as papers print them."""

from __future__ import annotations

import pytest

from crawler.discovery.feed import entries

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo A</title>
<item><title>Thêm 12 sản phẩm OCOP</title><link>/kinh-te/a-1.html</link>
<description><![CDATA[<img src="x.jpg"/>Hội đồng tỉnh vừa chấm.]]></description>
<category>Nông nghiệp</category><pubDate>Thu, 08 Jan 2026 18:21:00 +0700</pubDate></item>
<item><title>Không có liên kết</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>OCOP 2024</title>
<link href="https://baoa.vn/2"/><updated>2024-12-31T20:00:00Z</updated></entry></feed>"""


def test_rss() -> None:
    (entry,) = entries(RSS.encode(), "https://baoa.vn/rss")
    assert entry.url == "https://baoa.vn/kinh-te/a-1.html"
    assert entry.published == "2026-01-08T18:21:00+07:00"
    for word in ("12 sản phẩm OCOP", "Hội đồng tỉnh", "Nông nghiệp"):
        assert word in entry.words


def test_times_are_told_in_vietnam() -> None:
    (entry,) = entries(ATOM.encode(), "https://baoa.vn/atom")
    assert (entry.url, entry.published) == ("https://baoa.vn/2", "2025-01-01T03:00:00+07:00")


@pytest.mark.parametrize(
    "payload", [b"", b"<html>trang</html>", b"/etc/passwd", b"http://127.0.0.1:9/", b"\x00\xff"]
)
def test_what_is_no_feed_has_no_entries(payload: bytes) -> None:
    assert entries(payload, "https://baoa.vn/rss") == []


def test_entities_of_a_feed_are_not_followed() -> None:
    hostile = RSS.replace(
        "<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss'
    ).replace("Thêm 12", "&x;")
    assert all("root:" not in entry.words for entry in entries(hostile.encode(), "https://a/"))
