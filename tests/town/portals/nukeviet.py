"""NukeViet: ``/vi/news/<cat>/<slug>-<id>.html``, print and save views, downloads by script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import canonical, e, each, weekday
from town.story import Paper, Story


class NukeViet(Portal):
    """The family of offices and departments on the free CMS: the default theme."""

    family = "nukeviet"
    kind = "ntm_office"
    end = End.MOVES
    shelves = (
        ("section", re.compile(r"/vi/news/(?P<slug>[a-z-]+)/(?:page-(?P<page>\d+)/)?")),
        ("tag", re.compile(r"/vi/news/tag/(?P<slug>[^/]+)/(?:page-(?P<page>\d+)/)?")),
        ("search", re.compile(r"/vi/seek/\?q=(?P<words>[^&]+)(?:&page=(?P<page>\d+))?")),
    )
    feed = "/vi/news/rss/"
    search = "/vi/seek/?q={words}&page={page}"
    tag = "/vi/news/tag/ocop/"
    article_pattern = r"/vi/news/[^/]+/[^/]+-\d+\.html$"
    rules = ("User-agent: *", "Disallow: /admin/", "Disallow: /vi/news/print/")

    def address(self, story: Story) -> str:
        """Section, slug, number."""
        return f"/vi/news/{story.section.slug}/{story.slug}-{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``page-2/``."""
        if shelf.kind == "search":
            more = f"&page={number}" if number > 1 else ""
            return f"/vi/seek/?q={shelf.slug.replace('-', '+')}{more}"
        inside = f"tag/{shelf.slug}" if shelf.kind == "tag" else shelf.slug
        return f"/vi/news/{inside}/" + (f"page-{number}/" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """Uploads of the module."""
        return f"/uploads/news/{story.published:%Y_%m}/{paper.name}"

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """Print view and file to save."""
        tail = f"{story.section.slug}/{story.slug}-{story.id}.html"
        for kind in ("print", "savefile"):
            yield f"/vi/news/{kind}/{tail}", lambda: self.telling(story, self.printed(story))

    def article(self, story: Story) -> str:
        """``#news_detail`` as the default theme writes it."""
        when, tail = story.published, f"{story.section.slug}/{story.slug}-{story.id}.html"
        others = each(
            lambda one, _: (
                f'<li><a href="{e(self.address(one))}">{e(one.title)}</a> '
                f'<span class="date">({one.published:%d/%m/%Y})</span></li>'
            ),
            self.related(story),
        )
        body = (
            f'{self.furniture.clock()}<div id="news_detail"><h1>{e(story.title)}</h1>'
            f'<span class="time">{weekday(when)} - {when:%d/%m/%Y %H:%M}</span>'
            f'<a class="print" href="#" onclick="nv_open_browse(\'/vi/news/print/{tail}\');'
            f'return false;">In ra</a><a class="savefile" href="/vi/news/savefile/{tail}">Lưu</a>'
            f'<div id="hometext">{e(story.summary)}</div>'
            f'<div class="bodytext" id="news-bodyhtml">{self.body(story)}</div>'
            f'<div class="keywords">Từ khóa: <a href="{self.tag}">ocop</a></div>'
            f'<p>Những tin cũ hơn</p><ul class="related">{others}</ul></div>'
            f"{self.furniture.counter(story)}"
        )
        return self.furniture.document(story.title, body, canonical(self.url(self.address(story))))

    def body(self, story: Story) -> str:
        """Author behind a label, at the right."""
        lines = "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
        return (
            f"{lines}{self.files_of(story)}"
            f'<p class="author" style="text-align: right"><strong>Tác giả:</strong> '
            f"{e(story.author)}</p>"
        )

    def printed(self, story: Story) -> str:
        """The print view."""
        return (
            f'<html><head><meta charset="utf-8"><title>{e(story.title)}</title></head><body>'
            f"<h1>{e(story.title)}</h1><ul><li>{story.published:%d/%m/%Y %H:%M:%S}</li></ul>"
            f"<div>{e(story.summary)}</div><div>{self.body(story)}</div></body></html>"
        )

    def listing(self, sheet: Sheet) -> str:
        """Columns of news and Bootstrap's pager."""
        items = each(
            lambda one, place: (
                f'<div class="news_column"><h3><a href="{self.link(one, place)}" '
                f'title="{e(one.title)}">{e(one.title)}</a></h3>'
                f'<em class="time">{one.published:%d/%m/%Y %H:%M}</em>'
                f'<div class="text">{e(one.summary)}</div></div>\n'
            ),
            sheet.stories,
        )
        shelf = sheet.shelf
        pages = each(
            lambda _, one: (
                f'<li><a rel="{"next" if one > sheet.number else "prev"}" title="Trang {one}" '
                f'href="{e(self.shelf_address(shelf, one))}">{one}</a></li>'
                if one != sheet.number
                else f'<li class="active"><a href="#">{one}</a></li>'
            ),
            range(sheet.last),
        )
        following = e(self.shelf_address(shelf, sheet.number + 1))
        forward = (
            f'<li><a rel="next" title="Trang sau" href="{following}">&raquo;</a></li>'
            if sheet.has_next
            else '<li class="disabled"><a href="#">&raquo;</a></li>'
        )
        body = f'{items}<div class="text-center"><ul class="pagination">{pages}{forward}</ul></div>'
        return self.furniture.document(shelf.name, body)
