"""``slug-post<id>.html`` with ``cms-body``."""

from __future__ import annotations

from crawler.portals.zce import Zce
from tests.crawler.portals.conftest import Answer

HOME = "https://baosuoinguon.vn/"
URL = f"{HOME}lang-nghe-giu-lua-post118204.html"
PORTAL = Zce(home=HOME)

PAGE = """
<header><time class="now" datetime="2026-11-22T08:15">Chủ nhật, 22/11/2026</time></header>
<article><h1 class="article__title">Làng nghề giữ lửa</h1>
<div class="article__meta"><time datetime="2026-05-18T09:15:00+0700">18/05/2026 - 09:15</time>
<a>Chia sẻ</a></div><h2 class="article__sapo">Ba hộ dệt vừa có sản phẩm ba sao đầu tiên.</h2>
<div class="article__body zce-content-body cms-body" itemprop="articleBody">
<p>Làng có 41 hộ dệt.</p><div class="ads_middle">Mua 55 tặng 1</div>
<article class="story"><a href="/khac-post1.html">Nơi khác có 99 sản phẩm</a>
<time datetime="2020-01-01">01/01/2020</time></article>
<p>Xem <a href="https://f.suoinguon.vn/kh-7.doc">kế hoạch</a>.</p>
<p class="author"><strong>Lương Thị Hạ</strong></p></div></article>
<article class="story"><time datetime="2019-02-02">02/02/2019</time></article>
"""


def test_article(answer: Answer) -> None:
    found = PORTAL.article(answer(URL, PAGE))
    assert found.title == "Làng nghề giữ lửa"
    assert found.summary == "Ba hộ dệt vừa có sản phẩm ba sao đầu tiên."
    assert found.published == "2026-05-18T09:15:00+07:00"
    assert found.author == "Lương Thị Hạ"
    assert [one.url for one in found.attachments] == ["https://f.suoinguon.vn/kh-7.doc"]
    assert "41 hộ" in found.body
    assert "99" not in found.body
    assert "55" not in found.body
    assert found.drift == ()


def test_without_its_date_the_boxes_are_not_asked(answer: Answer) -> None:
    page = PAGE.replace('<time datetime="2026-05-18T09:15:00+0700">18/05/2026 - 09:15</time>', "")
    assert PORTAL.article(answer(URL, page)).published == ""


def test_listing(answer: Answer) -> None:
    body = """<article class="story"><h3><a class="cms-link" href="/ocop/duong-cao-toc-post9.html">
    Thông xe</a></h3><time datetime="2026-05-18T09:15:00+07:00">18/5</time></article>
    <article class="story"><a href="/lang-nghe-post10.html">Làng nghề</a><p>OCOP</p></article>
    <a href="/dia-phuong/toan-tinh/11.html">Toàn tỉnh</a><a href="/che-tag33.html">chè</a>"""
    listing = PORTAL.listing(answer(f"{HOME}ocop/", body))
    assert [link.url for link in listing.links] == [
        f"{HOME}ocop/duong-cao-toc-post9.html", f"{HOME}lang-nghe-post10.html",
    ]  # fmt: skip
    assert listing.links[0].published == "2026-05-18T09:15:00+07:00"
    assert listing.links[0].words == "Thông xe 18/5", "what a section is called is no word of it"


def test_addresses() -> None:
    for other in ("dia-phuong/toan-tinh/11.html", "che-tag33.html", "tag/OCOP.html"):
        assert not PORTAL.is_article(HOME + other)
    assert PORTAL.is_article(URL)
    assert PORTAL.canonical(f"{URL}?amp=1") == URL
    assert PORTAL.tag_page("mỗi xã") == "/tag/m%E1%BB%97i%20x%C3%A3.html"
