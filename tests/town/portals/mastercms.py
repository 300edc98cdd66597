"""MasterCMS: offsets in the path, a print view that search pages link to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph
from town.story import Paper, Story


class MasterCms(Portal):
    """The family of congthuong.vn, langngheviet.com.vn."""

    family = "mastercms"
    end = End.EMPTY
    shelves = (
        ("section", re.compile(r"/(?P<slug>[a-z-]+)(?:&BRSR=(?P<offset>\d+))?")),
        (
            "tag",
            re.compile(r"/tag/(?P<slug>[a-z-]+)-(?P<number>\d+)\.tag(?:&BRSR=(?P<offset>\d+))?"),
        ),
        (
            "search",
            re.compile(
                r"/search_enginer\.html\?p=tim-kiem&q=(?P<words>[^&]+)&s_cond="
                r"(?:&BRSR=(?P<offset>\d+))?"
            ),
        ),
    )
    feed = "/rss_feed/kinh-te"
    sitemap = "/sitemap.xml"
    search = "/search_enginer.html?p=tim-kiem&q={words}&s_cond="
    tag = "/tag/ocop-31.tag"
    article_pattern = r"-\d+\.html$"

    def address(self, story: Story) -> str:
        """``slug-<id>.html``."""
        return f"/{story.slug}-{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``&BRSR=4`` without any ``?``."""
        more = f"&BRSR={(number - 1) * self.page_size}" if number > 1 else ""
        if shelf.kind == "search":
            words = shelf.slug.replace("-", "+")
            return f"/search_enginer.html?p=tim-kiem&q={words}&s_cond={more}"
        path = f"/tag/{shelf.slug}-{shelf.number}.tag" if shelf.kind == "tag" else f"/{shelf.slug}"
        return path + more

    def file_address(self, story: Story, paper: Paper) -> str:
        """Store of the desk."""
        return f"/stores/news_dataimages/bientap/{story.published:%m%Y/%d/%H}/{paper.name}"

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """The print view, which third parties index."""
        yield self.print_address(story), lambda: self.telling(story, self.printed(story))

    @staticmethod
    def print_address(story: Story) -> str:
        """``&i=`` without any ``?``."""
        return f"/apicenter@/print_article&i={story.id}"

    def article(self, story: Story) -> str:
        """``__MB_MASTERCMS_EL_3`` around the text."""
        path = self.url(self.address(story))
        body = (
            f'{self.furniture.clock("Hôm nay: ")}<div class="__MB_ARTICLE_A">'
            f'<h1 class="post-title">{e(story.title)}</h1>'
            f'<span class="format_time">{story.published:%H:%M | %d/%m/%Y}</span>'
            f'<a class="print" href="{e(self.print_address(story))}">In bài viết</a>'
            f'<div class="post-desc">{e(story.summary)}</div>'
            f'<div class="__MASTERCMS_CONTENT __MB_MASTERCMS_EL_3">{self.text_of(story)}</div>'
            "</div>"
            f"{self.furniture.related(self.related(story), 'article-related')}"
        )
        head = canonical(path) + opengraph(type="article", title=story.title, url=path)
        return self.furniture.document(story.title, body, head)

    def printed(self, story: Story) -> str:
        """Clean text with the date, as seen in public."""
        return (
            f'<html><head><meta charset="utf-8"><title>{e(story.title)}</title></head><body>'
            f'<h1>{e(story.title)}</h1><span class="format_time">'
            f"{story.published:%H:%M | %d/%m/%Y}</span><p><b>{e(story.summary)}</b></p>"
            f"<div>{self.text_of(story)}</div></body></html>"
        )

    def listing(self, sheet: Sheet) -> str:
        """Articles; a search page shows each print view beside."""
        searched = sheet.shelf.kind == "search"
        items = each(
            lambda one, place: (
                f'<div class="article"><h3 class="article-title"><a class="article-link" '
                f'href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f'<div class="article-desc">{e(one.summary)}</div>'
                + (f'<a href="{e(self.print_address(one))}">Bản in</a>' if searched else "")
                + "</div>\n"
            ),
            sheet.stories,
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        forward = (
            f'<a class="btn-readmore __next" href="{following}">Xem thêm</a>'
            if sheet.has_next
            else ""
        )
        body = f'<div class="cat-listing">{items}</div><div class="__MB_PAGING">{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)
