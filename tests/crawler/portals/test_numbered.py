"""Papers whose addresses are numbers: ``/news/<cat>/<id>/``, ``/<cat>/<id>/Slug``, ``<id>p…c…``."""

from __future__ import annotations

import pytest

from crawler.portals.numbered_news import NumberedNews
from crawler.portals.numbered_slug import NumberedSlug
from crawler.portals.parted_id import PartedId
from tests.crawler.portals.conftest import Answer

HOME = "https://baodatdo.com.vn/"


def test_numbered_news(answer: Answer) -> None:
    portal = NumberedNews(home=HOME)
    url = f"{HOME}news/4/170112/hat-dieu-rang-muoi"
    page = """<div class="toppn"><span class="time">10:05 AM - 12/03/2025</span></div>
    <h1>Hạt điều rang muối</h1><div class="news_body"><p>Huyện có 8 xưởng.</p></div>"""
    found = portal.article(answer(url, page))
    assert (found.title, found.body) == ("Hạt điều rang muối", "Huyện có 8 xưởng.")
    assert found.published == "2025-03-12T10:05:00+07:00"
    assert portal.is_article(f"{HOME}tin-tuc/4/170112/hat-dieu")
    assert not portal.is_article(f"{HOME}List/kinh-te?page=2")
    assert portal.search.format(words="OCOP", page=2) == "/Search?keyword=OCOP&page=2"


@pytest.mark.parametrize("shown", ["List/kinh-te", "Search?keyword=OCOP&page=1"])
def test_pages_are_counted_as_long_as_there_are_articles(answer: Answer, shown: str) -> None:
    portal, url = NumberedNews(home=HOME), HOME + shown
    full = '<div class="row"><a href="/news/4/170112/hat-dieu">Hạt điều</a></div>'
    following = portal.listing(answer(url, full)).next
    assert following is not None
    assert following.url.endswith("page=2")
    assert "keyword=OCOP" in following.url or "keyword" not in shown
    assert portal.listing(answer(url, "<p>Không có tin.</p>")).next is None


def test_a_pager_knows_better_than_counting(answer: Answer) -> None:
    body = """<a href="/news/4/170112/hat-dieu">Hạt điều</a>
    <div class="pagination"><a href="?page=1">1</a><span class="active">2</span></div>"""
    assert NumberedNews().listing(answer(f"{HOME}List/kinh-te?page=2", body)).next is None


def test_numbered_slugs(answer: Answer) -> None:
    portal = NumberedSlug(home=HOME)
    url = f"{HOME}12/187001/Xa-Thanh-Ph111ng-co-ba-san-pham.aspx"
    page = """<div>Chủ nhật, 22/11/2026</div><h1>Xã Thanh Phong có ba sản phẩm</h1>
    <div>Cập nhật: Thứ hai, 20/9/2021 | 8:11:10 AM</div>
    <p>Xã Thanh Phong vừa có thêm ba sản phẩm được tỉnh công nhận trong năm nay.</p>
    <p><a href="/PrintPreview/187001/">Bản in</a></p>"""
    found = portal.article(answer(url, page))
    assert found.title == "Xã Thanh Phong có ba sản phẩm", "never from the damaged slug"
    assert found.published == "2021-09-20T08:11:10+07:00"
    assert found.url == url


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("12/187001/Xa-Thanh-Ph111ng.aspx", True),
        ("12/187001/Xa-Thanh-Phong.htm", True),
        ("PrintPreview/187001/", False),
        ("en/5/4821/A-village.htm", False),
        ("12/Kinh-te.aspx", False),
    ],
)
def test_numbered_slug_addresses(path: str, is_article: bool) -> None:
    assert NumberedSlug().is_article(HOME + path) is is_article


def test_a_meta_line_is_the_date(answer: Answer) -> None:
    page = '<h1>Cam</h1><p>(BĐD) - Chữ.</p><span class="meta">Thứ Ba, 14/09/2021 - 08:45</span>'
    found = NumberedSlug().article(answer(f"{HOME}12/1/Cam.htm", page))
    assert found.published == "2021-09-14T08:45:00+07:00"


def test_parted_ids(answer: Answer) -> None:
    portal = PartedId(home=HOME)
    head = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Nho vào vụ",
    "datePublished":"2024-03-26T10:00:00","articleBody":"Vườn nho."}</script>"""
    url = f"{HOME}kinhte/49001p25c151/nho-vao-vu.htm"
    found = portal.article(answer(url, "<p>Chữ.</p>", head=head))
    assert (found.title, found.body, found.published) == (
        "Nho vào vụ", "Vườn nho.", "2024-03-26T10:00:00+07:00",
    )  # fmt: skip
    assert portal.is_article(url)
    assert portal.is_article(f"{HOME}nho-vao-vu-thu-hoach-som.html")
    assert not portal.is_article(f"{HOME}tag/nho-vao-vu-thu-hoach.html")
    assert not portal.is_article(f"{HOME}kinh-te.html")
