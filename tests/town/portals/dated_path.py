"""Papers with ``/section/YYYYMM/slug-<id>/``: decimal ids once, seven hex digits now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals import syndication
from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph
from town.story import Paper, Story
from town.wire import XML, Answer

HEX_SINCE = 2024
"""Year from which ids are hexadecimal."""


class DatedPath(Portal):
    """The family of baothainguyen, baodaklak, baoquangtri: with a clock on every page."""

    family = "dated_path"
    shelves = (
        ("section", re.compile(r"/(?P<slug>[a-z-]+)/(?:\?page=(?P<page>\d+))?")),
        ("search", re.compile(r"/tim-kiem/\?q=(?P<words>[^&]+)(?:&page=(?P<page>\d+))?")),
    )
    feed = "/kinh-te/index.rss"
    sitemap = "/sitemap.xml"
    search = "/tim-kiem/?q={words}&page={page}"
    article_pattern = r"/[a-z0-9-]+/\d{6}/[^/]+-[0-9a-f]+/$"
    rules = ("User-agent: *", "Disallow: /admin/", "Disallow: /*.asmx$")

    def address(self, story: Story) -> str:
        """With the month in the path."""
        month = f"{story.published:%Y%m}"
        return f"/{story.section.slug}/{month}/{story.slug}-{self.article_id(story)}/"

    @staticmethod
    def article_id(story: Story) -> str:
        """Decimal for old stories, seven hex digits for new ones."""
        if story.published.year < HEX_SINCE:
            return str(story.id)
        return f"{story.id * 2_654_435_761 % 0x10000000:07x}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/kinh-te/?page=2``."""
        if shelf.kind == "search":
            more = f"&page={number}" if number > 1 else ""
            return f"/tim-kiem/?q={shelf.slug.replace('-', '+')}{more}"
        return f"/{shelf.slug}/" + (f"?page={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """Under 32 hex digits and the month, as pictures are."""
        return f"/file/{story.id:032x}/{story.published:%m%Y}/{paper.name}"

    def article(self, story: Story) -> str:
        """Title, date, sapo, body with a caption table, boxes."""
        picture = f"/dataimages/{story.published:%Y%m}/original/images{story.id}_anh.jpg"
        caption = e(f"Ảnh minh họa: {self.place.goods[0]} tại hội chợ có 99 gian hàng.")
        body = (
            f'{self.furniture.clock()}<div class="td-post"><h1 class="title">{e(story.title)}</h1>'
            f'<div class="date">{story.published:%H:%M, %d/%m/%Y}</div>'
            f'<a class="mobile" href="{e(self.mobile(story))}">Bản cho điện thoại</a>'
            f"{self.furniture.counter(story)}"
            f'<div class="sapo"><b>{e(story.summary)}</b></div>'
            '<div id="content" class="content-detail">'
            f'<table class="image center"><tr><td><img src="{picture}" alt=""></td></tr>'
            f'<tr><td class="image_desc">{caption}</td></tr></table>\n{self.text_of(story)}</div>'
            f"{self.furniture.related(self.related(story))}{self.furniture.comments(story)}</div>"
        )
        head = self.furniture.described(story) + canonical(self.url(self.address(story)))
        head += opengraph(title=story.title, image=self.url(picture))
        return self.furniture.document(story.title, body, head)

    def mobile(self, story: Story) -> str:
        """The same page on the host for phones; it names this one as canonical."""
        return self.base.replace("://", "://m.") + self.address(story)

    def listing(self, sheet: Sheet) -> str:
        """``a.title2`` in boxes, a pager of numbers."""
        items = each(
            lambda one, place: (
                f'<div class="news"><a class="title2" href="{self.link(one, place)}">'
                f'{e(one.title)}</a><p class="lead">{e(one.summary)}</p></div>\n'
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: (
                f'<a class="{"current" if one == sheet.number else "page"}" '
                f'href="{e(self.shelf_address(sheet.shelf, one))}">{one}</a> '
            ),
            range(sheet.last),
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = f'<a class="next" href="{following}">&gt;</a>' if sheet.has_next else ""
        body = (
            f"{self.furniture.clock()}<h2>{e(sheet.shelf.name)}</h2>{items}"
            f'<div class="pagination">{pages}{forward}</div>'
        )
        return self.furniture.document(sheet.shelf.name, body)

    def extras(self) -> Iterator[tuple[str, Make]]:
        """A second feed, and the one that bots believe in: it answers with a page."""
        side = Shelf.of(self.sections[1])
        yield "/rss/home.rss", lambda: self.missing().but(status=200)
        yield (
            "/xa-hoi/index.rss",
            lambda: Answer(syndication.rss(self, self.latest(side)).encode(), kind=XML),
        )
