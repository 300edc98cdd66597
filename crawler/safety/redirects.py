"""Redirects end after five, at the first step back, and never leave http.

Where a redirect leads is a request like any other: robots.txt, the delay of that host and
the check of its addresses come first.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import (
    BaseRedirectMiddleware,
    MetaRefreshMiddleware,
    RedirectMiddleware,
)
from scrapy.http import Response

from crawler.refusals import NotHttpError, RedirectLoopError, TooManyRedirectsError


class _EndingRedirects(BaseRedirectMiddleware):
    """What the two ways of being sent elsewhere have in common."""

    def handle_referer(self, request: Request, response: Response) -> None:  # noqa: ARG002
        """Nobody is told where we come from."""
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy's would warn that nobody is told."""

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        met = [*request.meta.get("redirect_urls", ()), request.url]
        if redirected.url in met and redirected.method == request.method:
            raise RedirectLoopError(f"{met[0]} leads back to {redirected.url}")
        if len(met) > self.max_redirect_times:
            raise TooManyRedirectsError(f"{met[0]} led to {len(met)} redirects, then further")
        return super()._redirect(redirected, request, reason)


class SafeRedirectMiddleware(_EndingRedirects, RedirectMiddleware):
    """Follows answers 301, 302, 303, 307 and 308."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Follow a redirect.

        Raises:
            RefusedError: It leads too far, back, or to what is not http.
        """
        location = response.headers.get("Location") or b""
        moved = response.status in {301, 302, 303, 307, 308} and location
        if moved and not _is_http(request.url, location.decode("latin-1").strip()):
            raise NotHttpError(f"{request.url} redirects to {location[:200]!r}")
        return super().process_response(request, response)


class SafeMetaRefreshMiddleware(_EndingRedirects, MetaRefreshMiddleware):
    """Follows ``<meta http-equiv=refresh>``."""


def _is_http(url: str, location: str) -> bool:
    try:
        target = urlsplit(urljoin(url, location))
    except ValueError:
        return False
    return target.scheme in ("http", "https") and bool(target.hostname)
