"""SharePoint by Tân Dân: the day stands in the path, lists repeat themselves without end."""

from __future__ import annotations

import re
import zlib

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each
from town.story import Paper, Story
from town.wire import Answer, Request


class TanDan(Portal):
    """The family of dienbien.gov.vn, thanhhoa.gov.vn."""

    family = "tandan"
    kind = "portal"
    precision = Precision.DAY
    end = End.REPEATS
    shelves = (
        (
            "section",
            re.compile(r"/portal/Pages/(?P<slug>[a-z-]+)\.aspx(?:\?PageIndex=(?P<page>\d+))?"),
        ),
    )
    article_pattern = r"/portal/[Pp]ages/\d{4}-\d{1,2}-\d{1,2}/[^/]+\.aspx$"
    rules = ("User-agent: *", "Disallow: /_layouts/")

    def address(self, story: Story) -> str:
        """Day without leading zeros, title, a random tail."""
        day = f"{story.published.year}-{story.published.month}-{story.published.day}"
        words = "-".join(part.capitalize() for part in story.slug.split("-")[:9])
        tail = zlib.crc32(story.key.encode()) % 0xFFFFFF
        return f"/portal/Pages/{day}/{words}{tail:06x}.aspx"

    def other(self, request: Request) -> Answer | None:
        """``pages`` in any letter case."""
        if not request.target.startswith("/portal/pages/"):
            return None
        wanted = request.target.replace("/portal/pages/", "/portal/Pages/")
        found = (one for one in self.stories if self.address(one) == wanted)
        return next((self.article_page(one) for one in found), None)

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``PageIndex``."""
        more = f"?PageIndex={number}" if number > 1 else ""
        return f"/portal/Pages/{shelf.slug}.aspx{more}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """A hash runs into the name."""
        tail = zlib.crc32(paper.stem.encode())
        return f"/portal/VanBan/{story.published:%Y-%m}/{tail:08x}{paper.name}"

    def article(self, story: Story) -> str:
        """``tandan-*`` classes; related news and buttons inside the same block."""
        others = each(
            lambda one, _: (
                f'<li><a href="{e(self.address(one))}">{e(one.title)}</a> '
                f"({one.published:%d/%m/%Y})</li>"
            ),
            self.related(story),
        )
        body = (
            f'{self.furniture.clock()}<div class="tandan-p-article-news">'
            f'<h1 class="tandan-p-article-news-title">{e(story.title)}</h1>'
            f'<span class="tandan-span-date-publish">Đăng ngày {story.published:%d/%m/%Y}</span>'
            '<div class="social-share">Chia sẻ 45</div>'
            f'<p class="tandan-p-article-news-summary">{e(story.summary)}</p>'
            f'<div class="tandan-p-article-main"><div class="ms-rtestate-field">'
            f"{self.text_of(story)}</div></div>"
            '<div class="td-tags"><a href="/portal/Pages/tag.aspx?q=ocop">OCOP</a></div>'
            f'<div class="tandan-div-article-other"><h3>Tin khác</h3><ul>{others}</ul></div></div>'
        )
        return self.furniture.document("Tin tức", body)

    def listing(self, sheet: Sheet) -> str:
        """Every second link writes ``pages`` small; the arrow never goes away."""
        items = each(
            lambda one, place: (
                f'<div class="tandan-item"><a href="{self.cased(one, place)}">{e(one.title)}</a>'
                f"<span>Đăng ngày {one.published:%d/%m/%Y}</span><p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        body = (
            f'<div class="tandan-list">{items}</div>'
            f'<div class="tandan-paging"><a class="next" href="{following}">Trang sau</a></div>'
        )
        return self.furniture.document(sheet.shelf.name, body)

    def cased(self, story: Story, number: int) -> str:
        """Every second link writes ``pages`` small."""
        address = e(self.address(story))
        return address if number % 2 else address.replace("/Pages/", "/pages/")
