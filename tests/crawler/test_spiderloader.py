"""Scrapy lists active sources, runs one by its id, and says why it does not run another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import UsageError
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from crawler import spiderloader
from crawler.sources import load_sources
from crawler.spiderloader import SourceLoader


@pytest.fixture
def loader(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> SourceLoader:
    """Five sources: active, unproved, and three that are not asked."""

    def row(name: str, **cells: str) -> dict[str, str]:
        own = {"id": f"bao_{name}", "home": f"https://bao{name}.vn/", "file_hosts": ""}
        ways = dict.fromkeys(("feed", "feed_proof", "listing", "search", "tag"), "")
        return {**good_row, **ways, **own, **cells}

    path = write_sources(
        tmp_path / "s.csv",
        row("a"),
        row("b", status="unproved", file_hosts="baoa.vn"),
        row("c", status="moved", successor="bao_d", checked="2026-08"),
        row("d", status="dead", successor="bao_a"),
        row("e", status="blocked"),
    )
    return SourceLoader.from_settings(Settings({"OCOP_SOURCES": str(path)}))


def test_active_sources_are_listed(loader: SourceLoader) -> None:
    assert loader.list() == ["bao_a"]


@pytest.mark.parametrize("name", ["bao_a", "bao_b"])
def test_a_source_is_a_spider(
    loader: SourceLoader, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spiderloader, "SPIDER", "scrapy.Spider")
    spider = loader.load(name)
    assert issubclass(spider, Spider)
    assert (spider.name, spider.__name__) == (name, name)
    assert spider.source is loader.sources[name]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bao_c", "bao_c is not asked: it moved (seen 2026-08); ask bao_a instead"),
        ("bao_d", "it does not answer any more"),
        ("bao_e", "it refuses robots"),
        ("baoa", "there is no source 'baoa': did you mean bao_a"),
        ("https://www.baoe.vn/ocop", "did you mean bao_e?"),
        ("xyz", "`ocop sources` shows all"),
    ],
)
def test_what_is_not_asked_is_told_why(loader: SourceLoader, name: str, message: str) -> None:
    with pytest.raises(KeyError) as error:  # what Scrapy's protocol asks for
        loader.load(name)
    assert message in str(error.value)
    assert isinstance(error.value, UsageError)  # what its commands show as a message
    assert not error.value.print_help


def test_an_address_finds_its_sources(loader: SourceLoader) -> None:
    assert loader.find_by_request(Request("https://www.baoa.vn/x.html")) == ["bao_a", "bao_b"]
    assert loader.find_by_request(Request("https://baoe.vn/")) == []


def test_bad_rows_are_told_when_they_are_needed(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("id,colour\nbao_a,red\n")
    loader = SourceLoader.from_settings(Settings({"OCOP_SOURCES": str(tmp_path / "s.csv")}))
    with pytest.raises(UsageError, match=r"s\.csv line 1: unknown column 'colour'"):
        loader.list()
    missing = SourceLoader.from_settings(Settings({"OCOP_SOURCES": str(tmp_path / "none.csv")}))
    with pytest.raises(UsageError, match=r"none\.csv cannot be read"):
        missing.list()


def test_the_bundled_sources_are_the_default() -> None:
    path = "crawler.spiderloader.SourceLoader"
    loader = get_spider_loader(Settings({"SPIDER_LOADER_CLASS": path}))
    active = [one.id for one in load_sources().values() if one.status == "active"]
    assert loader.list() == active
    assert "baolaocai_vn" in active
