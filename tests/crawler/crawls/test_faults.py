"""A town in which every portal fails in a way of its own: one crawl, and what became of it.

What must become of it is in the standards (RFC 9110, 9112, 9309) and in the docstrings of
the faults, which were written before the crawler met them.
"""

from __future__ import annotations

import fcntl
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from urllib.parse import urlsplit

import pytest
from faultycrawl import FAULTY, LIST, LIST_PAGES, NEIGHBOUR, Crawled, crawl, remembered
from town.faults import (
    CATALOGUE,
    addresses,
    codings,
    connections,
    files,
    redirects,
    refusals,
    robots,
)
from town.faults.fault import Fault

SMALL_BOMB = 64 << 20  # over the cap of 20 MiB
# Nobody may be led into a private network: here they are all private, so that is proved in
# tests/crawler/safety, where only public ones may be asked. Most of robots.txt is proved in
# tests/crawler/manners, rule by rule.
ELSEWHERE = ("redirects.To", "robots.")

# What a document is remembered as when its page fails so: verdict and code.
DOCUMENTS = {
    "redirects.Chain": ("failed", "too_many_redirects"),
    "redirects.FlipFlop": ("failed", "redirect_loop too_many_redirects"),
    "redirects.Loop": ("failed", "redirect_loop"),
    "redirects.Nowhere": ("failed", "bad_status"),
    "redirects.OffHost": ("gone", "not_found"),
    "connections.BadChunk": ("failed", "cut_short"),
    "connections.CutShort": ("failed", "cut_short"),
    "connections.EndlessChunks": ("failed", "too_large"),
    "connections.HangUp": ("failed", "connection_lost"),
    "connections.HugeHead": ("failed", "connection_lost"),
    "connections.HugePage": ("failed", "too_large"),
    "connections.MissingLastChunk": ("failed", "cut_short"),
    "connections.NoHttp": ("failed", "connection_lost"),
    "connections.Reset": ("failed", "connection_lost"),
    "connections.ResetMidBody": ("failed", "cut_short"),
    "connections.Silence": ("failed", "timeout"),
    "connections.SlowHead": ("failed", "timeout"),
    "connections.SlowLoris": ("failed", "timeout"),
    "connections.TwoLengths": ("failed", "connection_lost"),
    "refusals.AccessDenied": ("refused", "refusal_notice"),
    "refusals.Captcha": ("refused", "captcha"),
    "refusals.CookieWall": ("failed", "redirect_loop"),
    "refusals.EmptyPage": ("broken", "empty"),
    "refusals.Incapsula": ("refused", "firewall"),
    "refusals.Maintenance": ("failed", "maintenance"),
    "refusals.Parked": ("taken_over", "parked"),
    "refusals.RequestRejected": ("refused", "firewall"),
    "refusals.ScriptChallenge": ("refused", "javascript_challenge"),
    "refusals.SoftNotFound": ("gone", "soft_not_found"),
    "refusals.Status": ("refused", "forbidden"),
    "refusals.TakenOver": ("taken_over", "gambling"),
    "refusals.TooManyRequests": ("failed", "too_many_requests"),
    "refusals.TooManyRequestsUntil": ("failed", "too_many_requests"),
    "refusals.TroubledSystem": ("failed", "error_page"),
    "refusals.Unavailable": ("failed", "server_error"),
    "charsets.UnsaidWindows1258": ("broken", "undecodable"),
    "codings.BrotliBomb": ("failed", "too_large"),
    "codings.DeflateBomb": ("failed", "too_large"),
    "codings.CutGzip": ("failed", "bad_encoding"),
    "codings.FalseCoding": ("failed", "bad_encoding"),
    "codings.GzipBomb": ("failed", "too_large"),
    "codings.StackedBomb": ("failed", "too_large"),
    "codings.UnknownCoding": ("failed", "bad_encoding"),
    "codings.ZstdBomb": ("failed", "too_large"),
    "markup.UnfilledTemplate": ("broken", "unfilled_template"),
    "validators.NotModifiedWithBody": ("failed", "bad_status"),
    "validators.UnaskedNotModified": ("failed", "bad_status"),
}

# Documents that must be read all the same, with title and date.
READ = {
    *("connections.Chunked", "refusals.NoAgentNoPage", "codings.UnaskedGzip"),
    *("codings.DoubleCoding", "charsets.BadBytes", "charsets.ByteOrderMark"),
    *("charsets.Decomposed", "charsets.NoCharset", "charsets.NoKind", "charsets.Nuls"),
    *("charsets.ContradictingCharsets", "charsets.WrongHeader", "charsets.UnknownCharset"),
    *("charsets.Utf16", "charsets.Windows1258", "charsets.WrongKind"),
    *("markup.BidiNumbers", "markup.BrokenJsonLd", "markup.EpochDate", "markup.ForeignBox"),
    *("markup.FutureDate", "markup.HalfArticle", "markup.HiddenNumbers", "markup.HostileMarkup"),
    *("markup.LoudComments", "markup.NewLayout", "markup.OneLine", "markup.Placeholders"),
    *("markup.PlantedOrder", "markup.SplitNumbers", "validators.AlwaysNotModified"),
    *("validators.BadDates", "validators.NewTagEachTime", "validators.StaleTag"),
}
# Documents that must be kept; what can be read of them is another matter.
KEPT = {
    *("connections.TooMuch", "charsets.Mojibake"),
    *("markup.ClockForDate", "markup.DeepNesting", "markup.NoLinks", "markup.Unclosed"),
}
# Paths that robots.txt leaves open; the rest must not be asked.
ROBOTS: dict[str, Callable[[str], bool]] = {
    "robots.LongestMatch": lambda path: path.startswith("/kinh-te/") or not path.startswith("/k"),
    "robots.RobotsChain": lambda _: False,
    "robots.RobotsElsewhere": lambda _: True,
    "robots.TwinGroups": lambda path: not path.startswith(("/kinh-te/", "/xa-hoi/")),
    "robots.Wildcards": lambda path: not path.endswith(".pdf"),
}
# Feeds and sitemaps: how many ways of hearing of articles are lost, and told as lost.
WAYS = {
    "feeds.CutFeed": 0,
    "feeds.EmptyFeed": 1,
    "feeds.ExternalEntity": 0,
    "feeds.ForeignSitemap": 1,
    "feeds.FutureSitemap": 0,
    "feeds.LaughingFeed": 1,
    "feeds.LaughingSitemap": 1,
    "feeds.LooseFeed": 0,
    "feeds.PageAsFeed": 1,
    "feeds.QuadraticSitemap": 1,
    "feeds.SitemapLoop": 0,
}
# Addresses: at most so many requests, robots.txt included; an undisturbed crawl needs 14.
MAZES = {
    "addresses.EndlessCalendar": 16,
    "addresses.EndlessList": 11 * LIST_PAGES + 20,
    "addresses.FiveAddresses": 16,
    "addresses.OddLinks": 24,
    "addresses.SessionIds": 40,
}
# Files: whether their bytes are kept.
FILES = {
    "files.CutPdf": ("broken", "cut_short"),
    "files.EscapingName": ("relevant", ""),
    "files.LaughingDocx": ("relevant", ""),
    "files.PageAsPdf": ("broken", "page_for_file"),
    "files.ZipBomb": ("relevant", ""),
}
PAGES = [*sorted(READ), *sorted(KEPT), *DOCUMENTS]
SITES = sorted({*ROBOTS, *WAYS, *MAZES})
MAKE: dict[str, Callable[[], Fault]] = {
    **CATALOGUE,
    "redirects.OffHost": lambda: redirects.OffHost(NEIGHBOUR),
    "robots.RobotsElsewhere": lambda: robots.RobotsElsewhere(NEIGHBOUR),
    "connections.SlowLoris": lambda: connections.SlowLoris(0.5),
    "refusals.TooManyRequests": lambda: refusals.TooManyRequests(1),
    **{
        f"codings.{one.__name__}": partial(one, SMALL_BOMB) for one in codings.Bomb.__subclasses__()
    },
    "codings.StackedBomb": lambda: codings.StackedBomb(SMALL_BOMB),
    "files.ZipBomb": lambda: files.ZipBomb(SMALL_BOMB),
    "addresses.EndlessList": lambda: addresses.EndlessList(
        "/kinh-te/202611/tin-ocop-so-{number}-{number}/"
    ),
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Crawled:
    """One crawl for all tests, also when several processes run them."""
    root = tmp_path_factory.getbasetemp()
    told = (root if worker_id == "master" else root.parent) / "faults.json"
    with told.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            folder = tmp_path_factory.mktemp("faults")
            found = crawl(folder, MAKE, pages=PAGES, files=list(FILES), sites=SITES)
            told.write_text(json.dumps(asdict(found)))
    return remembered(told.read_text())


def test_every_fault_of_the_town_has_its_outcome() -> None:
    names = [*PAGES, *FILES, *SITES]
    assert len(names) == len({*names}) >= 90
    assert not {*names} - set(CATALOGUE)
    assert all(name.startswith(ELSEWHERE) for name in set(CATALOGUE) - {*names})


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_page_that_is_none_is_remembered_and_not_stored(crawled: Crawled, name: str) -> None:
    fate, (verdict, codes) = crawled.fates[name], DOCUMENTS[name]
    assert fate.verdict == verdict
    assert fate.code in codes.split()
    assert not fate.stored


@pytest.mark.parametrize("name", sorted(READ))
def test_a_page_is_read_all_the_same(crawled: Crawled, name: str) -> None:
    fate = crawled.fates[name]
    assert (fate.verdict, fate.stored) == ("relevant", True)
    assert fate.read == [fate.title, fate.published]


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_damaged_page_is_kept(crawled: Crawled, name: str) -> None:
    fate = crawled.fates[name]
    assert (fate.verdict, fate.stored) == ("relevant", True)


def test_a_clock_is_not_taken_for_a_date(crawled: Crawled) -> None:
    assert not crawled.fates["markup.ClockForDate"].read[1].startswith("2026-11-20")


@pytest.mark.parametrize("name", FILES)
def test_files_are_known_by_their_bytes(crawled: Crawled, name: str) -> None:
    fate = crawled.fates[name]
    assert (fate.verdict, fate.code) == FILES[name]
    assert fate.stored is (FILES[name][0] == "relevant")


def test_faults_of_pages_stay_where_they_are(crawled: Crawled) -> None:
    """All other documents of the portal are there, and nothing else."""
    faulty = crawled.sites[FAULTY]
    failing = {crawled.fates[name].url for name in (*PAGES, *FILES)}
    sound = {url for url in faulty.wanted if url not in failing and url.endswith("/")}
    assert len(sound) > 10
    assert sound <= set(faulty.documents) <= set(faulty.wanted)
    asked = Counter(path.partition("?")[0] for path in faulty.asked)
    assert {path for path, times in asked.items() if times > 8} <= {LIST, "/tim-kiem/"}


@pytest.mark.parametrize("name", ROBOTS)
def test_robots_txt_is_obeyed(crawled: Crawled, name: str) -> None:
    site, allowed = crawled.site(name), ROBOTS[name]
    assert [
        path for path in site.asked if not (path.startswith("/robots.txt") or allowed(path))
    ] == []
    if allowed(LIST):
        reachable = {url for url in site.wanted if allowed(urlsplit(url).path)}
        assert reachable == set(site.documents)


def test_robots_txt_of_five_redirects_is_followed(crawled: Crawled) -> None:
    asked = crawled.site("robots.RobotsChain").asked
    assert asked == ["/robots.txt", *(f"/robots.txt?hop={hop}" for hop in range(1, 6))]


@pytest.mark.parametrize("name", WAYS)
def test_a_lost_way_is_told_and_the_others_bring_everything(crawled: Crawled, name: str) -> None:
    site = crawled.site(name)
    assert site.counts.get("indexes_lost", 0) == WAYS[name]
    assert set(site.documents) == set(site.wanted)
    assert max(Counter(site.asked).values()) == 1


def test_entities_of_feeds_are_not_fetched(crawled: Crawled) -> None:
    asked = crawled.site("feeds.ExternalEntity").asked
    assert not [one for one in asked if "xxe" in one]


@pytest.mark.parametrize("name", MAZES)
def test_mazes_are_left(crawled: Crawled, name: str) -> None:
    site = crawled.site(name)
    assert len(site.asked) <= MAZES[name]
    assert set(site.wanted) <= set(site.documents)


def test_every_crawl_came_to_its_end_in_little_memory(crawled: Crawled) -> None:
    assert {site.reason for site in crawled.sites.values()} == {"finished"}
    assert crawled.megabytes < 400
