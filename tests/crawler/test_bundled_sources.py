"""The bundled rows: every province is heard, what is gone says so, what was seen is told."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from crawler.provinces import PREDECESSORS, SUCCESSOR, Province
from crawler.source import CRAWLABLE, FeedProof, Source, Status
from crawler.sources import BUNDLED, load_sources
from crawler.ways import WayKind

SOURCES = load_sources()
ASKED = [source for source in SOURCES.values() if source.status in CRAWLABLE]


def silent(provinces: Iterable[Province], sources: Iterable[Source]) -> list[str]:
    """Provinces of which none of the sources writes."""
    heard = {province for source in sources for province in source.provinces}
    return [f"{one.code} {one.name} ({one.regime})" for one in provinces if one not in heard]


def test_every_province_of_both_maps_is_heard() -> None:
    assert silent(PREDECESSORS, ASKED) == []
    assert silent(SUCCESSOR, ASKED) == []


def test_every_province_of_today_has_a_source_that_answered() -> None:
    # A source of its own, not only one of a province that is now a part of it.
    own = [one for one in ASKED if one.regime == 34 and one.status is Status.ACTIVE]
    assert silent(PREDECESSORS, own) == []


def test_every_province_of_the_old_map_has_a_row_of_its_own_or_of_its_heir() -> None:
    rows = {one.province for one in SOURCES.values()}
    assert [old for old, new in SUCCESSOR.items() if old not in rows and new not in rows] == []


def test_a_silent_province_is_named() -> None:
    only_hue = [one for one in ASKED if one.province_code == "46"]
    named = silent(PREDECESSORS, only_hue)
    assert len(named) == 33
    assert "08 Tuyên Quang (34)" in named


def test_the_file_has_one_line_a_source() -> None:
    lines = BUNDLED.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(SOURCES) + 1
    assert len(SOURCES) >= 310


def test_whoever_moved_leads_to_somebody_who_may_be_asked() -> None:
    for source in SOURCES.values():
        if source.status is not Status.MOVED:
            continue
        heir = SOURCES[source.successor]
        while heir.status is Status.MOVED:
            heir = SOURCES[heir.successor]
        # The ministry's portal refuses robots; nothing else took its place.
        assert heir.status in CRAWLABLE or heir.id == "mae_gov_vn", source.id


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("mae_gov_vn", Status.BLOCKED),  # a refusal with status 200
        ("nld_com_vn", Status.BLOCKED),  # a captcha
        ("danang_gov_vn", Status.BLOCKED),  # 403
        ("thuvienphapluat_vn", Status.BLOCKED),
        ("vbpl_vn", Status.BLOCKED),  # 503 to robots
        ("baoapbac_vn", Status.DEAD),  # no address
        ("phuyen_gov_vn", Status.DEAD),
        ("travinh_gov_vn", Status.DEAD),  # connection refused
        ("baohoabinh_com_vn", Status.TAKEN_OVER),
        ("dulichsoctrang_org", Status.TAKEN_OVER),
        ("baobacgiang_com_vn", Status.MOVED),
        ("baothuathienhue_vn", Status.MOVED),
    ],
)
def test_what_cannot_be_asked_says_so(name: str, status: Status) -> None:
    assert SOURCES[name].status is status
    assert SOURCES[name].checked or SOURCES[name].note


@pytest.mark.parametrize(
    ("name", "kind", "address"),
    [
        ("nongnghiepmoitruong_vn", WayKind.FEED, "https://nongnghiepmoitruong.vn/ocop.rss"),
        ("nhandan_vn", WayKind.FEED, "https://nhandan.vn/rss/ocop-704555.rss"),
        ("baothanhhoa_vn", WayKind.TAG, "https://baothanhhoa.vn/review-ocop"),
        (
            "sct_laichau_gov_vn",
            WayKind.TAG,
            "http://sct.laichau.gov.vn/default.aspx?page=news&do=list&category_id=101",
        ),
        (
            "nongthonmoi_langson_gov_vn",
            WayKind.TAG,
            "http://nongthonmoi.langson.gov.vn/index.php/component/k2/itemlist/category/"
            "38-sa-n-pha-m-ocop",
        ),
        (
            "langngheviet_com_vn",
            WayKind.SEARCH,
            "https://langngheviet.com.vn/search_enginer.html?p=tim-kiem&q={words}&s_cond=3",
        ),
        (
            "baobinhphuoc_com_vn",
            WayKind.SEARCH,
            "http://www.baobinhphuoc.com.vn/Search?keyword={words}&page={page}",
        ),
        ("baodanang_vn", WayKind.SITEMAP, "https://baodanang.vn/sitemap-news.xml"),
    ],
)
def test_ways_that_lead_to_ocop(name: str, kind: WayKind, address: str) -> None:
    assert (kind, address, True) in [
        (way.kind, way.address, way.proved) for way in SOURCES[name].ways
    ]


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("nghean_gov_vn", "datafiles.nghean.gov.vn"),
        ("camau_gov_vn", "files-vnportal.camau.gov.vn"),
        ("congbao_chinhphu_vn", "congbao.cdnchinhphu.vn"),
        ("vanban_chinhphu_vn", "datafiles.chinhphu.vn"),
        ("baodongthap_vn", "cdn2.baodongthap.vn"),
    ],
)
def test_hosts_of_files_belong_to_the_source(name: str, host: str) -> None:
    assert SOURCES[name].holds(f"https://{host}/x.pdf")


def test_a_guessed_feed_is_no_proof() -> None:
    guessed = [one for one in SOURCES.values() if one.feed_proof is FeedProof.GUESSED]
    assert guessed
    for source in guessed:
        assert all(not way.proved for way in source.ways if way.kind is WayKind.FEED)
    for source in SOURCES.values():
        if source.feed_proof is FeedProof.SEEN:
            told = f"{source.evidence} {source.note}".lower()
            assert any(word in told for word in ("feed", "rss", "saved page")), source.id


def test_no_pattern_takes_a_way_for_an_article() -> None:
    for source in SOURCES.values():
        if source.article_pattern is None:
            continue
        for way in source.ways:
            if way.proved and way.kind in (WayKind.TAG, WayKind.LISTING):
                assert not source.rules.is_article(way.address), (source.id, way.address)
