"""The town as a whole: hosts, log, changes, manners of the server."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from crawler.sources import COLUMNS, load_sources
from town import Town
from town.conftest import Get
from town.portals.shelves import Shelf

TESTS = Path(__file__).parent.parent


def test_rows_point_at_the_town(town: Town) -> None:
    rows = town.sources()
    assert [row["id"] for row in rows] == list(town.hosts)
    for row in rows:
        for column in ("home", "feed", "sitemap", "listing"):
            assert not row[column] or row[column].startswith(town.url(row["id"], "/"))


def test_rows_are_sources_that_the_crawler_takes(town: Town, tmp_path: Path) -> None:
    rows = town.sources()
    assert tuple(rows[0]) == COLUMNS
    path = town.write_sources(tmp_path / "sources.csv")
    assert list(load_sources(path)) == list(town.hosts)


def test_the_log_remembers_who_asked_for_what(town: Town, get: Get) -> None:
    get(town.url("baocantho", "/kinh-te/?utm_source=a"), User_Agent="ocop/0.1")
    get(town.url("baocantho", "/khong-co"))
    first, second = town.asked
    assert (first.host, first.target, first.method) == (
        "baocantho.town.test",
        "/kinh-te/?utm_source=a",
        "GET",
    )
    assert first.headers["user-agent"] == "ocop/0.1"
    assert (first.status, second.status) == (200, 404)
    assert first.at <= first.ended <= second.at
    assert first.connection != second.connection


def test_unknown_hosts_are_not_served(town: Town, get: Get) -> None:
    assert get(f"http://elsewhere.example:{town.port}/").status == 404
    moved = get(town.url("www.baocantho", "/kinh-te/"))
    assert (moved.status, moved.headers["Location"]) == (301, town.url("baocantho", "/kinh-te/"))


def test_two_towns_say_the_same_bytes(get: Get, town: Town) -> None:
    with Town(port=0) as other:
        for portal in other.hosts.values():
            here = get(town.url(portal.name)).text.replace(str(town.port), "PORT")
            there = get(other.url(portal.name)).text.replace(str(other.port), "PORT")
            assert here == there


def test_a_new_story_stands_first_in_list_and_feed(town: Town, get: Get) -> None:
    portal = town.hosts["baothainguyen"]
    new = town.add("baothainguyen")
    for path in (portal.shelf_address(Shelf.of(new.section)), "/", portal.sitemap):
        assert portal.address(new) in get(portal.url(path)).text
    assert new.published == town.now
    assert town.story(new.key) == new


def test_a_quiet_edit_is_not_told(town: Town, get: Get) -> None:
    portal = town.hosts["baothainguyen"]
    story = next(one for one in portal.stories if one.ocop)
    sitemap = get(portal.url(portal.sitemap)).text
    town.edit(story)
    assert get(portal.url(portal.sitemap)).text == sitemap
    town.edit(story, quiet=False)
    assert town.now.isoformat() in get(portal.url(portal.sitemap)).text


def test_validators_can_be_switched_off(town: Town, get: Get) -> None:
    url = town.url("baocantho", "/kinh-te/")
    town.validators("baocantho", etag=False, last_modified=False)
    assert not {"ETag", "Last-Modified"} & set(get(url).headers)
    assert get(url, If_Modified_Since="Fri, 20 Nov 2026 01:00:00 GMT").status == 200
    town.validators("baocantho", etag=False)
    assert "Last-Modified" in get(url).headers


def test_a_clock_shows_the_time_of_the_town(town: Town, get: Get) -> None:
    url = town.url("baothainguyen", "/kinh-te/")
    assert "Thứ Sáu, 20/11/2026 - 08:00" in get(url).text
    town.now = town.now.replace(day=22, hour=17)
    assert "Chủ nhật, 22/11/2026 - 17:00" in get(url).text


def test_head_says_what_get_would(town: Town, get: Get) -> None:
    url = town.url("baocantho")
    head, body = get(url, method="HEAD"), get(url)
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(body.body))


def test_the_same_for_each_of_many_askers(town: Town, get: Get) -> None:
    answers: list[bytes] = []
    url = town.url("baocantho", "/kinh-te/")
    threads = [threading.Thread(target=lambda: answers.append(get(url).body)) for _ in range(32)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(answers) == 32
    assert len(set(answers)) == 1


def test_no_thread_is_left_behind() -> None:
    before = threading.active_count()
    with Town():
        assert threading.active_count() > before
    assert threading.active_count() == before


def test_it_opens_from_the_command_line(tmp_path: Path) -> None:
    rows = tmp_path / "sources.csv"
    process = subprocess.Popen(
        [sys.executable, "-m", "town", "--port", "0", "--sources", str(rows)],
        env={**os.environ, "PYTHONPATH": str(TESTS), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if "127.0.0.1:" in line:
            break
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    process.stdout.close()
    port = re.search(r"127\.0\.0\.1:(\d+)", lines[-1])
    assert port
    homes = [row["home"] for row in csv.DictReader(io.StringIO(rows.read_text("utf-8")))]
    assert homes == [line.split()[0] for line in lines[:-1]]
    assert all(home.endswith(f".town.test:{port[1]}/") for home in homes)


def test_phones_have_a_mirror_that_names_the_page(town: Town, get: Get) -> None:
    url = town.expected("baothainguyen")[0].url
    mirror = url.replace("://", "://m.")
    assert mirror in get(url).text
    assert f'<link rel="canonical" href="{url}">' in get(mirror).text


def test_every_story_can_be_edited_in_one_digit(town: Town) -> None:
    for portal in town.hosts.values():
        for story in portal.stories:
            changed = town.edit(story)
            pairs = zip("".join(story.paragraphs), "".join(changed.paragraphs), strict=True)
            different = [pair for pair in pairs if pair[0] != pair[1]]
            assert len(different) == 1
            assert "".join(different[0]).isdecimal()


def test_stories_of_a_file_are_told(tmp_path: Path) -> None:
    lines = [
        {"title": "Một", "paragraphs": ["Có 7 sản phẩm OCOP."], "published": "2024-05-06T07:08"},
        {"title": "Hai", "paragraphs": ["Mưa."], "published": "2023-01-02", "host": "baocantho"},
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with Town(names=["baothainguyen", "baocantho"], corpus=path) as town:
        assert [one.title for one in town.expected("baothainguyen")] == ["Một"]
        assert [one.title for one in town.hosts["baocantho"].stories] == ["Hai"]
        assert town.expected("baothainguyen")[0].published == "2024-05-06T07:08:00+07:00"
    path.write_text('{"title": "Một"}', "utf-8")
    with pytest.raises(ValueError, match="line 1 is no story: KeyError"):
        Town(corpus=path)
