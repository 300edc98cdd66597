"""The front of a portal: which target gets which answer, made once and remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from town.portals.shelves import TAG, Shelf
from town.story import slug
from town.wire import Answer, Request

if TYPE_CHECKING:
    from town.portals.base import Portal

Make = Callable[[], Answer]

MOST_KEPT = 50_000
PICTURES = (".ico", ".jpg", ".gif", ".webp", ".png")
_DOT = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00"
    b"\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
_TRACKER = re.compile(r"(?:utm_\w+|fbclid|gclid|gidzl|zarsrc)=[^&]*&?")


class _Made:
    """What was made since the stories last changed."""

    def __init__(self) -> None:
        self.table: dict[str, Make] = {}
        self.answers: dict[str, Answer] = {}


class Front:
    """Answers for one portal."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self._made = _Made()

    def renew(self) -> None:
        """Forget what was made of the stories; who is just answering ends with the old."""
        self._made = _Made()

    def respond(self, request: Request) -> Answer:
        """What this portal says to a request."""
        packed = self.portal.packs and "gzip" in request.headers.get("accept-encoding", "")
        key = f"{request.target} {packed}" if request.method != "POST" else ""
        made = self._made
        answer = made.answers.get(key)
        if answer is None:
            answer = self._validated(self._find(request, made))
            if packed and answer.body and answer.status == 200:
                answer = answer.packed()
            if key and len(made.answers) < MOST_KEPT:
                made.answers[key] = answer
        return answer.not_modified() if answer.is_known_to(request) else answer

    def _validated(self, answer: Answer) -> Answer:
        if answer.status != 200:
            return answer
        if "last-modified" not in self.portal.validates:
            answer = answer.but(modified=None)
        return answer.with_validators() if "etag" in self.portal.validates else answer

    def _find(self, request: Request, made: _Made) -> Answer:
        if request.method == "POST":
            refusal = Answer(b"", 405, headers=(("Allow", "GET, HEAD"),))
            return self.portal.other(request) or refusal
        if not made.table:
            made.table = dict(self._pages())
        target = folded(request.target)
        bare = untracked(target)
        make = made.table.get(target) or made.table.get(bare)
        if make is not None:
            return make()
        if request.path.endswith(PICTURES):
            return Answer(_DOT, kind="image/gif")
        return self.portal.other(request) or self.list_at(bare) or self.portal.missing()

    def _pages(self) -> Iterator[tuple[str, Make]]:
        yield "/", self.portal.home
        yield "/robots.txt", self.portal.robots
        for story in self.portal.stories:
            yield folded(self.portal.address(story)), partial(self.portal.article_page, story)
            for address, make in (*self.portal.twins(story), *self.portal.papers(story)):
                if not address.startswith("http"):
                    yield folded(address), make
        if self.portal.feed:
            yield self.portal.feed, self.portal.feed_page
        if self.portal.sitemap:
            yield from self.portal.sitemaps()
        yield from ((folded(address), make) for address, make in self.portal.extras())

    def list_at(self, target: str) -> Answer | None:
        """The page of a list that a target names."""
        for kind, pattern in self.portal.shelves:
            found = pattern.fullmatch(target)
            shelf = self._shelf(kind, found) if found else None
            if found and shelf:
                named = found.groupdict()
                offset = int(named.get("offset") or 0) // self.portal.page_size + 1
                return self.portal.list_page(shelf, int(named.get("page") or offset))
        return None

    def _shelf(self, kind: str, found: re.Match[str]) -> Shelf | None:
        named = found.groupdict()
        if kind == "section":
            wanted = (named.get("slug"), named.get("number"))
            shelves = (Shelf.of(one) for one in self.portal.sections)
            return next((one for one in shelves if wanted in _names(one)), None)
        words = unquote((named.get("words") or named.get("slug") or TAG.name).replace("+", " "))
        return replace(TAG, kind=kind, name=words, slug=slug(words))


def untracked(target: str) -> str:
    """A target without the parameters of trackers."""
    return _TRACKER.sub("", target).rstrip("?&") if "=" in target else target


def folded(target: str) -> str:
    """A target with its escapes written in one way."""
    return quote(unquote(target), safe="/?&=:;,+@!$'()*~%") if "%" in target else target


def _names(shelf: Shelf) -> tuple[tuple[str | None, str | None], ...]:
    number = str(shelf.number)
    return ((shelf.slug, None), (None, number), (shelf.slug, number))
