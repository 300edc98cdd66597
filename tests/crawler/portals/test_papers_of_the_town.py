"""Newspaper families on pages that somebody else wrote: lists to their end, articles whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest
from scrapy.http import HtmlResponse
from town import Town

from crawler.portals import PORTALS, NextPage, Portal

PAPERS = {
    "baothainguyen": "dated_path",
    "baocantho": "vdoc",
    "baohatinh": "zce",
    "baonghean": "b_grid",
    "baocaobang": "h1_name",
    "baohaugiang": "newscontent",
    "baobinhdinh": "viewer",
    "baophuyen": "news_list",
    "hueonline": "generic",
    "thanhhoamoi": "generic",
}
Ask = Callable[[NextPage], HtmlResponse]


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with Town(names=list(PAPERS)) as town:
        yield town


@pytest.fixture(scope="module")
def ask(town: Town) -> Ask:
    def get(page: NextPage) -> HtmlResponse:
        split = urlsplit(page.url)
        path = (split.path or "/") + (f"?{split.query}" if split.query else "")
        headers = {"Host": split.netloc}
        body = None
        if page.form is not None:
            body = urlencode(page.form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", town.port)
        connection.request("POST" if body else "GET", path, body, headers)
        answer = connection.getresponse()
        found = HtmlResponse(page.url, body=answer.read(), headers=dict(answer.getheaders()))
        connection.close()
        return found

    return get


def rules(town: Town, name: str) -> Portal:
    row = next(row for row in town.sources() if urlsplit(row["home"]).netloc.startswith(f"{name}."))
    pattern = row["article_pattern"]
    own = re.compile(pattern) if PAPERS[name] == "generic" and pattern else None
    return PORTALS[PAPERS[name]](home=row["home"], article_pattern=own)


@pytest.mark.parametrize("name", PAPERS)
def test_a_list_is_read_to_its_end(town: Town, ask: Ask, name: str) -> None:
    portal, paper = rules(town, name), town.hosts[name]
    page: NextPage | None = NextPage(paper.url(paper.shelf_address(paper.main)))
    met: list[str] = []
    while page is not None:
        listing = portal.listing(ask(page))
        new = {portal.canonical(link.url) for link in listing.links} - set(met)
        if not new:
            break
        met += new
        page = listing.next
    told = paper.latest(paper.main)
    told = told if paper.paged else told[: paper.page_size]
    assert sorted(met) == sorted(portal.canonical(paper.url(paper.address(one))) for one in told)


@pytest.mark.parametrize("name", PAPERS)
def test_articles_are_read_whole(town: Town, ask: Ask, name: str) -> None:
    portal = rules(town, name)
    for expected in town.expected(name):
        found = portal.article(ask(NextPage(expected.url)))
        assert found.url == expected.url
        assert found.title == expected.title
        assert expected.summary in found.summary
        assert found.published == expected.published
        assert found.author == expected.author
        assert [one.url for one in found.attachments] == list(expected.attachments)
        assert all(paragraph in found.body for paragraph in expected.paragraphs)
        assert found.drift == ()
