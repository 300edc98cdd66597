"""Joomla with K2: offsets instead of pages, item numbers before slugs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import canonical, e, each, weekday
from town.story import Paper, Story

_K2 = "/index.php/component/k2"


class Joomla(Portal):
    """The family of nongthonmoi.langson.gov.vn."""

    family = "joomla"
    kind = "ntm_office"
    end = End.EMPTY
    shelves = (
        (
            "section",
            re.compile(
                rf"{_K2}/itemlist/category/(?P<number>\d+)-(?P<slug>[a-z-]+)"
                r"(?:\?start=(?P<offset>\d+))?"
            ),
        ),
        ("tag", re.compile(rf"{_K2}/itemlist/tag/(?P<slug>[^/?]+)(?:\?start=(?P<offset>\d+))?")),
    )
    feed = f"{_K2}/itemlist/category/4-kinh-te?format=feed&type=rss"
    tag = f"{_K2}/itemlist/tag/OCOP"
    article_pattern = r"/component/k2/item/\d+-"
    rules = ("User-agent: *", "Disallow: /administrator/", "Disallow: /cache/", "Disallow: /tmp/")

    def address(self, story: Story) -> str:
        """Number first."""
        return f"{_K2}/item/{story.id}-{story.slug}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?start=4`` is the second page of four; ``?start=0`` is the first again."""
        more = f"?start={(number - 1) * self.page_size}" if number > 1 else ""
        if shelf.kind == "tag":
            return f"{_K2}/itemlist/tag/{shelf.name}{more}"
        return f"{_K2}/itemlist/category/{shelf.number}-{shelf.slug}{more}"

    def file_address(self, story: Story, paper: Paper) -> str:
        """K2's own folder."""
        return f"/media/k2/attachments/{paper.name}"

    def files_of(self, story: Story) -> str:
        """A block of attachments below the text."""
        if not story.papers:
            return ""
        items = "".join(
            f'<li><a title="{e(one.title)}" href="{e(self.file_address(story, one))}">'
            f"{e(one.name)}</a> <span>({story.number} Tải về)</span></li>"
            for one in story.papers
        )
        return f'<div class="itemAttachmentsBlock"><ul class="itemAttachments">{items}</ul></div>'

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """The print view."""
        address = self.address(story) + "?tmpl=component&print=1"
        yield address, lambda: self.article_page(story)

    def article(self, story: Story) -> str:
        """K2's default template; the month is a word and a number."""
        when = story.published
        day = f"{weekday(when)}, {when:%d} Tháng {when.month} {when:%Y %H:%M}"
        body = (
            f'<div id="k2Container" class="itemView"><span class="itemDateCreated">{day}</span>'
            f'<h2 class="itemTitle">{e(story.title)}</h2>'
            f'<span class="itemAuthor">Được viết bởi <a rel="author" href="#">{e(story.author)}</a>'
            f'</span><div class="itemToolbar"><a class="itemPrintLink" rel="nofollow" '
            f'href="{e(self.address(story))}?tmpl=component&amp;print=1">In</a></div>'
            f'<div class="itemBody"><div class="itemIntroText"><p>{e(story.summary)}</p></div>'
            f'<div class="itemFullText">'
            + "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
            + f'</div></div>{self.files_of(story)}<div class="itemHits">Đọc {story.number * 731} '
            f"lần</div>{self.furniture.related(self.related(story), 'itemRelated')}</div>"
        )
        return self.furniture.document(story.title, body, canonical(self.url(self.address(story))))

    def listing(self, sheet: Sheet) -> str:
        """``catItemView`` and a pager with a link back to ``?start=0``."""
        items = each(
            lambda one, place: (
                f'<div class="catItemView"><h3 class="catItemTitle">'
                f'<a href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f'<div class="catItemIntroText">{e(one.summary)}</div>'
                f'<a class="k2ReadMore" href="{self.link(one, place)}">Xem thêm...</a></div>\n'
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        first = e(self.shelf_address(sheet.shelf))
        forward = (
            f'<li class="pagination-next"><a title="Tiếp theo" href="{following}" class="pagenav">'
            "Tiếp theo</a></li>"
            if sheet.has_next
            else '<li class="pagination-next"><span class="pagenav">Tiếp theo</span></li>'
        )
        body = (
            f'<div id="k2Container" class="itemListView">{items}<div class="k2Pagination"><ul>'
            f'<li class="pagination-start"><a href="{first}?start=0" class="pagenav">Bắt đầu</a>'
            f"</li>{forward}</ul></div></div>"
        )
        return self.furniture.document(sheet.shelf.name, body)
