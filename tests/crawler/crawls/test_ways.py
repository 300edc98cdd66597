"""Ways of hearing of documents, each alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from towncrawl import Nights

NOTHING = {"feed": "", "feed_proof": "", "sitemap": "", "search": "", "tag": ""}
NAME = "baohatinh"


def found(night: Nights, name: str = NAME) -> set[str]:
    with night.ledger() as ledger:
        return {one.url for one in ledger.documents(name)}


def test_sitemaps_that_only_robots_txt_names_are_read(nights: Callable[..., Nights]) -> None:
    night = nights(NAME)
    row = {**night.row(NAME), **NOTHING, "listing": night.town.url(NAME, "/lien-he.html")}
    asked = night.crawl(NAME, rows=[row], since="2018-01-01")
    assert "/sitemap.xml" in {one.target for one in asked}
    # A sitemap tells addresses only: what names OCOP there is found, titles it has none.
    slugs = {one.url for one in night.town.expected(NAME) if "ocop" in one.url}
    assert slugs
    assert slugs <= found(night)


@pytest.mark.parametrize(
    ("way", "name"), [("listing", NAME), ("tag", NAME), ("search", "baonghean")]
)
def test_one_way_is_enough(nights: Callable[..., Nights], way: str, name: str) -> None:
    night = nights(name)
    own = night.row(name)
    assert own[way]
    row = {**own, **NOTHING, "listing": "", way: own[way]}
    night.crawl(name, rows=[row], since="2018-01-01")
    assert {one.url for one in night.town.expected(name)} <= found(night, name)


def test_a_listing_is_read_no_further_than_it_is_new(nights: Callable[..., Nights]) -> None:
    night = nights(NAME)
    row = {**night.row(NAME), **NOTHING}
    night.crawl(NAME, rows=[row], since="2018-01-01")
    night.town.add(NAME)
    pages = [one.target for one in night.crawl(NAME, rows=[row]) if one.status == 200]
    listing = [one for one in pages if one.startswith("/kinh-te")]
    assert len(listing) <= 2
