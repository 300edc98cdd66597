"""A crawl of a small site on this machine, from the command line to the archive."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import crawler
from crawler.archive import Archive

CONTACT = "https://example.org/ocop"
OCOP = "<html><body><p>Tỉnh có 48 sản phẩm OCOP đạt 3 sao trở lên.</p></body></html>"
OTHER = "<html><body><p>Giá cà phê hôm nay.</p></body></html>"


@dataclass
class Site:
    """A server that answers from ``pages`` and remembers what it was asked."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    url: str = ""

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/html; charset=utf-8", **named}, raw)

    def paths(self) -> Counter[str]:
        return Counter(path for path, _ in self.asked)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # under 1.0 it hangs up while the crawler asks again

        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("User-Agent", "")))
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def crawl(
    site: Site, tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``scrapy crawl`` as an operator would, but without pauses and against this machine."""
    speed = ["DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "RETRY_TIMES=0"]

    direct = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}

    def run(
        *arguments: str, contact: str = CONTACT, private: bool = True, **columns: str
    ) -> subprocess.CompletedProcess[str]:
        own = {"home": site.url, "feed": f"{site.url}/rss", "listing": "", "article_pattern": ""}
        sources = write_sources(tmp_path / "sources.csv", {**good_row, **own, **columns})
        settings = [*speed, f"OCOP_PRIVATE_ADDRESSES={int(private)}", "CLOSESPIDER_TIMEOUT=60"]
        named = [part for setting in settings for part in ("-s", setting)]
        command = ["crawl", *arguments, "-a", f"sources={sources}", *named]
        return subprocess.run(
            [sys.executable, "-m", "scrapy", *command],
            env={
                **direct,
                "SCRAPY_SETTINGS_MODULE": "crawler.settings",
                "OCOP_CONTACT": contact,
                "OCOP_CORPUS": str(tmp_path / "corpus"),
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


Crawl = Callable[..., subprocess.CompletedProcess[str]]


def stat(run: subprocess.CompletedProcess[str], name: str) -> int:
    found = re.search(rf"'{re.escape(name)}': (\d+)", run.stderr)
    return int(found[1]) if found else 0


def rss(*entries: tuple[str, str], date: str = "") -> str:
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>"
        for link, title in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


def archived(tmp_path: Path) -> dict[str, bytes]:
    archive = Archive(tmp_path / "corpus")
    return {one.url: archive.payload(one) for one in archive.captures()}


def test_feed_entries_that_speak_of_ocop_are_archived(
    site: Site, crawl: Crawl, tmp_path: Path, moment: datetime
) -> None:
    site.put(
        "/rss",
        rss(
            ("/a.html?id=7&amp;utm_source=rss#top", "48 sản phẩm OCOP"),
            ("/b.html", "Giá cà phê"),
            ("/c.html", "Mỗi xã, phường một sản phẩm"),
            ("/d.html", "OCOP trong đầu đề, không trong bài"),
            ("http://elsewhere.example/x", "OCOP ở nơi khác"),
            ("/cam.html", "OCOP nhưng robots.txt cấm"),
            date=format_datetime(moment),
        ),
        Content_Type="application/rss+xml",
    )
    site.put("/robots.txt", "User-agent: *\nDisallow: /cam", Content_Type="text/plain")
    site.put("/a.html?id=7", gzip.compress(OCOP.encode()), Content_Encoding="gzip")
    site.put("/c.html", OCOP.replace("48", "49"))
    site.put("/d.html", OTHER)

    run = crawl("feed", "-a", "source=bao_a")

    assert run.returncode == 0, run.stderr
    assert archived(tmp_path) == {
        f"{site.url}/a.html?id=7": OCOP.encode(),
        f"{site.url}/c.html": OCOP.replace("48", "49").encode(),
    }
    assert site.paths() == Counter(["/robots.txt", "/rss", "/a.html?id=7", "/c.html", "/d.html"])
    assert {agent for _, agent in site.asked} == {f"ocop/0.1 (+{CONTACT})"}
    assert (stat(run, "ocop/archived"), stat(run, "ocop/irrelevant")) == (2, 1)
    assert (stat(run, "ocop/elsewhere"), stat(run, "robotstxt/forbidden")) == (1, 1)

    site.asked.clear()
    again = crawl("feed", "-a", "source=bao_a")
    assert stat(again, "ocop/fresh") == 2
    assert site.paths() == Counter(["/rss", "/d.html"])


def test_a_redirect_off_the_host_is_not_archived(site: Site, crawl: Crawl, tmp_path: Path) -> None:
    other = site.url.replace("127.0.0.1", "localhost")
    site.put("/rss", rss(("/a.html", "OCOP"), ("/b.html", "OCOP")))
    site.put("/a.html", "", 302, Location=f"{other}/x.html")
    site.put("/x.html", OCOP)
    site.put("/b.html", "", 301, Location="/c.html")
    site.put("/c.html", OCOP)
    crawl("feed")
    assert archived(tmp_path) == {f"{site.url}/c.html": OCOP.encode()}


@pytest.mark.parametrize(
    "body", ["", "<html>trang không tồn tại</html>", rss(), "/etc/passwd", "\x00\xff"]
)
def test_an_empty_feed_is_an_alarm(site: Site, crawl: Crawl, tmp_path: Path, body: str) -> None:
    site.put("/rss", body)
    run = crawl("feed")
    assert stat(run, "ocop/empty_feeds") == 1
    assert "holds no entries: look at it in a browser" in run.stderr
    assert "no page that speaks of OCOP was met (finished, 1 sources)" in run.stderr


def test_one_broken_feed_does_not_stop_the_others(site: Site, crawl: Crawl, tmp_path: Path) -> None:
    site.put("/rss", rss(("/a.html", "OCOP")))
    site.put("/a.html", OCOP)
    columns = {"feed": f"{site.url}/gone {site.url}/rss http://127.0.0.1:9/"}
    run = crawl("feed", **columns)
    assert list(archived(tmp_path)) == [f"{site.url}/a.html"]
    assert "/gone failed: " in run.stderr
    assert stat(run, "ocop/failed") == 2


def test_robots_txt_that_cannot_be_had_forbids_everything(
    site: Site, crawl: Crawl, tmp_path: Path
) -> None:
    site.put("/robots.txt", "", 503)
    site.put("/rss", rss(("/a.html", "OCOP")))
    run = crawl("feed")
    assert site.paths() == Counter(["/robots.txt"])
    assert "robots.txt could not be had" in run.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_private_addresses_are_not_asked(
    site: Site, crawl: Crawl, tmp_path: Path, host: str
) -> None:
    site.put("/rss", rss(("/a.html", "OCOP")))
    site.url = site.url.replace("127.0.0.1", host)
    run = crawl("feed", private=False)
    assert site.asked == []
    assert stat(run, "ocop/failed") == 1


def test_a_listing_page(site: Site, crawl: Crawl, tmp_path: Path) -> None:
    site.put(
        "/kinh-te/",
        """<a href="/a-1.html">Thêm 12 sản phẩm OCOP</a> <a href="/b-2.html">Giá lúa</a>
        <a href="/ocop/">OCOP</a> <a href="http://elsewhere.example/c-3.html">OCOP</a>
        <a href="javascript:void(0)">OCOP</a> <a href="ocop-d-4.html">ảnh</a>""",
    )
    site.put("/a-1.html", OCOP)
    site.put("/kinh-te/ocop-d-4.html", OCOP)
    columns = {"home": site.url, "listing": f"{site.url}/kinh-te/", "feed": "", "feed_proof": ""}
    run = crawl("listing", **columns, article_pattern=r"-\d+\.html$")
    assert run.returncode == 0, run.stderr
    assert list(archived(tmp_path)) == [f"{site.url}/a-1.html", f"{site.url}/kinh-te/ocop-d-4.html"]


@pytest.mark.parametrize(
    ("arguments", "columns", "contact", "message"),
    [
        (("-a", "source=bao_b"), {}, CONTACT, "there is no source 'bao_b': did you mean bao_a"),
        (("-a", "source=bao_a"), {"status": "dead"}, CONTACT, "is marked dead: leave it out"),
        (("-a", "source=bao_a"), {"feed": "", "feed_proof": ""}, CONTACT, "has no feed: fill it"),
        ((), {}, "", "set the environment variable OCOP_CONTACT"),
        ((), {"delay": "0"}, CONTACT, "line 2: delay '0': use 3 to 600 seconds"),
    ],
)
def test_a_crawl_that_cannot_begin_says_why(
    site: Site,
    crawl: Crawl,
    arguments: tuple[str, ...],
    columns: dict[str, str],
    contact: str,
    message: str,
) -> None:
    run = crawl("feed", *arguments, contact=contact, **columns)
    assert run.returncode != 0
    assert message in run.stderr
    assert site.asked == []


def test_scrapy_finds_the_spiders_from_the_project_folder() -> None:
    root = Path(crawler.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["feed", "listing"]


def test_a_second_crawl_does_not_begin(site: Site, crawl: Crawl, tmp_path: Path) -> None:
    with Archive(tmp_path / "corpus") as archive:
        archive.begin_writing()
        run = crawl("feed")
    assert "is being written by process" in run.stderr
    assert site.asked == []
