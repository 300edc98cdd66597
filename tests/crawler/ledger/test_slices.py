"""Rows of some sources go to another machine and come back changed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.ledger import Fetched, Found, Kind, Ledger, LedgerError, Verdict
from crawler.ledger.slices import cut, paste

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def ledger(path: Path) -> Ledger:
    return Ledger(path, now=lambda: NOW)


def article(url: str) -> Fetched:
    return Fetched(url, Kind.ARTICLE, Verdict.RELEVANT, 200, etag='"1"', digest=f"sha256:{url}")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with ledger(path) as memory:
        for source in ("bao_a", "bao_b"):
            memory.found(source, [Found(f"https://{source}.vn/1"), Found(f"https://{source}.vn/2")])
            memory.end_run(memory.begin_run(source), "finished", {"new": 1})
        memory.fetched("bao_a", article("https://bao_a.vn/1"))
    return path


def test_a_slice_knows_its_sources_and_no_other(whole: Path, tmp_path: Path) -> None:
    cut(whole, ["bao_a"], tmp_path / "part")
    with ledger(tmp_path / "part") as part:
        assert [one.url for one in part.waiting("bao_a")] == ["https://bao_a.vn/2"]
        seen = part.seen("https://bao_a.vn/1")
        assert seen is not None
        assert seen.etag == '"1"'
        assert part.runs("bao_a")[0].reason == "finished"
        assert part.waiting("bao_b") == []
        assert part.runs("bao_b") == []


def test_what_happened_elsewhere_comes_back_once(whole: Path, tmp_path: Path) -> None:
    cut(whole, ["bao_a"], tmp_path / "part")
    later = NOW.replace(hour=9)
    with Ledger(tmp_path / "part", now=lambda: later) as part:
        run = part.begin_run("bao_a")
        part.fetched("bao_a", article("https://bao_a.vn/2"))
        part.found("bao_a", [Found("https://bao_a.vn/3")])
        part.end_run(run, "finished", {"new": 2})
    for _ in range(2):
        paste(tmp_path / "part", whole)
    with Ledger(whole, now=lambda: later) as memory:
        assert [one.url for one in memory.waiting("bao_a")] == ["https://bao_a.vn/3"]
        assert [run.counts for run in memory.runs("bao_a")] == [{"new": 2}, {"new": 1}]
        assert len(memory.waiting("bao_b")) == 2
        # A run that begins now must not take the numbers of the other machine for its own.
        memory.begin_run("bao_b")
        memory.begin_run("bao_a")
        assert [one.url for one in memory.waiting("bao_a")] == ["https://bao_a.vn/3"]


def test_a_file_that_is_no_ledger_is_not_pasted(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"no ledger" * 1000)
    with pytest.raises(LedgerError):
        paste(tmp_path / "part", whole)
    with ledger(whole) as memory:
        assert len(memory.waiting("bao_b")) == 2
