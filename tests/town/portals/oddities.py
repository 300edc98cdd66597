"""Portals without a family that are odd in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.expected import Expected
from town.portals.front import Make
from town.portals.generic import Generic
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each, quoted
from town.story import Story
from town.wire import Answer, page


class Accented(Generic):
    """The shape of baolaichau: letters with accents in paths, a clock, no date of the article.

    Only the feed knows when a story was published.
    """

    family = "generic"
    end = End.RESTARTS
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)(?:\?page=(?P<page>\d+))?")),)
    feed = "/rss/home.rss"
    feed_size = 40
    sitemap = ""
    article_pattern = r"-\d{5,}/?$"

    def address(self, story: Story) -> str:
        """The name of the section as it is written."""
        section = "-".join(story.section.name.lower().split())
        return f"/{quoted(section)}/{story.slug}-{story.id}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?page=2``."""
        return f"/{shelf.slug}" + (f"?page={number}" if number > 1 else "")

    def article(self, story: Story) -> str:
        """``blc`` theme."""
        body = (
            f'{self.furniture.clock()}<div class="post-info"><h1 class="title">{e(story.title)}'
            f'</h1><div class="sapo">{e(story.summary)}</div>'
            f'<div class="body">{self.text_of(story)}</div></div>'
            '<div class="menu-side"><a href="/kinh-te">Ocop Lai Châu</a></div>'
        )
        return self.furniture.document(story.title, body, self.furniture.described(story))

    def listing(self, sheet: Sheet) -> str:
        """``a.blc-post__link``."""
        items = each(
            lambda one, place: (
                f'<div class="blc-post"><a class="blc-post__link" href="{self.link(one, place)}">'
                f"{e(one.title)}</a><p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        following = self.shelf_address(sheet.shelf, sheet.number + 1)
        forward = f'<a class="next" href="{following}">Tiếp</a>' if sheet.has_next else ""
        body = f'{self.furniture.clock()}{items}<div class="pagination">{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)

    def feed_page(self) -> Answer:
        """RSS, not Atom."""
        return Portal.feed_page(self)


class Scripted(Generic):
    """The shape of baodienbienphu: sections are empty frames, the front page has links.

    A crawl finds what stands on the front page and nothing else; a section without links is
    an alarm, not an empty section.
    """

    family = "javascript"
    paged = False
    page_size = 6
    feed = ""
    sitemap = ""
    article_pattern = r"^/tin-bai/[^/]+/[^/]+$"

    @property
    def main(self) -> Shelf:
        """The front page."""
        return Shelf("home", self.publisher, "")

    def address(self, story: Story) -> str:
        """No number."""
        return f"/tin-bai/{story.section.slug}/{story.slug}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Sections have addresses too."""
        return "/" if shelf.kind == "home" else f"/danh-muc/{shelf.slug}"

    def extras(self) -> Iterator[tuple[str, Make]]:
        """Frames."""
        for section in self.sections:
            yield f"/danh-muc/{section.slug}", lambda: page(self.frame())

    @staticmethod
    def frame() -> str:
        """A page that a browser has to build."""
        return (
            '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Báo</title>'
            '<script defer src="/assets/index-1f3a.js"></script></head><body>'
            '<noscript>Bạn cần bật JavaScript để xem trang này.</noscript><div id="app"></div>'
            "</body></html>"
        )

    def expected(self) -> list[Expected]:
        """What the front page links to."""
        shown = {one.key for one in self.latest()[: self.page_size]}
        return [one for one in super().expected() if one.key in shown]
