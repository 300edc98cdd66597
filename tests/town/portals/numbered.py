"""Papers with numbers before the slug: ``/tin-tuc/<cat>/<id>/slug``, ``/<cat>/<id>/Slug.aspx``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.generic import Generic
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e, each, half_day, json_ld, weekday
from town.story import Paper, Story


class NumberedNews(Portal):
    """The family of baothaibinh, baobinhphuoc: a search that finds, lists under ``/List/``."""

    family = "numbered_news"
    end = End.EMPTY
    shelves = (
        ("section", re.compile(r"/List/(?P<slug>[a-z-]+)(?:\?page=(?P<page>\d+))?")),
        ("search", re.compile(r"/Search\?keyword=(?P<words>[^&]+)(?:&page=(?P<page>\d+))?")),
    )
    search = "/Search?keyword={words}&page={page}"
    article_pattern = r"^/tin-tuc/\d+/\d+/[^/]+$"
    rules = ("User-agent: *", "Disallow: /Admin/")

    def address(self, story: Story) -> str:
        """Numbers of section and story."""
        return f"/tin-tuc/{story.section.number}/{story.id}/{story.slug}"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?page=2``."""
        if shelf.kind == "search":
            return f"/Search?keyword={shelf.slug.replace('-', '+')}&page={number}"
        return f"/List/{shelf.slug}" + (f"?page={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """By month without a leading zero."""
        when = story.published
        return f"/upload/files/{when.month}_{when.year}/{paper.name}"

    def article(self, story: Story) -> str:
        """The half of the day behind an hour of 24."""
        when = story.published
        half = "AM" if when.hour < 12 else "PM"
        body = (
            f'<div class="toppn"><span class="time">{when:%H:%M} {half} - {when:%d/%m/%Y}</span>'
            f'</div><h1 class="news_title">{e(story.title)}</h1>'
            f'<div class="news_content"><p class="sapo"><b>{e(story.summary)}</b></p>'
            f"{self.text_of(story)}</div>"
            f"{self.furniture.related(self.related(story), 'news_other')}"
        )
        return self.furniture.document(story.title, body, self.furniture.described(story))

    def listing(self, sheet: Sheet) -> str:
        """Titles and page numbers."""
        items = each(
            lambda one, place: (
                f'<div class="news_item"><a class="title" href="{self.link(one, place)}">'
                f"{e(one.title)}</a><p>{e(one.summary)}</p></div>\n"
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
        body = f'{items}<ul class="pagination">{pages}</ul>'
        return self.furniture.document(sheet.shelf.name, body)


class NumberedSlug(Generic):
    """The family of baoyenbai: the slug is damaged, a print view has another number alone."""

    family = "numbered_slug"
    shelves = (
        (
            "section",
            re.compile(r"/(?P<number>\d+)/(?P<slug>[a-z-]+)\.aspx(?:\?page=(?P<page>\d+))?"),
        ),
    )
    feed = ""
    sitemap = ""
    article_pattern = r"^/\d+/\d+/[^/]+\.aspx$"
    rules = ("User-agent: *", "Disallow: /PrintPreview/")

    def address(self, story: Story) -> str:
        """A slug with numbers where letters were."""
        damaged = "_".join(story.slug.split("-")).replace("ong", "111ng").capitalize()
        return f"/{story.section.number}/{story.id}/{damaged}.aspx"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``/4/kinh-te.aspx?page=2``."""
        return f"/{shelf.number}/{shelf.slug}.aspx" + (f"?page={number}" if number > 1 else "")

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """The print view."""
        yield f"/PrintPreview/{story.id}/", lambda: self.telling(story, self.printed(story))

    def head(self, story: Story) -> str:
        """A description."""
        return self.furniture.described(story)

    def article(self, story: Story) -> str:
        """Time behind a label and a bar."""
        body = (
            f'<div class="detail"><h1>{e(story.title)}</h1>{self.dateline(story)}'
            f'<a class="print" href="/PrintPreview/{story.id}/" target="_blank">In trang</a>'
            f'<div class="sapo">{e(story.summary)}</div>'
            f'<div class="content">{self.text_of(story)}</div></div>'
            f"{self.furniture.related(self.related(story), 'tin-lien-quan')}"
        )
        return self.furniture.document(story.title, body, self.head(story))

    @staticmethod
    def dateline(story: Story) -> str:
        """``Cập nhật: Thứ hai, 20/9/2021 | 8:11:10 AM``."""
        when = story.published
        day = f"{weekday(when)}, {when.day}/{when.month}/{when.year}"
        return f'<span class="meta">Cập nhật: {day} | {half_day(when)}</span>'

    def printed(self, story: Story) -> str:
        """The print view."""
        return (
            f'<html><head><meta charset="utf-8"><title>{e(story.title)}</title></head><body>'
            f"<h1>{e(story.title)}</h1>{self.dateline(story)}<p>{e(story.summary)}</p>"
            f"{self.text_of(story)}</body></html>"
        )


class PartedId(Generic):
    """The family of baoninhthuan: ``/section/<id>p<group>c<category>/slug.htm``, JSON-LD."""

    family = "parted_id"
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)/(?:\?page=(?P<page>\d+))?")),)
    feed = ""
    sitemap = ""
    article_pattern = r"/\d+p\d+c\d+/[^/]+\.htm$"

    def address(self, story: Story) -> str:
        """Three numbers in one word."""
        number = story.section.number
        return f"/{story.section.slug}/{story.id}p{number}c{number}1/{story.slug}.htm"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?page=2``."""
        return f"/{shelf.slug}/" + (f"?page={number}" if number > 1 else "")

    def head(self, story: Story) -> str:
        """JSON-LD with little in it."""
        return json_ld(headline=story.title, datePublished=story.published.isoformat())
