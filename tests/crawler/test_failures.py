"""Every failure has a name, words and advice."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, DownloadFailedError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectionLost
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from crawler.failures import codes, named
from crawler.refusals import HostPausedError, PrivateAddressError


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (CannotResolveHostError("no such name"), "dns_failure", "no such name"),
        (DownloadTimeoutError("too slow"), "timeout", "too slow"),
        (PrivateAddressError("10.0.0.1 is private"), "private_address", "10.0.0.1 is private"),
        (ZeroDivisionError("odd"), "unknown", "ZeroDivisionError: odd"),
        (ZeroDivisionError(), "unknown", "ZeroDivisionError: no words"),
    ],
)
def test_a_failure_is_named_raised_or_as_an_errback_gets_it(
    error: Exception, code: str, message: str
) -> None:
    for given in (error, Failure(error)):
        found = named(given)
        assert (found.code, found.message, found.postponed) == (code, message, False)
        assert found.advice


def test_what_was_wrong_is_found_below_what_wraps_it() -> None:
    wrapped = DownloadFailedError("[<twisted.python.failure.Failure …>]")
    wrapped.__cause__ = ResponseFailed([Failure(ConnectionLost("cable cut"))])
    assert named(wrapped).code == "connection_lost"
    assert "cable cut" in named(wrapped).message
    wrapped.__cause__ = ResponseFailed([Failure(PrivateAddressError("inside"))])
    assert named(wrapped)[:2] == ("private_address", "inside")


@pytest.mark.parametrize("status", [302, 401, 403, 404, 410, 418, 429, 500, 503, 599])
def test_an_answer_that_is_no_success_is_named_by_its_status(status: int) -> None:
    response = Response("https://bao-a.vn/", status, request=Request("https://bao-a.vn/"))
    found = named(HttpError(response))
    assert (found.code, found.message) == (f"http_{status}", f"HTTP {status}")
    assert found.advice


def test_what_is_only_not_now_leaves_the_address_in_the_frontier() -> None:
    assert named(HostPausedError("later")).postponed


def test_codes_are_words_and_have_advice() -> None:
    assert len(codes()) > 30
    for code, advice in codes().items():
        assert code.replace("_", "").isalpha()
        assert code == code.lower()
        assert len(advice) > 10, code
