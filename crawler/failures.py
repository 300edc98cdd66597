"""Every failure of a request has a name, a sentence and advice.

The spider records the code, health reports and monitors count it, an operator reads the
rest. Codes are stable.
"""

from __future__ import annotations

from typing import NamedTuple

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet import error as tx
from twisted.python.failure import Failure

from crawler.refusals import NotHttpError, PostponedError, RefusedError, TooLargeError
from crawler.safety.certificates import causes, refusal, tls_codes


class NamedFailure(NamedTuple):
    """What failed.

    ``code`` is its stable name, ``message`` says what happened, ``advice`` what to do.
    ``postponed`` failures are none of the site's: the address stays in the frontier.
    """

    code: str
    message: str
    advice: str
    postponed: bool = False


_UNNAMED = "this should have a name: please report it with the log of the crawl"
_LATER = "nothing, if it is rare: a later crawl asks again"
_KNOWN: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    (
        (CannotResolveHostError, tx.DNSLookupError),
        "dns_failure",
        "look the name up; when it is gone for good, look for the successor of the source",
    ),
    (
        (DownloadConnectionRefusedError, tx.ConnectionRefusedError),
        "connection_refused",
        "open the site in a browser; when that works from another country only, mark it blocked",
    ),
    (
        (DownloadTimeoutError, tx.TimeoutError),
        "timeout",
        "raise the delay of the source's row if it is often; DOWNLOAD_TIMEOUT is the patience",
    ),
    ((ResponseDataLossError,), "cut_short", _LATER),
    ((DownloadCancelledError,), TooLargeError.code, TooLargeError.advice),
    ((UnsupportedURLSchemeError, NotSupported), NotHttpError.code, NotHttpError.advice),
    ((DownloadFailedError, tx.ConnectionClosed, tx.ConnectError), "connection_lost", _LATER),
)
_BY_STATUS = {
    401: "the page wants a login: leave it out",
    403: "open it in a browser; when the site refuses robots, mark the source blocked",
    404: "nothing, if the page is gone; if all are, the site has moved: look at its front page",
    410: "nothing: the page is gone for good",
    429: "raise the delay of the source's row: the site finds us too fast",
}


def named(failure: Failure | BaseException) -> NamedFailure:
    """Name a failure, as an errback gets it or as it was raised."""
    error = failure.value if isinstance(failure, Failure) else failure
    assert error is not None
    if refused := refusal(error):
        later = isinstance(refused, PostponedError)
        return NamedFailure(refused.code, str(refused), refused.advice, later)
    if isinstance(error, HttpError):
        return by_status(error.response.status)
    for kinds, code, advice in _KNOWN:
        if isinstance(error, kinds):
            return NamedFailure(code, _said(error), advice)
    return NamedFailure("unknown", f"{type(error).__name__}: {_said(error)}", _UNNAMED)


def codes() -> dict[str, str]:
    """Every code and its advice, but ``http_<status>``, which has that of its status."""
    advice = {code: words for _, code, words in _KNOWN} | {"unknown": _UNNAMED}
    kinds = [RefusedError]
    for kind in kinds:
        kinds += kind.__subclasses__()
        if kind not in (RefusedError, PostponedError):
            advice[kind.code] = kind.advice
    return advice | tls_codes()


def by_status(status: int) -> NamedFailure:
    """Name an answer that is no success."""
    usual = _LATER if status >= 500 else "open the address in a browser"
    return NamedFailure(f"http_{status}", f"HTTP {status}", _BY_STATUS.get(status, usual))


def _said(error: BaseException) -> str:
    """The words of the deepest cause that has some: the others only wrap it."""
    return next((text for one in reversed([*causes(error)]) if (text := str(one))), "no words")
