"""Answers that are slow, endless, cut, packed or elsewhere: each ends, and has a name."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from asking import Crawled, Outcome
from sitting import Site
from town import Town
from town.faults import codings, connections, redirects
from town.faults.fault import Fault

from crawler.safety.handler import MAX_HEADERS

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Ask = Callable[..., Outcome]
ROOT = Path(__file__).parents[3]


def raw_deflate(page: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(page) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    **dict.fromkeys(("gzip", "x-gzip"), gzip.compress),
    "deflate": zlib.compress,
    "raw deflate": raw_deflate,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@pytest.mark.parametrize(
    "fault", [connections.SlowLoris(0.1), connections.SlowHead(0.1), connections.Silence()]
)
def test_slow_loris_body_and_head_and_silence_end_at_the_time_out(ask: Ask, fault: Fault) -> None:
    assert ask(fault, DOWNLOAD_TIMEOUT=0.5).code == "timeout"


def test_endless_chunked_body_ends_at_the_cap(ask: Ask) -> None:
    outcome = ask(connections.EndlessChunks())
    assert outcome.failure is not None
    assert outcome.code == "too_large"
    assert "sends more than 1048576 bytes" in outcome.failure.message


def test_50_mb_page_is_refused_by_its_length(ask: Ask) -> None:
    assert ask(connections.HugePage()).code == "too_large"


@pytest.mark.parametrize("line", [b"X-More: yes\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"])
def test_headers_without_end_are_not_read_to_the_time_out(
    site: Site, crawl: Callable[..., Crawled], line: bytes
) -> None:
    start = b"" if line.startswith(b"HTTP") else b"HTTP/1.1 200 OK\r\n"
    site.say("/page", start + line * (4 * MAX_HEADERS // len(line)))
    url = site.url("a", "/page")
    outcome = crawl(url, DOWNLOAD_TIMEOUT=20).of[url]
    assert outcome.code == "too_large"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (connections.HangUp(), "connection_lost"),
        (connections.Reset(), "connection_lost"),
        (connections.NoHttp(), "connection_lost"),
        (connections.HugeHead(), "connection_lost"),
        (connections.TwoLengths(), "connection_lost"),
        (connections.ResetMidBody(), "cut_short"),
        (connections.CutShort(), "cut_short"),
        (connections.MissingLastChunk(), "cut_short"),
        (connections.BadChunk(), "cut_short"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_reset_mid_body_and_content_length_lies_are_no_pages(
    ask: Ask, fault: Fault, code: str
) -> None:
    assert ask(fault).code == code


def test_content_length_that_is_too_small_ends_the_page(
    site: Site, crawl: Callable[..., Crawled]
) -> None:
    site.put("/page", "48 OCOP, 49 OCOP", Content_Length="7")
    url = site.url("a", "/page")
    assert crawl(url).of[url].body == b"48 OCOP"


def test_content_length_that_cuts_a_packed_page_is_named(ask: Ask) -> None:
    assert ask(connections.TooMuch()).code == "bad_encoding"


BOMBS = (codings.GzipBomb, codings.DeflateBomb, codings.BrotliBomb, codings.ZstdBomb)


@pytest.mark.parametrize("bomb", BOMBS)
def test_gzip_deflate_br_and_zstd_bomb_stop_at_the_cap(ask: Ask, bomb: type[codings.Bomb]) -> None:
    assert ask(bomb(8 << 20)).code == "too_large"


def test_a_page_below_the_cap_is_unpacked_whatever_its_coding(ask: Ask) -> None:
    for bomb in BOMBS:
        assert ask(bomb(1 << 20)).body == b" " * (1 << 20)


def test_double_encoding_is_undone_as_said_and_as_not_said(ask: Ask) -> None:
    whole = ask(codings.UnaskedGzip()).body
    assert whole.startswith(b"<!")
    assert ask(codings.DoubleCoding()).body == whole


def test_stacked_encodings_are_undone_to_a_height(
    site: Site, crawl: Callable[..., Crawled]
) -> None:
    body = b"48 OCOP"
    for layers in range(1, 5):
        body = gzip.compress(body)
        site.put(f"/{layers}", body, Content_Encoding=", ".join(["gzip"] * layers))
    urls = [site.url("a", f"/{layers}") for layers in range(1, 5)]
    found = crawl(*urls).of
    assert [found[url].code for url in urls] == ["", "", "", "bad_encoding"]


@pytest.mark.parametrize("fault", [codings.FalseCoding(), codings.UnknownCoding()])
def test_wrong_content_encoding_is_named(ask: Ask, fault: Fault) -> None:
    assert ask(fault).code == "bad_encoding"


@pytest.mark.parametrize("name", ["utf-8", "identity", "none", ""])
def test_content_encoding_that_says_nothing_is_none(
    site: Site, crawl: Callable[..., Crawled], name: str
) -> None:
    site.put("/page", "48 OCOP", Content_Encoding=name)
    url = site.url("a", "/page")
    assert crawl(url).of[url].body == b"48 OCOP"


def test_gzip_that_is_cut_is_no_page(ask: Ask) -> None:
    assert ask(codings.CutGzip()).code == "bad_encoding"


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "raw deflate", "br", "zstd"])
def test_a_stream_of_any_coding_has_to_end(
    site: Site, crawl: Callable[..., Crawled], coding: str
) -> None:
    page = b"<p>Toan tinh co 48 san pham OCOP.</p>" * 40
    packed = PACKERS[coding](page)
    named = coding.removeprefix("raw ")
    site.put("/whole", packed, Content_Encoding=named)
    site.put("/cut", packed[: len(packed) // 2], Content_Encoding=named)
    site.put("/last", packed[:-1], Content_Encoding=named)
    site.put("/none", b"", Content_Encoding=named)
    urls = [site.url("a", path) for path in ("/whole", "/cut", "/last", "/none")]
    whole, cut, last, none = (crawl(*urls).of[url] for url in urls)
    assert whole.body == page
    assert (cut.code, last.code) == ("bad_encoding", "bad_encoding")
    assert none.body == b""


def test_redirect_loop_ends_at_its_first_step_back(ask: Ask, town: Town) -> None:
    assert ask(redirects.Loop()).code == "redirect_loop"
    assert len(town.asked) == 2  # with robots.txt


def test_http_https_flip_flop_ends(ask: Ask, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    _trust(town, monkeypatch)
    assert ask(redirects.FlipFlop()).code == "redirect_loop"


def test_21_hop_chain_ends_after_five(ask: Ask, town: Town) -> None:
    assert ask(redirects.Chain(21)).code == "too_many_redirects"
    assert len(town.asked) == 7  # robots.txt, the page, five redirects


def test_five_redirects_are_followed(ask: Ask) -> None:
    assert ask(redirects.Chain(5)).body == ask(redirects.Chain(0)).body


@pytest.mark.parametrize("fault", [redirects.ToFile, redirects.ToGopher, redirects.ToScript])
def test_redirects_to_other_schemes_are_refused(ask: Ask, fault: type[Fault]) -> None:
    assert ask(fault()).code == "not_http"


def test_a_redirect_to_nowhere_is_a_failure(ask: Ask) -> None:
    assert ask(redirects.Nowhere()).code == "http_302"


def test_a_meta_refresh_that_leads_back_ends(site: Site, crawl: Callable[..., Crawled]) -> None:
    site.put("/a", "<meta http-equiv=refresh content='0;url=/b'>")
    site.put("/b", "<meta http-equiv=refresh content='0;url=/a'>")
    url = site.url("a", "/a")
    assert crawl(url).of[url].code == "redirect_loop"


def test_cookies_are_neither_kept_nor_sent(site: Site, crawl: Callable[..., Crawled]) -> None:
    site.put("/a", "", 302, Location="/b", Set_Cookie="session=1; Path=/")
    site.put("/b", "48 OCOP")
    url = site.url("a", "/a")
    assert crawl(url).of[url].body == b"48 OCOP"
    assert not any("cookie" in one.headers for one in site.asked)


def test_cookie_wall_is_a_redirect_loop(site: Site, crawl: Callable[..., Crawled]) -> None:
    site.put("/a", "", 302, Location="/a", Set_Cookie="seen=1")
    url = site.url("a", "/a")
    outcome = crawl(url).of[url]
    assert outcome.code == "redirect_loop"
    assert "cookies" in outcome.failure.advice


def test_every_request_says_who_asks_and_how_to_reach_us(
    site: Site, crawl: Callable[..., Crawled]
) -> None:
    site.put("/a", "x")
    crawl(site.url("a", "/a"), USER_AGENT="ocop/0.1 (+https://example.org/ocop)")
    assert {one.headers["user-agent"] for one in site.asked} == {
        "ocop/0.1 (+https://example.org/ocop)"
    }
    assert not any("referer" in one.headers for one in site.asked)


CHILD = """
import json, re, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests"]
from asking import crawl
# Of this program alone: ru_maxrss would begin with that of the process which started it.
used = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) >> 10
corpus, *urls = sys.argv[2:]
crawl(corpus, urls[0])
before = used()
found = crawl(corpus, *urls[1:], DOWNLOAD_TIMEOUT=60).of
print(json.dumps({"grown": used() - before, "codes": [found[url].code for url in urls[1:]]}))
"""


def test_bombs_of_256_mb_leave_memory_flat(town: Town, page: str, tmp_path: Path) -> None:
    """With the caps of the settings (20 MiB), in a process of its own."""
    root = town.url("baocantho", "")
    faults = {
        "/gzip": codings.GzipBomb(),
        "/deflate": codings.DeflateBomb(),
        "/br": codings.BrotliBomb(),
        "/zstd": codings.ZstdBomb(),
        "/stacked": codings.StackedBomb(),
        "/endless": connections.EndlessChunks(),
    }
    for path, fault in faults.items():
        town.fail("baocantho", path, fault)
        if isinstance(fault, codings.Bomb):
            codings.bomb(fault.coding, fault.size)  # made before somebody waits for it
    urls = [root + path for path in faults]
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(ROOT), str(tmp_path / "corpus"), page, *urls],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(run.stdout)
    assert told["codes"] == ["too_large"] * len(urls)
    assert told["grown"] < 60  # MiB: a few copies of 20, none of them kept


def _trust(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(town._folder.name) / "authority.pem"
    root.write_bytes(town.authority.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(root))
