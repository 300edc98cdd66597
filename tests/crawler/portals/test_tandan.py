"""Portals of Tân Dân on SharePoint."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scrapy.http import HtmlResponse

from crawler.portals.tandan import Tandan

HOME = "https://tinhmau.gov.vn"
LIST = f"{HOME}/portal/Pages/Kinh-te-Xa-hoi.aspx"
ONE = f"{HOME}/portal/Pages/2025-3-7/Cong-nhan-12-san-pham-OCOP-dot-1ab3k9x.aspx"
TWO = f"{HOME}/portal/Pages/2025-2-26/Hop-Hoi-dong-danh-gia-phan-hang-qw71zt.aspx"
PRINTED = "Đăng ngày 07/03/2025 14:05"

Saved = Callable[..., HtmlResponse]


def test_a_list_gives_its_articles_and_neither_menus_nor_the_calendar(saved: Saved) -> None:
    listing = Tandan().listing(saved("tandan/list", LIST))
    assert [Tandan().canonical(link.url) for link in listing.links] == [ONE, TWO]
    assert "Công nhận 12 sản phẩm OCOP đợt 1" in listing.links[0].words
    assert "kỳ chấm điểm tháng Hai" in listing.links[0].words
    assert listing.links[0].published == "2025-03-07"


def test_pages_are_counted_and_one_past_the_end_brings_nothing_new(saved: Saved) -> None:
    met: set[str] = set()
    url, asked = LIST, []
    while url:
        asked.append(url)
        # A page past the end is the first page again.
        listing = Tandan().listing(saved("tandan/list", url))
        fresh = {Tandan().canonical(link.url) for link in listing.links} - met
        met |= fresh
        url = listing.next.url if listing.next and fresh else ""
    assert asked == [LIST, f"{LIST}?PageIndex=2"]


def test_the_count_goes_on_in_the_parameter_that_is_there(saved: Saved) -> None:
    following = Tandan().listing(saved("tandan/list", f"{LIST}?pageindex=4")).next
    assert following is not None
    assert following.url == f"{LIST}?pageindex=5"


def test_a_page_without_articles_is_the_end(answer: Callable[..., HtmlResponse]) -> None:
    assert Tandan().listing(answer(LIST, "Không có tin bài.")).next is None


def test_the_fields_of_an_article(saved: Saved) -> None:
    article = Tandan().article(saved("tandan/article", ONE, date=PRINTED))
    assert article.url == ONE
    assert article.title == "Công nhận 12 sản phẩm OCOP đợt 1"
    assert article.summary == "UBND tỉnh công nhận 12 sản phẩm đạt 3 sao trở lên."
    assert article.published == "2025-03-07T14:05:00+07:00"
    assert article.author == "Thu Hà"
    assert article.body.startswith("Trong đó có 2 sản phẩm 4 sao")
    assert "245" not in article.body
    assert [(one.url, one.name) for one in article.attachments] == [
        (f"{HOME}/portal/VanBan/2025-03/9f1c2dQD-512-UBND.pdf", "Quyết định số 512/QĐ-UBND")
    ]
    assert article.drift == ()


def test_the_day_in_the_address_serves_when_the_page_names_none(saved: Saved) -> None:
    assert Tandan().article(saved("tandan/article", ONE, date="")).published == "2025-03-07"


@pytest.mark.parametrize(
    "twin",
    [
        ONE.replace("/Pages/", "/pages/"),
        f"{ONE}?PageIndex=3",
        f"{ONE}?gidzl=abc&utm_source=zalo",
        f"{ONE}#binhluan",
    ],
)
def test_one_article_has_one_address(twin: str) -> None:
    assert Tandan().canonical(twin) == ONE


def test_two_articles_of_a_day_have_two_addresses() -> None:
    assert Tandan().canonical(ONE) != Tandan().canonical(ONE.replace("1ab3k9x", "1ab3k9y"))


def test_a_list_keeps_the_number_of_its_page() -> None:
    assert Tandan().canonical(f"{LIST}?PageIndex=2") == f"{LIST}?PageIndex=2"
