"""What a fault is: it stands between a request and its answer."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import TYPE_CHECKING

from town.server import Exchange
from town.wire import Answer, Request

if TYPE_CHECKING:
    from town.town import Town

Ordinary = Callable[[], Answer]


class Fault:
    """Something that a server does wrong.

    A fault that only says other things overrides ``answer``; one that misuses the
    connection overrides ``serve``.
    """

    town: Town

    def enter(self, town: Town) -> None:
        """Come to know the town that this happens in."""
        self.town = town

    def serve(self, exchange: Exchange, ordinary: Ordinary) -> None:
        """Deal with a request; ``ordinary`` makes what would have been said."""
        exchange.answer(self.answer(exchange.request, ordinary))

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """What is said instead."""
        raise NotImplementedError


class Rewrite(Fault):
    """The ordinary page with something changed in its text."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page with another text; what is no page with 200 stays as it is."""
        answer = unpacked(ordinary())
        if answer.status != 200 or "html" not in answer.kind:
            return answer
        return answer.but(body=self.rewrite(answer.body.decode(), request).encode(), etag="")

    def rewrite(self, text: str, request: Request) -> str:
        """The other text."""
        raise NotImplementedError


def unpacked(answer: Answer) -> Answer:
    """An answer without its Content-Encoding."""
    if ("Content-Encoding", "gzip") not in answer.headers:
        return answer
    kept = tuple(one for one in answer.headers if one[0] != "Content-Encoding")
    return answer.but(body=gzip.decompress(answer.body), headers=kept)


def into_body(text: str, more: str) -> str:
    """A page with something more at the beginning of its body."""
    return text.replace("<body>", f"<body>{more}", 1)
