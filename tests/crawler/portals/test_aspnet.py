"""Portals on ASP.NET that were made for one publisher."""

from __future__ import annotations

import pytest

from crawler.portals.aspnet import AspNet
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://baomau.example"
LIST = f"{HOME}/NewsList.aspx?menu=Trong-tinh-130"
PAGER = "ctl00$ContentPlaceHolder1$ctlPaging"


def pager(number: int, last: int) -> str:
    marks = [
        f"<span>{n}</span>"
        if n == number
        else f"""<a href="javascript:__doPostBack('{PAGER}','{n}')">{n}</a>"""
        for n in range(1, last + 1)
    ]
    return "".join(marks)


def test_a_list_that_is_paged_by_postback_is_walked_to_its_end(saved: Saved) -> None:
    portal, found, forms = AspNet(), [], []
    number = 1
    while number:
        listing = portal.listing(
            saved("aspnet/list", LIST, number=str(number), pager=pager(number, 3))
        )
        found += [link.url for link in listing.links]
        if listing.next is None:
            break
        assert listing.next.url == LIST
        assert listing.next.form is not None
        forms.append(dict(listing.next.form))
        number = int(listing.next.form["__EVENTARGUMENT"])
    assert found == [f"{HOME}/viewer.aspx?macm=13&macmp=13&mabb=20012{n}" for n in (1, 2, 3)]
    assert [form["__EVENTTARGET"] for form in forms] == [PAGER, PAGER]
    # Each form holds the state of its own page: an old one would be refused.
    assert [form["__VIEWSTATE"] for form in forms] == ["/wEPDw1", "/wEPDw2"]
    assert [form["__EVENTVALIDATION"] for form in forms] == ["/wEWIAL+1", "/wEWIAL+2"]


def test_an_address_is_preferred_to_a_postback(saved: Saved) -> None:
    links = '<span>1</span><a href="/NewsList.aspx?menu=Trong-tinh-130&amp;page=2">2</a>'
    listing = AspNet().listing(saved("aspnet/list", LIST, number="1", pager=links))
    assert listing.next is not None
    assert listing.next.url == f"{LIST}&page=2"
    assert listing.next.form is None


def test_a_calendar_has_no_end_and_is_never_turned(saved: Saved) -> None:
    listing = AspNet().listing(saved("aspnet/calendar", f"{HOME}/Lich.aspx"))
    assert [link.url for link in listing.links] == [f"{HOME}/viewer.aspx?mabb=200121"]
    assert listing.next is None


def test_controls_tell_body_and_date_and_the_fraction_slash_stays(saved: Saved) -> None:
    url = f"{HOME}/default.aspx?page=news&do=detail&category_id=101&id=12"
    article = AspNet().article(saved("aspnet/controls", url))
    assert article.url == url
    assert article.title == "Danh sách quyết định công nhận sản phẩm OCOP"
    assert article.published == "2022-10-18"
    assert "624\u2044QĐ-UBND" in article.body


@pytest.mark.parametrize(
    ("html", "title", "date", "body"),
    [
        (  # Phú Yên
            '<div class="newsDetail"><div class="title">Chín sản phẩm mới</div><div class="date">'
            'Thứ Hai, 09/10/2023 14:00 CH</div><div class="text"><p>Thị xã có 9 sản phẩm.</p></div>'
            '<div class="otherNews"><p>Tỉnh có 316 sản phẩm</p></div></div>',
            "Chín sản phẩm mới",
            "2023-10-09T14:00:00+07:00",
            "Thị xã có 9 sản phẩm.",
        ),
        (  # Tây Ninh
            '<h1>Chín sản phẩm mới</h1><div class="de-newsCent"><span id="ctl00_DateTime1">'
            '09/10/2023 10:00</span></div><div class="de-sumcontent"><span>Tóm tắt</span></div>'
            '<div class="de-newscont"><span><p>Huyện có 9 sản phẩm.</p></span></div>',
            "Chín sản phẩm mới",
            "2023-10-09T10:00:00+07:00",
            "Huyện có 9 sản phẩm.",
        ),
    ],
)
def test_layouts_of_single_publishers(
    answer: Answer, html: str, title: str, date: str, body: str
) -> None:
    article = AspNet().article(answer(f"{HOME}/82/301/chin-san-pham.html", html))
    assert (article.title, article.published, article.body) == (title, date, body)


def test_files_that_stand_in_scripts_are_attachments(saved: Saved) -> None:
    url = "https://hdnd.tinhmau.gov.vn/chi-tiet-van-ban/VB_ID=16778"
    article = AspNet().article(saved("aspnet/script", url))
    assert [(one.url, one.name) for one in article.attachments] == [
        (
            "https://vanban.tinhmau.gov.vn/Upload/2025/47_2025_NQ_HDND.signed.pdf",
            "47_2025_NQ_HDND.signed.pdf",
        ),
        ("https://hdnd.tinhmau.gov.vn/Upload/2025/Phu luc 47.xlsx", "Phu luc 47.xlsx"),
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("/viewer.aspx?macm=13&macmp=13&mabb=1", "/viewer.aspx?macm=13&macmp=13&mabb=2"),
        ("/?classid=1&docid=200&pageid=27160", "/?classid=1&docid=201&pageid=27160"),
        ("/mDefault.aspx?catid=4", "/mDefault.aspx?catid=5"),
        ("/xem.aspx?10295", "/xem.aspx?10296"),
        ("/chi-tiet-van-ban/VB_ID=1", "/chi-tiet-van-ban/VB_ID=2"),
    ],
)
def test_identity_in_the_query_is_never_dropped(one: str, two: str) -> None:
    assert AspNet().canonical(HOME + one) != AspNet().canonical(HOME + two)


def test_a_session_in_the_path_is() -> None:
    session = f"{HOME}/(S(lit3py55t21z5v55vlm25s55))/viewer.aspx?mabb=1"
    assert AspNet().canonical(session) == f"{HOME}/viewer.aspx?mabb=1"


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/viewer.aspx?macm=13&macmp=13&mabb=200121", True),
        ("/?classid=1&docid=200123&pageid=27160&typegroupid=4", True),
        ("/17/187878/hoi-cho-ocop.aspx", True),
        ("/News/4521/1/ba-san-pham-4-sao.html", True),
        ("/Home/Detail2/889", True),
        ("/News/tin-nong-nghiep/2025/6/9127.aspx", True),
        ("/chi-tiet-van-ban/VB_ID=16778", True),
        ("/default.aspx?page=news&do=list&category_id=101", False),
        ("/NewsList.aspx?menu=Trong-tinh-130&page=8", False),
        ("/PrintPreview/218061/", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert AspNet().is_article(HOME + address) is is_article
