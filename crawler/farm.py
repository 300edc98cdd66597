"""A crawl on many machines: Dask workers take lanes, this machine keeps the corpus.

A lane is a group of sources that share hosts; one worker has it, and a semaphore on the
scheduler keeps every other from its hosts, also those of another client. A worker gets a
parcel (rows, slices of ledger and index), crawls in a process of its own into a folder of
its own, and sends home what came. So a worker that is killed costs its lane's work since
the last night and nothing else: Dask gives the lane to another, and nothing of it had been
brought in.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from distributed import Client, Future, Semaphore, as_completed

from crawler import cdxj
from crawler.archive import Archive
from crawler.ledger.slices import cut, paste
from crawler.merging import merge
from crawler.partition import Group, grouped
from crawler.source import Source, host_of

RETRIES = 5
"""Workers that a lane may lose before its sources are said to have failed."""


ANSWER_SECONDS = 10
"""Seconds in which a scheduler must answer."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a worker needs for one lane. ``corpus`` is a tar of slices of ledger and index."""

    sources: tuple[str, ...]
    hosts: tuple[str, ...]
    rows: bytes = field(repr=False)
    corpus: bytes = field(repr=False)
    contact: str
    since: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """A lane that no worker brought to its end, and why."""

    sources: tuple[str, ...]
    reason: str


def crawl_on(
    scheduler: str,
    sources: Sequence[Source],
    rows: Path,
    corpus: Path,
    *,
    contact: str,
    since: str = "",
    settings: Mapping[str, Any] | None = None,
    report: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> list[Lost]:
    """Crawl sources on the workers of a Dask scheduler; bring what came into ``corpus``.

    Workers need this version of ocop installed, and nothing else in common.

    Args:
        scheduler: Its address, ``tcp://host:8786``.
        sources: What to crawl.
        rows: The ``sources.csv`` that they are of.
        corpus: Folder of archive and ledger, on this machine.
        contact: For the user agent.
        since: ISO date, as for ``SourceSpider``.
        settings: Scrapy settings that differ; they must be plain JSON.
        report: Told the sources of each lane that was brought in.

    Returns:
        Lanes that were lost; the others are in the corpus.

    Raises:
        OSError: No scheduler answers there.
    """
    lost: list[Lost] = []
    with Client(scheduler, timeout=ANSWER_SECONDS) as client:
        lanes: dict[Future[bytes], Parcel] = {}
        for lane in grouped(sources):
            parcel = _parcel(lane, rows, corpus, contact, since, settings or {})
            lanes[client.submit(tend, parcel, retries=RETRIES, pure=False)] = parcel
        for future in as_completed(lanes):
            parcel = lanes[future]
            if future.status == "finished":
                _bring_in(future.result(), corpus)
                report(parcel.sources)
            else:
                lost.append(Lost(parcel.sources, str(future.exception())))
            future.release()
    return lost


def tend(parcel: Parcel) -> bytes:
    """Crawl a lane on this machine, while no other worker has one of its hosts.

    Returns:
        A tar of what came: ``corpus/`` with archive, index and ledger.

    Raises:
        LaneError: The crawl broke down; the end of its log is told.
    """
    with TemporaryDirectory(prefix="ocop-lane-") as name, _alone(parcel.hosts):
        folder = Path(name)
        _unpack(parcel.corpus, folder)
        (folder / "sources.csv").write_bytes(parcel.rows)
        order = {
            "sources": parcel.sources,
            "since": parcel.since,
            "settings": dict(parcel.settings),
        }
        (folder / "lane.json").write_text(json.dumps(order), encoding="utf-8")
        _run(folder, parcel.contact)
        return _packed(folder / "corpus")


class LaneError(Exception):
    """The crawl of a lane broke down."""


def _run(folder: Path, contact: str) -> None:
    """The crawl in a process of its own: Scrapy's reactor starts once a process."""
    log = folder / "log"
    with log.open("wb") as written:
        child = subprocess.Popen(  # noqa: S603 - this program, no shell
            [sys.executable, "-m", "crawler", str(folder)],
            env={**os.environ, "OCOP_CONTACT": contact},
            # Never written to: it closes with this process, and the child ends with it.
            stdin=subprocess.PIPE,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            code = child.wait()
        finally:
            child.kill()
            if child.stdin is not None:
                child.stdin.close()
            child.wait()
    if code:
        end = log.read_bytes()[-2000:].decode("utf-8", "replace")
        raise LaneError(f"the crawl ended with {code}: {end}")


@contextmanager
def _alone(hosts: Sequence[str]) -> Iterator[None]:
    """Hold a semaphore for each host, in sorted order: no two lanes wait for each other."""
    with ExitStack() as held:
        for host in hosts:
            held.enter_context(Semaphore(max_leases=1, name=f"ocop-host-{host}"))
        yield


def _parcel(
    lane: Group,
    rows: Path,
    corpus: Path,
    contact: str,
    since: str,
    settings: Mapping[str, Any],
) -> Parcel:
    ids = tuple(one.id for one in lane.sources)
    with TemporaryDirectory(prefix="ocop-parcel-") as name:
        part = Path(name) / "corpus"
        part.mkdir()
        cut(corpus / "ledger.sqlite", ids, part / "ledger.sqlite")
        known = Archive(corpus).captures(revisits=True)
        lines = (cdxj.line(one) for one in known if host_of(one.url) in lane.hosts)
        (part / "index.cdxj").write_bytes(b"".join(lines))
        packed = _packed(part)
    return Parcel(ids, lane.hosts, rows.read_bytes(), packed, contact, since, settings)


def _bring_in(came: bytes, corpus: Path) -> None:
    """Into the archive first, then into the ledger, as in a crawl on one machine."""
    with TemporaryDirectory(prefix="ocop-lane-", dir=corpus) as name:
        _unpack(came, Path(name))
        merge(Path(name) / "corpus", corpus)
        paste(Path(name) / "corpus" / "ledger.sqlite", corpus / "ledger.sqlite")


def _packed(folder: Path) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        tar.add(folder, arcname="corpus")
    return packed.getvalue()


def _unpack(packed: bytes, folder: Path) -> None:
    """Files and folders below ``folder`` and nothing else.

    What ``extractall(filter="data")`` does from Python 3.11.4 on; Debian 12 has an older one.

    Raises:
        ValueError: a member is a link or device, or would leave the folder.
    """
    root = folder.resolve()
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        for member in tar:
            path = (root / member.name).resolve()
            if not (member.isfile() or member.isdir()) or not path.is_relative_to(root):
                raise ValueError(f"{member.name!r} is no file below the folder of a lane.")
            tar.extract(member, root)
