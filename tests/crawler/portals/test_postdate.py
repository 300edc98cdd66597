"""Portals with ``PostDate`` and ``ArticleContent``."""

from __future__ import annotations

import pytest

from crawler.portals.postdate import PostDate
from tests.crawler.portals.conftest import Answer, Saved

URL = "https://www.tinhmau.gov.vn/1264/29578/58915/them-4-san-pham-vung-cao"
SUMMARY = '<div class="ArticleSummary"><p>Lễ trao diễn ra sáng nay.</p></div>'


@pytest.mark.parametrize(
    ("lead", "summary"),
    [
        (SUMMARY, "Lễ trao diễn ra sáng nay."),
        ("", "Bốn sản phẩm vừa được trao giấy chứng nhận."),
    ],
)
def test_the_fields_of_an_article(saved: Saved, lead: str, summary: str) -> None:
    article = PostDate().article(saved("postdate/article", URL, lead=lead))
    assert article.url == URL
    assert article.title == "Thêm 4 sản phẩm vùng cao"
    assert article.summary == summary
    assert article.published == "2021-03-20T10:14:00+07:00"
    assert article.author == "Nông Văn Dũng"
    assert "tương ớt, miến dong" in article.body
    assert [one.name for one in article.attachments] == ["Quyết định 1801"]


def test_articles_of_a_list_are_links_that_read_like_headlines(answer: Answer) -> None:
    page = answer(
        "https://www.tinhmau.gov.vn/1264/29578",
        '<a href="/gioi-thieu">Giới thiệu</a><a href="/lich?thang=12&nam=2031">Tháng sau</a>'
        f'<h3><a href="{URL}">Thêm bốn sản phẩm vùng cao được công nhận</a></h3>',
    )
    assert [link.url for link in PostDate().listing(page).links] == [URL]
