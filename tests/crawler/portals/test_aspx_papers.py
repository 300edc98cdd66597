"""Papers on ``.aspx``: Bình Định's viewer, Phú Yên's lists."""

from __future__ import annotations

import re

from crawler.portals.base import NextPage
from crawler.portals.news_list import NewsList
from crawler.portals.viewer import Viewer
from tests.crawler.portals.conftest import Answer

HOME = "https://baobiennam.vn/"


class TestViewer:
    portal = Viewer(home=HOME)
    url = f"{HOME}viewer.aspx?macm=18&macmp=18&mabb=263001"

    def test_the_query_is_the_identity(self) -> None:
        assert self.portal.canonical(f"{self.url}&fbclid=x") == self.url
        assert self.portal.canonical(self.url.replace("viewer", "Viewer")) == self.url
        assert self.portal.canonical(self.url.replace("263001", "263002")) != self.url
        assert self.portal.is_article(self.url)
        assert not self.portal.is_article(f"{HOME}viewer.aspx?macm=18")

    def test_a_canonical_link_without_it_is_not_believed(self, answer: Answer) -> None:
        head = f'<link rel="canonical" href="{HOME}viewer.aspx">'
        page = "<h1>Bánh tráng nước dừa</h1><div>Cập nhật: 08:45, 14/09/2021</div><p>Chữ.</p>"
        found = self.portal.article(answer(self.url, page, head=head))
        assert found.url == self.url
        assert (found.title, found.published) == (
            "Bánh tráng nước dừa",
            "2021-09-14T08:45:00+07:00",
        )


FORM = """<form method="post" action="./NewsList.aspx?menu=Trong-tinh-130">
<input type="hidden" name="__VIEWSTATE" value="/wEP=="><input type="hidden" name="__EVENTTARGET">
<input type="hidden" name="__EVENTARGUMENT" value=""><div id="uplNews">
<div class="title"><a href="/82/319001/muoi-hai-san-pham.html">Mười hai sản phẩm</a>
<div class="date">Thứ Hai, 29/07/2024 21:34 CH</div></div>
<div class="title"><a href="/82/kinh-te.html">Kinh tế</a></div>{pager}</div></form>"""


class TestNewsList:
    portal = NewsList(home=HOME)
    url = f"{HOME}82/319001/muoi-hai-san-pham.html"

    def test_article_below_a_clock_of_the_same_shape(self, answer: Answer) -> None:
        page = """<div class="top date">Chủ Nhật, 22/11/2026 08:15 SA</div>
        <div class="newsDetail"><div class="title">Mười hai sản phẩm</div>
        <div class="date">Thứ Hai, 29/07/2024 21:34 CH</div><div class="text">
        <p>Thị xã trao chứng nhận.</p><p align="right"><b>Ngô Xuân</b></p></div></div>"""
        found = self.portal.article(answer(self.url, page))
        assert (found.title, found.author) == ("Mười hai sản phẩm", "Ngô Xuân")
        assert found.published == "2024-07-29T21:34:00+07:00"

    def test_lists_by_links(self, answer: Answer) -> None:
        pager = """<div class="pagination"><ul><li class="active"><a>1</a></li>
        <li><a href="/NewsList.aspx?menu=Trong-tinh-130&page=2">></a></li></ul></div>"""
        url = f"{HOME}NewsList.aspx?menu=Trong-tinh-130"
        listing = self.portal.listing(answer(url, FORM.format(pager=pager)))
        assert [(link.url, link.published) for link in listing.links] == [
            (self.url, "2024-07-29T21:34:00+07:00"),
        ]  # fmt: skip
        assert listing.next == NextPage(f"{url}&page=2")

    def test_lists_by_postback(self, answer: Answer) -> None:
        call = "javascript:__doPostBack('ctl00$Content$ctlPaging','2')"
        pager = f"""<div class="pagination"><ul><li><span>1</span></li>
        <li><a href="{call}">2</a></li></ul></div>"""
        url = f"{HOME}NewsList.aspx?menu=Trong-tinh-130"
        following = self.portal.listing(answer(url, FORM.format(pager=pager))).next
        assert following is not None
        assert following.url == url
        assert following.form is not None
        assert following.form["__EVENTTARGET"] == "ctl00$Content$ctlPaging"
        assert following.form["__EVENTARGUMENT"] == "2"
        assert following.form["__VIEWSTATE"] == "/wEP=="
        assert "__ASYNCPOST" not in following.form, "the whole page is wanted"

    def test_sections_are_no_articles(self) -> None:
        assert not self.portal.is_article(f"{HOME}160/goc-tre.html")
        assert self.portal.is_article(self.url)
        assert re.search(r"/82/319001/", self.portal.canonical(self.url))
