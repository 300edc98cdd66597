"""A portal of the town: turns stories into the pages, lists, feeds and files of one family.

A family is a file beside this one. It says what its addresses look like and what its
pages are made of; what all have in common (routing, validators, ends of lists) is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from html import escape
from typing import ClassVar
from urllib.parse import quote, unquote

from town import papers
from town.places import Place
from town.portals import syndication
from town.portals.furniture import Furniture
from town.story import ECONOMY, SOCIETY, Paper, Section, Story, slug
from town.wire import TEXT, XML, Answer, Request, page, see

Make = Callable[[], Answer]

_TRACKER = re.compile(r"(?:utm_\w+|fbclid|gclid|gidzl|zarsrc)=[^&]*&?")


class End(StrEnum):
    """What a list says to a page after its last."""

    MISSING = "404"
    EMPTY = "200 without entries"
    REPEATS = "the last page again"
    RESTARTS = "the first page again"


class Precision(StrEnum):
    """How exactly an article page tells its time."""

    SECOND = "seconds"
    MINUTE = "minutes"
    DAY = "day"

    def edtf(self, when: datetime) -> str:
        """The time as a reader of the page can know it."""
        if self is Precision.DAY:
            return when.date().isoformat()
        exact = when if self is Precision.SECOND else when.replace(second=0)
        return exact.isoformat()


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a list is of: a section, a tag, or the words of a search."""

    kind: str
    name: str
    slug: str
    number: int = 0

    def holds(self, story: Story) -> bool:
        """Whether a story stands in it."""
        if self.kind == "section":
            return story.section.slug == self.slug
        if self.kind == "tag" and "ocop" in self.slug:
            return story.ocop
        text = f"{story.title} {story.summary}".casefold()
        return self.name.casefold() in text


@dataclass(frozen=True, slots=True)
class Expected:
    """What a crawl must find of one story."""

    key: str
    url: str
    title: str
    summary: str
    published: str
    author: str
    paragraphs: tuple[str, ...]
    attachments: tuple[str, ...]


TAG = Shelf("tag", "OCOP", "ocop", 31)


class Portal:
    """One publisher on one host.

    What a family sets:
        family: As in the column ``portal`` of ``sources.csv``.
        kind: As in the column ``kind``.
        precision: How exactly its articles tell their time.
        end: What its lists say after the last page.
        shelves: Addresses of its lists: ``(kind, pattern)``, the pattern (whole target) with
            groups ``slug``, ``number`` or ``words``, and ``page``.
        feed, sitemap: Addresses, or empty.
        rules: Lines of robots.txt.
        article_pattern: For ``sources.csv``.
        packs: Whether it gzips for clients that take it.
        validates: Whether it sends ETag and Last-Modified, and answers 304.
    """

    family: ClassVar[str] = ""
    kind: ClassVar[str] = "newspaper"
    precision: ClassVar[Precision] = Precision.MINUTE
    end: ClassVar[End] = End.MISSING
    shelves: ClassVar[tuple[tuple[str, re.Pattern[str]], ...]] = ()
    page_size: ClassVar[int] = 4
    feed: ClassVar[str] = ""
    feed_size: ClassVar[int] = 8
    sitemap: ClassVar[str] = ""
    search: ClassVar[str] = ""
    rules: ClassVar[tuple[str, ...]] = ("User-agent: *", "Allow: /")
    article_pattern: ClassVar[str] = ""
    charset: ClassVar[str] = "utf-8"
    packs: ClassVar[bool] = False

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
        self._table: dict[str, Make] = {}
        self._made: dict[str, Answer] = {}

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

    def listing(self, shelf: Shelf, stories: list[Story], number: int, last: int) -> str:
        """A page of a list; ``last`` is the number of its last page."""
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

    def home(self) -> str:
        """The front page: the latest stories of all sections."""
        return self.listing(Shelf("home", self.publisher, ""), self.latest()[:6], 1, 1)

    # What they have in common.

    @property
    def sections(self) -> tuple[Section, ...]:
        """Rubrics, the one with OCOP first."""
        return (ECONOMY, SOCIETY)

    @property
    def main(self) -> Shelf:
        """The section that speaks of OCOP."""
        return self.shelf(self.sections[0])

    @staticmethod
    def shelf(section: Section) -> Shelf:
        """The list of a section."""
        return Shelf("section", section.name, section.slug, section.number)

    def latest(self, shelf: Shelf | None = None) -> list[Story]:
        """Stories of a list, or all, newest first."""
        held = [one for one in self.stories if shelf is None or shelf.holds(one)]
        return sorted(held, key=lambda one: one.published, reverse=True)

    def related(self, story: Story, count: int = 3) -> list[Story]:
        """Other stories that a page links to; of those of the first day, so that news of
        others does not change this page, and a removed one leaves a dead link.
        """
        others = [one for one in self.founders if one.key != story.key and one.ocop]
        start = story.number % max(len(others), 1)
        return (others[start:] + others[:start])[:count]

    def url(self, path: str) -> str:
        """Absolute address of a path."""
        return path if path.startswith("http") else self.base + path

    def tracked(self, story: Story, number: int) -> str:
        """Address of a story as a box links it: every third with the marks of a tracker."""
        address = self.address(story)
        if number % 3:
            return address
        glue = "&" if "?" in address else "?"
        return f"{address}{glue}utm_source=trang-chu&utm_medium=box{number}"

    def dated(self, story: Story) -> str:
        """EDTF of a story, as its page tells it."""
        return self.precision.edtf(story.published)

    def expected(self) -> list[Expected]:
        """What a crawl must find here: every story on OCOP, oldest first."""
        return [self.expect(story) for story in self.stories if story.ocop]

    def expect(self, story: Story) -> Expected:
        """What a crawl must find of a story."""
        return Expected(
            key=story.key,
            url=self.url(self.address(story)),
            title=story.title,
            summary=story.summary,
            published=self.dated(story),
            author=story.author,
            paragraphs=story.paragraphs,
            attachments=tuple(self.url(self.file_address(story, paper)) for paper in story.papers),
        )

    # Answers.

    def open(self, stories: list[Story]) -> None:
        """Begin with these stories."""
        self.stories, self.founders = list(stories), tuple(stories)
        self.renew()

    def renew(self) -> None:
        """Forget what was made of the stories."""
        self._table, self._made = {}, {}

    def respond(self, request: Request) -> Answer:
        """What this portal says to a request."""
        packed = self.packs and "gzip" in request.headers.get("accept-encoding", "")
        key = f"{request.target} {packed}" if request.method != "POST" else ""
        answer = self._made.get(key)
        if answer is None:
            answer = self._validated(self._find(request))
            if packed and answer.body and answer.status == 200:
                answer = answer.packed()
            if key and len(self._made) < 50_000:
                self._made[key] = answer
        return answer.not_modified() if answer.is_known_to(request) else answer

    def _validated(self, answer: Answer) -> Answer:
        if answer.status != 200:
            return answer
        if "last-modified" not in self.validates:
            answer = answer.but(modified=None)
        return answer.with_validators() if "etag" in self.validates else answer

    def _find(self, request: Request) -> Answer:
        if not self._table:
            self._table = dict(self._pages())
        target = _folded(request.target)
        make = self._table.get(target) or self._table.get(_untracked(target))
        if make is not None and request.method != "POST":
            return make()
        return self.other(request) or self._list(_untracked(target)) or self.missing(request)

    def _pages(self) -> Iterator[tuple[str, Make]]:
        yield "/", lambda: page(self.home(), self._newest(self.stories))
        yield "/robots.txt", self.robots
        for story in self.stories:
            for address, make in (*self._story(story), *self.twins(story)):
                yield _folded(address), make
            for address, make in self.papers(story):
                if not address.startswith("http"):
                    yield _folded(address), make
        if self.feed:
            yield self.feed, self._feed
        if self.sitemap:
            yield from self._sitemaps()
        yield from ((_folded(address), make) for address, make in self.extras())

    def _story(self, story: Story) -> Iterator[tuple[str, Make]]:
        yield self.address(story), lambda: page(self.article(story), story.written)

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

    def _feed(self) -> Answer:
        stories = self.latest()[: self.feed_size]
        return Answer(
            syndication.rss(self, stories).encode(), kind=XML, modified=self._newest(stories)
        )

    def _sitemaps(self) -> Iterator[tuple[str, Make]]:
        stories = self.latest()
        yield self.sitemap, lambda: syndication.sitemap(self, stories)

    def _list(self, target: str) -> Answer | None:
        for kind, pattern in self.shelves:
            found = pattern.fullmatch(target)
            shelf = self._shelf(kind, found) if found else None
            if found and shelf:
                return self.list_page(shelf, int(found.groupdict().get("page") or 1))
        return None

    def _shelf(self, kind: str, found: re.Match[str]) -> Shelf | None:
        named = found.groupdict()
        if kind == "section":
            for one in self.sections:
                if named.get("slug") == one.slug or named.get("number") == str(one.number):
                    return self.shelf(one)
            return None
        if kind == "search":
            words = unquote((named.get("words") or "").replace("+", " "))
            return Shelf("search", words, slug(words))
        words = unquote(named.get("slug") or TAG.name)
        return replace(TAG, name=words, slug=slug(words))

    def list_page(self, shelf: Shelf, number: int) -> Answer:
        """A page of a list, or what stands for one after the last."""
        stories, size = self.latest(shelf), self.page_size
        last = max(-(-len(stories) // size), 1)
        shown = number
        if number > last:
            if self.end is End.MISSING:
                return self.missing(None)
            shown = {End.REPEATS: last, End.RESTARTS: 1, End.EMPTY: number}[self.end]
        part = stories[(shown - 1) * size : shown * size]
        return page(self.listing(shelf, part, number, last), self._newest(part))

    def missing(self, request: Request | None) -> Answer:
        """The page that is not there."""
        return page(
            self.furniture.document(
                "Không tìm thấy", "<h1>404</h1><p>Trang bạn tìm không tồn tại.</p>"
            ),
            status=404,
        )

    @staticmethod
    def _newest(stories: list[Story]) -> datetime | None:
        return max((story.written for story in stories), default=None)


def file(paper: Paper, story: Story) -> Answer:
    """An attachment as it is served."""
    return Answer(papers.content(paper), kind=papers.TYPES[paper.kind], modified=story.written)


def moved(location: str) -> Make:
    """A page that has another address now."""
    return lambda: see(location)


def e(text: str) -> str:
    """Text for HTML."""
    return escape(text, quote=True)


def quoted(text: str) -> str:
    """Text for a path."""
    return quote(text, safe="")


def _untracked(target: str) -> str:
    return _TRACKER.sub("", target).rstrip("?&") if "=" in target else target


def _folded(target: str) -> str:
    return quote(unquote(target), safe="/?&=:;,+@!$'()*~") if "%" in target else target
