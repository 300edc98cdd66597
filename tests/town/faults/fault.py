"""What a fault is: it stands between a request and its answer."""

from __future__ import annotations

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
