"""Papers whose addresses hold the moment of publication, some of them nothing else."""

from __future__ import annotations

import re

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.generic import Generic
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph
from town.story import Paper, Story


class Timestamp(Generic):
    """The family of baoninhbinh: ``/slug/d<yyyyMMddHHmmssfff>.htm``, no date on the page."""

    family = "timestamp"
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)/(?:trang-(?P<page>\d+)\.htm)?")),)
    feed = ""
    sitemap = "/sitemap.xml"
    article_pattern = r"/d\d{17}\.htm$"

    def address(self, story: Story) -> str:
        """To the thousandth of a second."""
        return f"/{story.slug}/d{story.published:%Y%m%d%H%M%S}{story.number % 1000:03}.htm"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``trang-2.htm``."""
        return f"/{shelf.slug}/" + (f"trang-{number}.htm" if number > 1 else "")

    def head(self, story: Story) -> str:
        """A description and a title, no time."""
        path = self.url(self.address(story))
        return canonical(path) + opengraph(title=story.title, description=story.summary)


class VcCorp(Portal):
    """The family of baochinhphu: ``slug-102<yyMMddHHmmss + 3>.htm``; old pages were ``.vgp``."""

    family = "vccorp"
    kind = "national_news"
    precision = Precision.MINUTE
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+?)(?:/trang-(?P<page>\d+))?\.htm")),)
    feed = "/rss/kinh-te.rss"
    sitemap = "/sitemap.xml"
    article_pattern = r"-102\d{15}\.htm$"
    rules = ("User-agent: *", "Disallow: /ajax/")

    def address(self, story: Story) -> str:
        """102, then the moment."""
        return f"/{story.slug}-102{story.published:%y%m%d%H%M%S}{story.number % 1000:03}.htm"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/kinh-te/trang-2.htm``."""
        return f"/{shelf.slug}" + (f"/trang-{number}" if number > 1 else "") + ".htm"

    def file_address(self, story: Story, paper: Paper) -> str:
        """On the host of files."""
        return f"{self.files}/{self.name}/{story.published:%Y/%-m/%-d}/{paper.name}"

    def article(self, story: Story) -> str:
        """``detail-*``."""
        path = self.url(self.address(story))
        body = (
            f'<div class="detail"><h1 class="detail-title">{e(story.title)}</h1>'
            f'<div class="detail-time">{story.published:%d/%m/%Y %H:%M}</div>'
            f'<div class="detail-author">{e(story.author)}</div>'
            f'<h2 class="detail-sapo">{e(story.summary)}</h2>'
            '<div class="detail-content afcbc-body">'
            + "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
            + '<figcaption class="PhotoCMS_Caption"><p>Gian hàng có 88 sản phẩm OCOP. Ảnh: VGP</p>'
            f"</figcaption>{self.files_of(story)}</div>"
            f"{self.furniture.related(self.related(story), 'detail-related')}</div>"
        )
        head = canonical(path) + opengraph(type="article", title=story.title, url=path)
        return self.furniture.document(story.title, body, head)

    def listing(self, sheet: Sheet) -> str:
        """Boxes and a link to more."""
        items = each(
            lambda one, place: (
                f'<div class="box-stream-item"><a class="box-stream-link-title" '
                f'href="{self.link(one, place)}" title="{e(one.title)}">{e(one.title)}</a>'
                f'<p class="box-stream-sapo">{e(one.summary)}</p></div>\n'
            ),
            sheet.stories,
        )
        following = self.shelf_address(sheet.shelf, sheet.number + 1)
        forward = f'<a rel="next" href="{following}">Xem thêm</a>' if sheet.has_next else ""
        return self.furniture.document(sheet.shelf.name, f"{items}{forward}")
