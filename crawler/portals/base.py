"""A portal: what the addresses and pages of one CMS family look like, whoever uses it.

A family is a file beside this one: a subclass of ``Portal`` that sets selectors and
patterns, and overrides a method only where the family is odd. What a family leaves open
is read from what pages say of themselves (JSON-LD, OpenGraph, microdata), a body from the
main content of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import ClassVar

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, files, listings, pager, printed, related, stamps, structured
from crawler.portals.byline import byline, unlabelled
from crawler.portals.lead import lead
from crawler.portals.model import (
    SELECTORS,
    Article,
    Attachment,
    Link,
    Listing,
    NextPage,
    Selectors,
    Twin,
)
from crawler.portals.naming import Naming
from crawler.portals.publication import Place, Told, asked_at, chosen
from crawler.portals.text import has_text, is_filled, lines_of, main_text, text_of

__all__ = [
    "SELECTORS",
    "Article",
    "Attachment",
    "Link",
    "Listing",
    "NextPage",
    "Portal",
    "Selectors",
    "Twin",
]


_WHOLE = frozenset({"html", "body", "form", "main"})


_MATCHES = 50
"""Elements that are looked at for each selector: more of them are no headline, no date."""


@dataclass(frozen=True, kw_only=True)
class Portal(Naming):
    """A CMS family. Instances are made for one source: what differs there is given.

    Class attributes are what a family sets, beside those of ``Naming``:
        name: As in the column ``portal`` of ``sources.csv``.
        family: Selectors of the family.
        month_in_path: The path of an article says its month (``/202401/``).
        pages: Query parameter that counts the pages of a listing which has no pager.
        lists_files: Lists may link to files (decisions) that have no page of their own.

    Attributes:
        own_selectors: Selectors that differ at the source.
    """

    name: ClassVar[str] = ""
    family: ClassVar[Selectors] = Selectors()
    month_in_path: ClassVar[bool] = False
    pages: ClassVar[str] = ""
    lists_files: ClassVar[bool] = False

    own_selectors: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def selectors(self) -> Selectors:
        """Selectors of the family, with those of the source in their place."""
        return self.family.overridden(self.own_selectors)

    # ── Listings ─────────────────────────────────────────────────────────────────────

    def listing(self, response: TextResponse) -> Listing:
        """Links of a section, tag or search page, and where it goes on.

        The end is None for ``next``: a pager says so, or a page without articles. A family
        whose pages past the end repeat the list needs nothing more: discovery stops when a
        page brings no new link.
        """
        page = self.parsed(response)
        feeds = structured.feeds(page, addresses.base_of(response))
        page = self.without_noise(page)
        found = tuple(self.links(page, response))
        if self.lists_files:
            met = {addresses.cleaned(link.url) for link in found}
            listed = self.listed_files(page, response)
            found += tuple(link for link in listed if addresses.cleaned(link.url) not in met)
        drift = ("links",) if self.selectors.links and not self.by_selector(page) else ()
        following = self.next_page(page, response) if found else None
        return Listing(found, following, feeds, drift)

    def links(self, page: Selector, response: TextResponse) -> Iterator[Link]:
        """Links of a listing to articles; those of the whole page when no selector fits."""
        base = addresses.base_of(response)
        anchors = self.by_selector(page)
        found = list(listings.links(page, anchors, base, self.is_article))
        yield from found or listings.links(page, page.css("a[href]"), base, self.is_article)

    def listed_files(self, page: Selector, response: TextResponse) -> Iterator[Link]:
        """Links of a listing to files; words and dates are not those of articles beside them."""
        base = addresses.base_of(response)

        def is_file(url: str) -> bool:
            return self.is_file(url) or addresses.is_file(url)

        anchors = [one for one in page.css("a[href]") if is_file(addresses.href(one, base))]
        yield from listings.links(
            page, anchors, base, lambda url: is_file(url) or self.is_article(url)
        )

    def by_selector(self, page: Selector) -> list[Selector]:
        """What the selector ``links`` matches."""
        return list(page.css(self.selectors.links)) if self.selectors.links else []

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The following page of a listing, from its pager."""
        base = addresses.base_of(response)
        for link in page.css("link[rel=next], a[rel=next]"):
            url = addresses.href(link, base)
            if url and url != response.url:
                return NextPage(url)
        anchors = pager.of_page(page, self.selectors.next, base)
        url = pager.after(anchors, response.url, base)
        if self.pages and not anchors:
            url = pager.counted(response.url, self.pages)
        return NextPage(url) if url else None

    # ── Articles ─────────────────────────────────────────────────────────────────────

    def article(
        self, response: TextResponse, met: Link | None = None, asked: datetime | None = None
    ) -> Article:
        """Fields of an article page: by selectors, else from what the page says of itself.

        Args:
            response: The page.
            met: The link that led here (of a feed, a listing), which fills what the page
                leaves open and confirms its date.
            asked: The moment of the request; the response's ``Date`` header when None.
        """
        page, base = self.parsed(response), addresses.base_of(response)
        asked = asked or asked_at(response)
        said = structured.read(page, response.url, base, asked)
        page = self.without_noise(page)
        body = self.body(page)
        if body is not None:
            related.cut(body)
        met = met or Link("")
        return Article(
            url=self.own_address(said.url, response.url),
            title=self.title(page, said) or met.title,
            summary=self.summary(page, body) or said.summary or met.summary,
            body=(lines_of(body) if body is not None else said.body) or main_text(page.get()),
            published=self.published(page, body, said, response.url, met, asked),
            author=self.author(page, body) or said.author,
            attachments=tuple(self.attachments(page, response)),
            drift=self.drift(page),
        )

    def body(self, page: Selector) -> Selector | None:
        """The element that holds the text of the article, or None."""
        return self.first(page, self.selectors.body)

    def title(self, page: Selector, said: structured.Said) -> str:
        """The headline: where the family has it, else as the page calls itself."""
        return self.text(page, self.selectors.title) or said.title

    def author(self, page: Selector, body: Selector | None) -> str:
        """The byline: where the family has it, else at the end of the text."""
        return unlabelled(self.text(page, self.selectors.author)) or byline(body)

    def summary(self, page: Selector, body: Selector | None) -> str:
        """The lead: where the family has it, else the bold first paragraph."""
        return self.text(page, self.selectors.summary) or lead(body)

    def published(
        self,
        page: Selector,
        body: Selector | None,
        said: structured.Said,
        url: str,
        met: Link,
        asked: datetime | None,
    ) -> str:
        """EDTF of publication: printed beside the article, marked up, in the address, met."""
        told = [
            *self.sure_dates(page, body, said),
            Told(stamps.moment_of(url), Place.ADDRESS),
            *printed.below_title(self.first(page, f"{self.selectors.title}, h1")),
            Told(met.published, Place.MET),
            *self.other_dates(body),
        ]
        return chosen(told, asked, stamps.month_of(url) if self.month_in_path else "")

    def sure_dates(
        self, page: Selector, body: Selector | None, said: structured.Said
    ) -> Iterator[Told]:
        """Dates that the selector ``date`` matches, then those that the page marks up."""
        yield from printed.of_elements(self.matches(page, self.selectors.date), body)
        yield from said.dates

    def other_dates(self, body: Selector | None) -> Iterator[Told]:  # noqa: ARG002
        """Dates that are only known to a family (names of its images)."""
        yield from ()

    def attachments(self, page: Selector, response: TextResponse) -> Iterator[Attachment]:
        """Files that the article links to or shows, each once.

        They are looked for in what ``article`` bounds, else in the block that holds headline
        and body (files are often listed below the text), else in the body, else on the page.
        """
        bounded = self.selectors.article and page.root.getparent() is not None
        body = None if bounded else self.body(page)
        scope = page if body is None else self.block(page, body)
        chosen = page.css(self.selectors.attachments) if self.selectors.attachments else ()
        yield from files.attachments(chosen, scope, addresses.base_of(response), self.is_file)

    def block(self, page: Selector, body: Selector) -> Selector:
        """The smallest element around headline and body; the body, if that is half the page."""
        title = self.first(page, self.selectors.title) or self.first(page, "h1")
        heads = set() if title is None else set(title.root.iterancestors())
        for above in body.xpath("ancestor::*")[::-1]:
            if above.root.tag in _WHOLE:
                break
            if above.root in heads:
                return above
        return body

    def drift(self, page: Selector) -> tuple[str, ...]:
        """Names of selectors of an article that are set and find nothing."""
        asked = ("title", "body", "date")
        return tuple(
            name for name in asked if (css := getattr(self.selectors, name))
            and self.first(page, css) is None
        )  # fmt: skip

    # ── Pages ────────────────────────────────────────────────────────────────────────

    @staticmethod
    def parsed(response: TextResponse) -> Selector:
        """The page, parsed anew: what is cut out of it stays in the response."""
        return Selector(text=response.text, type="html", base_url=response.url)

    def without_noise(self, page: Selector) -> Selector:
        """The part of a page that ``article`` bounds; ``noise`` is cut out of the page."""
        for element in page.css(self.selectors.noise) if self.selectors.noise else ():
            if element.root.getparent() is not None:
                element.drop()
        bounds = page.css(self.selectors.article) if self.selectors.article else ()
        return bounds[0] if bounds else page

    @staticmethod
    def matches(page: Selector, selectors: str) -> Iterator[Selector]:
        """Elements with text, in the order of the list of selectors, then of the page."""
        for one in filter(None, map(str.strip, selectors.split(","))):
            yield from (element for element in page.css(one)[:_MATCHES] if has_text(element))

    def first(self, page: Selector, selectors: str) -> Selector | None:
        """The first of them."""
        return next(self.matches(page, selectors), None)

    def text(self, page: Selector, selectors: str) -> str:
        """Text of that element, or empty; an unfilled template is empty."""
        element = self.first(page, selectors)
        said = "" if element is None else text_of(element)
        return said if is_filled(said) else ""
