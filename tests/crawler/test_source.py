"""What a source says of itself: its hosts, its provinces, the order of its ways."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.source import Source, asked_first, host_of
from crawler.sources import load_sources
from crawler.ways import Way, WayKind


@pytest.fixture
def made(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> Callable[..., Source]:
    """The source of a good row with other cells."""

    def make(**cells: str) -> Source:
        path = write_sources(tmp_path / "s.csv", {**good_row, **cells})
        return next(iter(load_sources(path).values()))

    return make


def test_hosts_are_those_of_the_site_its_ways_and_its_files(made: Callable[..., Source]) -> None:
    source = made(
        home="https://WWW.baoa.vn:8443/",
        feed="https://rss.baoa.vn/ocop",
        listing="https://www.baoa.vn/kinh-te https://ocop.baoa.vn/",
        search="https://tim.baoa.vn/?q={words}",
        tag="",
        sitemap="http://baoa.vn/sitemap.xml",
        file_hosts="www.files.example.vn",
    )
    assert source.host == "baoa.vn"
    assert source.hosts == {
        "baoa.vn",
        "rss.baoa.vn",
        "ocop.baoa.vn",
        "tim.baoa.vn",
        "files.example.vn",
    }
    assert source.holds("http://www.baoa.vn/x")
    assert not source.holds("https://m.baoa.vn/x")
    assert not source.holds("https://baoa.vn.example.com/x")


def test_a_host_in_vietnamese_letters_is_told_in_ascii() -> None:
    assert host_of("https://www.báo.vn/tin") == "xn--bo-mia.vn" == host_of("https://xn--bo-mia.vn")


def test_what_was_seen_is_asked_before_what_is_guessed(made: Callable[..., Source]) -> None:
    cells = {
        "feed": "https://baoa.vn/rss",
        "listing": "https://baoa.vn/kinh-te",
        "search": "https://baoa.vn/tim?q={words}&trang={page}",
        "tag": "https://baoa.vn/tag/ocop",
        "sitemap": "https://baoa.vn/sm.xml",
    }
    seen = made(**cells, feed_proof="seen").ways
    assert [way.kind for way in seen] == ["feed", "tag", "listing", "search", "sitemap"]
    assert all(way.proved for way in seen)
    guessed = made(**cells, feed_proof="guessed").ways
    assert [way.kind for way in guessed] == ["tag", "listing", "search", "sitemap", "feed"]
    assert [way.proved for way in guessed] == [True, True, True, True, False]


def test_the_front_page_stands_in_for_a_listing(made: Callable[..., Source]) -> None:
    bare = made(listing="", tag="")
    assert Way(WayKind.LISTING, "https://baoa.vn/", proved=True) in bare.ways
    assert not any(way.address == bare.home for way in made(listing="").ways)


def test_the_family_adds_guesses_for_what_the_row_leaves_open(made: Callable[..., Source]) -> None:
    source = made(portal="", sitemap="")
    guesses = [way for way in source.ways if not way.proved]
    assert Way(WayKind.SITEMAP, "https://baoa.vn/sitemap.xml", proved=False) in guesses
    assert source.ways[-len(guesses) :] == tuple(guesses)
    assert not [way for way in made(portal="").ways if way.kind == "feed" and not way.proved]


def test_a_guess_of_the_family_stands_beside_that_of_the_row(made: Callable[..., Source]) -> None:
    # Papers with dated paths serve a feed below each section.
    cells = {"portal": "dated_path", "feed": "https://baoa.vn/rss/home.rss"}
    section = Way(WayKind.FEED, "https://baoa.vn/kinh-te/index.rss", proved=False)
    assert section in made(**cells, feed_proof="guessed").ways
    assert section not in made(**cells, feed_proof="seen").ways


def test_a_search_is_filled_with_words_and_page() -> None:
    way = Way(WayKind.SEARCH, "https://baoa.vn/tim?q={words}&trang={page}", proved=True)
    assert way.paged
    asked = way.url("mỗi xã & OCOP", 2)
    assert asked == "https://baoa.vn/tim?q=m%E1%BB%97i%20x%C3%A3%20%26%20OCOP&trang=2"
    braces = Way(WayKind.SEARCH, "https://baoa.vn/{words}/{page}", proved=True)
    assert braces.url("{page}", 3) == "https://baoa.vn/%7Bpage%7D/3"
    tag = Way(WayKind.TAG, "https://baoa.vn/tag/ocop", proved=True)
    assert (tag.url("words", 2), tag.paged) == ("https://baoa.vn/tag/ocop", False)


def test_rules_are_the_portals_with_the_rows_own(made: Callable[..., Source]) -> None:
    rules = made(selectors="title=h1.ten; body=#bai, .entry", article_pattern=r"-\d+\.html$").rules
    assert (rules.selectors.title, rules.selectors.body) == ("h1.ten", "#bai, .entry")
    assert rules.is_article("https://baoa.vn/ocop-12.html")
    assert not rules.is_article("https://baoa.vn/ocop.html")


def test_provinces_of_both_maps(made: Callable[..., Source]) -> None:
    def named(**cells: str) -> list[tuple[int, str, str]]:
        return [tuple(one) for one in made(**cells).provinces]

    assert named(province_code="10", regime="63") == [(63, "10", "Lào Cai"), (34, "15", "Lào Cai")]
    assert named(province_code="15", regime="34") == [
        (34, "15", "Lào Cai"),
        (63, "10", "Lào Cai"),
        (63, "15", "Yên Bái"),
    ]
    assert named(province_code="", regime="") == []


def test_unproved_sources_are_asked_last(made: Callable[..., Source]) -> None:
    unproved, active = made(status="unproved"), made()
    assert asked_first([unproved, active]) == [active, unproved]


def test_a_source_travels_to_another_process(made: Callable[..., Source]) -> None:
    source = made()
    assert source.rules
    assert source.ways
    assert pickle.loads(pickle.dumps(source)) == source
    assert len({source, made()}) == 1
