"""``ocop crawl`` and ``ocop sources`` as an operator types them, against a town of test portals."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from town import Town
from town.demo import HERE

ROOT = Path(__file__).parents[2]
NAMES = ("baothainguyen", "baonghean")

Ocop = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def town() -> Iterator[Town]:
    with Town(names=NAMES) as opened:
        yield opened


@pytest.fixture
def ocop(town: Town, tmp_path: Path) -> Ocop:
    """Type ``ocop …`` in an empty workspace whose sources are the town's."""
    rows = town.sources()
    with (tmp_path / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    direct = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}

    def typed(
        *words: str, contact: str = "https://example.org/us"
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ocop", *words],
            env={
                **direct,
                "PYTHONPATH": str(ROOT),
                "OCOP_CONTACT": contact,
                "OCOP_WORKSPACE": str(tmp_path),
                "OCOP_SOURCES": str(tmp_path / "sources.csv"),
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return typed


SETTINGS = [part for pair in HERE.items() for part in ("--set", "=".join(pair))]


def test_from_the_first_try_to_the_health_page(ocop: Ocop, town: Town, tmp_path: Path) -> None:
    tried = ocop("sources", "try", "baonghean", *SETTINGS, "--json")
    assert tried.returncode == 0, tried.stderr
    trial = json.loads(tried.stdout)
    assert {one["kind"] for one in trial["indexes"]} >= {"listing"}
    told = {one.url: one for one in town.expected("baonghean")}
    for one in trial["articles"]:
        expected = told[one["article"]["url"]]
        assert one["article"]["title"] == expected.title
        assert one["article"]["published"] == expected.published
    assert not (tmp_path / "corpus" / "warc").exists()  # nothing was kept

    crawled = ocop("crawl", "--due", "--since", "2018-01-01", *SETTINGS, "--json")
    assert crawled.returncode == 0, crawled.stderr
    runs = {one["source"]: one for one in json.loads(crawled.stdout)}
    for name in NAMES:
        wanted = {url for one in town.expected(name) for url in (one.url, *one.attachments)}
        assert runs[name]["reason"] == "finished"
        assert runs[name]["counts"]["new"] == len(wanted)

    again = ocop("crawl", "--due", *SETTINGS)
    assert "No source is due" in again.stdout

    health = ocop("sources", "--json")
    report = json.loads(health.stdout)
    assert {one["id"]: one["status"] for one in report["sources"]} == dict.fromkeys(NAMES, "ok")
    assert json.loads((tmp_path / "outputs" / "health.json").read_text()) == report
    assert "Báo Nghệ An" in (tmp_path / "outputs" / "health.html").read_text(encoding="utf-8")
    quiet = ocop("sources", "--check", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")

    read = ocop("run", "--json")
    table = json.loads(read.stdout)
    assert table["documents"] == sum(one["counts"]["new"] for one in runs.values())
    assert table["claims"] > 20


def test_an_alarm_reaches_the_scheduler(ocop: Ocop, town: Town) -> None:
    from town.faults.refusals import Status

    town.fail("baonghean", "*", Status(503))
    crawled = ocop("crawl", "--set", "RETRY_TIMES=0", *SETTINGS)
    assert crawled.returncode == 3
    assert "baonghean" in crawled.stdout
    check = ocop("sources", "--check", "--quiet")
    assert check.returncode == 4
    assert "baonghean" in check.stdout
    assert "baothainguyen" not in check.stdout


def test_no_crawl_without_a_way_to_reach_us(ocop: Ocop, town: Town) -> None:
    refused = ocop("crawl", *SETTINGS, contact="")
    assert refused.returncode == 1
    assert "OCOP_CONTACT" in refused.stderr
    assert town.asked == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["crawl", "--source", "baonghan"], "did you mean baonghean"),
        (["crawl", "--since", "2018"], "2018-01-31"),
        (["crawl", "--set", "DELAY"], "NAME=VALUE"),
        (["crawl", "--source", "baonghean", "--due"], "not both"),
        (["sources", "try", "nobody"], "There is no source"),
    ],
)
def test_what_cannot_be_done_is_said(ocop: Ocop, words: list[str], said: str) -> None:
    refused = ocop(*words)
    assert refused.returncode in (1, 2)
    assert said.lower() in " ".join(refused.stderr.split()).lower()
    assert "Traceback" not in refused.stderr
