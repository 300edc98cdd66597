"""A portal of the town: turns stories into the pages, lists, feeds and files of one family.

A family is a file beside this one. It says what its addresses look like and what its
pages are made of; what all have in common (routing, validators, ends of lists) is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from town import papers
from town.places import Place
from town.portals import syndication
from town.portals.expected import Expected, Precision
from town.portals.front import Front, Make
from town.portals.furniture import Furniture
from town.portals.shelves import End, Sheet, Shelf
from town.portals.writing import e
from town.story import ECONOMY, SOCIETY, Paper, Section, Story
from town.wire import TEXT, XML, Answer, Request, page, see


class Portal:
    """One publisher on one host.

    What a family sets:
        family, kind, article_pattern, selectors: As in the columns of ``sources.csv``.
        precision: How exactly its articles tell their time.
        end: What its lists say after the last page.
        shelves: Addresses of its lists: ``(kind, pattern)``, the pattern (whole target) with
            groups ``slug``, ``number`` or ``words``, and ``page`` or ``offset``.
        page_size: Stories on a page of a list; paged: whether lists have more than one.
        feed, sitemap, search, tag: Addresses, or empty.
        rules: Lines of robots.txt.
        packs: Whether it gzips for clients that take it.
        tells_author: Whether its pages name one.
    """

    family: ClassVar[str] = ""
    kind: ClassVar[str] = "newspaper"
    article_pattern: ClassVar[str] = ""
    selectors: ClassVar[str] = ""
    precision: ClassVar[Precision] = Precision.MINUTE
    end: ClassVar[End] = End.MISSING
    shelves: ClassVar[tuple[tuple[str, re.Pattern[str]], ...]] = ()
    page_size: ClassVar[int] = 4
    paged: ClassVar[bool] = True
    feed: ClassVar[str] = ""
    feed_size: ClassVar[int] = 8
    sitemap: ClassVar[str] = ""
    search: ClassVar[str] = ""
    tag: ClassVar[str] = ""
    rules: ClassVar[tuple[str, ...]] = ("User-agent: *", "Allow: /")
    packs: ClassVar[bool] = False
    tells_author: ClassVar[bool] = True

    def __init__(self, name: str, publisher: str, place: Place, base: str, files: str) -> None:
        self.name = name
        self.publisher = publisher
        self.place = place
        self.base = base
        self.files = files
        self.validates = {"etag", "last-modified"}
        self.now: Callable[[], datetime] = datetime.now
        self.furniture = Furniture(self)
        self.stories: list[Story] = []
        self.founders: tuple[Story, ...] = ()
        self.front = Front(self)

    # What a family gives.

    def address(self, story: Story) -> str:
        """Path and query of an article."""
        raise NotImplementedError

    def article(self, story: Story) -> str:
        """An article page."""
        raise NotImplementedError

    def shelf_address(self, shelf: Shelf, number: int = 1) -> str:
        """Path and query of a page of a list."""
        raise NotImplementedError

    def listing(self, sheet: Sheet) -> str:
        """A page of a list."""
        raise NotImplementedError

    def file_address(self, story: Story, paper: Paper) -> str:
        """Address of an attachment: a path here, or an absolute one of another host."""
        raise NotImplementedError

    def twins(self, story: Story) -> Iterator[tuple[str, Make]]:
        """Second addresses of an article: print, AMP, mobile."""
        yield from ()

    def extras(self) -> Iterator[tuple[str, Make]]:
        """Other pages of the family."""
        yield from ()

    def other(self, request: Request) -> Answer | None:
        """Pages that no table holds."""
        return None

    # What they have in common.

    def open(self, stories: Sequence[Story]) -> None:
        """Begin with these stories."""
        self.stories, self.founders = list(stories), tuple(stories)
        self.front.renew()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Rubrics, the one with OCOP first."""
        return (ECONOMY, SOCIETY)

    @property
    def main(self) -> Shelf:
        """The section that speaks of OCOP."""
        return Shelf.of(self.sections[0])

    def latest(self, shelf: Shelf | None = None) -> list[Story]:
        """Stories of a list, or all, newest first."""
        held = [one for one in self.stories if shelf is None or shelf.holds(one)]
        return sorted(held, key=lambda one: one.published, reverse=True)

    def related(self, story: Story, count: int = 3) -> list[Story]:
        """Other stories that a page links to.

        Of those of the first day: news of others does not change this page, and a story that
        was removed leaves a dead link.
        """
        others = [one for one in self.founders if one.key != story.key and one.ocop]
        start = story.number % max(len(others), 1)
        return (others[start:] + others[:start])[:count]

    def url(self, path: str) -> str:
        """Absolute address of a path."""
        return path if path.startswith("http") else self.base + path

    def link(self, story: Story, number: int) -> str:
        """Address of a story as a list links it, for HTML: every third with trackers."""
        address = self.address(story)
        if number % 3:
            return e(address)
        glue = "&" if "?" in address else "?"
        return e(f"{address}{glue}utm_source=trang-chu&utm_medium=box{number}")

    def files_of(self, story: Story) -> str:
        """Links to the attachments of a story."""
        return "".join(
            f'<p><a href="{e(self.file_address(story, one))}">{e(one.title)}</a></p>\n'
            for one in story.papers
        )

    def text_of(self, story: Story, css: str = "") -> str:
        """Paragraphs, links to files, byline in bold at the right."""
        mark = f' class="{css}"' if css else ""
        lines = "".join(f"<p{mark}>{e(one)}</p>\n" for one in story.paragraphs)
        return (
            f"{lines}{self.files_of(story)}"
            f'<p style="text-align: right;"><strong>{e(story.author)}</strong></p>\n'
        )

    def expected(self) -> list[Expected]:
        """What a crawl must find here: every story on OCOP, oldest first."""
        return [self.expect(story) for story in self.stories if story.ocop]

    def expect(self, story: Story) -> Expected:
        """What a crawl must find of a story."""
        files = (self.url(self.file_address(story, paper)) for paper in story.papers)
        return Expected(
            key=story.key,
            url=self.url(self.address(story)),
            title=story.title,
            summary=story.summary,
            published=self.precision.edtf(story.published),
            author=story.author if self.tells_author else "",
            paragraphs=story.paragraphs,
            attachments=tuple(files),
        )

    # Pages that all have.

    def article_page(self, story: Story) -> Answer:
        """An article, as an answer."""
        return self.telling(story, self.article(story))

    @staticmethod
    def telling(story: Story, text: str) -> Answer:
        """A page that tells a story."""
        return page(text, story.written, about=story.key)

    def home(self) -> Answer:
        """The front page: the latest stories of all sections."""
        shelf = Shelf("home", self.publisher, "")
        return self.sheet(Sheet(shelf, tuple(self.latest()[:6]), 1, 1))

    def papers(self, story: Story) -> Iterator[tuple[str, Make]]:
        """Attachments of a story, on whatever host."""
        for paper in story.papers:
            yield self.file_address(story, paper), partial(file, paper, story)

    def robots(self) -> Answer:
        """robots.txt."""
        lines = [*self.rules]
        if self.sitemap:
            lines += ["", f"Sitemap: {self.url(self.sitemap)}"]
        return Answer("\n".join([*lines, ""]).encode(), kind=TEXT)

    def feed_page(self) -> Answer:
        """The feed of the latest stories."""
        stories = self.latest()[: self.feed_size]
        text = syndication.rss(self, stories)
        return Answer(text.encode(), kind=XML, modified=newest(stories))

    def sitemaps(self) -> Iterator[tuple[str, Make]]:
        """One file with all stories."""
        yield self.sitemap, lambda: syndication.sitemap(self, self.latest())

    def list_page(self, shelf: Shelf, number: int) -> Answer:
        """A page of a list, or what stands for one after the last."""
        stories, size = self.latest(shelf), self.page_size
        last = max(-(-len(stories) // size), 1) if self.paged else 1
        shown = number
        if number > last:
            if self.end is End.MISSING:
                return self.missing()
            if self.end is End.MOVES:
                return see(self.url(self.shelf_address(shelf)), 302)
            shown = {End.REPEATS: last, End.RESTARTS: 1, End.EMPTY: number}[self.end]
        part = tuple(stories[(shown - 1) * size : shown * size])
        return self.sheet(Sheet(shelf, part, number, last))

    def sheet(self, sheet: Sheet) -> Answer:
        """A page of a list, as an answer."""
        return page(self.listing(sheet), newest(sheet.stories))

    def missing(self) -> Answer:
        """The page that is not there."""
        body = "<h1>404</h1><p>Trang bạn tìm không tồn tại.</p>"
        return page(self.furniture.document("Không tìm thấy", body), status=404)


def file(paper: Paper, story: Story) -> Answer:
    """An attachment as it is served."""
    return Answer(
        papers.content(paper),
        kind=papers.TYPES[paper.kind],
        modified=story.written,
        about=f"{story.key}#{paper.name}",
    )


def newest(stories: Sequence[Story]) -> datetime | None:
    """When the last of them was written."""
    return max((story.written for story in stories), default=None)
