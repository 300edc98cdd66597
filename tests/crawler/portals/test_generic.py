"""Portals without a family."""

from __future__ import annotations

import re

from crawler.portals.base import Link, NextPage
from crawler.portals.generic import Generic
from tests.crawler.portals.conftest import Answer

URL = "https://phongvan.vn/tin/hop-tac-xa-doi-gio-co-mat-ong-dat-hang"
GENERIC = Generic(home="https://phongvan.vn/")

PAGE = """
<div id="header"><span class="date-time">Chủ nhật, 22/11/2026 08:15</span></div>
<div><a href="/">Trang chủ</a> <a href="/tin">Tin</a></div>
<div class="x1"><h1>Hợp tác xã Đồi Gió có mật ong đạt hạng</h1>
<div class="x2"><span>Thứ Hai, 09:58 ngày 27/11/2023</span> <span>Lượt xem: 214</span></div>
<p>Mật ong của hợp tác xã Đồi Gió vừa được huyện chấm 82 điểm sau ba vòng đánh giá.</p>
<p>Đây là sản phẩm thứ tư của xã, và là sản phẩm đầu tiên có tem truy xuất nguồn gốc.</p>
<p>Tệp kèm: <a href="https://kho.vn/qd/118.pdf">Quyết định 118</a></p></div>
<div class="tin-khac"><i class="post-date">02/02/2020</i> <a href="/tin/khac">Xã khác</a></div>
"""


def test_a_page_that_marks_nothing_up(answer: Answer) -> None:
    found = GENERIC.article(answer(URL, PAGE, head="<title>Hợp tác xã Đồi Gió có mật ong</title>"))
    assert found.title == "Hợp tác xã Đồi Gió có mật ong đạt hạng"
    assert found.published == "2023-11-27T09:58:00+07:00"
    assert "82 điểm" in found.body
    assert "sản phẩm thứ tư" in found.body
    assert "Xã khác" not in found.body
    assert [one.url for one in found.attachments] == ["https://kho.vn/qd/118.pdf"]
    assert found.drift == ()


def test_a_page_that_marks_itself_up(answer: Answer) -> None:
    head = """<script type="application/ld+json">{"@type":"NewsArticle",
    "headline":"Mật ong Đồi Gió","datePublished":"2023-11-27T02:58:00Z",
    "author":{"name":"Vàng A Sính"},
    "description":"Bốn sản phẩm."}</script>"""
    body = '<div itemprop="articleBody"><p>Một.</p><p>Hai.</p></div>'
    found = GENERIC.article(answer(URL, body, head=head))
    assert (found.title, found.summary, found.author) == (
        "Mật ong Đồi Gió", "Bốn sản phẩm.", "Vàng A Sính",
    )  # fmt: skip
    assert (found.published, found.body) == ("2023-11-27T09:58:00+07:00", "Một.\nHai.")


def test_only_a_clock_is_no_date(answer: Answer) -> None:
    body = '<h1>Mật ong</h1><span class="date-time">22/11/2026 08:14</span><p>Chữ.</p>'
    assert GENERIC.article(answer(URL, body)).published == ""
    body = "<div><span>22/11/2026 08:14</span></div><h1>Mật ong</h1><p>Chữ.</p>"
    assert GENERIC.article(answer(URL, body)).published == ""


def test_the_same_page_on_two_days_has_no_two_dates(answer: Answer) -> None:
    for day in (20, 21):
        body = f'<span class="date-time">{day}/11/2026</span><h1>Kết quả năm 2024</h1><p>Chữ.</p>'
        page = answer(URL, body, date=f"Fri, {day} Nov 2026 03:00:00 GMT")
        assert GENERIC.article(page).published == ""


def test_a_page_that_scripts_fill_is_told_by_its_feed(answer: Answer) -> None:
    met = Link(URL, "", "2023-11-27T09:58:00+07:00", "Mật ong Đồi Gió", "Bốn sản phẩm.")
    page = answer(URL, "<h1>{title}</h1><span>{publish}</span>", head="<title>{head}</title>")
    found = GENERIC.article(page, met)
    assert (found.title, found.summary, found.published) == (met.title, met.summary, met.published)


LIST = """
<div class="menu"><a href="/gioi-thieu-chung-ve-co-quan">Giới thiệu chung về cơ quan</a>
<a href="/tin">Tin tức</a></div>
<div><a href="/tin/hop-tac-xa-doi-gio">Hợp tác xã Đồi Gió có mật ong đạt hạng</a></div>
<div><a href="/xem.aspx?ItemID=77">Huyện trao chứng nhận cho tám chủ thể</a></div>
<div><a href="/tag/mat-ong-rung-tay-bac">Thẻ: mật ong rừng Tây Bắc</a></div>
<div><a href="/qd/118-qd-ubnd-huyen.pdf">Quyết định công nhận tám sản phẩm mới</a></div>
<div class="paging"><a href="/tin?page=2">2</a></div>
"""


def test_headlines_without_a_pattern(answer: Answer) -> None:
    listing = GENERIC.listing(answer("https://phongvan.vn/tin", LIST))
    assert [link.url for link in listing.links] == [
        "https://phongvan.vn/tin/hop-tac-xa-doi-gio",
        "https://phongvan.vn/xem.aspx?ItemID=77",
    ]
    assert listing.next == NextPage("https://phongvan.vn/tin?page=2")


def test_the_pattern_of_the_row_decides(answer: Answer) -> None:
    own = Generic(article_pattern=re.compile(r"/xem\.aspx\?ItemID=\d+"))
    listing = own.listing(answer("https://phongvan.vn/tin", LIST))
    assert [link.url for link in listing.links] == ["https://phongvan.vn/xem.aspx?ItemID=77"]


def test_the_query_is_never_dropped(answer: Answer) -> None:
    first = GENERIC.canonical("https://phongvan.vn/xem.aspx?ItemID=77&c=1&utm_source=z")
    assert first == "https://phongvan.vn/xem.aspx?ItemID=77&c=1"
    assert GENERIC.canonical("https://phongvan.vn/xem.aspx?ItemID=78&c=1") != first
