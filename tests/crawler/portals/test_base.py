"""What every family does: addresses, listings, articles, attachments."""

from __future__ import annotations

import re

import pytest

from crawler.portals.base import Attachment, Link, NextPage, Portal, Selectors, Twin
from tests.crawler.portals.conftest import Answer

URL = "https://baoa.vn/kinh-te/xa-nuoc-trong-12.html"


class Family(Portal):
    name = ""
    article_path = re.compile(r"-\d+\.html$")
    keeps = frozenset({"id"})
    folds_case = ("Pages",)
    twins = (Twin(re.compile(r"(https?://[^/]+)/print/([^?]+)(?:\?.*)?"), r"\1/\2"),)
    feeds = ("/{section}/index.rss", "/rss/all.rss")
    tag = "/tag/{words}.html"
    family = Selectors(
        title="h1.t, h1",
        summary=".sapo",
        body=".body",
        date=".date",
        noise=".related, td.image_desc",
        links=".list h3 a",
        next=".pager a",
    )


FAMILY = Family(home="https://baoa.vn/")


class TestAddresses:
    def test_twins_are_one(self) -> None:
        same = [
            URL,
            "http://www.baoa.vn/kinh-te/xa-nuoc-trong-12.html",
            "https://m.baoa.vn/kinh-te/xa-nuoc-trong-12.html?utm_source=x#top",
            "https://baoa.vn/print/kinh-te/xa-nuoc-trong-12.html?x=1",
            "https://baoa.vn/kinh-te/xa-nuoc-trong-12.html?tab=2&amp=1",
        ]
        assert {FAMILY.canonical(url) for url in same} == {URL}

    def test_the_query_that_names_an_article_stays(self) -> None:
        first = FAMILY.canonical("https://baoa.vn/pages/x.aspx?id=1&c=2")
        assert first == "https://baoa.vn/Pages/x.aspx?id=1"
        assert FAMILY.canonical("https://baoa.vn/Pages/x.aspx?id=2") != first

    def test_a_decomposed_path_stays(self) -> None:
        nfd = FAMILY.canonical("https://baoa.vn/tho\u031bi-su\u031b\u0323-12.html")
        assert nfd == "https://baoa.vn/tho%CC%9Bi-su%CC%9B%CC%A3-12.html"

    def test_articles_by_their_address(self) -> None:
        assert FAMILY.is_article(URL + "#x")
        assert not FAMILY.is_article("https://baoa.vn/kinh-te/")
        own = Family(article_pattern=re.compile(r"^/tin/\d+$"))
        assert own.is_article("https://baoa.vn/tin/7")
        assert not own.is_article(URL)
        assert Portal().is_article("https://baoa.vn/anything")

    def test_feeds_of_sections(self) -> None:
        assert FAMILY.feed_paths() == ("/rss/all.rss",)
        assert FAMILY.feed_paths("/kinh-te/") == ("/kinh-te/index.rss", "/rss/all.rss")

    def test_tags_are_quoted(self) -> None:
        assert FAMILY.tag_page("sản phẩm") == "/tag/s%E1%BA%A3n%20ph%E1%BA%A9m.html"


LIST = """
<ul class="menu"><li><a href="/kinh-te/">Kinh tế</a></li><li><a href="/anh-9.html">Ảnh</a></li></ul>
<div class="list">
 <div class="item"><a href="/che-may-1.html"><img src="a.jpg" alt="Đồi chè"></a>
  <h3><a href="/che-may-1.html">Chè Mây lên hạng</a></h3><p>Xã có thêm một sản phẩm OCOP.</p>
  <span class="time">08/01/2026 - 18:21</span></div>
 <div class="item"><h3><a href="mat-ong-2.html" title="Mật ong rừng">Mật ong…</a></h3>
  <p>Ngày 17/11/2023, huyện trao chứng nhận.</p></div>
 <div class="item"><h3><a href="javascript:void(0)">Không</a></h3></div>
 <div class="item"><h3><a href="/kinh-te/">Chuyên mục</a></h3></div>
</div>
<div class="related"><div class="list"><h3><a href="/cu-3.html">Tin cũ</a></h3></div></div>
<div class="pager"><a href="/kinh-te/">1</a><a href="/kinh-te/trang-2.html">2</a></div>
"""


class TestListing:
    def test_links_with_their_words(self, answer: Answer) -> None:
        listing = FAMILY.listing(answer("https://baoa.vn/kinh-te/", LIST))
        assert [link.url for link in listing.links] == [
            "https://baoa.vn/che-may-1.html",
            "https://baoa.vn/kinh-te/mat-ong-2.html",
        ]
        first, second = listing.links
        assert "Chè Mây lên hạng" in first.words
        assert "sản phẩm OCOP" in first.words
        assert "Mật ong rừng" in second.words
        assert "OCOP" not in second.words
        assert first.published == "2026-01-08T18:21:00+07:00"
        assert second.published == "", "the day of what is told is not that of the article"
        assert listing.next == NextPage("https://baoa.vn/kinh-te/trang-2.html")
        assert listing.drift == ()

    def test_a_base_element_is_heeded(self, answer: Answer) -> None:
        page = answer("https://baoa.vn/kinh-te/", LIST, head='<base href="https://baoa.vn/x/">')
        assert FAMILY.listing(page).links[1].url == "https://baoa.vn/x/mat-ong-2.html"

    def test_a_changed_layout_is_read_by_addresses_and_said(self, answer: Answer) -> None:
        listing = FAMILY.listing(answer("https://baoa.vn/", LIST.replace('class="list"', "")))
        urls = [link.url for link in listing.links]
        assert "https://baoa.vn/che-may-1.html" in urls
        assert listing.drift == ("links",)

    def test_the_last_page_that_repeats_itself_ends(self, answer: Answer) -> None:
        page = answer("https://baoa.vn/kinh-te/trang-2.html", LIST)
        assert FAMILY.listing(page).next is None

    def test_an_empty_page(self, answer: Answer) -> None:
        listing = FAMILY.listing(answer("https://baoa.vn/", ""))
        assert (listing.links, listing.next) == ((), None)

    def test_a_page_with_one_article_is_not_all_words(self, answer: Answer) -> None:
        body = (
            '<div class="list"><h3><a href="/a-1.html">Chè</a></h3></div>'
            + "<p>OCOP dài.</p>" * 200
        )
        (link,) = FAMILY.listing(answer("https://baoa.vn/", body)).links
        assert len(link.words) < 1100


PAGE = """
<div class="clock date">Chủ nhật, 22/11/2026 | 08:15</div>
<h1>Xã Nước Trong có thêm 3 sản phẩm <span class="ico"></span></h1>
<div class="date">08/01/2026 - 18:21</div><p class="sapo">(BA) - Ba sản phẩm chè.</p>
<div class="body"><p>Ngày 6-1, xã công nhận 1.<b>245</b> sản phẩm.</p>
<table><tr><td><img src="a.jpg"></td></tr><tr><td class="image_desc">77 gian</td></tr></table>
<div class="related"><p>Xã khác có 99 sản phẩm</p><span class="date">02/02/2024</span></div>
<p>Xem <a href="https://files.baoa.vn/QD-12.signed.pdf">Quyết định 12</a>.</p>
<p style="text-align: right"><strong>Lò Thị Mây</strong></p></div>
<div class="other"><span class="date">03/03/2025</span></div>
<div class="footer"><a href="/quy-che.pdf">Quy chế</a></div>
"""


class TestArticle:
    def test_fields(self, answer: Answer) -> None:
        found = FAMILY.article(answer(URL, PAGE))
        assert found.url == URL
        assert found.title == "Xã Nước Trong có thêm 3 sản phẩm"
        assert found.summary == "(BA) - Ba sản phẩm chè."
        assert found.body.splitlines() == [
            "Ngày 6-1, xã công nhận 1.245 sản phẩm.",
            "Xem Quyết định 12.",
            "Lò Thị Mây",
        ]
        assert found.published == "2026-01-08T18:21:00+07:00"
        assert found.author == "Lò Thị Mây"
        assert found.attachments == (
            Attachment("https://files.baoa.vn/QD-12.signed.pdf", "Quyết định 12"),
        )
        assert found.drift == ()

    def test_dates_below_the_body_are_of_other_articles(self, answer: Answer) -> None:
        page = PAGE.replace('<div class="date">08/01/2026 - 18:21</div>', "")
        assert FAMILY.article(answer(URL, page)).published == ""

    def test_what_the_page_marks_up_comes_after_what_it_prints(self, answer: Answer) -> None:
        head = '<meta property="og:title" content="Khác"><meta name="pubdate" content="2026-01-09">'
        found = FAMILY.article(answer(URL, PAGE, head=head))
        assert found.title.startswith("Xã Nước Trong")
        assert found.published == "2026-01-08T18:21:00+07:00"
        bare = FAMILY.article(answer(URL, "<p>{title}</p>", head=head))
        assert (bare.title, bare.published) == ("Khác", "2026-01-09")

    def test_what_nobody_says_is_taken_from_the_feed(self, answer: Answer) -> None:
        met = Link(URL, "", "2026-01-08T18:00:00+07:00", "Chè Mây", "Sapo của tin.")
        found = FAMILY.article(answer(URL, "<h1>{title}</h1>"), met)
        assert (found.title, found.summary) == ("Chè Mây", "Sapo của tin.")
        assert found.published == "2026-01-08T18:00:00+07:00"

    def test_the_feed_confirms_an_article_of_this_hour(self, answer: Answer) -> None:
        page = PAGE.replace("08/01/2026 - 18:21", "22/11/2026 - 08:05")
        assert FAMILY.article(answer(URL, page)).published == ""
        met = Link(URL, published="2026-11-22T08:05:00+07:00")
        # The clock of the page and the article stand on one day: either is right.
        assert FAMILY.article(answer(URL, page), met).published.startswith("2026-11-22T08:")

    def test_a_changed_layout_is_said(self, answer: Answer) -> None:
        found = FAMILY.article(answer(URL, "<h1>Chè</h1><div class='new'>Chữ</div>"))
        assert found.drift == ("body", "date")

    def test_selectors_of_the_source(self, answer: Answer) -> None:
        own = Family(own_selectors={"title": ".headline"})
        page = PAGE + '<p class="headline">Tựa khác</p>'
        assert own.article(answer(URL, page)).title == "Tựa khác"

    def test_the_response_is_left_as_it_came(self, answer: Answer) -> None:
        page = answer(URL, PAGE)
        FAMILY.article(page)
        assert page.css(".related").get() is not None

    @pytest.mark.parametrize("html", ["", "\0\0", "<", "<div>" * 3000, "<p>" + "x" * 100_000])
    def test_odd_pages_are_read(self, answer: Answer, html: str) -> None:
        assert FAMILY.article(answer(URL, html)).published == ""


class TestOwnAddress:
    def canonical(self, answer: Answer, said: str, url: str = URL) -> str:
        head = f'<link rel="canonical" href="{said}">'
        return FAMILY.article(answer(url, PAGE, head=head)).url

    def test_a_moved_slug_is_believed(self, answer: Answer) -> None:
        assert self.canonical(answer, "/kt/moi-12.html") == "https://baoa.vn/kt/moi-12.html"

    @pytest.mark.parametrize(
        "said", ["/", "https://baoa.vn/kinh-te/", "https://khac.vn/a-1.html", "", "javascript:"]
    )
    def test_homes_sections_and_strangers_are_not(self, answer: Answer, said: str) -> None:
        assert self.canonical(answer, said) == URL

    def test_one_that_forgets_the_parameter_is_not(self, answer: Answer) -> None:
        url = "https://baoa.vn/xem.html?id=7"
        own = Family(home="https://baoa.vn/", article_pattern=re.compile(r"xem"))
        head = '<link rel="canonical" href="/xem.html">'
        assert own.article(answer(url, PAGE, head=head)).url == url


class TestAttachments:
    def urls(self, answer: Answer, body: str, portal: Portal = FAMILY) -> list[str]:
        page = answer(URL, f'<h1>Chè</h1><div class="body">Chữ {body}</div>')
        return [one.url for one in portal.article(page).attachments]

    def test_files_on_other_hosts_each_once(self, answer: Answer) -> None:
        body = """<a href="https://cdn.b.vn/a.pdf">A</a><a href="https://cdn.b.vn/a.pdf#2">A</a>
        <a href="/b.DOCX?v=1">B</a><a href="/tin-1.html">Tin</a>
        <a href="javascript:x('c.pdf')">C</a>"""
        assert self.urls(answer, body) == ["https://cdn.b.vn/a.pdf", "https://baoa.vn/b.DOCX?v=1"]

    def test_viewers_show_files(self, answer: Answer) -> None:
        body = """<iframe src="https://docs.google.com/gview?url=https://f.vn/a.pdf"></iframe>
        <embed src="/b.pdf"><object data="/c.pdf"></object><iframe src="https://v.vn/xem"></iframe>"""
        assert self.urls(answer, body) == [
            "https://f.vn/a.pdf", "https://baoa.vn/b.pdf", "https://baoa.vn/c.pdf",
        ]  # fmt: skip

    def test_links_that_say_that_they_are_files(self, answer: Answer) -> None:
        body = """<a href="/tai?id=7">Phu-luc.xlsx</a><a href="/tai?id=8" download>Tải về</a>
        <a href="/tai?id=9" type="application/pdf">Quyết định</a><a href="/tai?id=10">Tải về</a>"""
        assert self.urls(answer, body) == [
            "https://baoa.vn/tai?id=7", "https://baoa.vn/tai?id=8", "https://baoa.vn/tai?id=9",
        ]  # fmt: skip

    def test_a_selector_calls_anything_a_file(self, answer: Answer) -> None:
        own = Family(own_selectors={"attachments": ".files a"})
        page = answer(URL, PAGE + '<p class="files"><a href="/d/77">Tải</a></p>')
        assert [one.url for one in own.article(page).attachments] == [
            "https://baoa.vn/d/77", "https://files.baoa.vn/QD-12.signed.pdf",
        ]  # fmt: skip
