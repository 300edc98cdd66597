"""How robots.txt is had: RFC 9309 sections 2.3 and 2.4, with the real downloader."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asking import Crawled
from scrapy import Request
from sitting import Site

from crawler.manners.robots import RobotsMiddleware
from crawler.manners.robots_file import LIMIT
from crawler.manners.robots_store import Kept, RobotsStore, authority_of, file_name

Crawl = Callable[..., Crawled]
FORBIDS = "User-agent: *\nDisallow: /"


@pytest.fixture
def page(site: Site) -> str:
    site.put("/page", "<p>48 sản phẩm OCOP</p>")
    return site.url("a", "/page")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_robots_404_and_other_4xx_mean_no_restriction(
    site: Site, crawl: Crawl, page: str, status: int
) -> None:
    site.put("/robots.txt", FORBIDS, status)
    assert crawl(page).of[page].body


@pytest.mark.parametrize("status", [500, 502, 503, 599, 429])
def test_robots_500_and_other_5xx_forbid_everything(
    site: Site, crawl: Crawl, page: str, status: int
) -> None:
    site.put("/robots.txt", "", status)
    crawled = crawl(page)
    assert crawled.of[page].code == "robots_unreachable"
    assert site.paths() == ["/robots.txt"]
    assert crawled.stats["robotstxt/unreachable"] == 1


def test_robots_time_out_forbids_everything(site: Site, crawl: Crawl, page: str) -> None:
    site.silent("/robots.txt")
    assert crawl(page, DOWNLOAD_TIMEOUT=0.3).of[page].code == "timeout"
    assert site.paths() == ["/robots.txt"]


def test_robots_of_a_host_that_does_not_answer_is_named_by_what_is_wrong(crawl: Crawl) -> None:
    crawled = crawl("http://nowhere.invalid/a", "http://a.test:1/a")
    assert crawled.of["http://nowhere.invalid/a"].code == "dns_failure"
    assert crawled.of["http://a.test:1/a"].code == "connection_refused"


def test_robots_redirect_off_host_is_followed_and_speaks_for_where_it_began(
    site: Site, crawl: Crawl, page: str
) -> None:
    site.move("/robots.txt", site.url("b", "/theirs.txt"), host="a.test")
    site.put("/theirs.txt", "User-agent: ocop\nDisallow: /page", host="b.test")
    site.put("/robots.txt", FORBIDS, host="b.test")
    assert crawl(page).of[page].code == "robots_forbidden"
    assert site.paths() == ["/robots.txt", "/theirs.txt"]


@pytest.mark.parametrize(("hops", "code"), [(5, "robots_forbidden"), (6, "")])
def test_robots_is_followed_over_five_redirects_and_then_counts_as_missing(
    site: Site, crawl: Crawl, page: str, hops: int, code: str
) -> None:
    for number in range(hops):
        path = f"/{number}.txt" if number else "/robots.txt"
        site.move(path, f"/{number + 1}.txt")
    site.put(f"/{hops}.txt", FORBIDS)
    assert crawl(page).of[page].code == code


def test_robots_redirect_loop_counts_as_missing(site: Site, crawl: Crawl, page: str) -> None:
    site.move("/robots.txt", "/other.txt")
    site.move("/other.txt", "/robots.txt")
    assert crawl(page).of[page].code == ""
    assert site.paths() == ["/robots.txt", "/other.txt", "/page"]


def test_robots_600_kb_file_is_parsed_and_not_taken_in_whole(
    site: Site, crawl: Crawl, page: str, tmp_path: Path
) -> None:
    site.put("/robots.txt", f"{FORBIDS}page\n" + "# x\n" * 2_000_000)
    assert crawl(page).of[page].code == "robots_forbidden"
    assert (tmp_path / "corpus/hosts/robots").exists()
    kept = RobotsStore(tmp_path / "corpus/hosts/robots").load(authority_of(page))
    assert kept is not None
    assert LIMIT <= len(kept.body) <= LIMIT + 1


def test_robots_as_a_gzip_bomb_is_not_had(site: Site, crawl: Crawl, page: str) -> None:
    bomb = gzip.compress(b"#" * 5_000_000)
    site.put("/robots.txt", bomb, Content_Encoding="gzip")
    assert crawl(page, DOWNLOAD_MAXSIZE=1_000_000).of[page].failure


def test_robots_speaks_for_one_scheme_and_port(site: Site, crawl: Crawl) -> None:
    assert authority_of("HTTPS://Bao-A.vn.:443/a") == "https://bao-a.vn"
    assert authority_of("http://bao-a.vn:443/") == "http://bao-a.vn:443"
    assert authority_of("http://[2001:db8::1]:80/") == "http://[2001:db8::1]"


def test_robots_is_asked_once_for_many_pages_and_hosts_each(site: Site, crawl: Crawl) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    urls = [site.url(host, path) for host in ("a", "b") for path in ("/a1", "/a2", "/b1")]
    crawled = crawl(*urls)
    assert site.paths().count("/robots.txt") == 2
    assert [crawled.of[url].code for url in urls] == [
        "http_404",
        "http_404",
        "robots_forbidden",
    ] * 2
    assert crawled.stats["robotstxt/forbidden"] == 2


def test_robots_is_kept_between_crawls_for_24_hours(
    site: Site, crawl: Crawl, page: str, tmp_path: Path
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /other")
    crawl(page)
    crawl(page)
    assert site.paths() == ["/robots.txt", "/page", "/page"]

    kept = tmp_path / "corpus/hosts/robots" / f"{file_name(authority_of(page))}.json"
    for age, asked in ((23.9, 0), (24.1, 1), (-1.0, 1)):  # the last is a clock that went back
        old = json.loads(kept.read_text())
        old["asked_at"] = (datetime.now(UTC) - timedelta(hours=age)).isoformat()
        kept.write_text(json.dumps(old))
        site.asked.clear()
        crawl(page)
        assert site.paths().count("/robots.txt") == asked, age


def test_robots_that_could_not_be_had_is_not_kept(site: Site, crawl: Crawl, page: str) -> None:
    site.put("/robots.txt", "", 503)
    assert crawl(page).of[page].code == "robots_unreachable"
    site.put("/robots.txt", "")
    assert crawl(page).of[page].code == ""


@pytest.mark.parametrize("content", ["", "{", "[]", '{"asked_at": "x"}', '{"body": ""}'])
def test_robots_that_are_kept_but_damaged_are_asked_for_anew(
    site: Site, crawl: Crawl, page: str, tmp_path: Path, content: str
) -> None:
    folder = tmp_path / "corpus/hosts/robots"
    folder.mkdir(parents=True)
    (folder / f"{file_name(authority_of(page))}.json").write_text(content)
    site.put("/robots.txt", FORBIDS)
    assert crawl(page).of[page].code == "robots_forbidden"


def test_what_is_kept_comes_back_to_the_octet(tmp_path: Path) -> None:
    store = RobotsStore(tmp_path / "robots")
    kept = Kept(datetime.now(UTC), bytes(range(256)) + "ư".encode())
    long = "http://" + "a" * 250 + ".vn"
    for authority in ("http://[2001:db8::1]:8080", "https://bao-a.vn", long):
        store.save(authority, kept)
        assert store.load(authority) == kept
    assert len(list((tmp_path / "robots").iterdir())) == 3
    assert store.load("https://bao-b.vn") is None


def test_crawl_delay_3600_is_reported_and_nothing_is_asked(
    site: Site, crawl: Crawl, page: str
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 3600")
    outcome = crawl(page).of[page]
    assert outcome.code == "crawl_delay_too_long"
    assert outcome.failure is not None
    assert "3600 seconds" in outcome.failure.message
    assert site.paths() == ["/robots.txt"]


def test_nobody_can_ask_robots_txt_to_be_passed_over(site: Site, crawl: Crawl, page: str) -> None:
    site.put("/robots.txt", FORBIDS)
    crawled = crawl(Request(page, meta={"dont_obey_robotstxt": True}), ROBOTSTXT_OBEY=False)
    assert crawled.of[page].code == "robots_forbidden"


def test_sitemap_lines_are_told_to_discovery(site: Site, crawl: Crawl, page: str) -> None:
    site.put(
        "/robots.txt", f"Sitemap: {page}/1.xml\nUser-agent: *\nDisallow:\nSitemap: {page}/2.xml"
    )
    crawled = crawl(page)
    assert crawled.crawler is not None
    middleware = crawled.crawler.get_downloader_middleware(RobotsMiddleware)
    assert middleware is not None
    telling = middleware.sitemaps(page)
    with pytest.raises(StopIteration) as told:
        telling.send(None)
    assert told.value.value == (f"{page}/1.xml", f"{page}/2.xml")
