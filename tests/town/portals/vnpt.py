"""VNPT Portal: attachments on a store of their own, names that grew at each signature."""

from __future__ import annotations

import re

from town.portals.base import Portal
from town.portals.expected import Precision
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each
from town.story import Paper, Story


class Vnpt(Portal):
    """The family of camau.gov.vn, nghean.gov.vn."""

    family = "vnpt"
    kind = "portal"
    precision = Precision.DAY
    end = End.REPEATS
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)(?:\?page=(?P<page>\d+))?")),)
    article_pattern = r"^/[a-z-]+/[a-z0-9-]+-\d{5,}$"
    rules = ("User-agent: *", "Disallow: /tim-kiem")
    tells_author = False

    def address(self, story: Story) -> str:
        """Section, slug, number, no suffix."""
        return f"/{story.section.slug}/{story.slug}-{story.id}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?page=2``."""
        return f"/{shelf.slug}" + (f"?page={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """On the store; a signed PDF says so twice."""
        signed = ".signed.signed" if paper.kind == "pdf" else ""
        folder = f"gov-{self.name}/quantritintuc{story.published:%Y%m%d%H%M%S}"
        return f"{self.files}/{folder}/{paper.stem}{signed}.{paper.kind}"

    def article(self, story: Story) -> str:
        """The portal's clock says ``Today``, the article its day only."""
        now = self.now()
        files = "".join(
            f'<li class="file-item"><a target="_blank" href="{self.file_address(story, one)}">'
            f"{e(one.name)}</a></li>"
            for one in story.papers
        )
        lines = "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
        body = (
            f'<div class="top-bar">Today: {now:%d/%m/%Y %H:%M:%S} (GMT+7)</div>'
            f'<div class="news-detail"><h1 class="title-detail">{e(story.title)}</h1>'
            f'<div class="date-detail">Tin đăng lúc : {story.published:%d-%m-%Y}</div>'
            f'<div class="intro-detail">{e(story.summary)}</div>'
            f'<div class="content-detail">{lines}</div>'
            f'<div class="file-dinh-kem"><h4>Tệp đính kèm</h4><ul>{files}</ul></div></div>'
            f"{self.furniture.related(self.related(story), 'tin-lien-quan')}"
        )
        return self.furniture.document(story.title, body, self.furniture.described(story))

    def listing(self, sheet: Sheet) -> str:
        """Titles with days, numbers of pages, arrows."""
        items = each(
            lambda one, place: (
                f'<div class="news-item"><a class="title" href="{self.link(one, place)}">'
                f'{e(one.title)}</a><span class="date">{one.published:%d-%m-%Y}</span>'
                f"<p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: (
                f'<li class="{"active" if one == sheet.number else ""}">'
                f'<a href="{e(self.shelf_address(sheet.shelf, one))}">{one}</a></li>'
            ),
            range(sheet.last),
        )
        following = e(self.shelf_address(sheet.shelf, sheet.number + 1))
        body = (
            f'<div class="list-news">{items}</div><ul class="pagination">{pages}'
            f'<li><a href="{following}">›</a></li></ul>'
        )
        return self.furniture.document(sheet.shelf.name, body)
