"""Liferay: asset publishers, view-article portlets, the document store."""

from __future__ import annotations

import pytest

from crawler.portals.liferay import Liferay
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://www.tinhmau.gov.vn"
LIST = f"{HOME}/tin-kinh-te"
CONTENT = f"{HOME}/chi-tiet-tin-tuc/-/asset_publisher/M0UUAFstbTMq/content"
ONE = f"{CONTENT}/cong-nhan-18-san-pham-ocop/20181"
TWO = f"{CONTENT}/mo-lop-tap-huan-ocop/20181"
CUR = "p_p_id=101_INSTANCE_M0UUAFstbTMq&amp;p_p_state=normal&amp;_101_INSTANCE_M0UUAFstbTMq_cur"


def pager(number: int, last: int) -> str:
    back = f'<li><a href="{LIST}?{CUR}={number - 1}">← Trang trước</a></li>'
    on = f'<li><a href="{LIST}?{CUR}={number + 1}">Tiếp theo →</a></li>'
    off = '<li class="disabled"><a href="javascript:;">{}</a></li>'
    return (back if number > 1 else off.format("← Trang trước")) + (
        on if number < last else off.format("Tiếp theo →")
    )


def test_a_list_is_walked_to_its_end(saved: Saved) -> None:
    url, asked = LIST, []
    for number in range(1, 9):
        asked.append(url)
        listing = Liferay().listing(saved("liferay/list", url, pager=pager(number, 3)))
        assert [Liferay().canonical(link.url) for link in listing.links] == [ONE, TWO]
        if listing.next is None:
            break
        url = listing.next.url
    assert [one.rpartition("=")[2] for one in asked[1:]] == ["2", "3"]


def test_a_link_of_a_list_brings_summary_and_date(saved: Saved) -> None:
    one, two = Liferay().listing(saved("liferay/list", LIST, pager="")).links
    assert "họp phiên thứ hai" in one.words
    assert one.published == "2025-05-12"
    assert two.published == ""


def test_the_fields_of_an_article(saved: Saved) -> None:
    article = Liferay().article(saved("liferay/article", f"{ONE}?inheritRedirect=true"))
    assert article.url == ONE
    assert article.title == "Công nhận 18 sản phẩm OCOP"
    assert article.summary == "Hội đồng cấp tỉnh vừa họp phiên thứ hai của năm."
    assert article.published == "2025-05-12T16:40:00+07:00"
    assert article.author == "Hoàng Oanh"
    assert article.body.startswith("Có 18 sản phẩm được công nhận")


def test_files_of_the_store_are_attachments_and_its_pictures_are_not(saved: Saved) -> None:
    article = Liferay().article(saved("liferay/article", ONE))
    assert [one.name for one in article.attachments] == [
        "Quyết định kèm theo",
        "Phụ lục danh sách",
    ]
    assert article.attachments[0].url == (
        f"{HOME}/documents/20181/9034512/QD+chung+nhan.pdf/"
        "0c5d8e6a-6b1e-4d4a-9f0e-2a5f3a1b7c11?t=1747041600000"
    )


def test_an_article_of_the_other_portlet(saved: Saved) -> None:
    url = f"{HOME}/chi-tiet-tin/-/view-article/1/1445748553374/1743642300132"
    article = Liferay().article(saved("liferay/view-article", url))
    assert article.url == url
    assert article.title == "Thêm 7 sản phẩm miền biển"
    assert article.summary == "Bảy hợp tác xã ven biển có sản phẩm được xếp hạng."
    assert article.published == "2025-04-03T08:05:00+07:00"
    assert article.body == "Các sản phẩm gồm nước mắm, ruốc và cá khô."


@pytest.mark.parametrize(
    "twin",
    [
        f"{ONE}?redirect=%2Ftin-kinh-te&inheritRedirect=true",
        f"{ONE}?p_p_state=pop_up&_101_INSTANCE_M0UUAFstbTMq_viewMode=print",
        f"{ONE}?_101_INSTANCE_M0UUAFstbTMq_redirect=http%3A%2F%2Fx%2Ftin",
        f"{ONE};jsessionid=9A0C1B.node1?inheritRedirect=true",
        ONE.replace(f"{HOME}/", f"{HOME}/vi/"),
    ],
)
def test_noise_of_portlets_and_sessions_is_no_second_address(twin: str) -> None:
    assert Liferay().canonical(twin) == ONE


def test_a_bare_query_is_an_identity() -> None:
    inspectorate = "https://thanhtra.tinhmau.gov.vn/xem-chi-tiet-tin-tuc/-/asset_publisher/Content"
    one, two = f"{inspectorate}/ocop?10295", f"{inspectorate}/ocop?10296"
    assert Liferay().canonical(one) == one
    assert Liferay().canonical(one) != Liferay().canonical(two)
    assert Liferay().canonical(f"{one}&redirect=%2F") == one
    assert Liferay().is_article(one)


def test_an_article_that_only_the_query_names_keeps_its_name() -> None:
    base = f"{HOME}/web/guest/home?p_p_id=101_INSTANCE_a&p_p_lifecycle=0&p_p_state=maximized"
    one = f"{base}&_101_INSTANCE_a_assetEntryId=4021&_101_INSTANCE_a_redirect=x"
    two = one.replace("4021", "4022")
    assert Liferay().is_article(one)
    assert Liferay().canonical(one) != Liferay().canonical(two)
    assert "assetEntryId=4021" in Liferay().canonical(one)
    assert "redirect" not in Liferay().canonical(one)


def test_the_time_of_a_file_is_no_second_file() -> None:
    file = f"{HOME}/documents/34223/0/QD+12/0c5d8e6a-6b1e-4d4a-9f0e-2a5f3a1b7c11"
    assert Liferay().canonical(f"{file}?t=1") == Liferay().canonical(f"{file}?t=2") == file
    assert Liferay().is_file(file)


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/vi/news/-/details/20182/them-san-pham-ocop", True),
        ("/web/bacninh/news/-/details/20182/them-san-pham-ocop", True),
        ("/chi-tiet-tin/-/view-article/1/13848241113627/1589692995213", True),
        ("/tin-tuc/chi-tiet?id=48213", True),
        ("/web/guest/tin-tuc/-/them-san-pham-ocop", True),
        ("/web/guest/home", False),
        ("/web/guest/lich-cong-tac?p_p_id=8&_8_month=12&_8_year=2031", False),
        ("/documents/20181/9034512/QD.pdf/0c5d8e6a?t=1", False),
        ("/tin-kinh-te?_101_INSTANCE_a_cur=4", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert Liferay().is_article(HOME + address) is is_article


def test_a_page_without_links_is_the_end(answer: Answer) -> None:
    listing = Liferay().listing(answer(LIST, "<p>Không có bài viết.</p>"))
    assert (listing.links, listing.next) == ((), None)
