"""What a robots.txt says, section by section of RFC 9309."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.manners.robots_file import LIMIT, RobotsFile

SITE = "https://bao-a.vn"


def said(body: str | bytes, agent: str = "ocop") -> RobotsFile:
    return RobotsFile.parse(body.encode() if isinstance(body, str) else body, agent)


def allowed(body: str | bytes, path: str) -> bool:
    return said(body).allows(SITE + path)


# Section 2.2.1: the user-agent line.


@pytest.mark.parametrize(
    ("token", "ours"),
    [
        ("ocop", True),
        ("OCOP", True),
        ("Ocop/0.1", True),
        ("ocop*", True),
        ("oco", False),
        ("ocop-news", False),
        ("ocop2", False),
        ("myocop", False),
        ("https", False),  # a word of the contact in the user agent is no product token
        ("", False),
    ],
)
def test_2_2_1_the_group_of_our_product_token_in_any_letter_case(token: str, ours: bool) -> None:
    body = f"User-agent: {token}\nDisallow: /ours\n\nUser-agent: *\nDisallow: /all"
    assert allowed(body, "/all") is ours
    assert allowed(body, "/ours") is not ours


def test_2_2_1_no_group_that_fits_means_no_rules() -> None:
    assert allowed("User-agent: otherbot\nDisallow: /", "/a")
    assert allowed("Disallow: /", "/a")  # rules before any group belong to none
    assert allowed("", "/a")


def test_2_2_1_a_group_of_ours_without_rules_frees_from_those_for_all() -> None:
    assert allowed("User-agent: *\nDisallow: /\nUser-agent: ocop\nDisallow:", "/a")


@pytest.mark.parametrize("agent", ["ocop", "*"])
def test_2_2_1_agent_group_duplicates_are_merged(agent: str) -> None:
    body = f"""
User-agent: {agent}
Disallow: /a

User-agent: otherbot
Disallow: /c

user-agent: {agent}
Disallow: /b
"""
    assert [allowed(body, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_2_2_1_one_group_for_several_agents() -> None:
    body = "User-agent: otherbot\nUser-agent: ocop\nDisallow: /a\nUser-agent: third\nDisallow: /b"
    assert [allowed(body, path) for path in ("/a", "/b")] == [False, True]


# Section 2.2.2: allow and disallow.


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("Disallow: /tin", "/tin-tuc/", False),
        ("Disallow: /tin/", "/tin", True),
        ("Disallow: /Tin", "/tin", True),  # paths have a letter case
        ("Disallow: /tin\nAllow: /tin/ocop", "/tin/ocop-2026.html", True),
        ("Allow: /tin/ocop\nDisallow: /tin", "/tin/ocop-2026.html", True),  # in any order
        ("Disallow: /tin/ocop\nAllow: /tin", "/tin/ocop", False),
        ("Disallow:", "/a", True),
        ("Allow:\nDisallow: /", "/a", False),
        ("Allow: /$\nDisallow: /**", "/", False),  # octets as they are written
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_2_2_2_the_longest_match_decides(rules: str, path: str, expected: bool) -> None:
    assert allowed(f"User-agent: *\n{rules}", path) is expected


@pytest.mark.parametrize(
    "rules", ["Allow: /p\nDisallow: /p", "Disallow: /p\nAllow: /p", "Disallow: /*\nAllow: /p"]
)
def test_2_2_2_conflicting_allow_and_disallow_of_same_length_allow(rules: str) -> None:
    assert allowed(f"User-agent: *\n{rules}", "/page")


# The table of section 2.2.2: path in robots.txt, the same in an address.
TABLE = [
    ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
    ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar"),
    ("/foo/bar/ツ", "/foo/bar/%E3%83%84"),
    ("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84"),
    ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
]


@pytest.mark.parametrize(("one", "other"), TABLE + [(b, a) for a, b in TABLE])
def test_2_2_2_percent_encoding_is_compared_by_what_it_means(one: str, other: str) -> None:
    assert not allowed(f"User-agent: *\nDisallow: {one}", other)
    assert allowed(f"User-agent: *\nDisallow: {one}x", other)


@pytest.mark.parametrize(
    ("rule", "path", "matches"),
    [
        ("/a%2Fb", "/a/b", False),  # reserved, so it stays apart
        ("/a%2fb", "/a%2Fb", True),  # but letter case of escapes means nothing
        ("/a%3Fb", "/a?b", False),
        ("/tin%20tuc", "/tin%20tuc", True),
        ("/50%", "/50%25", True),
        ("/tìm", "/t%C3%ACm-kiem", True),
        ("/*url=http://", "/x?url=http%3A%2F%2Fe.vn", True),
    ],
)
def test_2_2_2_reserved_octets_stay_apart(rule: str, path: str, matches: bool) -> None:
    assert allowed(f"User-agent: *\nDisallow: {rule}", path) is not matches


# Section 2.2.3: special characters.


@pytest.mark.parametrize(
    ("rule", "path", "matches"),
    [
        ("/*.pdf$", "/tep/qd.pdf", True),
        ("/*.pdf$", "/tep/qd.pdf?v=1", False),
        ("/*.pdf", "/tep/qd.pdf?v=1", True),
        ("*.pdf", "/qd.pdf", True),
        ("/a*b*c", "/a--b--c--", True),
        ("/a*b*c", "/a--c--b", False),
        ("/a**b", "/ab", True),
        ("/a*a$", "/a", False),  # the star stands for nothing or more, not for less
        ("/a*a$", "/aa", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a$b", "/a$b", True),  # $ means the end at the end only
        ("/$", "/", True),
        ("/$", "/a", False),
        ("/*?", "/a?b=c", True),
        ("/*?", "/a", False),
        ("/a%2A", "/a*", True),  # escaped, they mean themselves
        ("/a%2A", "/ab", False),
        ("/a%24", "/a$", True),
        ("/index.html", "/", False),
        ("/a # no more", "/abc", True),
    ],
)
def test_2_2_3_stars_dollars_and_comments(rule: str, path: str, matches: bool) -> None:
    assert allowed(f"User-agent: *\nDisallow: {rule}", path) is not matches


def test_2_2_3_a_permit_for_index_html_is_none_for_its_folder() -> None:
    assert not allowed("User-agent: *\nDisallow: /a/\nAllow: /a/index.html", "/a/")


def test_2_2_3_patterns_are_matched_in_linear_time() -> None:
    star = said("User-agent: *\nDisallow: /" + "*a" * 200 + "$")
    begun = time.perf_counter()
    assert star.allows(SITE + "/" + "a" * 2000 + "b")
    assert time.perf_counter() - begun < 5  # a backtracking matcher would not end


# Section 2.2.4: other records.


@pytest.mark.parametrize("line", ["Crawl-delay: 5", "Noindex: /x", "what is this", "Sitemap: /s"])
def test_2_2_4_other_lines_do_not_interfere_with_a_group(line: str) -> None:
    body = f"User-agent: ocop\n{line}\nUser-agent: otherbot\n{line}\nDisallow: /a\n{line}"
    assert not allowed(body, "/a")


def test_2_2_4_sitemaps_belong_to_no_group() -> None:
    found = said(
        "Sitemap: https://bao-a.vn/s.xml\nUser-agent: otherbot\nsitemap:https://b.vn/ư.xml#top\n"
        "SITEMAP : https://bao-a.vn/s.xml\nSitemap:"
    )
    assert found.sitemaps == ("https://bao-a.vn/s.xml", "https://b.vn/ư.xml")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("3600", 3600),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("10 s", 10),
        ("10 # giây", 10),
        ("abc", None),
        ("-5", None),
        ("nan", None),
        ("inf", None),
        ("", None),
        ("9" * 400, float("inf")),
    ],
)
def test_crawl_delay_0_3600_abc_and_absurd_values(value: str, seconds: float | None) -> None:
    assert said(f"User-agent: *\nCrawl-delay: {value}\nDisallow: /a").crawl_delay == seconds


def test_the_longest_crawl_delay_of_our_groups_counts() -> None:
    body = "User-agent: *\nCrawl-delay: 9\nUser-agent: ocop\nCrawl-delay: 4\nUser-agent: ocop\n"
    assert said(body + "Crawl-delay: 7\nCrawl-delay: 5").crawl_delay == 7
    assert said("User-agent: *\nCrawl-delay: 9\nUser-agent: ocop\nDisallow:").crawl_delay is None


# Sections 2.2, 2.3 and 2.5: the form of the file.


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_2_2_bom_and_line_ends_of_all_kinds(end: str) -> None:
    body = "\ufeff" + end.join(["User-agent: *", "Disallow: /a", "", "Disallow: /b"])
    assert [allowed(body, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_2_2_other_breaks_than_cr_and_lf_end_no_line() -> None:
    body = "User-agent: *\nDisallow: /a\x0bAllow: /\x0cAllow: /\u2028Allow: /a-secret"
    assert allowed(body, "/b")
    assert not allowed("User-agent: *\nDisallow: /\u2028Allow: /a", "/\u2028Allow:%20/a")


@pytest.mark.parametrize(
    "line",
    ["disallow:/a", "DISALLOW : /a", "\t Disallow:\t/a \t", "Disallow /a", "Dissalow: /a",
     "Disallow: a"],
)  # fmt: skip
def test_2_3_1_5_lines_that_can_be_read_are_used(line: str) -> None:
    assert not allowed(f"user-agent : *\n<p>:::\n{line}\n=?", "/a")


@pytest.mark.parametrize(
    "body",
    [b"<!DOCTYPE html><html><body>Disallow</body></html>", b"\x00\xff\xfe\x80" * 100, b"\xff\xfe"],
)
def test_2_3_1_5_what_is_no_robots_txt_forbids_nothing(body: bytes) -> None:
    assert allowed(body, "/a")


def test_2_3_a_file_in_utf_16_is_read_as_meant() -> None:
    assert not allowed("User-agent: *\r\nDisallow: /a".encode("utf-16"), "/a")


def test_2_5_robots_600_kb_file_is_read_to_500_kib_and_the_rest_ignored() -> None:
    head = b"User-agent: *\nDisallow: /first\n"
    filler = b"# " + b"x" * 97 + b"\n"
    inside = head + filler * 4000 + b"Disallow: /inside\n"
    body = inside + filler * 2000 + b"Disallow: /outside\n"
    assert len(inside) < LIMIT < 600_000 < len(body)
    assert [allowed(body, path) for path in ("/first", "/inside", "/outside")] == [
        False,
        False,
        True,
    ]


def test_2_5_a_rule_that_the_limit_cuts_is_not_half_obeyed() -> None:
    body = b"User-agent: *\n".ljust(LIMIT - 12, b"#") + b"\nDisallow: /secret/page\n"
    assert body[:LIMIT].endswith(b"Disallow: /")
    assert allowed(body, "/")


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_a_file_and_any_address_is_answered(body: bytes, path: str) -> None:
    assert said(b"User-agent: *\nDisallow: /" + body).allows(SITE + "/" + path) in (True, False)
