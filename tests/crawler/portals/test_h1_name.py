"""``h1.name`` and ``#content-detail``."""

from __future__ import annotations

from crawler.portals.h1_name import H1Name
from tests.crawler.portals.conftest import Answer

HOME = "https://baononnuoc.vn/"
URL = f"{HOME}mien-dong-vao-vu-3177001.html"
PORTAL = H1Name(home=HOME)

PAGE = """
<div>Chủ nhật, 22/11/2026, 08:15</div>
<h1 class="logo">Báo Non Nước</h1><h1 class="name">Miến dong vào vụ</h1>
<div><span>Thứ Tư, 18/11/2026</span><span>10:20 (GMT+7)</span></div>
<div id="content-detail" class="content-article"><p>Làng có 12 lò tráng miến.</p>
<div class="block-news-list"><h4>Cùng chuyên mục</h4><p>Làng bên có 98 lò.</p></div></div>
<div class="block-news-list"><span>01/01/2020</span><a href="/cu-1.html">Tin cũ</a></div>
"""


def test_article(answer: Answer) -> None:
    found = PORTAL.article(answer(URL, PAGE))
    assert found.title == "Miến dong vào vụ"
    assert found.body == "Làng có 12 lò tráng miến."
    assert found.published == "2026-11-18"


def test_what_the_page_says_is_its_date(answer: Answer) -> None:
    head = '<meta property="article:published_time" content="2026-11-18T10:20:00+07:00">'
    assert PORTAL.article(answer(URL, PAGE, head=head)).published == "2026-11-18T10:20:00+07:00"


def test_listing(answer: Answer) -> None:
    body = """<article class="card"><a href="/mien-dong-3177001.html"><img></a>
    <div class="card-content"><a href="/mien-dong-3177001.html">Miến dong</a></div></article>
    <div class="menu"><a href="/lien-he-1.html">Liên hệ</a></div>"""
    listing = PORTAL.listing(answer(f"{HOME}kinh-te", body))
    assert [(link.url, link.words) for link in listing.links] == [
        (f"{HOME}mien-dong-3177001.html", "Miến dong"),
    ]  # fmt: skip
