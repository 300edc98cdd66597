"""Every portal of the town: lists reach all stories, pages hold them, validators hold."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import urlencode, urljoin

import pytest

from town import Town
from town.census import ROWS
from town.conftest import Get, Said
from town.portals.aspnet import Postback
from town.portals.base import Portal
from town.portals.shelves import End
from town.story import Story

HOSTS = [row.name for row in ROWS]


def turned(town: Town, get: Get, name: str, number: int) -> Said:
    """A page of the main list, turned to as its family wants it."""
    portal = town.hosts[name]
    url = portal.url(portal.shelf_address(portal.main, number))
    if number == 1 or not isinstance(portal, Postback):
        return get(url)
    form = {
        "__EVENTTARGET": "ctl00$Main$Pager",
        "__EVENTARGUMENT": str(number),
        "__VIEWSTATE": portal.state(portal.main.number, number - 1),
    }
    return get(url, "POST", urlencode(form), Content_Type="application/x-www-form-urlencoded")


def pages_of(town: Town, get: Get, name: str) -> list[str]:
    """All pages of the main list."""
    portal = town.hosts[name]
    last = -(-len(portal.latest(portal.main)) // portal.page_size) if portal.paged else 1
    answers = [turned(town, get, name, number) for number in range(1, last + 1)]
    assert {one.status for one in answers} == {200}
    return [one.text for one in answers]


def links_of(portal: Portal, page: str) -> set[str]:
    found = re.findall(r'href="([^"#]+)"', page)
    return {urljoin(portal.base + "/", unescape(one)) for one in found}


def told_by(town: Town, get: Get, links: set[str]) -> Counter[str]:
    """Keys of the stories that links lead to, each as often as links tell it."""
    told: Counter[str] = Counter()
    for link in sorted(links):
        if link.startswith("http"):
            get(link)
            told[town.asked[-1].about] += 1
    del told[""]
    return told


def article_url(portal: Portal, story: Story) -> str:
    return portal.url(portal.address(story))


@pytest.mark.parametrize("name", HOSTS)
def test_a_list_links_to_each_story_of_its_section_once(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    pages = pages_of(town, get, name)
    assert len(pages) >= 3 or not portal.paged
    held = [one.key for one in portal.latest(portal.main)]
    size = portal.page_size
    for number, page in enumerate(pages):
        told = told_by(town, get, links_of(portal, page))
        assert set(told) == set(held[number * size : (number + 1) * size])


@pytest.mark.parametrize("name", HOSTS)
def test_an_article_page_tells_its_story(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    assert len(portal.stories) >= 12
    for story in portal.stories:
        said = get(article_url(portal, story))
        assert (said.status, said.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        text = unescape(re.sub(r"<[^>]+>", "", said.text))
        author = story.author if portal.tells_author else ""
        for part in (story.title, story.summary, *story.paragraphs, author):
            assert part in text
        assert ("OCOP" in story.title + " ".join(story.paragraphs)) is story.ocop


@pytest.mark.parametrize("name", HOSTS)
def test_attachments_are_linked_and_are_what_they_say(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    papers = [(story, paper) for story in portal.stories for paper in story.papers]
    assert {paper.kind for _, paper in papers} == {"pdf", "docx", "xlsx"}
    for story, paper in papers:
        url = portal.url(portal.file_address(story, paper))
        page = get(article_url(portal, story)).text
        assert url in links_of(portal, page)
        said = get(url)
        assert said.status == 200
        assert said.body.startswith(b"%PDF-1.4" if paper.kind == "pdf" else b"PK\x03\x04")


@pytest.mark.parametrize("name", HOSTS)
def test_addresses_are_of_one_story_each(town: Town, name: str) -> None:
    portal = town.hosts[name]
    addresses = [portal.address(story) for story in portal.stories]
    assert len(set(addresses)) == len(addresses)
    if portal.article_pattern:
        assert all(re.search(portal.article_pattern, one) for one in addresses)
        assert not re.search(portal.article_pattern, portal.shelf_address(portal.main, 2))


@pytest.mark.parametrize("name", HOSTS)
def test_the_end_of_a_list_is_as_the_family_has_it(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    if not portal.paged:
        return
    pages = pages_of(town, get, name)
    beyond = turned(town, get, name, len(pages) + 1)
    if portal.end in (End.MISSING, End.MOVES):
        assert beyond.status == {End.MISSING: 404, End.MOVES: 302}[portal.end]
        return
    assert beyond.status == 200
    shown = set(told_by(town, get, links_of(portal, beyond.text)))
    ends = {End.EMPTY: "", End.REPEATS: pages[-1], End.RESTARTS: pages[0]}[portal.end]
    assert shown == set(told_by(town, get, links_of(portal, ends)))


@pytest.mark.parametrize("name", HOSTS)
def test_an_unchanged_page_is_not_sent_again(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    story = portal.stories[1]
    url = article_url(portal, story)
    first = get(url)
    tag, date = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"If_None_Match": tag}, {"If_Modified_Since": date}):
        again = get(url, **headers)
        assert (again.status, again.body) == (304, b"")
    assert get(url, If_None_Match='"other"', If_Modified_Since=date).status == 200
    town.edit(story)
    changed = get(url, If_None_Match=tag)
    assert changed.status == 200
    assert get(url, If_Modified_Since=date).status == 200
    assert changed.headers["ETag"] != tag
    different = {one for one in zip(first.text, changed.text, strict=True) if one[0] != one[1]}
    assert len(different) == 1


@pytest.mark.parametrize("name", HOSTS)
def test_twins_tell_the_same(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    story = portal.stories[1]
    for address, _ in portal.twins(story):
        said = get(portal.url(address))
        assert said.status == 200
        assert story.paragraphs[0] in unescape(said.text)


@pytest.mark.parametrize("name", HOSTS)
def test_what_is_not_there_is_not_found(town: Town, get: Get, name: str) -> None:
    portal = town.hosts[name]
    assert get(portal.url("/khong/co/trang/nay-khong-co")).status == 404
    gone = portal.stories[1]
    town.remove(gone)
    assert get(article_url(portal, gone)).status == 404
    assert gone.key not in {one.key for one in town.expected(name)}
