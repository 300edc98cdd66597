"""``newscontent``: ``/section/slug-<id>.html``, pictures under the day of upload."""

from __future__ import annotations

import re

from town.portals.base import Portal
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each, opengraph, weekday
from town.story import Paper, Story


class NewsContent(Portal):
    """The family of baohaugiang, baobaclieu, baotravinh."""

    family = "newscontent"
    end = End.EMPTY
    shelves = (
        ("section", re.compile(r"/(?P<slug>[a-z-]+)/(?:trang-(?P<page>\d+)\.html)?")),
        ("tag", re.compile(r"/(?P<slug>[a-z-]+)-31/tag\.html")),
    )
    tag = "/ocop-31/tag.html"
    article_pattern = r"^/[a-z-]+/[^/]+-\d{4,}\.html$"

    def address(self, story: Story) -> str:
        """``/section/slug-<id>.html``."""
        return f"/{story.section.slug}/{story.slug}-{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/kinh-te/trang-2.html``."""
        if shelf.kind == "tag":
            return f"/{shelf.slug}-{shelf.number}/tag.html"
        return f"/{shelf.slug}/" + (f"trang-{number}.html" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """Beside the pictures of the day."""
        return f"/uploads/files/{story.published:%Y/%m/%d}/{paper.name}"

    def article(self, story: Story) -> str:
        """The title stands in OpenGraph and ``h1``; the date says ``GMT +7``."""
        when = story.published
        picture = f"/uploads/image/{when:%Y/%m/%d}/anh-{story.id}.jpg"
        body = (
            f'<div class="contentView"><h1>{e(story.title)}</h1>'
            f'<div class="date">{weekday(when)}, {when:%d/%m/%Y | %H:%M} GMT +7</div>'
            f'<div class="newscontent"><p class="sapo"><b>{e(story.summary)}</b></p>'
            f'<p><img src="{picture}" alt="">'
            f"</p>{self.text_of(story)}</div></div>"
            f"{self.furniture.related(self.related(story), 'tin-lien-quan')}"
        )
        head = opengraph(title=story.title, description=story.summary, image=self.url(picture))
        return self.furniture.document(story.title, body, head)

    def listing(self, sheet: Sheet) -> str:
        """Titles with pictures and a pager."""
        items = each(
            lambda one, place: (
                f'<div class="item"><h3><a href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f"<p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: f'<a href="{self.shelf_address(sheet.shelf, one)}">{one}</a> ',
            range(sheet.last),
        )
        following = self.shelf_address(sheet.shelf, sheet.number + 1)
        forward = (
            f'<a href="{following}" title="Trang sau">Sau</a>' if sheet.number <= sheet.last else ""
        )
        body = f'<h2>{e(sheet.shelf.name)}</h2>{items}<div class="phantrang">{pages}{forward}</div>'
        return self.furniture.document(sheet.shelf.name, body)
