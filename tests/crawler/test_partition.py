"""No host belongs to two groups, and no group can be cut in two."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.partition import grouped
from crawler.source import Source
from crawler.sources import load_sources

Sites = Callable[[list[list[int]]], list[Source]]


@pytest.fixture
def sites(tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]) -> Sites:
    """One source for each list of hosts; hosts are numbers."""

    def row(number: int, hosts: list[int]) -> dict[str, str]:
        return {
            **good_row,
            "id": f"s{number}",
            "home": f"https://h{hosts[0]}.vn/{number}",
            "feed": "",
            "feed_proof": "",
            "listing": "",
            "search": "",
            "tag": "",
            "file_hosts": " ".join(f"h{host}.vn" for host in hosts),
        }

    def make(wanted: list[list[int]]) -> list[Source]:
        rows = [row(number, hosts) for number, hosts in enumerate(wanted)]
        return list(load_sources(write_sources(tmp_path / "s.csv", *rows)).values())

    return make


def names(sources: list[Source]) -> list[list[str]]:
    return [[source.id for source in group.sources] for group in grouped(sources)]


def test_sources_meet_over_the_hosts_of_others(sites: Sites) -> None:
    # s0 and s3 share nothing; s1 and s2 join them.
    chain = sites([[1], [1, 2], [2, 3], [3], [9]])
    assert names(chain) == [["s0", "s1", "s2", "s3"], ["s4"]]
    group = grouped(chain)[0]
    assert group.hosts == ("h1.vn", "h2.vn", "h3.vn")
    assert group.name == "s0"


def test_www_is_no_other_host(sites: Sites) -> None:
    one, other = sites([[1], [2]])
    assert len(grouped([one, other])) == 2


def test_no_sources_no_groups() -> None:
    assert grouped([]) == []


some_hosts = st.lists(st.integers(0, 12), min_size=1, max_size=3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(some_hosts, min_size=1, max_size=12), st.randoms())
def test_groups_are_the_connected_components(
    sites: Sites, wanted: list[list[int]], chance: random.Random
) -> None:
    sources = sites(wanted)
    groups = grouped(sources)
    assert sorted(one.id for group in groups for one in group.sources) == sorted(
        source.id for source in sources
    )
    hosts = [host for group in groups for host in group.hosts]
    assert len(hosts) == len(set(hosts))  # no host in two groups
    for group in groups:  # and none can be cut: from one source all others are reached
        reached, rest = set(group.sources[0].hosts), list(group.sources[1:])
        while touching := [one for one in rest if reached & one.hosts]:
            rest = [one for one in rest if one not in touching]
            reached.update(*(one.hosts for one in touching))
        assert not rest
    shuffled = chance.sample(sources, len(sources))
    assert {frozenset(group.sources) for group in grouped(shuffled)} == {
        frozenset(group.sources) for group in groups
    }


def test_the_bundled_sources_are_parted() -> None:
    sources = list(load_sources().values())
    groups = grouped(sources)
    assert len(groups) > 200  # most papers share nothing
    assert grouped(sources) == groups
