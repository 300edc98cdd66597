"""How requests are sent: to checked addresses, over TLS that holds, with capped headers."""

from __future__ import annotations

from typing import Any, cast

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.endpoints import wrapClientTLS
from twisted.internet.interfaces import IAddress, IStreamClientEndpoint
from twisted.python.failure import Failure
from twisted.web._newclient import BODY, DONE
from twisted.web.client import URI, Agent, _StandardEndpointFactory
from twisted.web.iweb import IPolicyForHTTPS

from crawler.refusals import TooLargeError
from crawler.safety.certificates import NamingContextFactory, refusal
from crawler.safety.resolver import PublicEndpoint, PublicResolver

MAX_HEADERS = 256 * 1024
"""Octets of all headers of one answer, with those of interim answers (1xx) before it."""


class SafeDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https, whose connections are checked."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._resolver = PublicResolver.from_crawler(crawler)
        self._contextFactory = cast("IPolicyForHTTPS", NamingContextFactory.from_crawler(crawler))
        self._pool._factory = _CappedFactory
        # Between two requests lie seconds, in which an open connection would keep a worker of
        # a small server busy; and one that the server has closed would make Twisted send the
        # request again at once, within the delay.
        self._pool.persistent = False

    async def download_request(self, request: Request) -> Response:
        """Send a request.

        Raises:
            RefusedError: The address is not public, TLS does not hold, or it is too large.
            Exception: Whatever else Scrapy's handler raises.
        """
        if request.meta.get("proxy"):
            # A proxy connects, so nothing can be pinned; what the name stands for is checked.
            host = urlparse_cached(request).hostname or ""
            with wrap_twisted_exceptions():
                await maybe_deferred_to_future(self._resolver.resolve(host))
        agent = _SafeAgent(
            self._resolver,
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(agent.download_request(request))
        except DownloadCancelledError as error:
            cap = f"{request.url} sends more than {self._default_maxsize} bytes"
            raise TooLargeError(str(error) or cap) from error
        except DownloadFailedError as error:
            if refused := refusal(error):
                raise refused from error
            raise


class _SafeAgent(_ScrapyAgent):
    def __init__(self, resolver: PublicResolver, **rest: Any) -> None:
        super().__init__(**rest)
        self._resolver = resolver

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        agent = super()._get_agent(request, timeout)
        if not request.meta.get("proxy"):
            usual = agent._endpointFactory
            agent._endpointFactory = _SafeEndpoints(usual, self._resolver)
        return agent


class _SafeEndpoints(_StandardEndpointFactory):
    def __init__(self, usual: _StandardEndpointFactory, resolver: PublicResolver) -> None:
        super().__init__(
            usual._reactor, usual._policyForHTTPS, usual._connectTimeout, usual._bindAddress
        )  # type: ignore[no-untyped-call]
        self._resolver = resolver

    def endpointForURI(self, uri: URI) -> IStreamClientEndpoint:  # noqa: N802
        """To a checked address over TCP, with TLS for https."""
        endpoint = cast(
            "IStreamClientEndpoint",
            PublicEndpoint(
                self._reactor,
                self._resolver,
                uri.host.decode("ascii").strip("[]"),
                uri.port,
                self._connectTimeout,
                self._bindAddress,
            ),
        )
        if uri.scheme == b"http":
            return endpoint
        policy = self._policyForHTTPS.creatorForNetloc(uri.host, uri.port)
        return wrapClientTLS(policy, endpoint)


class _CappedProtocol(_LenientHTTP11ClientProtocol):
    """Ends a connection that sends headers without end; it serves one request."""

    _headers = 0

    def dataReceived(self, data: bytes) -> None:  # noqa: N802
        if self._parser is not None and self._parser.state not in (BODY, DONE):
            self._headers += len(data)
        if self._headers > MAX_HEADERS:
            error = TooLargeError(f"headers above {MAX_HEADERS >> 10} KiB")
            self._giveUp(Failure(error))  # type: ignore[no-untyped-call]
        else:
            super().dataReceived(data)  # type: ignore[no-untyped-call]


class _CappedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _CappedProtocol:  # noqa: N802, ARG002
        return _CappedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
