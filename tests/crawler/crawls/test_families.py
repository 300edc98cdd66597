"""Every family of portals, from its front page to the archive, each article once.

The town was written from what is known of the portals, and not by who wrote their rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from town import Town
from town.census import ROWS
from towncrawl import Nights

from crawler.ledger import Kind, Seen

pytestmark = pytest.mark.xdist_group("families")  # the town is crawled once

NAMES = [row.name for row in ROWS]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    """The whole town, crawled back to its first day."""
    folder: Path = tmp_path_factory.mktemp("town")
    with Town() as town:
        nights = Nights(town, folder)
        nights.crawl(since="2018-01-01")
        yield nights


@pytest.fixture(scope="module")
def documents(whole: Nights) -> dict[str, list[Seen]]:
    """What the ledger says was archived of each portal."""
    with whole.ledger() as ledger:
        return {name: list(ledger.documents(whole.row(name)["id"])) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_article_is_found_once(
    whole: Nights, documents: dict[str, list[Seen]], name: str
) -> None:
    found = Counter(one.url for one in documents[name] if one.kind is Kind.ARTICLE)
    assert found == Counter(one.url for one in whole.town.expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_dates_are_right(
    whole: Nights, documents: dict[str, list[Seen]], name: str
) -> None:
    told = {one.url: (one.title, one.published) for one in documents[name]}
    for expected in whole.town.expected(name):
        assert told[expected.url] == (expected.title, expected.published)


@pytest.mark.parametrize("name", NAMES)
def test_every_attachment_is_kept(
    whole: Nights, documents: dict[str, list[Seen]], name: str
) -> None:
    kept = {one.url for one in documents[name] if one.kind is Kind.ATTACHMENT}
    assert kept == {file for one in whole.town.expected(name) for file in one.attachments}
    payloads = whole.payloads()
    assert all(payloads[url] for url in kept)


@pytest.mark.parametrize("name", NAMES)
def test_the_ledger_says_how_it_went(whole: Nights, name: str) -> None:
    run = whole.run(name)
    assert run.reason == "finished"
    assert run.counts["articles"] >= len(whole.town.expected(name))
    assert "indexes_lost" not in run.counts
