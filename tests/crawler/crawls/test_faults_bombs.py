"""Answers that explode or never end: stopped at the cap, with memory flat.

Flat means: beside an undisturbed crawl of the same portals. A bomb is 256 MB unpacked, a
billion laughs are gigabytes; the cap is ``DOWNLOAD_MAXSIZE``, 20 MiB.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from mishaps import Mishap, Mishaps
from town import Town
from town.faults import codings, connections, feeds, robots
from town.faults.fault import Fault
from towncrawl import Nights
from watched import finish

from crawler import settings
from crawler.ledger import Verdict

FLAT = 3 * settings.DOWNLOAD_MAXSIZE
"""Bytes that a crawl may need more: a capped body, and what it is put together from."""

BOMBS = tuple(
    Mishap(name, fault, Verdict.FAILED, "too_large")
    for name, fault in {
        "codings.GzipBomb": codings.GzipBomb(),
        "codings.DeflateBomb": codings.DeflateBomb(),
        "codings.BrotliBomb": codings.BrotliBomb(),
        "codings.ZstdBomb": codings.ZstdBomb(),
        "codings.StackedBomb": codings.StackedBomb(),
        "connections.EndlessChunks": connections.EndlessChunks(),
        "connections.HugePage": connections.HugePage(),
    }.items()
)
# Portal, address (or which one of it), what happens there, what the run must count.
INDEXES: dict[str, tuple[str, str, Fault, dict[str, int]]] = {
    "feeds.LaughingFeed": (
        *("baothainguyen", "feed", feeds.LaughingFeed()),
        {"indexes_lost": 2},  # with the sitemap
    ),
    "feeds.LaughingSitemap": (
        *("baothainguyen", "sitemap", feeds.LaughingSitemap()),
        {"indexes_lost": 2},
    ),
    "feeds.QuadraticSitemap": (
        *("baocaobang", "sitemap", feeds.QuadraticSitemap()),
        {"indexes_lost": 2},  # with the feed
    ),
    "codings.BrotliBomb, as a feed": (
        *("baocaobang", "feed", codings.BrotliBomb()),
        {"indexes_lost": 2, "failures/too_large": 1},
    ),
    "codings.GzipBomb, as robots.txt": (
        *("baohaugiang", "/robots.txt", codings.GzipBomb()),
        {"failures/too_large": 2, "indexes_lost": 2},
    ),
    "robots.HugeRobots": ("baocaobang", "/robots.txt", robots.HugeRobots(), {}),
}
NAMES = ("baothainguyen", "baohatinh", "baocaobang", "baohaugiang")


def crawled(nights: Nights) -> int:
    """Crawl all portals one after the other; the most memory (bytes) that it took."""
    return finish([nights.begin(*NAMES, since="2018-01-01")], nights.log)


@dataclass
class Night:
    """A crawl that met all of them."""

    mishaps: Mishaps
    calm: int
    bombed: int


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    with Town(names=NAMES) as town:
        calm = crawled(Nights(town, tmp_path_factory.mktemp("calm")))
        mishaps = Mishaps(Nights(town, tmp_path_factory.mktemp("bombed")), BOMBS)
        for name, path, fault, _ in INDEXES.values():
            town.fail(name, getattr(town.hosts[name], path, path), fault)
        bombed = crawled(mishaps.nights)
        yield Night(mishaps, calm, bombed)


@pytest.mark.parametrize("mishap", BOMBS, ids=str)
def test_a_bomb_is_stopped_and_harms_no_other_page(night: Night, mishap: Mishap) -> None:
    assert night.mishaps.outcome(mishap) == night.mishaps.due(mishap)


@pytest.mark.parametrize("case", INDEXES)
def test_an_index_that_explodes_is_lost_and_nothing_else(night: Night, case: str) -> None:
    name, *_, counts = INDEXES[case]
    run = night.mishaps.nights.run(name)
    assert run.reason == "finished"
    assert {what: run.counts.get(what) for what in counts} == counts


def test_robots_txt_that_explodes_is_not_had_so_nothing_is_asked(night: Night) -> None:
    host = night.mishaps.town.host("baohaugiang")
    since = [one for one in night.mishaps.town.asked if one.host == host]
    bombed = since[len(since) - 1 :]
    assert [one.target for one in bombed] == ["/robots.txt"]


def test_memory_is_flat(night: Night) -> None:
    assert night.calm > 0
    assert night.bombed - night.calm < FLAT
