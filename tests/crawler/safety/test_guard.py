"""Where requests may go: SSRF by address, name, redirect and scheme."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from asking import Crawled
from scrapy.exceptions import UsageError
from sitting import Site

from crawler.refusals import PrivateAddressError
from crawler.safety.resolver import PublicResolver

Crawl = Callable[..., Crawled]
PUBLIC = {"OCOP_PRIVATE_ADDRESSES": False, "OCOP_HOSTS": {}}


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.manners.hosts.MIN_DELAY", 0.0)


def answers(monkeypatch: pytest.MonkeyPatch, *lists: list[str], **named: list[str]) -> list[str]:
    """A name server: answers by name, or in turn; returns the names it was asked for."""
    asked: list[str] = []

    def getaddrinfo(host: str, *_: object, **__: object) -> list[Any]:
        addresses = named.get(host) or lists[min(len(asked), len(lists) - 1)]
        asked.append(host)
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, 0))
            for one in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://10.0.0.1/",
     "http://100.64.0.1/", "//192.168.1.1/", "http://intern.vn/", "https://intern.vn/"],
)  # fmt: skip
def test_redirect_to_169_254_169_254_and_other_private_addresses_is_refused(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    answers(monkeypatch, **{"bao-a.vn": ["127.0.0.1"], "intern.vn": ["10.1.2.3"]})
    # For this test the site's own machine is a public one.
    monkeypatch.setattr("crawler.safety.resolver.is_public", lambda one: one == "127.0.0.1")
    site.move("/page", target)
    url = f"http://bao-a.vn:{site.port}/page"
    assert crawl(url, **PUBLIC).of[url].code == "private_address"
    assert site.paths() == ["/robots.txt", "/page"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
     "localhost", "0.0.0.0", "localhost."],
)  # fmt: skip
def test_this_machine_is_not_asked_under_any_spelling(site: Site, crawl: Crawl, host: str) -> None:
    url = f"http://{host}:{site.port}/page"
    assert crawl(url, **PUBLIC).of[url].code in ("private_address", "dns_failure")
    assert site.asked == []


@pytest.mark.parametrize("host", ["169.254.169.254", "10.0.0.1", "100.64.0.1", "[fd00::1]"])
def test_private_networks_are_not_asked(crawl: Crawl, host: str) -> None:
    url = f"http://{host}/latest/meta-data/"
    assert crawl(url, **PUBLIC).of[url].code == "private_address"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gopher://a.test/_x", "ftp://a.test/x", "data:,x", "http:///x"]
)
def test_only_http_is_asked(crawl: Crawl, url: str) -> None:
    assert crawl(url).of[url].code == "not_http"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://a.test/_x", "http://["])
def test_redirect_to_file_or_gopher_is_refused(site: Site, crawl: Crawl, target: str) -> None:
    site.move("/page", target)
    url = site.url("a", "/page")
    assert crawl(url).of[url].code == "not_http"


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["113.160.0.1", "10.0.0.1"], ["113.160.0.1", "fd00::1"], ["64:ff9b::7f00:1"]],
)
def test_every_address_of_an_answer_must_be_public(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch, addresses: list[str]
) -> None:
    answers(monkeypatch, addresses)
    url = f"http://bao-a.vn:{site.port}/page"
    assert crawl(url, **PUBLIC).of[url].code == "private_address"
    assert site.asked == []


def test_dns_answer_that_flips_to_127_0_0_1_is_never_connected_to(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, ["198.51.100.7"], ["127.0.0.1"])
    monkeypatch.setattr("crawler.safety.resolver.is_public", lambda one: one != "127.0.0.1")
    url = f"http://bao-a.vn:{site.port}/page"
    # The first answer is connected to as it was checked (documentation addresses answer
    # nobody); robots.txt is tried again, and the second answer is refused.
    crawl(url, RETRY_TIMES=1, DOWNLOAD_TIMEOUT=0.3, **PUBLIC)
    assert asked == ["bao-a.vn", "bao-a.vn"]
    assert site.asked == []


def test_one_look_up_serves_check_and_connection(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(monkeypatch, ["127.0.0.1"])
    monkeypatch.setattr("crawler.safety.resolver.is_public", lambda one: one == "127.0.0.1")
    site.put("/page", "48 OCOP")
    url = f"http://bao-a.vn:{site.port}/page"
    assert crawl(url, **PUBLIC).of[url].body == b"48 OCOP"
    assert asked == ["bao-a.vn"] * 2  # robots.txt and the page, each looked up once


def test_the_first_ipv4_address_is_taken_else_the_first() -> None:
    resolver = PublicResolver(1)
    assert resolver.checked(["2405:4800::1", "113.160.0.1", "113.160.0.2"], "a") == "113.160.0.1"
    assert resolver.checked(["2405:4800::1", "2405:4800::2"], "a") == "2405:4800::1"
    with pytest.raises(PrivateAddressError, match=r"a stands for 10\.0\.0\.1"):
        resolver.checked(["113.160.0.1", "10.0.0.1"], "a")


def test_names_of_tests_need_the_setting_that_allows_private_addresses() -> None:
    with pytest.raises(UsageError, match="needs OCOP_PRIVATE_ADDRESSES"):
        PublicResolver(1, hosts={"*.town.test": "127.0.0.1"})


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"])
def test_with_names_of_tests_no_other_private_address_is_asked(
    site: Site, crawl: Crawl, host: str
) -> None:
    site.put("/page", "48 OCOP")
    named, other = site.url("a", "/page"), f"http://{host}:{site.port}/page"
    crawled = crawl(named, other, OCOP_PRIVATE_ADDRESSES=True, OCOP_HOSTS={"a.test": "127.0.0.1"})
    assert crawled.of[named].body == b"48 OCOP"
    assert crawled.of[other].code == "private_address"
    assert {one.host for one in site.asked} == {"a.test"}


def test_dns_failure_is_named(crawl: Crawl) -> None:
    outcome = crawl("http://bao-a.invalid/").of["http://bao-a.invalid/"]
    assert outcome.failure is not None
    assert outcome.code == "dns_failure"
    assert "bao-a.invalid is not known" in outcome.failure.message


def test_a_name_server_that_never_answers_is_not_waited_for(
    crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: ended.wait(5) and [])
    outcome = crawl("http://bao-a.vn/", DNS_TIMEOUT=0.2, **PUBLIC).of["http://bao-a.vn/"]
    ended.set()
    assert outcome.code == "dns_failure"


def test_urls_longer_than_any_articles_are_refused(site: Site, crawl: Crawl) -> None:
    site.put("/page", "x")
    site.move("/grows", "/page?" + "a" * 2100)
    long, short = site.url("a", "/page?" + "a" * 2100), site.url("a", "/grows")
    crawled = crawl(long, short)
    assert crawled.of[long].code == crawled.of[short].code == "url_too_long"


def test_proxies_of_the_environment_are_not_used(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.put("/page", "x")
    url = site.url("a", "/page")
    assert crawl(url).of[url].body == b"x"


def test_a_proxy_that_was_asked_for_is_used_for_public_names_only(
    site: Site, crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    site.put("/page", "x", host="bao-a.vn")
    answers(monkeypatch, ["113.160.0.1"])
    url = "http://bao-a.vn/page"
    assert crawl(url, HTTPPROXY_ENABLED=True, **PUBLIC).of[url].body == b"x"
    answers(monkeypatch, ["10.0.0.1"])
    other = "http://bao-b.vn/page"
    assert crawl(other, HTTPPROXY_ENABLED=True, **PUBLIC).of[other].code == "private_address"


def test_url_with_nfd_path_idn_spaces_and_dots_is_asked_as_meant(site: Site, crawl: Crawl) -> None:
    nfd = "to\u0302m"  # "tôm" in NFD: another path than in NFC
    path = f"/{nfd}/a b/../c.html"
    host = "báo.test"
    crawl(f"http://{host}:{site.port}{path}")
    asked = site.asked[-1]
    assert asked.host == host.encode("idna").decode()
    assert asked.target == "/to%CC%82m/a%20b/../c.html"
