"""Names become public addresses, once, and the connection goes to the one that was checked.

So an answer that changes between check and use gains nothing. *Every* address of an answer
has to be public, or none is used; the first IPv4 address is taken, else the first IPv6.
"""

from __future__ import annotations

import importlib
import socket
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import partial
from typing import Any, Self, cast

from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from twisted.internet.defer import Deferred, succeed
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IProtocol, IProtocolFactory, IStreamClientEndpoint
from twisted.internet.threads import deferToThreadPool
from twisted.python.failure import Failure
from zope.interface import implementer

from crawler.refusals import PrivateAddressError
from crawler.safety.addresses import is_public


class PublicResolver:
    """Looks names up, and refuses those that stand for anything but public addresses.

    Args:
        timeout: Seconds until a name server must have answered.
        private: Whether other addresses may be asked too (tests).
        hosts: Names (with ``*``) and the addresses they stand for, instead of DNS (tests).
            With some, ``private`` is said of these names alone.
    """

    def __init__(
        self, timeout: float, *, private: bool = False, hosts: Mapping[str, str] | None = None
    ) -> None:
        if hosts and not private:
            raise UsageError("OCOP_HOSTS is for tests and needs OCOP_PRIVATE_ADDRESSES")
        self._timeout = timeout
        self._private = private and not hosts
        self._hosts = dict(hosts or {})

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made of the settings ``DNS_TIMEOUT``, ``OCOP_PRIVATE_ADDRESSES``, ``OCOP_HOSTS``."""
        settings = crawler.settings
        return cls(
            settings.getfloat("DNS_TIMEOUT"),
            private=settings.getbool("OCOP_PRIVATE_ADDRESSES"),
            hosts=settings.getdict("OCOP_HOSTS"),
        )

    def resolve(self, host: str) -> Deferred[str]:
        """The address to connect to.

        Fails with ``PrivateAddressError``, or with ``DNSLookupError`` when there is none.
        """
        for pattern, address in self._hosts.items():
            if fnmatchcase(host.lower(), pattern):
                return succeed(address)
        reactor: Any = importlib.import_module("twisted.internet.reactor")
        answer = deferToThreadPool(reactor, reactor.getThreadPool(), self._look_up, host)
        answer.addTimeout(self._timeout, reactor, partial(_too_late, host))
        return answer.addCallback(self.checked, host)

    def checked(self, addresses: Iterable[str], host: str) -> str:
        """The address to connect to, of all that a name stands for.

        Raises:
            PrivateAddressError: One of them is not public.
        """
        found = list(addresses)
        for address in found:
            if not self._private and not is_public(address):
                stands = f"{host} stands for {address}" if host != address else host
                raise PrivateAddressError(f"{stands}, in a network that is not public")
        return next((address for address in found if ":" not in address), found[0])

    @staticmethod
    def _look_up(host: str) -> list[str]:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise DNSLookupError(f"{host} is not known to name servers ({error})") from None
        return [str(address[0]) for *_, address in found]


@implementer(IStreamClientEndpoint)
class PublicEndpoint:
    """Connects to what a name stands for at this moment, if that is public."""

    def __init__(
        self,
        reactor: Any,
        resolver: PublicResolver,
        host: str,
        port: int,
        timeout: float,
        bind: tuple[str, int] | None = None,
    ) -> None:
        self._reactor = reactor
        self._resolver = resolver
        self._host = host
        self._port = port
        self._timeout = timeout
        self._bind = bind

    def connect(self, protocolFactory: IProtocolFactory) -> Deferred[IProtocol]:  # noqa: N803
        """Resolve, check, connect."""
        return self._resolver.resolve(self._host).addCallback(self._connect, protocolFactory)

    def _connect(self, address: str, factory: IProtocolFactory) -> Deferred[IProtocol]:
        kind = TCP6ClientEndpoint if ":" in address else TCP4ClientEndpoint
        endpoint = kind(self._reactor, address, self._port, self._timeout, self._bind)
        return cast("Deferred[IProtocol]", endpoint.connect(factory))


def _too_late(host: str, _: Failure, timeout: float) -> None:
    raise DNSLookupError(f"no name server told of {host} within {timeout:g} seconds")
