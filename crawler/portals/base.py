"""A portal: what the addresses and pages of one CMS family look like, whoever uses it.

A family is a file beside this one: a subclass of ``Portal`` that sets selectors and
patterns, and overrides a method only where the family is odd. What a family leaves open
is read from what pages say of themselves (JSON-LD, OpenGraph, microdata).

Selectors are CSS lists; the first element that matches and has text wins, in the order
of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import ClassVar

from parsel import Selector, SelectorList
from scrapy.http import TextResponse

from crawler.portals import addresses, structured
from crawler.portals.dates import published
from crawler.portals.text import lines_of, text_of


@dataclass(frozen=True, slots=True)
class Link:
    """A link that discovery met, and what stands with it.

    Attributes:
        url: Absolute address, as printed (not yet canonical).
        words: Anchor text, title, summary: what relevance is judged by.
        published: EDTF in Vietnam's time (``2026-01-08T18:21:00+07:00``, ``2026-01-08``),
            or empty when the page does not say it.
    """

    url: str
    words: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class NextPage:
    """Where a listing goes on. ``form`` holds the fields of a POST (``.aspx`` postback)."""

    url: str
    form: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a section, tag or search: links in the order of the page."""

    links: tuple[Link, ...]
    next: NextPage | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an article links to: a decision, its annex, a table."""

    url: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What a portal says of one article; every text is NFC, blanks collapsed, or empty.

    Attributes:
        url: Canonical address.
        title: Headline.
        summary: Lead (sapo).
        body: Text of the body, one line a paragraph.
        published: EDTF in Vietnam's time, or empty: a clock of the page is no date.
        author: Byline as printed.
        attachments: Files, on whatever host, in the order of the page.
    """

    url: str
    title: str = ""
    summary: str = ""
    body: str = ""
    published: str = ""
    author: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS lists of a family, or of one source that differs from it.

    ``article`` bounds the rest when set (a page may hold several of everything);
    ``noise`` is cut out of it first (related links, counters, clocks).
    """

    article: str = ""
    title: str = ""
    summary: str = ""
    body: str = ""
    date: str = ""
    author: str = ""
    attachments: str = ""
    links: str = ""
    next: str = ""
    noise: str = ""

    def overridden(self, cells: Mapping[str, str]) -> Selectors:
        """These, with the selectors of one source in their place."""
        return replace(self, **cells)


SELECTORS = tuple(one.name for one in fields(Selectors))


@dataclass(frozen=True, slots=True)
class Twin:
    """A second address of the same article: print view, AMP, mobile host.

    ``pattern`` is matched against the whole address (``fullmatch``); ``canonical`` is the
    template (``re`` syntax) of the address that stands for both.
    """

    pattern: re.Pattern[str]
    canonical: str


@dataclass(frozen=True)
class Portal:
    r"""A CMS family. Instances are made for one source: ``selectors`` may differ by row.

    Class attributes are what a family sets:
        name: As in the column ``portal`` of ``sources.csv``.
        family: Selectors of the family.
        article_path: Found (``search``) in path and query of an article, e.g. ``-a\d+\.html$``;
            None when nothing tells an article by its address.
        keeps: Query parameters that name an article (``mabb``, ``nid``, ``ItemID``). When
            empty all parameters but trackers are kept; when not, all others are dropped.
        bare_query: The query itself, without a name, is the identity (``?12345``).
        folds_case: Path parts that differ only in letter case (``Pages``/``pages``).
        twins: Second addresses of the same article.
        feeds, sitemaps: Paths at which the family serves them; tried when a row names none.
        search: Path template of the site search with ``{words}`` and ``{page}``, or empty.

    Attributes:
        own_selectors: Selectors of the source, in place of the family's.
        article_pattern: The source's own ``article_path``, in place of the family's.
    """

    name: ClassVar[str] = ""
    family: ClassVar[Selectors] = Selectors()
    article_path: ClassVar[re.Pattern[str] | None] = None
    keeps: ClassVar[frozenset[str]] = frozenset()
    bare_query: ClassVar[bool] = False
    folds_case: ClassVar[tuple[str, ...]] = ()
    twins: ClassVar[tuple[Twin, ...]] = ()
    feeds: ClassVar[tuple[str, ...]] = ()
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap.xml", "/sitemap_index.xml")
    search: ClassVar[str] = ""

    own_selectors: Mapping[str, str] = field(default_factory=dict)
    article_pattern: re.Pattern[str] | None = None

    @cached_property
    def selectors(self) -> Selectors:
        """Selectors of the family, with those of the source in their place."""
        return self.family.overridden(self.own_selectors)

    def canonical(self, url: str) -> str:
        """The one address of an article: twins folded, trackers and fragment gone.

        Two addresses of one article give the same; two articles never do. A path is
        never normalised to another Unicode form.
        """
        clean = addresses.cleaned(url)
        for twin in self.twins:
            if match := twin.pattern.fullmatch(clean):
                clean = addresses.cleaned(match.expand(twin.canonical))
        clean = addresses.case_folded(clean, self.folds_case)
        return addresses.with_query(clean, self.keeps, bare=self.bare_query)

    def is_article(self, url: str) -> bool:
        """Whether an address looks like that of an article of this family."""
        pattern = self.article_pattern or self.article_path
        return pattern is None or pattern.search(addresses.target(url)) is not None

    def listing(self, response: TextResponse) -> Listing:
        """Links of a section, tag or search page, and where it goes on.

        The end is None for ``next``; a family whose pages past the end repeat the list
        needs nothing more: discovery stops when a page brings no new link.
        """
        page = self.without_noise(response)
        return Listing(tuple(self.links(page, response)), self.next_page(page, response))

    def links(self, page: Selector, response: TextResponse) -> Iterator[Link]:
        """Links of a listing to articles; all links of the page when no selector fits."""
        for anchor in page.css(self.selectors.links or "a[href]"):
            url = addresses.joined(response.url, anchor.attrib.get("href", ""))
            if url and self.is_article(url):
                words = (text_of(anchor), anchor.attrib.get("title", ""))
                yield Link(url, " ".join(filter(None, words)))

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The following page of a listing, from the selector ``next``."""
        if not self.selectors.next:
            return None
        for anchor in page.css(self.selectors.next):
            url = addresses.joined(response.url, anchor.attrib.get("href", ""))
            if url and url != response.url:
                return NextPage(url)
        return None

    def article(self, response: TextResponse) -> Article:
        """Fields of an article page: by selectors, else from what the page says of itself."""
        said = structured.article(response)
        page = self.without_noise(response)
        body = self.first(page, self.selectors.body)
        date = self.text(page, self.selectors.date)
        return Article(
            url=self.canonical(addresses.joined(response.url, said.url) or response.url),
            title=self.text(page, self.selectors.title) or said.title,
            summary=self.text(page, self.selectors.summary) or said.summary,
            body=lines_of(body) if body is not None else said.body,
            published=published(date) or said.published,
            author=self.text(page, self.selectors.author) or said.author,
            attachments=tuple(self.attachments(page, response)),
        )

    def attachments(self, page: Selector, response: TextResponse) -> Iterator[Attachment]:
        """Files that the article links to, each once."""
        met: set[str] = set()
        for anchor in page.css(self.selectors.attachments or "a[href]"):
            url = addresses.joined(response.url, anchor.attrib.get("href", ""))
            wanted = self.selectors.attachments or addresses.is_file(url)
            if url and wanted and url not in met:
                met.add(url)
                yield Attachment(url, text_of(anchor))

    def without_noise(self, response: TextResponse) -> Selector:
        """The part of a page that ``article`` bounds, a copy without ``noise``."""
        page = Selector(text=response.text, base_url=response.url)
        for element in page.css(self.selectors.noise) if self.selectors.noise else ():
            element.drop()
        bounds = page.css(self.selectors.article) if self.selectors.article else SelectorList()
        return bounds[0] if bounds else page

    @staticmethod
    def first(page: Selector, selectors: str) -> Selector | None:
        """The first element with text, in the order of the list of selectors."""
        for one in filter(None, map(str.strip, selectors.split(","))):
            for element in page.css(one):
                if text_of(element):
                    return element
        return None

    def text(self, page: Selector, selectors: str) -> str:
        """Text of that element, or empty."""
        element = self.first(page, selectors)
        return "" if element is None else text_of(element)
