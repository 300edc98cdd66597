"""A town for tests, and a plain client of it."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from town import Town


@dataclass(frozen=True)
class Said:
    """An answer as the standard library's client reads it."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


Get = Callable[..., Said]


@pytest.fixture
def town() -> Iterator[Town]:
    with Town() as opened:
        yield opened


@pytest.fixture
def get(town: Town) -> Get:
    """Ask the town for an address, as if its names were known."""

    def ask(url: str, method: str = "GET", body: str | None = None, **headers: str) -> Said:
        parts = urlsplit(url)
        client = http.client.HTTPConnection("127.0.0.1", parts.port or town.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            client.request(method, target, body, {"Host": parts.netloc, **named})
            response = client.getresponse()
            return Said(response.status, response.headers, response.read())
        finally:
            client.close()

    return ask
