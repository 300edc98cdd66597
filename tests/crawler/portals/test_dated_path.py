"""``/section/YYYYMM/slug-<id>/``: the month in the path against the printed date."""

from __future__ import annotations

import pytest

from crawler.portals.base import NextPage
from crawler.portals.dated_path import DatedPath
from tests.crawler.portals.conftest import Answer

HOME = "https://baodoimay.vn/"
URL = f"{HOME}kinh-te/202605/che-doi-may-len-hang-4f2a91c/"
PORTAL = DatedPath(home=HOME)

PAGE = """
<div class="top"><span id="current-date">Chủ nhật, 22/11/2026</span></div>
<h1>Chè Đồi Mây lên hạng bốn sao</h1><div class="date">Thứ Hai, 18/05/2026 | 4:09:09 PM</div>
<div id="content" class="content-detail"><div class="td-post-content">
<p><b>Hợp tác xã Đồi Mây vừa nhận chứng nhận bốn sao cho chè shan tuyết.</b></p>
<table class="image center"><tr><td>
<img src="/file/00112233445566778899aabbccddeeff/052026/che_20260517093000.jpg"></td></tr>
<tr><td class="image_desc">Gian hàng có 99 sản phẩm.</td></tr></table>
<p>Đây là sản phẩm thứ năm của xã.</p>
<p>Quyết định: <a href="https://tep.doimay.vn/QD-512.pdf">512/QĐ-UBND</a></p>
<p><strong>Xem thêm</strong></p><ul><li><a href="/a/202401/cu-12/">Năm 2024 có 77</a></li></ul>
<p style="text-align: right"><b>Hoàng Seo Lử</b></p></div></div>
<div class="tin"><span class="date">02/02/2024</span><a href="/a/202402/b-1/">Xã bạn</a></div>
"""


def test_article(answer: Answer) -> None:
    found = PORTAL.article(answer(URL, PAGE))
    assert found.title == "Chè Đồi Mây lên hạng bốn sao"
    assert found.summary.startswith("Hợp tác xã Đồi Mây vừa nhận")
    assert found.published == "2026-05-18T16:09:09+07:00"
    assert found.author == "Hoàng Seo Lử"
    assert [one.url for one in found.attachments] == ["https://tep.doimay.vn/QD-512.pdf"]
    for foreign in ("99", "77", "Xem thêm"):
        assert foreign not in found.body
    assert found.drift == ()


def test_a_date_far_from_the_month_is_a_clock(answer: Answer) -> None:
    """The page was asked long ago: its clock equals no request of today."""
    page = PAGE.replace("Thứ Hai, 18/05/2026 | 4:09:09 PM", "Thứ Sáu, 13/03/2026")
    found = PORTAL.article(answer(URL, page))
    assert found.published == "2026-05-17", "the day of the picture"
    bare = page.replace("_20260517093000", "")
    assert PORTAL.article(answer(URL, bare)).published == "2026-05", "the month of the path"


def test_only_the_clock_of_the_request(answer: Answer) -> None:
    page = '<span id="current-date">22/11/2026</span><h1>Chè</h1><div id="content">Chữ.</div>'
    url = f"{HOME}kinh-te/202611/che-len-hang-1a2b3c4/"
    assert PORTAL.article(answer(url, page)).published == "2026-11"


@pytest.mark.parametrize(
    "path",
    [
        "kinh-te/202605/che-doi-may-4f2a91c/",
        "kinh-te/nong-nghiep/201912/che-doi-may-2541367/",
        "channel/5085/201912/Che-Doi-May-2541367/",
        "kinh-te/202605/che-doi-may-4f2a91c",
    ],
)
def test_articles(path: str) -> None:
    assert PORTAL.is_article(HOME + path)
    assert PORTAL.canonical(HOME + path).endswith("/")


@pytest.mark.parametrize(
    "path", ["kinh-te/", "kinh-te/ocop/", "file/0a/052026/a.jpg", "kinh-te/202605/"]
)
def test_other_addresses(path: str) -> None:
    assert not PORTAL.is_article(HOME + path)


def test_one_article_has_one_address() -> None:
    same = (
        URL, URL.rstrip("/"), URL.replace("https://", "http://www."), f"{URL}?utm_source=zalo",
        URL.replace("https://", "https://m."),
    )  # fmt: skip
    assert {PORTAL.canonical(one) for one in same} == {URL}


def test_feeds_stand_in_sections() -> None:
    assert PORTAL.feed_paths("/kinh-te/") == ("/kinh-te/index.rss",)


@pytest.mark.parametrize("css", ["title1", "title2", "title3", "title5", "h2", "h3", "card-img"])
def test_listing(answer: Answer, css: str) -> None:
    body = f"""<div><a class="{css}" href="/kinh-te/202605/che-4f2a91c/">Chè lên hạng</a></div>
    <div><a class="{css}" href="/kinh-te/201912/mat-ong-2541367/">Mật ong</a></div>
    <div><a class="{css}" href="/kinh-te/">Kinh tế</a></div>
    <div class="pagination"><a class="current" href="/kinh-te/">1</a>
    <a href="/kinh-te/?page=2">2</a></div>"""
    listing = PORTAL.listing(answer(f"{HOME}kinh-te/", body))
    assert [link.url.rpartition("-")[2] for link in listing.links] == ["4f2a91c/", "2541367/"]
    assert listing.next == NextPage(f"{HOME}kinh-te/?page=2")
