"""MasterCMS of trade magazines."""

from __future__ import annotations

import pytest

from crawler.portals.mastercms import MasterCms
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://tapchimau.vn"
SEARCH = f"{HOME}/search_enginer.html?p=tim-kiem&q=OCOP&s_cond="
ARTICLE = f"{HOME}/gom-lang-nghe-len-san-28119.html"
PRINT = f"{HOME}/apicenter@/print_article&i=28119"


def pager(number: int, last: int) -> str:
    def link(page: int, words: str) -> str:
        href = f"{SEARCH.replace('&', '&amp;')}&amp;BRSR={20 * page - 20}"
        return f'<a href="{href}">{words}</a>'

    marks = [f"<b>{n}</b>" if n == number else link(n, str(n)) for n in range(1, last + 1)]
    return "".join(marks) + (link(number + 1, "&gt;") if number < last else "")


def test_a_search_is_walked_to_its_end(saved: Saved) -> None:
    url, asked, found = SEARCH, [], []
    for number in range(1, 9):
        asked.append(url)
        page = saved("mastercms/list", url, pager=pager(number, 3), id=f"2811{number}")
        listing = MasterCms().listing(page)
        found += [link.url for link in listing.links]
        if listing.next is None:
            break
        url = listing.next.url
    assert asked == [SEARCH, f"{SEARCH}&BRSR=20", f"{SEARCH}&BRSR=40"]
    assert found == [f"{HOME}/gom-lang-nghe-len-san-2811{n}.html" for n in (1, 2, 3)]


def test_a_link_of_a_search_brings_summary_and_date(saved: Saved) -> None:
    [link] = MasterCms().listing(saved("mastercms/list", SEARCH, pager="", id="28119")).links
    assert "Xưởng gốm có 4 mẫu OCOP" in link.words
    assert link.published.startswith("2025-06-12")


def test_the_fields_of_an_article(saved: Saved) -> None:
    article = MasterCms().article(saved("mastercms/article", ARTICLE))
    assert article.url == ARTICLE
    assert article.title == "Gốm làng nghề lên sàn"
    assert article.summary == "Xưởng gốm đưa 4 mẫu OCOP lên sàn điện tử."
    assert article.body.startswith("Doanh thu tháng đầu đã bù chi phí.")
    assert article.published == "2025-06-12T09:30:00+07:00"
    assert article.author == "Tạ Mai"
    assert article.drift == ()


def test_a_print_view_stands_under_the_address_of_its_article(saved: Saved) -> None:
    printed = MasterCms().article(saved("mastercms/print", PRINT))
    assert printed.url == ARTICLE
    assert printed.published == "2025-06-12T09:30:00+07:00"
    assert not MasterCms().is_article(PRINT)


def test_a_print_view_that_names_no_article_stays_what_it_is(answer: Answer) -> None:
    other = '<h1>Bài</h1><a href="/bai-khac-28120.html">Bài khác</a>'
    assert MasterCms().article(answer(PRINT, other)).url == PRINT


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/gom-lang-nghe-len-san-28119.html", True),
        ("/gom-lang-nghe-len-san.html28119", True),
        ("/search_enginer.html?p=tim-kiem&q=OCOP&s_cond=3", False),
        ("/thoi-su&s_cond=&BRSR=20", False),
        ("/tag/ocop-1203.tag", False),
        ("/ocop", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert MasterCms().is_article(HOME + address) is is_article
