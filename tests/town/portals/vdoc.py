"""VDOC: ``slug-a<id>.html``, print twins opened by a script, raw text in addresses of tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from town.portals.base import Portal
from town.portals.front import Make
from town.portals.shelves import TAG, End, Sheet, Shelf
from town.portals.writing import canonical, e, each, opengraph, quoted
from town.story import Paper, Story


class Vdoc(Portal):
    """The family of baocantho, baotayninh, baolongan."""

    family = "vdoc"
    end = End.REPEATS
    shelves = (
        ("section", re.compile(r"/(?P<slug>[a-z-]+)/(?:trang(?P<page>\d+)\.html)?")),
        ("tag", re.compile(r"/tags/(?P<slug>[^/]+)\.html(?:\?page=(?P<page>\d+))?")),
    )
    feed = "/rss/subcate/kinh-te/"
    tag = "/tags/OCOP.html"
    article_pattern = r"-a\d+\.html$"
    rules = ("User-agent: *", "Disallow: /print/")
    packs = True

    def address(self, story: Story) -> str:
        """``slug-a<id>.html``."""
        return f"/{story.slug}-a{story.id}.html"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Pages of a section have files, tags their words."""
        if shelf.kind == "tag":
            return f"/tags/{quoted(shelf.name)}.html" + (f"?page={number}" if number > 1 else "")
        return f"/{shelf.slug}/" + (f"trang{number}.html" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """Among the uploads of the day."""
        return f"/uploads/files/{story.published:%Y/%m/%d}/{paper.name}"

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """The print view: the same text, no canonical link."""
        yield f"/print{self.address(story)}", lambda: self.telling(story, self.printed(story))

    def text(self, story: Story) -> str:
        """Lead with the mark of the paper, then the rest."""
        return f"<p><strong>(CTO) - {e(story.summary)}</strong></p>\n{self.text_of(story)}"

    def article(self, story: Story) -> str:
        """As seen on baocantho in January 2026."""
        path = self.address(story)
        head = canonical(self.url(path)) + opengraph(
            type="article", url=self.url(path), title=story.title
        )
        body = (
            f'<div class="detail"><h1>{e(story.title)} <span class="sprite icophoto"></span></h1>'
            f'<span class="pubdate">{story.published:%d/%m/%Y - %H:%M}</span>'
            f'<a href="javascript:void(0)" onclick="printPopup(\'/print{path}\')">In bài</a>'
            f'<div id="newscontents"><div class="content-fck">{self.text(story)}</div></div>'
            f'<div class="tags"><a href="/tags/{TAG.name}.html">{TAG.name}</a> '
            '<a href="/tags/ngành Nông nghiệp.html">ngành Nông nghiệp</a></div>'
            f"{self.furniture.related(self.related(story), 'other-news')}</div>"
        )
        return self.furniture.document(story.title, body, head)

    def printed(self, story: Story) -> str:
        """The print view."""
        return (
            f'<html><head><meta charset="utf-8"><title>{e(story.title)}</title></head>'
            f'<body onload="window.print()"><h1>{e(story.title)}</h1>'
            f'<span class="pubdate">{story.published:%d/%m/%Y - %H:%M}</span>'
            f'<div class="content-fck">{self.text(story)}</div></body></html>'
        )

    def listing(self, sheet: Sheet) -> str:
        """A list of pictures with titles, a pager partly of scripts."""
        items = each(
            lambda one, place: (
                f'<li class="news-img"><a class="thumb" href="{self.link(one, place)}">'
                f'<img src="/image/news/{one.id}.jpg" alt=""></a>'
                f'<a class="b-title" href="{self.link(one, place)}"><h3>{e(one.title)}</h3></a>'
                f'<span class="sapo">{e(one.summary)}</span></li>\n'
            ),
            sheet.stories,
        )
        pages = each(
            lambda _, one: (
                f'<li><a href="{self.shelf_address(sheet.shelf, one)}">{one}</a></li>'
                if one != sheet.number
                else f'<li class="active"><a href="javascript:void(0)">{one}</a></li>'
            ),
            range(sheet.last),
        )
        # The arrow is there on the last page too: it leads to a page that repeats the list.
        following = self.shelf_address(sheet.shelf, sheet.number + 1)
        body = (
            f'<h2>{e(sheet.shelf.name)}</h2><ul class="list-news-img-style-1">{items}</ul>'
            f'<div class="boxpage"><div id="page"><ul>{pages}'
            f'<li><a href="{following}">»</a></li></ul></div></div>'
        )
        return self.furniture.document(sheet.shelf.name, body)
