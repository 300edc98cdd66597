"""Feeds and sitemaps that explode, reach out, lie or are something else."""

from __future__ import annotations

import re

from town.faults.fault import Fault, Ordinary
from town.wire import XML, Answer, Request, page

_DOCTYPE_LAUGHS = (
    "<!DOCTYPE lolz [\n"
    '<!ENTITY a0 "ha">\n'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">\n' for n in range(1, 10))
    + "]>\n"
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class XmlText(Fault):
    """A fixed XML text. Subclasses say which."""

    xml = ""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The text."""
        return Answer((_HEAD + self.xml).encode(), kind=XML)


class LaughingFeed(XmlText):
    """A billion laughs in RSS: no memory may be spent on them."""

    xml = (
        f"{_DOCTYPE_LAUGHS}<rss version='2.0'><channel><title>&a9;</title><item><title>&a9;</title>"
        "<link>http://x.example/</link></item></channel></rss>"
    )


class LaughingSitemap(XmlText):
    """A billion laughs in a sitemap: no memory may be spent on them."""

    xml = (
        f"{_DOCTYPE_LAUGHS}<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url>"
        "<loc>&a9;</loc></url></urlset>"
    )


class QuadraticSitemap(XmlText):
    """One long entity, many times: expansion without nesting, the same answer."""

    xml = (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url>"
        f"<loc>{'&a;' * 50_000}</loc></url></urlset>"
    )


class ExternalEntity(Fault):
    """Entities from a file and from ``/xxe-probe`` of this host: neither may be fetched.

    The log of the town shows whether somebody came for ``/xxe-probe``.
    """

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """RSS whose title is ``/etc/passwd``."""
        probe = f"http://{request.headers.get('host', request.host)}/xxe-probe"
        text = (
            f'{_HEAD}<!DOCTYPE rss SYSTEM "{probe}?dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">'
            f'<!ENTITY h SYSTEM "{probe}">]><rss version="2.0"><channel><title>OCOP &f;</title>'
            "<item><title>OCOP &h;</title><link>/x.html</link></item></channel></rss>"
        )
        return Answer(text.encode(), kind=XML)


class EmptyFeed(XmlText):
    """RSS without an entry: zero is an alarm."""

    xml = '<rss version="2.0"><channel><title>Tin</title></channel></rss>'


class PageAsFeed(Fault):
    """The front page with 200 under the feed's address: the feed is broken, said aloud."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """A page."""
        return page("<!DOCTYPE html><html><body><p>Trang chủ</p></body></html>")


class CutFeed(Fault):
    """XML that ends in the middle of an entry: those before may be taken, and it is told."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Two thirds of it."""
        answer = ordinary()
        return answer.but(body=answer.body[: len(answer.body) * 2 // 3], etag="")


class LooseFeed(Fault):
    """A bare ``&`` and a blank before the declaration: no XML, but every entry can be read."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """As seen in the wild."""
        answer = ordinary()
        body = b"\n " + answer.body.replace(b"<title>", b"<title>Tin & b\xc3\xa0i: ")
        return answer.but(body=body, etag="")


class FutureSitemap(Fault):
    """Every lastmod is years ahead: must not mean that all is asked anew each day."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """2099."""
        answer = ordinary()
        body = re.sub(rb"<lastmod>[^<]+", b"<lastmod>2099-01-01", answer.body)
        return answer.but(body=body, etag="")


class SitemapLoop(Fault):
    """An index that names itself: must be asked once."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Itself, twice."""
        own = f"http://{request.headers.get('host', request.host)}{request.target}"
        text = (
            f'{_HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<sitemap><loc>{own}</loc></sitemap><sitemap><loc>{own}</loc></sitemap></sitemapindex>"
        )
        return Answer(text.encode(), kind=XML)


class ForeignSitemap(Fault):
    """Addresses of other hosts in a sitemap: not this host's to tell, must not be asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Those of the neighbour."""
        urls = "".join(f"<url><loc>{one.url}</loc></url>" for one in self.town.expected(self.name))
        text = f'{_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
        return Answer(text.encode(), kind=XML)
