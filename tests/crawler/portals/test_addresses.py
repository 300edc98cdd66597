"""Which addresses are one, and which never are."""

from __future__ import annotations

import pytest

from crawler.portals import addresses

HOME = "https://baoa.vn/"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://baoa.vn/a-1.html#binh-luan", "https://baoa.vn/a-1.html"),
        ("https://baoa.vn/a-1.html?utm_source=zalo&fbclid=1", "https://baoa.vn/a-1.html"),
        ("https://baoa.vn/a-1.html?gidzl=x_y", "https://baoa.vn/a-1.html"),
        ("https://baoa.vn/x.aspx?nid=7&utm_medium=a&c=1", "https://baoa.vn/x.aspx?nid=7&c=1"),
        ("https://baoa.vn/x.aspx?c=1&nid=7", "https://baoa.vn/x.aspx?c=1&nid=7"),
        ("https://baoa.vn/tin?12345", "https://baoa.vn/tin?12345"),
        ("https://baoa.vn/a-1.html?amp=1", "https://baoa.vn/a-1.html"),
        ("https://baoa.vn/a?id=3&amp&b=2", "https://baoa.vn/a?id=3&b=2"),
        ("https://baoa.vn/a?print=77", "https://baoa.vn/a?print=77"),
        ("https://baoa.vn/a;jsessionid=0F1E?id=3", "https://baoa.vn/a?id=3"),
        ("https://baoa.vn/(S(abcdefghijklmno12345))/a.aspx", "https://baoa.vn/a.aspx"),
        ("https://baoa.vn/tag/ngành chè", "https://baoa.vn/tag/ng%C3%A0nh%20ch%C3%A8"),
        ("https://baoa.vn/ng%c3%a0nh", "https://baoa.vn/ng%C3%A0nh"),
        ("https://baoa.vn/a?", "https://baoa.vn/a"),
    ],
)
def test_cleaned(url: str, expected: str) -> None:
    assert addresses.cleaned(url) == expected
    assert addresses.cleaned(expected) == expected


def test_decomposed_paths_stay_decomposed() -> None:
    assert addresses.cleaned("https://baoa.vn/ư\u0309.jpg") == "https://baoa.vn/%C6%B0%CC%89.jpg"
    assert addresses.cleaned("https://baoa.vn/\u1eed.jpg") == "https://baoa.vn/%E1%BB%AD.jpg"


@pytest.mark.parametrize(
    "link",
    ["javascript:void(0)", "mailto:a@baoa.vn", "tel:113", "data:,x", "http://[::1"],
)
def test_links_that_lead_nowhere(link: str) -> None:
    assert addresses.joined(HOME, link) == ""


def test_links_are_joined() -> None:
    assert addresses.joined("https://baoa.vn/kt/", " ../a-1.html\n") == "https://baoa.vn/a-1.html"
    assert addresses.joined("https://baoa.vn/kt/", "//b.vn/x") == "https://b.vn/x"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://baoa.vn/a-1.html", "https://baoa.vn/a-1.html"),
        ("https://www.baoa.vn/a-1.html", "https://baoa.vn/a-1.html"),
        ("https://m.baoa.vn/a-1.html", "https://baoa.vn/a-1.html"),
        ("https://BaoA.vn/A-1.html", "https://baoa.vn/A-1.html"),
        ("https://en.baoa.vn/a-1.html", "https://en.baoa.vn/a-1.html"),
        ("https://baob.vn/a-1.html", "https://baob.vn/a-1.html"),
        ("http://baoa.vn:8080/a-1.html", "http://baoa.vn:8080/a-1.html"),
    ],
)
def test_mirrors_fold_to_the_home(url: str, expected: str) -> None:
    assert addresses.at_home(url, HOME) == expected


def test_without_a_home_nothing_is_folded() -> None:
    assert addresses.at_home("http://www.baoa.vn/a", "") == "http://www.baoa.vn/a"


def test_sections_stand_above_articles() -> None:
    assert addresses.is_above("https://baoa.vn/", "https://baoa.vn/kt/a-1.html")
    assert addresses.is_above("https://www.baoa.vn/kt", "https://baoa.vn/kt/a-1.html")
    assert not addresses.is_above("https://baoa.vn/kt/a-1.html", "https://baoa.vn/kt/a-1.html")
    assert not addresses.is_above("https://baoa.vn/kinh", "https://baoa.vn/kinh-te/a-1.html")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://f.vn/a/QD-12.pdf", "https://f.vn/a/QD-12.pdf"),
        ("https://f.vn/a/QD.signed.PDF?t=1", "https://f.vn/a/QD.signed.PDF?t=1"),
        ("https://f.vn/viewer.html?file=/up/QD-12.docx", "https://f.vn/up/QD-12.docx"),
        (
            "https://docs.google.com/gview?embedded=true&url=https://f.vn/b.xls",
            "https://f.vn/b.xls",
        ),
        (
            "https://f.vn/ph%E1%BB%A5%20l%E1%BB%A5c.xlsx",
            "https://f.vn/ph%E1%BB%A5%20l%E1%BB%A5c.xlsx",
        ),
    ],
)
def test_files(url: str, shown: str) -> None:
    assert addresses.is_file(url)
    assert addresses.shown_file(url) == shown


def test_pages_are_no_files() -> None:
    assert not addresses.is_file("https://f.vn/quyet-dinh-pdf.html?id=7")
    assert addresses.shown_file("https://f.vn/quyet-dinh-pdf.html?id=7") == ""
