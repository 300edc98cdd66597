"""``slug-a<id>.html``: print twins, raw tags, a pager partly of scripts."""

from __future__ import annotations

from crawler.portals.base import NextPage
from crawler.portals.vdoc import Vdoc
from tests.crawler.portals.conftest import Answer

HOME = "https://baobensong.com.vn/"
URL = f"{HOME}muoi-san-pham-moi-a195001.html"
PORTAL = Vdoc(home=HOME)

PAGE = """
<div class="clock">Chủ nhật, 22/11/2026 - 08:15</div>
<h1>Mười sản phẩm mới của Bến Sông <span class="sprite icophoto"></span></h1>
<span class="pubdate">08/01/2026 - 18:21</span>
<a href="javascript:;" onclick="printPopup('/print/muoi-san-pham-moi-a195001.html')">In</a>
<div id="newscontents"><div class="content-fck">
<p><strong>(BSO) - Ngày 8-1, tỉnh trao chứng nhận cho mười sản phẩm của bảy chủ thể.</strong></p>
<p>Trong đó có hai sản phẩm nâng hạng.</p>
<p>Danh sách: <a href="/uploads/files/2026/01/08/phu-luc.xlsx">Phụ lục</a></p>
<p><strong>Tin, ảnh: Sáu Nghĩa</strong></p></div></div>
<div class="other-news"><span class="pubdate">01/01/2020 - 01:01</span></div>
<div class="tags"><a href="/tags/ngành Nông nghiệp.html">ngành Nông nghiệp</a></div>
"""


def test_article(answer: Answer) -> None:
    head = f'<link rel="canonical" href="{URL}"><meta property="og:type" content="article">'
    found = PORTAL.article(answer(URL, PAGE, head=head))
    assert found.title == "Mười sản phẩm mới của Bến Sông"
    assert found.summary.startswith("(BSO) - Ngày 8-1")
    assert found.published == "2026-01-08T18:21:00+07:00"
    assert found.author == "Tin, ảnh: Sáu Nghĩa"
    assert found.body.splitlines()[1] == "Trong đó có hai sản phẩm nâng hạng."
    assert [one.url for one in found.attachments] == [
        f"{HOME}uploads/files/2026/01/08/phu-luc.xlsx"
    ]
    assert found.drift == ()


def test_variants(answer: Answer) -> None:
    for css in ('id="contentNews"><div class="singular-content', 'class="post-content'):
        page = f"""<h1>Chè</h1><div class="pubdate fleft">08/01/2026 - 18:21</div>
        <h4 class="sapo">Lời dẫn.</h4><div {css}"><p>Chữ.</p></div>"""
        found = PORTAL.article(answer(URL, page))
        assert (found.summary, found.body) == ("Lời dẫn.", "Chữ.")
        assert found.published == "2026-01-08T18:21:00+07:00"


def test_the_print_view_is_the_article() -> None:
    same = (f"{HOME}print/muoi-san-pham-moi-a195001.html", f"{URL}?gidzl=x", f"{URL}#binh-luan")
    assert {PORTAL.canonical(one) for one in same} == {URL}


def test_articles_by_their_address() -> None:
    assert PORTAL.is_article(URL)
    for path in ("print/a-a1.html", "kinh-te/", "kinh-te/trang2.html", "tags/ngành Thanh tra.html"):
        assert not PORTAL.is_article(HOME + path)


LIST = """
<ul class="list-news-img-style-1">
<li class="news-img"><a class="thumb" href="muoi-san-pham-moi-a195001.html"><img src="a.jpg"></a>
<a class="b-title" href="muoi-san-pham-moi-a195001.html"><h3>Mười sản phẩm mới</h3></a>
<span class="sapo">Tỉnh trao chứng nhận OCOP.</span></li>
<li class="news-img"><a class="b-title" href="gia-lua-a195002.html"><h3>Giá lúa</h3></a></li></ul>
<div class="boxpage"><div id="page"><ul><li class="active"><a href="javascript:void(0)">1</a></li>
<li><a href="/kinh-te/trang2.html">2</a></li><li><a href="javascript:void(0)">3</a></li>
<li><a href="/kinh-te/trang2.html">»</a></li></ul></div></div>
"""


def test_listing(answer: Answer) -> None:
    listing = PORTAL.listing(answer(f"{HOME}kinh-te/", LIST))
    assert [link.url for link in listing.links] == [
        f"{HOME}kinh-te/muoi-san-pham-moi-a195001.html",
        f"{HOME}kinh-te/gia-lua-a195002.html",
    ]
    assert "OCOP" in listing.links[0].words
    assert "OCOP" not in listing.links[1].words
    assert listing.next == NextPage(f"{HOME}kinh-te/trang2.html")


def test_scripts_in_the_pager(answer: Answer) -> None:
    second = LIST.replace('<li class="active"><a href="javascript:void(0)">1</a></li>', "").replace(
        '<li><a href="/kinh-te/trang2.html">2</a></li>',
        '<li><a href="/kinh-te/trang1.html">1</a></li><li class="active"><a>2</a></li>',
    )
    # The present page shows how its number stands in the address.
    listing = PORTAL.listing(answer(f"{HOME}kinh-te/trang2.html", second))
    assert listing.next == NextPage(f"{HOME}kinh-te/trang3.html")
    hidden = second.replace("/kinh-te/trang1.html", "/kinh-te/")
    assert PORTAL.listing(answer(f"{HOME}kinh-te/muc-99", hidden)).next is None


def test_the_last_page_that_repeats_ends(answer: Answer) -> None:
    last = """<li class="news-img"><a class="b-title" href="/a-a1.html">Chè</a></li>
    <div class="boxpage"><div id="page"><ul><li><a href="/kinh-te/trang1.html">1</a></li>
    <li class="active"><a href="javascript:void(0)">2</a></li>
    <li><a href="/kinh-te/trang3.html">»</a></li></ul></div></div>"""
    assert PORTAL.listing(answer(f"{HOME}kinh-te/trang2.html", last)).next is None


def test_tags_are_quoted_as_they_are() -> None:
    raw = f"{HOME}tags/ng\u00e0nh Thanh tra.html"
    assert PORTAL.canonical(raw) == f"{HOME}tags/ng%C3%A0nh%20Thanh%20tra.html"
    decomposed = f"{HOME}tags/nga\u0300nh Thanh tra.html"
    assert PORTAL.canonical(decomposed) == f"{HOME}tags/nga%CC%80nh%20Thanh%20tra.html"


def test_feeds_stand_in_subcategories() -> None:
    assert PORTAL.feed_paths("/kinh-te/nong-nghiep.html") == ("/rss/subcate/nong-nghiep/",)
