"""Only public addresses are asked, whatever a page, a feed or a name server says.

A name is resolved once and the connection goes to the address that was checked, so an
answer that changes between check and use gains nothing; redirects are requests like any
other and pass here too.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError


def is_public(address: str) -> bool:
    """Whether an IP address may be asked: no private, local, shared or reserved network."""
    ip = ipaddress.ip_address(address)
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return (mapped or ip).is_global and not (mapped or ip).is_multicast


class PublicResolver(CachingThreadedResolver):
    """Names resolve to public addresses, or not at all."""

    def __init__(
        self, reactor: ReactorBase, cache_size: int, timeout: float, *, private: bool = False
    ) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._private = private

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Made by Scrapy."""
        settings = crawler.settings
        return cls(
            reactor,
            settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0,
            settings.getfloat("DNS_TIMEOUT"),
            private=settings.getbool("OCOP_PRIVATE_ADDRESSES"),
        )

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """The address of a name; ``DNSLookupError`` when it is not public."""
        answer = super().getHostByName(name, timeout)
        return answer if self._private else answer.addCallback(_checked, name)


class PublicAddressMiddleware:
    """Requests to bare IP addresses pass no resolver; they are checked here."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        if crawler.settings.getbool("OCOP_PRIVATE_ADDRESSES"):
            raise NotConfigured("private addresses are allowed by OCOP_PRIVATE_ADDRESSES")
        return cls()

    def process_request(self, request: Request) -> None:
        """Let public http addresses pass.

        Raises:
            IgnoreRequest: The request goes elsewhere.
        """
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise IgnoreRequest(f"{request.url} is no http address")
        try:
            public = is_public(parts.hostname)
        except ValueError:  # a name: the resolver checks what it stands for
            return
        if not public:
            raise IgnoreRequest(f"{request.url} lies in a private network")


def _checked(address: str, name: str) -> str:
    if not is_public(address):
        raise DNSLookupError(f"{name} stands for {address}, which lies in a private network")
    return address
