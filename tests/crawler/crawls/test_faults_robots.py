"""robots.txt in every way that RFC 9309 has a word on: one portal each, one crawl of them all.

What the rules leave open has to come, what they close may not be asked once. Numbers are
those of sections of RFC 9309.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from town import Town
from town.census import Row
from town.faults import robots
from town.faults.fault import Fault
from town.portals.expected import Expected
from town.portals.postdate import PostDate
from towncrawl import Nights

from crawler.ledger import Verdict

ELSEWHERE = "luat"  # another publisher, who forbids all, and is not crawled
ANY = "User-agent: *"

# Nothing is forbidden: everything has to come.
OPEN: dict[str, Fault] = {
    "no file": robots.MissingRobots(404),  # 2.3.1.3
    "file gone": robots.MissingRobots(410),
    "file behind a login": robots.MissingRobots(401),
    "file refused": robots.MissingRobots(403),
    "empty file": robots.EmptyRobots(),
    "page as file": robots.PageAsRobots(),
    "binary file": robots.BinaryRobots(),
    "six redirects": robots.RobotsChain(6),  # 2.3.1.2
    "group for us allows": robots.AllowsUs(),  # 2.2.1
    "allow and disallow of one length": robots.Rules(  # 2.2.2
        ANY, "Disallow: /4/kinh-te/", "Allow: /4/kinh-te/"
    ),
    "longer allow": robots.Rules(ANY, "Allow: /4/k", "Allow: /Up", "Disallow: /4", "Disallow: /U"),
    "crawl-delay 0": robots.CrawlDelay("0"),
    "crawl-delay abc": robots.CrawlDelay("abc"),
}
# All is forbidden, or nobody knows: nothing but robots.txt may be asked.
CLOSED: dict[str, tuple[Fault, str]] = {
    "forbids all": (robots.ForbidsAll(), "robots_forbidden"),
    "group for us forbids": (robots.ForbidsUs(), "robots_forbidden"),  # 2.2.1
    "five redirects": (robots.RobotsChain(5), "robots_forbidden"),  # 2.3.1.2
    "rules of another host": (robots.RobotsElsewhere(ELSEWHERE), "robots_forbidden"),
    "status 500": (robots.BrokenRobots(500), "robots_unreachable"),  # 2.3.1.4
    "status 503": (robots.BrokenRobots(503), "robots_unreachable"),
    "status 429": (robots.MissingRobots(429), "robots_unreachable"),
    "no answer in time": (robots.SilentRobots(), "timeout"),
    "crawl-delay 3600": (robots.CrawlDelay("3600"), "crawl_delay_too_long"),
}
# One article (its path is given) is forbidden: it may not be asked, all others have to come.
CLOSES_ONE: dict[str, Callable[[str], Fault]] = {
    "rule": lambda path: robots.Rules(ANY, f"Disallow: {path}"),
    "rule for us alone": lambda path: robots.Rules(
        *(ANY, "Disallow: /", "", "User-agent: OCOP", f"Disallow: {path}")
    ),
    "longer disallow": lambda path: robots.Rules(ANY, f"Disallow: {path}", "Allow: /4/"),
    "groups that are one": lambda path: robots.Rules(
        *("User-agent: ocop", "Disallow: /tim/", "", "User-agent: khac", "Disallow: /", ""),
        *("User-agent: ocop", f"Disallow: {path}"),
    ),
    "wildcard": lambda path: robots.Rules(ANY, f"Disallow: /*/{path.rpartition('/')[2]}$"),
    "escaped letters": lambda path: robots.Rules(ANY, f"Disallow: {escaped(path)}"),
    "unknown lines": lambda path: robots.Rules(
        *("Host: baotinh.example", "User-agent:*# mọi máy", "Clean-param: utm_source"),
        *(f"disallow:{path} # thôi", "Noindex: /4/"),
    ),
    "byte order mark and CRLF": lambda path: robots.BomAndCrlf(ANY, f"Disallow: {path}"),
    "line ends of old Macs": lambda path: robots.OldMacLines(ANY, f"Disallow: {path}"),
    "600 KB": lambda path: huge(path),
}


def escaped(path: str) -> str:
    """Every letter written as its escape, which changes nothing (2.2.2)."""
    return "".join(one if one == "/" else f"%{ord(one):02x}" for one in path)


def huge(path: str) -> Fault:
    """600 KB of which the first rule has to be known (2.5)."""
    fault = robots.HugeRobots()
    fault.lines = tuple(line.replace("/xa-hoi/", path) for line in fault.lines)
    return fault


@dataclass
class Night:
    """What was asked and archived."""

    nights: Nights

    def asked(self, case: str) -> list[str]:
        host = self.nights.town.host(host_of(case))
        return [one.target for one in self.nights.town.asked if one.host == host]

    def expected(self, case: str) -> list[Expected]:
        return self.nights.town.expected(host_of(case))

    def came(self, case: str) -> set[str]:
        with self.nights.ledger() as ledger:
            return {one.url for one in ledger.documents(host_of(case))}

    def counts(self, case: str) -> dict[str, int]:
        run = self.nights.run(host_of(case))
        assert run.reason == "finished"
        return run.counts


def host_of(case: str) -> str:
    """The portal that a case happens at: its words, without blanks."""
    return "".join(filter(str.isalnum, case)).lower()


def documents(articles: list[Expected]) -> set[str]:
    """Articles and their files."""
    return {url for one in articles for url in (one.url, *one.attachments)}


def path_of(url: str) -> str:
    return quote(urlsplit(url).path, safe="/%")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    folder: Path = tmp_path_factory.mktemp("robots")
    cases = [*OPEN, *CLOSED, *CLOSES_ONE]
    names = [*map(host_of, cases), ELSEWHERE]
    rows = [Row(name, "Cổng thông tin điện tử", "Lào Cai", PostDate) for name in names]
    with Town(rows=rows, stories=8) as town:
        given = dict(OPEN) | {case: fault for case, (fault, _) in CLOSED.items()}
        for case, make in CLOSES_ONE.items():
            given[case] = make(path_of(town.expected(host_of(case))[1].url))
        for case, fault in given.items():
            town.fail(host_of(case), "/robots.txt*", fault)
        town.fail(ELSEWHERE, "/robots.txt", robots.ForbidsAll())
        nights = Nights(town, folder)
        nights.crawl(*map(host_of, cases), since="2018-01-01", jobs=16, DOWNLOAD_TIMEOUT=2)
        yield Night(nights)


@pytest.mark.parametrize("case", OPEN)
def test_what_is_not_forbidden_comes(night: Night, case: str) -> None:
    assert night.came(case) == documents(night.expected(case))
    assert "indexes_lost" not in night.counts(case)


@pytest.mark.parametrize("case", CLOSED)
def test_what_is_closed_is_not_asked(night: Night, case: str) -> None:
    asked = night.asked(case)
    assert asked
    assert all(one.partition("?")[0] == "/robots.txt" for one in asked)
    counts = night.counts(case)
    assert counts[f"failures/{CLOSED[case][1]}"] >= 1
    assert counts["indexes_lost"] >= 1
    assert night.came(case) == set()


@pytest.mark.parametrize("case", CLOSES_ONE)
def test_one_page_that_is_forbidden_is_not_asked_and_all_others_come(
    night: Night, case: str
) -> None:
    articles = night.expected(case)
    forbidden = articles.pop(1)
    assert path_of(forbidden.url) not in night.asked(case)
    assert night.came(case) == documents(articles)
    assert night.counts(case)["failures/robots_forbidden"] == 1
    with night.nights.ledger() as ledger:
        seen = ledger.seen(forbidden.url)
    assert seen is not None
    assert (seen.verdict, seen.code) == (Verdict.REFUSED, "robots_forbidden")


@pytest.mark.parametrize("case", [*OPEN, *CLOSES_ONE])
def test_robots_txt_is_asked_first_and_once(night: Night, case: str) -> None:
    asked = [one.partition("?")[0] for one in night.asked(case)]
    times = 6 if case == "six redirects" else 1  # five are followed
    assert asked[:times] == ["/robots.txt"] * times
    assert asked.count("/robots.txt") == times
