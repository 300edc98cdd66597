"""A crawl on several workers: what one machine would bring, and never two lanes at a host."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import dask.config
import pytest
from distributed import Client, LocalCluster
from towncrawl import AT_ONCE, CONTACT, ROOT, Nights, write_rows

from crawler.farm import crawl_on
from crawler.sources import load_sources

# Portals that do not share the host of files, so that each is a lane of its own.
pytestmark = pytest.mark.xdist_group("farm")

NAMES = ("baothainguyen", "baocantho", "baonghean", "baocaobang", "baohaugiang", "ntmbinhphuoc")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Three workers in processes of their own; the hosts of a dead one are free after 3 s."""
    brief = {"distributed.scheduler.locks.lease-timeout": "3s"}
    with (
        dask.config.set(brief),
        LocalCluster(
            n_workers=3, threads_per_worker=2, processes=True, dashboard_address=None
        ) as started,
    ):
        yield started


def crawl(night: Nights, cluster: LocalCluster, since: str = "2018-01-01") -> None:
    rows = write_rows(night.folder / "rows.csv", [night.row(name) for name in NAMES])
    lost = crawl_on(
        cluster.scheduler_address,
        list(load_sources(rows).values()),
        rows,
        night.corpus,
        contact=CONTACT,
        since=since,
        settings={**AT_ONCE, "OCOP_REFETCH_DAYS": 0},
    )
    assert lost == []


def assert_whole(night: Nights) -> None:
    wanted = {
        url
        for name in NAMES
        for one in night.town.expected(name)
        for url in (one.url, *one.attachments)
    }
    assert set(night.payloads()) == wanted
    assert len(night.captures()) == len(wanted)


def assert_one_lane_a_host(night: Nights) -> None:
    """Requests to one host never overlap: each begins after the one before was answered."""
    by_host = defaultdict(list)
    for one in night.town.asked:
        by_host[one.host].append((one.at, one.ended))
    for spans in by_host.values():
        spans.sort()
        assert all(ended <= at for (_, ended), (at, _) in pairwise(spans))


def test_workers_bring_what_one_machine_does(
    nights: Callable[..., Nights], cluster: LocalCluster
) -> None:
    night = nights(*NAMES)
    crawl(night, cluster)
    assert_whole(night)
    assert_one_lane_a_host(night)
    for name in NAMES:
        assert night.run(name).reason == "finished"

    before = len(night.town.asked)
    crawl(night, cluster, since="")
    again = [one for one in night.town.asked[before:] if one.target != "/robots.txt"]
    assert {one.status for one in again} == {304}
    assert_whole(night)


def test_a_killed_worker_costs_its_lanes_and_nothing_else(
    nights: Callable[..., Nights], cluster: LocalCluster
) -> None:
    night = nights(*NAMES)

    def kill_one() -> None:
        while len(night.town.asked) < 30:
            time.sleep(0.01)
        with Client(cluster.scheduler_address) as client:
            pids = client.run(os.getpid)
        os.kill(next(iter(pids.values())), signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    crawl(night, cluster)
    killer.join()
    assert_whole(night)


def test_two_clients_share_the_hosts(nights: Callable[..., Nights], cluster: LocalCluster) -> None:
    night = nights(*NAMES)
    other = Nights(night.town, night.folder / "other")
    other.folder.mkdir()
    rows = write_rows(other.folder / "rows.csv", [night.row(name) for name in NAMES])
    settings = [part for name, value in AT_ONCE.items() for part in ("--set", f"{name}={value}")]
    far = ["--engine", "dask", "--scheduler", cluster.scheduler_address, "--since", "2018-01-01"]
    second = subprocess.Popen(
        [sys.executable, "-m", "ocop", "crawl", "--quiet", *far, *settings],
        env={
            **os.environ,
            "OCOP_CONTACT": CONTACT,
            "OCOP_SOURCES": str(rows),
            "OCOP_WORKSPACE": str(other.folder),
            "PYTHONPATH": str(ROOT),
        },
    )
    crawl(night, cluster)
    assert second.wait(120) == 0
    assert_whole(night)
    assert_whole(other)
    assert_one_lane_a_host(night)


def test_nobody_there(nights: Callable[..., Nights], tmp_path: Path) -> None:
    night = nights("baonghean")
    rows = write_rows(tmp_path / "rows.csv", [night.row("baonghean")])
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        crawl_on(
            "tcp://127.0.0.1:9",
            list(load_sources(rows).values()),
            rows,
            night.corpus,
            contact=CONTACT,
        )
