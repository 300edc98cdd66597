"""NukeViet: news, decisions (module laws) and downloads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scrapy.http import HtmlResponse

from crawler.portals.nukeviet import NukeViet

HOME = "https://ntm.tinhmau.gov.vn"
SECTION = f"{HOME}/san-pham-ocop/"
ARTICLE = f"{SECTION}Them-9-san-pham-dat-4-sao-1523.html"
LAW = f"{HOME}/index.php?language=vi&nv=laws&op=detail/Quyet-dinh-624-211"

Saved = Callable[..., HtmlResponse]


def pager(number: int, last: int) -> str:
    """Links to pages as NukeViet draws them: every number ahead is called ``next``."""

    def href(page: int) -> str:
        return f"/san-pham-ocop/page-{page}/" if page > 1 else "/san-pham-ocop/"

    def item(page: int) -> str:
        if page == number:
            return f'<li class="page-item active"><a class="page-link" href="#">{page}</a></li>'
        rel = "prev" if page < number else "next"
        return f'<li class="page-item"><a rel="{rel}" href="{href(page)}">{page}</a></li>'

    onward = '<li class="page-item disabled"><a class="page-link" href="#">&raquo;</a></li>'
    if number < last:
        onward = f'<li class="page-item"><a rel="next" href="{href(number + 1)}">&raquo;</a></li>'
    return "".join(map(item, range(1, last + 1))) + onward


def test_a_section_is_walked_to_its_end(saved: Saved) -> None:
    portal, url, found = NukeViet(), SECTION, []
    for number in range(1, 9):
        page = saved("nukeviet/section", url, number=str(number), pager=pager(number, 4))
        listing = portal.listing(page)
        found += [link.url for link in listing.links]
        if listing.next is None:
            break
        url = listing.next.url
    assert url == f"{SECTION}page-4/"
    assert found == [f"{SECTION}Bai-so-{n}-{n}00.html" for n in (1, 2, 3, 4)]


def test_a_link_of_a_section_brings_summary_and_date(saved: Saved) -> None:
    page = saved("nukeviet/section", SECTION, number="3", pager=pager(3, 4))
    [link] = NukeViet().listing(page).links
    assert "Bài số 3" in link.words
    assert "thêm hồ sơ mới" in link.words
    assert link.published == "2025-03-05T08:00:00+07:00"


@pytest.mark.parametrize("page", ["nukeviet/article", "nukeviet/article-old"])
def test_the_fields_of_an_article_of_new_and_old_releases(saved: Saved, page: str) -> None:
    article = NukeViet().article(saved(page, ARTICLE))
    assert article.url == ARTICLE
    assert article.title == "Thêm 9 sản phẩm đạt 4 sao"
    assert article.summary == "Hội đồng cấp tỉnh vừa chấm xong đợt 1."
    assert article.body.startswith("Có 9 sản phẩm đạt 4 sao.")
    assert article.published == "2025-06-20T09:30:00+07:00"
    assert article.author == "Lê Minh"
    assert article.drift == ()


def test_a_file_below_the_text_is_an_attachment_and_one_of_the_margin_is_not(
    saved: Saved,
) -> None:
    article = NukeViet().article(saved("nukeviet/article", ARTICLE))
    urls = [one.url for one in article.attachments]
    assert urls == [f"{HOME}/news/download/ket-qua-cham-diem.xlsx"]


def test_a_file_that_only_a_script_hands_out(saved: Saved) -> None:
    page = saved("nukeviet/download", f"{HOME}/download/Bieu-mau/Ho-so-7.html")
    [attachment] = NukeViet().article(page).attachments
    assert attachment.name == "mau 01.docx"
    assert attachment.url == (
        f"{HOME}/index.php?language=vi&nv=download&op=down&filename=mau+01.docx"
    )


def test_a_decision_has_its_file_and_keeps_its_number_as_it_is_written(saved: Saved) -> None:
    article = NukeViet().article(saved("nukeviet/law", LAW))
    assert article.title == "Quyết định công nhận sản phẩm OCOP năm 2025"
    assert article.summary == "Về việc công nhận 21 sản phẩm."
    assert "624⁄QĐ-UBND" in article.body  # U+2044
    assert article.published == "2025-06-20"
    assert [one.url for one in article.attachments] == [f"{LAW}&download=1&id=0"]


@pytest.mark.parametrize(
    "twin",
    [
        f"{HOME}/print/san-pham-ocop/Them-9-san-pham-dat-4-sao-1523.html",
        f"{HOME}/savefile/san-pham-ocop/Them-9-san-pham-dat-4-sao-1523.html",
        f"{ARTICLE}?fbclid=x",
    ],
)
def test_views_of_an_article_have_its_address(twin: str) -> None:
    assert NukeViet().canonical(twin) == ARTICLE


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/vi/news/nong-nghiep-12/them-san-pham-ocop-845.html", True),
        ("/san-pham-ocop/Them-9-san-pham-1523.html", True),
        ("/laws/detail/Quyet-dinh-624-211/", True),
        ("/index.php?language=vi&nv=laws&op=detail/Quyet-dinh-624-211", True),
        ("/index.php?language=vi&nv=news&op=OCOP/Them-9-san-pham-1523", True),
        ("/vi/news/nong-nghiep-12/", False),
        ("/san-pham-ocop/page-2/", False),
        ("/index.php?language=vi&nv=news&op=OCOP/page-2", False),
        ("/vi/news/rss/", False),
        ("/users/register/", False),
        ("/about/Gioi-thieu.html", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert NukeViet().is_article(HOME + address) is is_article


def test_two_decisions_have_two_addresses() -> None:
    assert NukeViet().canonical(LAW) != NukeViet().canonical(LAW.replace("211", "212"))
