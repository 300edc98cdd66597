"""Validators that lie (RFC 9110, sections 8.8 and 13)."""

from __future__ import annotations

import itertools

from town.faults.fault import Fault, Ordinary, unpacked
from town.server import Exchange
from town.wire import Answer, Request


class AlwaysNotModified(Fault):
    """304 to every conditional request, whatever changed: only an unconditional one tells."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Nothing new, ever."""
        asked = {"if-none-match", "if-modified-since"} & set(request.headers)
        return Answer(status=304) if asked else ordinary()


class UnaskedNotModified(Fault):
    """304 to a request without conditions: a failure, no page was ever had."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Nothing new for a stranger."""
        return Answer(status=304)


class NotModifiedWithBody(Fault):
    """304 followed by a page: the bytes behind the head are no body (RFC 9110, 15.4.5)."""

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """A head of 304, then a page."""
        changed = b"<html><body><p>9999 OCOP</p></body></html>"
        exchange.note(304)
        head = Answer(status=304).with_headers(("Content-Length", str(len(changed))))
        exchange.send(head.head(keep=False) + changed)
        exchange.hang_up()


class StaleTag(Fault):
    """One ETag for all times: the bytes decide whether something is new."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page under the tag of yesterday."""
        return unpacked(ordinary()).but(etag='"5f1"')


class NewTagEachTime(Fault):
    """Another ETag and a Last-Modified of now each time: the same bytes are no new version."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page, as if it were new; the request's conditions are not looked at."""
        free = {key: v for key, v in request.headers.items() if not key.startswith("if-")}
        plain = Request(request.method, request.target, request.host, free)
        answer = unpacked(self.town.reply(plain))
        return answer.but(etag=f'W/"{next(self._numbers)}"', modified=self.town.now)


class BadDates(Fault):
    """Last-Modified that is no date: must not be sent back, nor stop the crawl."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """In Vietnamese."""
        plain = unpacked(ordinary()).but(modified=None, etag="")
        return plain.with_headers(("Last-Modified", "Thứ Hai, 20-11".encode().decode("latin-1")))
