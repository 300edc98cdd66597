"""Portals of no family: read by what their pages say of themselves."""

from __future__ import annotations

import re
from datetime import UTC
from typing import ClassVar

from town.portals import syndication
from town.portals.base import Portal, newest
from town.portals.expected import Precision
from town.portals.shelves import Sheet, Shelf
from town.portals.writing import canonical, e, each, json_ld, opengraph
from town.story import Paper, Story
from town.wire import Answer


class Generic(Portal):
    """JSON-LD in ``head``, classes that mean nothing; an Atom feed."""

    precision = Precision.SECOND
    shelves = (("section", re.compile(r"/(?P<slug>[a-z-]+)(?:\?trang=(?P<page>\d+))?")),)
    feed = "/atom.xml"
    sitemap = "/sitemap_index.xml"
    article_pattern: ClassVar[str] = r"^/[a-z-]+/[a-z0-9-]+-\d{5,}\.htm$"

    def address(self, story: Story) -> str:
        """Section, slug and number."""
        return f"/{story.section.slug}/{story.slug}-{story.id}.htm"

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """``?trang=2``."""
        return f"/{shelf.slug}" + (f"?trang={number}" if number > 1 else "")

    def file_address(self, story: Story, paper: Paper) -> str:
        """On this host."""
        return f"/tep/{story.id}/{paper.name}"

    def head(self, story: Story) -> str:
        """All fields as data."""
        path = self.url(self.address(story))
        return canonical(path) + json_ld(
            headline=story.title,
            description=story.summary,
            articleBody="\n".join(story.paragraphs),
            datePublished=story.published.isoformat(),
            dateModified=story.dated.isoformat(),
            author={"@type": "Person", "name": story.author},
            publisher={"@type": "Organization", "name": self.publisher},
            mainEntityOfPage={"@type": "WebPage", "@id": path},
        )

    def article(self, story: Story) -> str:
        """Boxes with names from a machine."""
        body = (
            f'{self.furniture.clock()}<div class="x1f"><h1>{e(story.title)}</h1>'
            f'<div class="x2c">{e(story.summary)}</div>'
            f'<div class="x9a">{self.text_of(story)}</div></div>'
            f"{self.furniture.related(self.related(story), 'x4d')}"
        )
        return self.furniture.document(story.title, body, self.head(story))

    def listing(self, sheet: Sheet) -> str:
        """Headings with links, ``link rel=next`` in ``head``."""
        items = each(
            lambda one, place: (
                f'<div class="x7b"><h3><a href="{self.link(one, place)}">{e(one.title)}</a></h3>'
                f"<p>{e(one.summary)}</p></div>\n"
            ),
            sheet.stories,
        )
        following = self.url(self.shelf_address(sheet.shelf, sheet.number + 1))
        head = f'<link rel="next" href="{e(following)}">\n' if sheet.has_next else ""
        forward = f'<a class="x8e" rel="next" href="{e(following)}">Sau</a>' if head else ""
        return self.furniture.document(sheet.shelf.name, items + forward, head)

    def feed_page(self) -> Answer:
        """Atom."""
        stories = self.latest()[: self.feed_size]
        text = syndication.atom(self, stories)
        return Answer(
            text.encode(), kind="application/atom+xml; charset=utf-8", modified=newest(stories)
        )


class Microdata(Generic):
    """Microdata in the body and OpenGraph in ``head``; times in UTC."""

    feed = ""
    sitemap = ""

    def head(self, story: Story) -> str:
        """OpenGraph."""
        return opengraph(
            type="article",
            title=story.title,
            url=self.url(self.address(story)),
            description=story.summary,
            article_published_time=story.published.astimezone(UTC).isoformat(),
        )

    def article(self, story: Story) -> str:
        """``itemprop`` instead of classes."""
        when = story.published.astimezone(UTC).isoformat()
        body = (
            '<div itemscope itemtype="https://schema.org/NewsArticle">'
            f'<h1 itemprop="headline">{e(story.title)}</h1>'
            f'<meta itemprop="datePublished" content="{when}">'
            f'<div itemprop="description">{e(story.summary)}</div>'
            f'<div itemprop="articleBody">'
            + "".join(f"<p>{e(one)}</p>\n" for one in story.paragraphs)
            + f'{self.files_of(story)}</div><span itemprop="author">{e(story.author)}</span></div>'
            f"{self.furniture.related(self.related(story), 'x4d')}"
        )
        return self.furniture.document(story.title, body, self.head(story))
