"""Faults do what their names say, as seen by a plain socket or the standard client."""

from __future__ import annotations

import gzip
import http.client
import io
import re
import socket
import ssl
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import brotli
import pytest

from town import Town
from town.conftest import Get
from town.faults import (
    CATALOGUE,
    addresses,
    charsets,
    codings,
    connections,
    feeds,
    files,
    markup,
    redirects,
    refusals,
    robots,
    tls,
    validators,
)
from town.faults.charsets import Letters

NAME = "baothainguyen"
LIST = "/kinh-te/"
Raw = Callable[..., bytes]


@pytest.fixture
def raw(town: Town) -> Raw:
    """Bytes that a path of the town answers, up to ``most``; what comes until the end."""

    def ask(target: str, most: int = 1 << 20, wait: float = 5.0, *headers: str) -> bytes:
        with socket.create_connection(("127.0.0.1", town.port), timeout=wait) as client:
            lines = (
                f"GET {target} HTTP/1.1",
                f"Host: {NAME}.town.test:{town.port}",
                "Connection: close",
                *headers,
                "\r\n",
            )
            client.sendall("\r\n".join(lines).encode())
            got = b""
            while len(got) < most and (data := client.recv(65536)):
                got += data
            return got

    return ask


@pytest.fixture
def story(town: Town) -> str:
    """Path of a story on OCOP."""
    return urlsplit(town.expected(NAME)[1].url).path


def test_every_fault_says_what_it_is() -> None:
    assert len(CATALOGUE) >= 100
    for name, make in CATALOGUE.items():
        kind = type(make())
        assert kind.__doc__, name
        assert kind.__doc__ != kind.__mro__[1].__doc__, name


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_every_fault_can_be_met_and_left(town: Town, raw: Raw, story: str, name: str) -> None:
    town.fail(NAME, "*", CATALOGUE[name]())
    for path in (story, "/robots.txt", "/kinh-te/index.rss"):
        try:
            raw(path, most=100_000, wait=0.1)
        except (TimeoutError, ConnectionResetError):
            continue
    town.mend()
    assert raw(LIST).startswith(b"HTTP/1.1 200 OK\r\n")


def test_a_fault_is_where_it_was_switched_on_and_as_often(town: Town, get: Get) -> None:
    town.fail(NAME, "/kinh-te/*", refusals.Status(503), times=2)
    answers = [get(town.url(NAME, path)).status for path in ("/", LIST, "/kinh-te/?page=2", LIST)]
    assert answers == [200, 503, 503, 200]
    town.fail("baocantho", re.compile(r"-a\d+\.html"), refusals.Status(410))
    assert get(town.expected("baocantho")[0].url).status == 410
    assert get(town.url(NAME, "/")).status == 200
    town.mend("baocantho")
    assert get(town.expected("baocantho")[0].url).status == 200


def test_the_last_fault_wins(town: Town, get: Get) -> None:
    town.fail(NAME, "*", refusals.Status(500))
    town.fail(NAME, LIST, refusals.Status(404))
    assert get(town.url(NAME, LIST)).status == 404


# Redirects.


@pytest.mark.parametrize(
    ("fault", "location"),
    [
        (redirects.ToMetadata, "http://169.254.169.254/"),
        (redirects.ToLoopback6, "http://[::1]/"),
        (redirects.ToPrivate, "http://10.0.0.1/"),
        (redirects.ToShared, "http://100.64.0.1/"),
        (redirects.ToFile, "file:///"),
        (redirects.ToGopher, "gopher://"),
    ],
)
def test_redirects_lead_there(
    town: Town, get: Get, fault: type[redirects.RedirectTo], location: str
) -> None:
    town.fail(NAME, LIST, fault())
    said = get(town.url(NAME, LIST))
    assert said.status == 302
    assert said.headers["Location"].startswith(location)


def test_a_chain_ends_after_its_hops_and_a_loop_never(town: Town, get: Get) -> None:
    town.fail(NAME, "/kinh-te/*", redirects.Chain(3))
    path, hops = LIST, 0
    while (said := get(town.url(NAME, path))).status == 302:
        path, hops = said.headers["Location"], hops + 1
    assert (hops, said.status) == (3, 200)
    town.fail(NAME, LIST, redirects.Loop())
    assert get(town.url(NAME, LIST)).headers["Location"] == LIST


def test_flip_flop_goes_to_tls_and_back(town: Town, get: Get) -> None:
    town.fail(NAME, LIST, redirects.FlipFlop())
    secure = get(town.url(NAME, LIST)).headers["Location"]
    assert secure.startswith(f"https://{NAME}.town.test:")
    assert _over_tls(town, secure).headers["Location"] == town.url(NAME, LIST)


# Connections.


def test_slow_loris_gives_a_byte_at_a_time(town: Town, raw: Raw) -> None:
    town.fail(NAME, "/robots.txt", connections.SlowLoris(0.001))
    head, _, body = raw("/robots.txt").partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    town.fail(NAME, "/robots.txt", connections.SlowLoris(30))
    with pytest.raises(TimeoutError):
        raw("/robots.txt", wait=0.2)


def test_silence_and_hang_up(town: Town, raw: Raw) -> None:
    town.fail(NAME, LIST, connections.Silence(30))
    with pytest.raises(TimeoutError):
        raw(LIST, wait=0.2)
    town.fail(NAME, LIST, connections.HangUp())
    assert raw(LIST) == b""
    town.fail(NAME, LIST, connections.Reset())
    with pytest.raises(ConnectionResetError):
        raw(LIST)


def test_lengths_lie_both_ways(town: Town, raw: Raw) -> None:
    whole = len(raw(LIST).partition(b"\r\n\r\n")[2])
    for fault, said in ((connections.CutShort(), whole * 2), (connections.TooMuch(), whole // 2)):
        town.fail(NAME, LIST, fault)
        head, _, body = raw(LIST).partition(b"\r\n\r\n")
        assert f"Content-Length: {said}\r\n".encode() in head + b"\r\n"
        assert len(body) == whole


def test_reset_comes_in_the_middle(town: Town) -> None:
    town.fail(NAME, LIST, connections.ResetMidBody())
    client = http.client.HTTPConnection("127.0.0.1", town.port, timeout=5)
    client.request("GET", LIST, headers={"Host": f"{NAME}.town.test"})
    with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
        client.getresponse().read()
    client.close()


def test_chunks_hold_the_page_and_may_never_end(town: Town, get: Get, raw: Raw) -> None:
    plain = get(town.url(NAME, LIST)).body
    town.fail(NAME, LIST, connections.Chunked(100))
    assert get(town.url(NAME, LIST)).body == plain
    town.fail(NAME, LIST, connections.MissingLastChunk())
    with pytest.raises(http.client.IncompleteRead):
        get(town.url(NAME, LIST))
    town.fail(NAME, LIST, connections.EndlessChunks())
    assert len(raw(LIST, most=3 << 20)) >= 3 << 20


def test_a_huge_page_is_as_long_as_it_says(town: Town, get: Get) -> None:
    town.fail(NAME, LIST, connections.HugePage(5 << 20))
    assert len(get(town.url(NAME, LIST)).body) == 5 << 20


# Refusals.


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (refusals.SoftNotFound, 200, "không tồn tại"),
        (refusals.Captcha, 200, "recaptcha"),
        (refusals.RequestRejected, 200, "Request Rejected"),
        (refusals.Incapsula, 200, "Incapsula incident"),
        (refusals.AccessDenied, 200, "Thông báo từ chối truy cập"),
        (refusals.ScriptChallenge, 503, "challenge"),
        (refusals.TakenOver, 200, "casino"),
    ],
)
def test_refusals_look_like_pages(
    town: Town, get: Get, fault: type[refusals.Says], status: int, words: str
) -> None:
    town.fail(NAME, LIST, fault())
    said = get(town.url(NAME, LIST))
    assert said.status == status
    assert words in said.text


def test_retry_after_is_seconds_or_a_date(town: Town, get: Get) -> None:
    town.fail(NAME, LIST, refusals.TooManyRequests(90))
    said = get(town.url(NAME, LIST))
    assert (said.status, said.headers["Retry-After"]) == (429, "90")
    town.fail(NAME, LIST, refusals.TooManyRequestsUntil(90))
    until = parsedate_to_datetime(get(town.url(NAME, LIST)).headers["Retry-After"])
    assert (until - town.now).total_seconds() == 90
    town.fail(NAME, LIST, refusals.Unavailable())
    said = get(town.url(NAME, LIST))
    assert (said.status, said.headers["Retry-After"]) == (503, None)


def test_a_cookie_opens_the_wall(town: Town, get: Get) -> None:
    town.fail(NAME, LIST, refusals.CookieWall())
    said = get(town.url(NAME, LIST))
    assert (said.status, said.headers["Location"]) == (302, LIST)
    cookie = said.headers["Set-Cookie"].partition(";")[0]
    assert get(town.url(NAME, LIST), Cookie=cookie).status == 200


# Codings and letters.


@pytest.mark.parametrize(
    ("fault", "unpack"),
    [
        (codings.GzipBomb, gzip.decompress),
        (codings.DeflateBomb, zlib.decompress),
        (codings.BrotliBomb, brotli.decompress),
    ],
)
def test_bombs_grow(
    town: Town, get: Get, fault: type[codings.Bomb], unpack: Callable[[bytes], bytes]
) -> None:
    size = 32 << 20
    town.fail(NAME, LIST, fault(size))
    body = get(town.url(NAME, LIST)).body
    assert len(body) * 500 < size
    assert len(unpack(body)) == size


def test_codings_lie(town: Town, get: Get) -> None:
    url = town.url("baocantho", LIST)
    plain = get(url).body
    asked = {"Accept_Encoding": "gzip"}
    assert gzip.decompress(get(url, **asked).body) == plain
    town.fail("baocantho", LIST, codings.DoubleCoding())
    assert gzip.decompress(gzip.decompress(get(url, **asked).body)) == plain
    town.fail("baocantho", LIST, codings.FalseCoding())
    said = get(url, **asked)
    assert (said.headers["Content-Encoding"], said.body) == ("gzip", plain)


@pytest.mark.parametrize(
    ("fault", "header", "coding"),
    [
        (charsets.WrongHeader, "text/html; charset=windows-1252", "utf-8"),
        (charsets.NoCharset, "text/html", "utf-8"),
        (charsets.ContradictingCharsets, "text/html; charset=iso-8859-1", "utf-8"),
        (charsets.Utf16, "text/html; charset=utf-16", "utf-16"),
        (charsets.Windows1258, "text/html; charset=windows-1258", "cp1258"),
        (charsets.UnsaidWindows1258, "text/html; charset=utf-8", "cp1258"),
        (charsets.Decomposed, "text/html; charset=utf-8", "utf-8"),
        (charsets.ByteOrderMark, "text/html; charset=iso-8859-1", "utf-8-sig"),
    ],
)
def test_letters_are_the_same_in_other_bytes(
    town: Town, get: Get, story: str, fault: type[Letters], header: str, coding: str
) -> None:
    title = town.expected(NAME)[1].title
    town.fail(NAME, story, fault())
    said = get(town.url(NAME, story))
    assert said.headers["Content-Type"] == header
    assert title in unicodedata.normalize("NFC", said.body.decode(coding))


# robots.txt.


def test_robots_are_as_they_are_named(town: Town, get: Get) -> None:
    url = town.url(NAME, "/robots.txt")
    town.fail(NAME, "/robots.txt*", robots.HugeRobots())
    body = get(url).body
    assert len(body) > 590_000
    assert body.endswith(b"Disallow: /kinh-te/\n")
    town.fail(NAME, "/robots.txt*", robots.BomAndCrlf())
    assert get(url).body == b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /xa-hoi/\r\n"
    town.fail(NAME, "/robots.txt*", robots.CrawlDelay("3600"))
    assert "Crawl-delay: 3600" in get(url).text
    town.fail(NAME, "/robots.txt*", robots.RobotsChain(2))
    assert get(url).headers["Location"] == "/robots.txt?hop=1"
    assert "Disallow: /" in get(town.url(NAME, "/robots.txt?hop=2")).text
    town.fail(NAME, "/robots.txt*", robots.RobotsElsewhere("baocantho"))
    assert get(url).headers["Location"] == town.url("baocantho", "/robots.txt")
    for fault, status in ((robots.MissingRobots(), 404), (robots.BrokenRobots(), 500)):
        town.fail(NAME, "/robots.txt*", fault)
        assert get(url).status == status


# Pages.


def test_markup_faults_change_the_page(town: Town, get: Get, story: str) -> None:
    url = town.url(NAME, story)
    plain = get(url).text
    seen = {}
    for name, make in CATALOGUE.items():
        if name.startswith("markup."):
            town.fail(NAME, story, make())
            seen[name] = get(url).text
    assert plain not in seen.values()
    assert len(set(seen.values())) == len(seen)
    assert seen["markup.DeepNesting"].count("<div>") >= 100_000
    assert "{title} {publish} {head}" in seen["markup.Placeholders"]
    assert str(markup.FALSE) in seen["markup.HiddenNumbers"]
    assert re.search(r"\d<b>\d+</b> sản phẩm", seen["markup.SplitNumbers"])
    assert 'class="date"' not in seen["markup.NewLayout"]


def test_a_clock_is_the_only_date(town: Town, get: Get, story: str) -> None:
    town.fail(NAME, story, markup.ClockForDate())
    text = get(town.url(NAME, story)).text
    days = set(re.findall(r"\d{1,2}/\d{1,2}/20\d\d", text))
    assert days == {"20/11/2026"}


def test_half_an_article_is_on_each_page(town: Town, get: Get, story: str) -> None:
    paragraphs = town.expected(NAME)[1].paragraphs
    town.fail(NAME, f"{story}*", markup.HalfArticle())
    first, second = (get(town.url(NAME, story + tail)).text for tail in ("", "?page=2"))
    for one in paragraphs:
        assert (one in first) != (one in second)


# Feeds, addresses, validators, files.


def test_xml_faults(town: Town, get: Get) -> None:
    feed = town.url(NAME, "/kinh-te/index.rss")
    town.fail(NAME, "/kinh-te/index.rss", feeds.LaughingFeed())
    assert get(feed).text.count("<!ENTITY") == 10
    town.fail(NAME, "/kinh-te/index.rss", feeds.ExternalEntity())
    assert f"{NAME}.town.test:{town.port}/xxe-probe" in get(feed).text
    town.fail(NAME, "/sitemap.xml", feeds.ForeignSitemap("baocantho"))
    assert town.expected("baocantho")[0].url in get(town.url(NAME, "/sitemap.xml")).text


def test_session_ids_lead_to_the_page_and_never_repeat(town: Town, get: Get) -> None:
    for in_query in (False, True):
        town.fail(NAME, "*", addresses.SessionIds(in_query=in_query))
        links = [
            set(re.findall(r'href="([^"]*(?:jsessionid|PHPSESSID)[^"]*)"', get(url).text))
            for url in [town.url(NAME, LIST)] * 2
        ]
        assert links[0]
        assert not links[0] & links[1]
        for link in links[0]:
            assert get(town.url(NAME, link.replace("&amp;", "&"))).status == 200


def test_calendars_and_lists_do_not_end(town: Town, get: Get) -> None:
    town.fail(NAME, "*", addresses.EndlessCalendar())
    assert "/lich/2026/11" in get(town.url(NAME, LIST)).text
    assert "/lich/3027/1" in get(town.url(NAME, "/lich/3026/12")).text
    town.fail(NAME, "/kinh-te/*", addresses.EndlessList())
    assert f"{LIST}?page=1000001" in get(town.url(NAME, f"{LIST}?page=1000000")).text


def test_validators_lie(town: Town, get: Get, story: str) -> None:
    url = town.url(NAME, story)
    town.fail(NAME, story, validators.AlwaysNotModified())
    assert get(url).status == 200
    town.edit(town.hosts[NAME].stories[3])
    assert get(url, If_None_Match='"x"').status == 304
    town.fail(NAME, story, validators.StaleTag())
    tags = set()
    for _ in range(2):
        tags.add(get(url).headers["ETag"])
        town.edit(town.hosts[NAME].stories[3])
    assert len(tags) == 1
    town.fail(NAME, story, validators.NewTagEachTime())
    first, second = get(url), get(url)
    assert first.body == second.body
    assert first.headers["ETag"] != second.headers["ETag"]
    assert get(url, If_None_Match=second.headers["ETag"]).status == 200


def test_files_are_not_what_they_say(town: Town, get: Get) -> None:
    pdf = town.expected(NAME)[1].attachments[0]
    path = urlsplit(pdf).path
    town.fail(NAME, path, files.PageAsPdf())
    said = get(pdf)
    assert (said.headers["Content-Type"], said.body[:5]) == ("application/pdf", b"<html")
    town.fail(NAME, path, files.ZipBomb(8 << 20))
    package = zipfile.ZipFile(io.BytesIO(get(pdf).body))
    assert [one.file_size for one in package.infolist()] == [8 << 20]


# TLS.


def _over_tls(town: Town, url: str) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    context = ssl.create_default_context(cadata=town.authority.pem.decode())
    with socket.create_connection(("127.0.0.1", parts.port or 0), timeout=10) as plain:
        lines = (f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close", "\r\n")
        with context.wrap_socket(plain, server_hostname=parts.hostname) as client:
            client.sendall("\r\n".join(lines).encode())
            response = http.client.HTTPResponse(client)
            response.begin()
            response.read()
            return response


def test_the_towns_own_certificate_is_good(town: Town) -> None:
    assert _over_tls(town, town.secure(NAME) + LIST).status == 200
    assert town.secure(NAME) == town.secure(NAME)
    assert town.asked[-1].secure


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (tls.SelfSigned, "self-signed certificate"),
        (tls.Expired, "certificate has expired"),
        (tls.NotYetValid, "not yet valid"),
        (tls.WrongHost, "Hostname mismatch"),
        (tls.MissingLink, "unable to get local issuer certificate"),
        (tls.WeakDh, "dh key too small"),
        (tls.OldProtocol, "protocol|handshake failure|version|legacy"),
    ],
)
def test_tls_faults_are_refused_for_their_reason(
    town: Town, way: type[tls.Tls], words: str
) -> None:
    with pytest.raises(ssl.SSLError, match=words):
        _over_tls(town, town.secure(NAME, way) + LIST)
