"""``slug-<id>.html`` on ``1cdn.vn``: boxes inside the text."""

from __future__ import annotations

from crawler.portals.b_grid import BGrid
from tests.crawler.portals.conftest import Answer

HOME = "https://baolamson.vn/"
URL = f"{HOME}vuon-cam-duoc-cap-ma-vung-10288113.html"
PORTAL = BGrid(home=HOME)

PAGE = """
<div class="c-header"><span class="c-header__clock">Chủ nhật, 22/11/2026 08:15</span></div>
<div class="b-maincontent"><h1 class="c-detail-head__title">Vườn cam được cấp mã vùng</h1>
<span class="c-detail-head__time">20/11/2025 09:05</span>
<p class="block-sc-sapo">Cam Lam Sơn vào danh sách đặc sản của tỉnh.</p>
<article class="entry entry-no-padding"><p>Cả huyện có 1.<b>245</b> hộ trồng cam.</p>
<div class="sc-empty-layer">0</div>
<div class="sc-related-articles"><p>Bài liên quan</p><a href="f-1.html">Nơi khác có 910</a></div>
<p>Năm tới trồng thêm.</p>
<p>Bài đọc tiếp</p><ul><li><a href="g-2.html">Xã bạn có 911</a></li></ul>
<p style="text-align:right">Đinh Văn Khê</p></article></div>
<div class="c-comment-box">Quê tôi có 914.<i class="c-detail-head__time">1/1/2020</i></div>
"""


def test_article(answer: Answer) -> None:
    found = PORTAL.article(answer(URL, PAGE))
    assert found.title == "Vườn cam được cấp mã vùng"
    assert found.summary == "Cam Lam Sơn vào danh sách đặc sản của tỉnh."
    assert found.published == "2025-11-20T09:05:00+07:00"
    assert found.author == "Đinh Văn Khê"
    assert found.body.splitlines() == [
        "Cả huyện có 1.245 hộ trồng cam.", "Năm tới trồng thêm.", "Đinh Văn Khê",
    ]  # fmt: skip


def test_long_forms(answer: Answer) -> None:
    page = """<div class="sc-longform-header-title">Đường cam</div>
    <p class="sc-longform-header-sapo">Lời dẫn.</p>
    <div class="sc-longform-header-date">20/11/2025</div>
    <div class="b-maincontent"><div class="entry"><p>Chữ.</p></div></div>"""
    found = PORTAL.article(answer(URL, page))
    assert (found.title, found.summary, found.body) == ("Đường cam", "Lời dẫn.", "Chữ.")
    assert found.published == "2025-11-20"


def test_listing(answer: Answer) -> None:
    body = """<div class="b-grid"><div class="b-grid__img"><a href="/cam-101.html"><img></a></div>
    <h3 class="b-grid__title"><a href="/cam-101.html">Cam Lam Sơn</a></h3></div>
    <h3 class="b-grid__title"><a href="/cam-event12.html">Chủ đề cam</a></h3>
    <h3 class="b-grid__title"><a href="/cam-ptag.html">Thẻ cam</a></h3>"""
    listing = PORTAL.listing(answer(f"{HOME}chuyen-muc/kinh-te", body))
    assert [link.url for link in listing.links] == [f"{HOME}cam-101.html"]


def test_topics_are_articles_where_the_row_says_so() -> None:
    import re

    own = BGrid(article_pattern=re.compile(r"-(?:event)?\d+\.html$"))
    assert own.is_article(f"{HOME}cam-event12.html")
    assert not PORTAL.is_article(f"{HOME}cam-event12.html")


def test_old_addresses_are_articles() -> None:
    assert PORTAL.is_article(f"{HOME}cam-post264001.html")
    assert PORTAL.is_article(f"{HOME}cam-301001.html")
