"""Where Scrapy's parser differs from RFC 9309, and that both agree elsewhere.

When one of the differences is gone, so is a reason for a parser of our own.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego

from crawler.manners.robots_file import LIMIT, RobotsFile

CONTACT = "ocop/0.1 (+https://example.org/newsbot)"

DIFFERENCES = {
    "2.2.1 part of a product token": (
        "User-agent: oco\nAllow: /\nUser-agent: *\nDisallow: /",
        "/a",
        "ocop",
    ),
    "2.2.1 a word of the contact": (
        "User-agent: newsbot\nAllow: /\nUser-agent: *\nDisallow: /",
        "/a",
        CONTACT,
    ),
    "2.2.1 a token with a version": (
        "User-agent: ocop/1.0\nDisallow: /",
        "/a",
        "ocop",
    ),
    "2.2.2 escapes in a query": (
        "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar",
        "/foo/bar?baz=https%3A%2F%2Ffoo.bar",
        "ocop",
    ),
    "2.2.2 a permit for index.html": (
        "User-agent: *\nDisallow: /a/\nAllow: /a/index.html",
        "/a/",
        "ocop",
    ),
    "2.2.4 a line between agents": (
        "User-agent: ocop\nCrawl-delay: 5\nUser-agent: otherbot\nDisallow: /",
        "/a",
        "ocop",
    ),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_protego_permits_what_the_rfc_forbids(name: str) -> None:
    body, path, agent = DIFFERENCES[name]
    url = f"https://bao-a.vn{path}"
    assert Protego.parse(body).can_fetch(url, agent)
    assert not RobotsFile.parse(body.encode(), "ocop").allows(url)


def test_protego_reads_without_limit() -> None:
    body = "User-agent: *\n" + "#\n" * LIMIT + "Disallow: /a"
    assert not Protego.parse(body).can_fetch("https://bao-a.vn/a", "ocop")
    assert RobotsFile.parse(body.encode(), "ocop").allows("https://bao-a.vn/a")


PIECE = st.sampled_from(["a", "b", "/", "*", "%41", "ư", "-", ".html", "=", "%20"])
PATH = st.lists(PIECE, max_size=6).map(lambda parts: "/" + "".join(parts))
RULE = st.tuples(st.sampled_from(["Allow", "Disallow"]), PATH, st.sampled_from(["", "$"]))


@given(st.lists(RULE, max_size=6), PATH.filter(lambda path: "*" not in path))
def test_both_agree_on_paths_stars_and_ends(rules: list[tuple[str, str, str]], path: str) -> None:
    body = "User-agent: *\n" + "\n".join(f"{key}: {rule}{end}" for key, rule, end in rules)
    url = f"https://bao-a.vn{path}"
    mine = RobotsFile.parse(body.encode(), "ocop").allows(url)
    assert mine is Protego.parse(body).can_fetch(url, "ocop"), body
