"""``h1.name`` and ``#content-detail``: ``slug-<id>.html``."""

from __future__ import annotations

import re

from town.portals.base import Portal
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, weekday
from town.story import Paper, Story


class H1Name(Portal):
    """The family of baocaobang, baohungyen, baoquangninh."""

    family = "h1_name"
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)(?:/trang-(?P<page>\d+))?")),)
    feed = "/rss/kinh-te"
    sitemap = "/sitemap.xml"
    article_pattern = r"-\d+\.html$"

    def address(self, story: Story) -> str:
        """``slug-<id>.html``."""
        return f"/{story.slug}-{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/kinh-te/trang-2``."""
        return f"/{shelf.slug}" + (f"/trang-{number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """On this host."""
        return f"/upload/{story.published:%Y%m%d}/{paper.name}"

    def article(self, story: Story) -> str:
        """Day of the week before the hour; a list of the same section below."""
        others = each(
            lambda one, _: f'<li><a href="{e(self.address(one))}">{e(one.title)}</a></li>',
            self.related(story),
        )
        when = (
            f"{weekday(story.published)}, {story.published:%H:%M} ngày {story.published:%d/%m/%Y}"
        )
        body = (
            f'<div class="content-article"><h1 class="name">{e(story.title)}</h1>'
            f'<div class="time">{when}</div><div class="desc"><strong>{e(story.summary)}</strong>'
            f'</div><div id="content-detail">{self.text_of(story)}</div></div>'
            f'<div class="block-news-list"><h3>Cùng chuyên mục</h3><ul>{others}</ul></div>'
        )
        return self.furniture.document(
            story.title,
            body,
            self.furniture.described(story) + canonical(self.url(self.address(story))),
        )

    def listing(self, sheet: Sheet) -> str:
        """Cards, and arrows without numbers."""
        items = each(
            lambda one, place: (
                f'<article class="card"><a href="{self.link(one, place)}"><img alt=""></a>'
                f'<div class="card-content"><a href="{self.link(one, place)}">{e(one.title)}</a>'
                f"<p>{e(one.summary)}</p></div></article>\n"
            ),
            sheet.stories,
        )
        forward = (
            f'<a class="page-link next" href="{self.shelf_address(sheet.shelf, sheet.number + 1)}">'
            "Trang sau</a>"
            if sheet.has_next
            else ""
        )
        body = f'<h2>{e(sheet.shelf.name)}</h2>{items}<div class="paging">{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)
