"""What is sent to a server and what comes back, as spiders put it down."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.http import Response

from crawler.failures import NamedFailure
from crawler.ledger import Verdict


def conditions(etag: str, last_modified: str) -> dict[str, str]:
    """Headers of a conditional request (RFC 9110, section 13.1)."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


def now() -> datetime:
    """The clock of crawls."""
    return datetime.now(UTC)


def header(response: Response, name: str) -> str:
    """Value of a response header, or empty."""
    return (response.headers.get(name) or b"").decode("latin-1")


def pairs(headers: object) -> tuple[tuple[str, str], ...]:
    """Scrapy's headers as text, each value on its own."""
    listed: dict[bytes, list[bytes]] = dict(headers)  # type: ignore[call-overload]
    every = ((name, value) for name, values in listed.items() for value in values)
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in every)


def asked(response: Response) -> str:
    """The address that was asked, before redirects: by it the ledger knows an index."""
    request = response.request
    urls: list[str] = request.meta.get("redirect_urls", []) if request else []
    return urls[0] if urls else response.url


def verdict_of(reason: NamedFailure) -> Verdict:
    """Refused by rules of the site, or failed."""
    return Verdict.REFUSED if reason.code.startswith("robots_") else Verdict.FAILED
