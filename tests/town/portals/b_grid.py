"""``b-grid``: ``slug-<id>.html``, topic and tag pages that look like articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import TAG, End, Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph
from town.story import Paper, Story
from town.wire import page


class BGrid(Portal):
    """The family of baonghean, hanoimoi, baodanang."""

    family = "b_grid"
    end = End.RESTARTS
    shelves = (
        ("section", re.compile(r"/chuyen-muc/(?P<slug>[a-z-]+)(?:\?page=(?P<page>\d+))?")),
        ("tag", re.compile(r"/(?P<slug>[a-z-]+)-ptag\.html(?:\?page=(?P<page>\d+))?")),
        ("search", re.compile(r"/tim-kiem\?q=(?P<words>[^&]+)(?:&page=(?P<page>\d+))?")),
    )
    feed = "/rss/kinh-te.rss"
    search = "/tim-kiem?q={words}&page={page}"
    tag = "/ocop-ptag.html"
    article_pattern = r"/(?!.*-(?:event\d+|ptag)\.html$).+-\d+\.html$"
    rules = ("User-agent: *", "Crawl-delay: 0.05", "Disallow: /api/")

    def address(self, story: Story) -> str:
        """``slug-<id>.html``."""
        return f"/{story.slug}-{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Sections, ``-ptag``, search."""
        if shelf.kind == "search":
            more = f"&page={number}" if number > 1 else ""
            return f"/tim-kiem?q={shelf.slug.replace('-', '+')}{more}"
        path = f"/{shelf.slug}-ptag.html" if shelf.kind == "tag" else f"/chuyen-muc/{shelf.slug}"
        return path + (f"?page={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """On this host."""
        return f"/media/{story.published:%Y/%m}/{story.id}/{paper.name}"

    def article(self, story: Story) -> str:
        """Every third story is a long-form page, with other classes."""
        head = canonical(self.url(self.address(story))) + opengraph(
            type="article", title=story.title, url=self.url(self.address(story))
        )
        body = self.long(story) if story.number % 3 == 0 else self.short(story)
        return self.furniture.document(story.title, body, head)

    def short(self, story: Story) -> str:
        """The ordinary detail page."""
        return (
            f'<div class="c-detail-head"><h1 class="c-detail-head__title">{e(story.title)}</h1>'
            f'<span class="c-detail-head__time">{story.published:%d/%m/%Y %H:%M} GMT+7</span></div>'
            f'<div class="b-maincontent"><p class="block-sc-sapo">{e(story.summary)}</p>'
            f'<article class="entry">{self.entry(story)}</article>{self.tags()}</div>'
        )

    def long(self, story: Story) -> str:
        """The page of a long-form story."""
        return (
            f'<div class="sc-longform-header"><h1 class="sc-longform-header-title">'
            f'{e(story.title)}</h1><div class="sc-longform-header-meta">'
            f'<span class="sc-longform-header-date">{story.published:%d/%m/%Y %H:%M} GMT+7</span>'
            f'</div><p class="sc-longform-header-sapo">{e(story.summary)}</p></div>'
            f'<div class="b-maincontent"><article class="entry">{self.entry(story)}</article></div>'
        )

    def entry(self, story: Story) -> str:
        """The body, with a box of other stories in the middle of it."""
        others = each(
            lambda one, _: (
                f'<li><a href="{e(self.address(one))}">{e(one.title)}</a>'
                f"<span>{one.published:%d/%m/%Y}</span></li>"
            ),
            self.related(story, 2),
        )
        box = (
            '<div class="sc-related-articles"><h4>Bài liên quan</h4>'
            f'<ul>{others}</ul></div><div class="sc-empty-layer"></div>'
        )
        return f"{box}{self.text_of(story)}"

    @staticmethod
    def tags() -> str:
        """Links to tags and to a topic."""
        return (
            '<div class="c-tags"><ul><li><a href="/ocop-ptag.html">OCOP</a></li></ul></div>'
            '<div class="c-event"><a href="/chuyen-ocop-event7.html">Chuyện OCOP</a></div>'
        )

    def listing(self, sheet: Sheet) -> str:
        """``b-grid`` cards."""
        items = each(
            lambda one, place: (
                f'<article class="b-grid"><div class="b-grid__img">'
                f'<a href="{self.link(one, place)}"><img src="/i/{one.id}.webp" alt=""></a></div>'
                f'<h3 class="b-grid__title"><a href="{self.link(one, place)}">{e(one.title)}</a>'
                f'</h3><p class="b-grid__desc">{e(one.summary)}</p></article>\n'
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = f'<a rel="next" href="{following}">Trang sau</a>' if sheet.has_next else ""
        body = (
            f'<div class="c-news-list">{items}</div><div class="c-pagination">{forward}</div>'
            '<h3 class="b-grid__title"><a href="/chuyen-ocop-event7.html">Chuyện OCOP</a></h3>'
        )
        return self.furniture.document(sheet.shelf.name, body)

    def extras(self) -> Iterator[tuple[str, Make]]:
        """A topic page: its address ends in a number, but it is no article."""
        shelf = Shelf("tag", "Chuyện OCOP", TAG.slug)
        sheet = Sheet(shelf, tuple(self.latest(shelf)[:3]), 1, 1)
        yield "/chuyen-ocop-event7.html", lambda: page(self.listing(sheet))
