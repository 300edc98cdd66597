"""``PostDate`` and ``ArticleContent``: portals of unknown make, seen in 2019 to 2021."""

from __future__ import annotations

import re

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each, half_day
from town.story import Paper, Story


class PostDate(Portal):
    """The family of laocai.gov.vn, caobang.gov.vn."""

    family = "postdate"
    kind = "portal"
    precision = Precision.SECOND
    end = End.REPEATS
    shelves = (
        ("section", re.compile(r"/(?P<number>\d+)/(?P<slug>[a-z-]+)(?:/trang-(?P<page>\d+))?")),
    )
    article_pattern = r"^/\d+/[a-z-]+/\d+/[^/]+$"

    def address(self, story: Story) -> str:
        """Numbers and slugs in turn."""
        section = story.section
        return f"/{section.number}/{section.slug}/{story.id}/{story.slug}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/4/kinh-te/trang-2``."""
        return f"/{shelf.number}/{shelf.slug}" + (f"/trang-{number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """By section."""
        return f"/Uploads/{story.section.number}/{story.published:%Y/%m}/{paper.name}"

    def article(self, story: Story) -> str:
        """The title of the window is that of the portal."""
        when = f"{story.published:%d/%m/%Y} {half_day(story.published, 'SA', 'CH')}"
        body = (
            f'{self.furniture.clock()}<div class="ArticleDetailControl">'
            f'<h1 class="Title">{e(story.title)}</h1><div class="PostDate">Ngày xuất bản: {when}'
            f'</div><div class="ArticleSummary">{e(story.summary)}</div>'
            f'<div class="ArticleContent">{self.text_of(story)}</div></div>'
            f"{self.furniture.related(self.related(story), 'OtherArticles')}"
        )
        return self.furniture.document("Cổng thông tin điện tử", body)

    def listing(self, sheet: Sheet) -> str:
        """Titles in a list."""
        items = each(
            lambda one, place: (
                f'<div class="ArticleInList"><a class="Title" href="{self.link(one, place)}">'
                f"{e(one.title)}</a><p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        following = self.shelf_address(sheet.shelf, sheet.number + 1)
        forward = f'<a class="Next" href="{following}">Trang sau</a>' if sheet.has_next else ""
        body = f'{items}<div class="paging">{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)
