"""What a page says of itself to machines: JSON-LD, OpenGraph, microdata, meta.

Extruct reads all of these and RDFa besides, and brings an RDF store with it; pages of
these portals need four vocabularies, which parsel reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, jsonld
from crawler.portals.dates import published
from crawler.portals.publication import Place, Told, asked_at, chosen
from crawler.portals.text import is_filled, lines_of, text_of, tidy

_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publish-date", "publish_date", "publication_date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "og:published_time", "parsely-pub-date", "sailthru.date",
    "date",
)  # fmt: skip
_ARTICLE = "[itemtype*='schema.org'][itemtype*='Article'], [itemtype*='schema.org/BlogPosting']"
_FEEDS = "link[rel~=alternate][type*='rss+xml'], link[rel~=alternate][type*='atom+xml']"
_TIMES = (
    "//time[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::li)]/@datetime"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Fields as in ``Article``; empty when the page does not say them.

    ``dates`` are all times of publication that the page marks up, the most trusted first;
    ``published`` is the first that can be true.
    """

    url: str = ""
    title: str = ""
    summary: str = ""
    body: str = ""
    published: str = ""
    author: str = ""
    dates: tuple[Told, ...] = ()


def article(response: TextResponse, asked: datetime | None = None) -> Said:
    """Fields that the page marks up.

    Args:
        response: The page.
        asked: The moment of the request; the response's ``Date`` header when None.
    """
    page = Selector(text=response.text, type="html", base_url=response.url)
    return read(page, response.url, addresses.base_of(response), asked or asked_at(response))


def read(page: Selector, url: str, base: str, asked: datetime | None) -> Said:
    """Fields that a parsed page marks up; ``base`` is what its links are relative to."""
    marks = _Marks(page, url)
    dates = tuple(told for told in marks.dates() if told.edtf)
    return Said(
        url=addresses.joined(base, marks.url) if marks.url else "",
        title=marks.title,
        summary=marks.summary,
        body=marks.body,
        published=chosen(dates, asked),
        author=marks.author,
        dates=dates,
    )


def feeds(page: Selector, base: str) -> tuple[str, ...]:
    """Addresses of feeds that a page announces, in its order, each once."""
    found = (addresses.href(link, base) for link in page.css(_FEEDS))
    return tuple(dict.fromkeys(filter(None, found)))


class _Marks:
    """Marks of one page, read when they are asked for."""

    def __init__(self, page: Selector, url: str) -> None:
        self.page, self.here = page, url

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """Meta tags by their small-letter name; the first that is filled."""
        tags: dict[str, str] = {}
        for meta in self.page.css("meta[content]"):
            marks = meta.attrib
            name = marks.get("property") or marks.get("name") or marks.get("itemprop") or ""
            content = tidy(marks["content"])
            if name and content and is_filled(content):
                tags.setdefault(name.strip().lower(), content)
        return tags

    @cached_property
    def canonical(self) -> str:
        links = (link.attrib.get("href", "") for link in self.page.css("link[rel~=canonical]"))
        return next(filter(None, map(str.strip, links)), "")

    @cached_property
    def json(self) -> Mapping[str, object]:
        same = filter(None, (self.here, self.canonical, self.tags.get("og:url", "")))
        return jsonld.article(self.page, same)

    @cached_property
    def item(self) -> Selector | None:
        """The microdata item of the article."""
        return next(iter(self.page.css(_ARTICLE)), None)

    @property
    def url(self) -> str:
        return self.canonical or self.tags.get("og:url", "") or jsonld.address(self.json)

    @property
    def title(self) -> str:
        said = jsonld.text(self.json.get("headline")) or self.tags.get("og:title", "")
        marked = said or self._prop("headline") or self.tags.get("twitter:title", "")
        return marked or self.tags.get("dc.title", "") or self._headline() or self._head_title()

    @property
    def summary(self) -> str:
        said = jsonld.text(self.json.get("description")) or self.tags.get("og:description", "")
        tagged = self.tags.get("description", "") or self.tags.get("twitter:description", "")
        return said or self._prop("description") or tagged

    @property
    def body(self) -> str:
        marked = self.page.css("[itemprop=articleBody]")
        lines = lines_of(marked[0]) if marked else ""
        return lines or jsonld.text(self.json.get("articleBody"))

    @property
    def author(self) -> str:
        said = jsonld.names(self.json.get("author"))
        return said or self._prop("author") or self._named_author()

    def dates(self) -> Iterator[Told]:
        """Times of publication, by place."""
        yield Told(published(jsonld.text(self.json.get("datePublished"))), Place.JSON_LD)
        yield Told(published(self._prop("datePublished")), Place.MICRODATA)
        for tag in _DATE_TAGS:
            yield Told(published(self.tags.get(tag, "")), Place.META)
        for value in self.page.xpath(_TIMES):
            yield Told(published(value.get()), Place.TIME)
            break

    def _prop(self, name: str) -> str:
        """A property of the microdata item: machine form first, then as printed."""
        scope = self.page if self.item is None else self.item
        for element in scope.css(f"[itemprop='{name}']"):
            marks = element.attrib
            value = marks.get("content") or marks.get("datetime") or text_of(element)
            if value and is_filled(value):
                return tidy(value)
        return ""

    def _named_author(self) -> str:
        named = self.tags.get("author", "") or self.tags.get("article:author", "")
        return "" if named.startswith(("http:", "https:")) else named

    def _headline(self) -> str:
        """The only ``h1``; of several (logos) the one that ``<title>`` begins with."""
        headlines = [text for text in map(text_of, self.page.css("h1")) if is_filled(text)]
        if len(headlines) == 1:
            return headlines[0]
        titles = self.page.css("title")
        whole = text_of(titles[0]) if titles else ""
        return max((one for one in headlines if whole.startswith(one)), key=len, default="")

    def _head_title(self) -> str:
        """``<title>`` without the name of the site."""
        titles = self.page.css("title")
        whole = text_of(titles[0]) if titles else ""
        site = re.escape(self.tags.get("og:site_name", ""))
        title = re.sub(rf"\s+[|–—·»:-]+\s+{site}$", "", whole, flags=re.I) if site else whole
        return title if is_filled(title) else ""
