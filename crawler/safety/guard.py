"""What a request must be before anything is asked: http, short, and not a private address.

Names are checked where they are used, at connect (``crawler.safety.resolver``). Redirects
and retries are requests like any other and pass here too.
"""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.refusals import NotHttpError, PrivateAddressError, UrlTooLongError
from crawler.safety.addresses import is_public


class GuardMiddleware:
    """Refuses addresses that no article has.

    Args:
        longest: Characters of an address, at most.
        private: Whether private addresses may be asked by number (tests).
    """

    def __init__(self, longest: int, *, private: bool) -> None:
        self._longest = longest
        self._private = private

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        settings = crawler.settings
        named = settings.getdict("OCOP_HOSTS")  # then these names are all that is private
        private = settings.getbool("OCOP_PRIVATE_ADDRESSES") and not named
        return cls(settings.getint("URLLENGTH_LIMIT"), private=private)

    def process_request(self, request: Request) -> None:
        """Let public http addresses pass.

        Raises:
            RefusedError: The request goes elsewhere.
        """
        url = request.url
        if len(url) > self._longest:
            raise UrlTooLongError(f"{url[:80]}… has {len(url)} characters, above {self._longest}")
        try:
            parts = urlsplit(url)
            usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            usable = False
        if not usable:
            raise NotHttpError(f"{url} is no http address")
        if not self._private and is_private_literal(parts.hostname or ""):
            raise PrivateAddressError(f"{url} lies in a network that is not public")


def is_private_literal(host: str) -> bool:
    """Whether a host is an IP address that may not be asked; False for names."""
    try:
        return not is_public(host)
    except ValueError:
        return False
