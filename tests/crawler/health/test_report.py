"""The report: JSON as its schema says, a page that is safe and needs no network."""

from __future__ import annotations

import base64
import hashlib
import html as markup
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from nights import Nights
from parsel import Selector

from crawler.health import SCHEMA, SourceHealth, as_json, health, html, write
from crawler.sources import load_sources

DOWN = {"index_pages": 0, "indexes_read": 0, "indexes_lost": 2, "failures__dns_failed": 2}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


@pytest.fixture
def sources(nights: Nights) -> list[SourceHealth]:
    """One in trouble, one that moved to it, and all bundled ones, never crawled."""
    nights.usual(60).quiet(3, **DOWN)
    rows = [nights.source, *load_sources().values()]
    return health(nights.ledger, rows, nights.now)


def test_the_json_is_as_its_schema_says(nights: Nights, sources: list[SourceHealth]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    told = as_json(sources, nights.now)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(told)
    first = told["sources"][0]
    assert first["status"] == "failing"
    assert first["alarms"][0]["code"] == "unreachable"
    assert len(told["provinces"]) == 34
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(told | {"version": 2})


def test_both_files_are_written_whole(
    nights: Nights, sources: list[SourceHealth], tmp_path: Path
) -> None:
    folder = tmp_path / "outputs"
    written = write(sources, folder, nights.now)
    assert json.loads(written.json.read_text("utf-8"))["version"] == 1
    assert written.html.read_text("utf-8").startswith("<!doctype html>")
    assert sorted(one.name for one in folder.iterdir()) == ["health.html", "health.json"]
    # The same facts at the same moment are the same bytes.
    before = written.json.read_bytes()
    assert write(sources, folder, nights.now).json.read_bytes() == before


def test_a_failing_disk_leaves_the_report_of_before(
    nights: Nights,
    sources: list[SourceHealth],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = write(sources, tmp_path, nights.now)
    before = written.json.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(sources[:1], tmp_path, nights.now)
    assert written.json.read_bytes() == before
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".health")]


EVIL = "<script>alert(1)</script>\"'&"


@pytest.fixture
def page(nights: Nights, sources: list[SourceHealth]) -> str:
    first = sources[0]
    evil = replace(
        first,
        source=replace(first.source, publisher=EVIL, id='x"onmouseover="y'),
        alarms=tuple(replace(one, message=EVIL, message_vi=EVIL) for one in first.alarms),
    )
    return html([evil, *sources[1:]], nights.now)


def test_what_publishers_say_is_text(page: str) -> None:
    tree = Selector(text=page)
    assert len(tree.css("script")) == 1
    assert "alert(1)" not in tree.css("script::text").get("")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    (row,) = (one for one in tree.css("#sources tbody tr") if one.attrib["id"].startswith("x"))
    assert row.css("th a::text").get() == EVIL
    assert row.attrib["id"] == 'x"onmouseover="y'
    assert EVIL in row.css(".alarms strong span::text").getall()
    assert page.count(markup.escape(EVIL).split("alert")[0]) >= 3


def test_the_page_needs_no_network(page: str) -> None:
    tree = Selector(text=page)
    assert not tree.css("link, img, iframe, script[src], object, embed")
    assert "url(" not in tree.css("style::text").get("")
    assert "@import" not in page
    policy = tree.css("meta[http-equiv]::attr(content)").get("")
    assert "default-src 'none'" in policy
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None
    told = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"'sha256-{told}'" in policy


def test_the_page_speaks_vietnamese_first_and_english(page: str) -> None:
    tree = Selector(text=page)
    assert tree.css("html::attr(lang)").get() == "vi"
    assert tree.css("h1 .vi::text").get() == "Tình trạng các nguồn OCOP"
    assert tree.css("h1 .en::text").get() == "Health of the OCOP sources"
    # Each text stands in both languages, side by side.
    assert len(tree.css("span.vi")) == len(tree.css("span.en"))


def test_the_page_can_be_read_without_eyes_or_colours(page: str) -> None:
    tree = Selector(text=page)
    for table in tree.css("table"):
        assert table.css("caption")
        assert all(head.attrib.get("scope") for head in table.css("th"))
    for picture in tree.css("svg"):
        assert picture.attrib["role"] == "img"
        assert "ngày" in picture.attrib["aria-label"]
    for status in tree.css("#sources .status"):
        assert len(" ".join(status.css("::text").getall()).split()) >= 2  # sign and word
    ids = tree.css("::attr(id)").getall()
    assert len(ids) == len(set(ids))
    assert "prefers-color-scheme: dark" in page


def test_the_most_troubled_stand_first_and_lonely_provinces_are_named(
    nights: Nights, sources: list[SourceHealth]
) -> None:
    tree = Selector(text=html(sources, nights.now))
    orders = [
        int(one) for one in tree.css("#sources tbody td:nth-child(3)::attr(data-sort)").getall()
    ]
    assert orders == sorted(orders, reverse=True)
    assert "Cần Thơ" in " ".join(tree.css(".box ::text").getall())
    assert len(tree.css("#provinces tbody tr")) == 34
    successors = tree.css("#sources td a::attr(href)").getall()
    assert set(successors) <= {f"#{one}" for one in tree.css("#sources tr::attr(id)").getall()}


def test_the_strip(nights: Nights) -> None:
    nights.usual(26, every=2).idle(2).quiet(2, **DOWN)
    one = health(nights.ledger, [nights.source], nights.after)[0]
    svg = Selector(text=html([one], nights.after)).css("#sources svg")
    label = svg.attrib["aria-label"]
    assert "26 new documents on 13 days; 2 days lost; 2 days without a crawl" in label
    assert svg.css(".bars").attrib["d"].count("z") == 13
    assert svg.css(".ticks").attrib["d"].count("z") == 13
    assert svg.css(".crosses").attrib["d"].count("M") == 4


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed on this machine")
def test_a_browser_shows_the_page(page: str, tmp_path: Path) -> None:
    assert CHROMIUM is not None
    (tmp_path / "health.html").write_text(page, "utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    address = (tmp_path / "health.html").as_uri()
    shown = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", profile, address],
        capture_output=True,
        text=True,
        timeout=120,
    )
    # The filter is shown by the script: it ran, so its hash is right.
    assert Selector(text=shown.stdout).css("p:not([hidden]) > #filter")
    assert "Content Security Policy" not in shown.stderr
