"""SharePoint of provinces and of the ministry."""

from __future__ import annotations

import pytest

from crawler.portals.sharepoint import SharePoint
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://www.tinhmau.gov.vn"
LIST = f"{HOME}/Trang/tin-tuc-su-kien.aspx"
ONE = f"{HOME}/Trang/ChiTietTinTuc.aspx?nid=168690"
TWO = f"{HOME}/Trang/ChiTietTinTuc.aspx?nid=168544"


def pager(number: int, last: int) -> str:
    marks = [
        f'<span class="current">{n}</span>'
        if n == number
        else f'<a href="/Trang/tin-tuc-su-kien.aspx?page={n}">{n}</a>'
        for n in range(1, last + 1)
    ]
    return "".join(marks)


def test_a_list_is_walked_to_its_end_and_the_calendar_is_not(saved: Saved) -> None:
    portal, url, asked = SharePoint(), LIST, []
    for number in range(1, 9):
        asked.append(url)
        links = pager(number, 3).replace("<", '<i class="pagination"><', 1) + "</i>"
        listing = portal.listing(saved("sharepoint/list", url, pager=links))
        assert [portal.canonical(link.url) for link in listing.links] == [ONE, TWO]
        if listing.next is None:
            break
        url = listing.next.url
    assert asked == [LIST, f"{LIST}?page=2", f"{LIST}?page=3"]


def test_the_fields_of_an_article(saved: Saved) -> None:
    article = SharePoint().article(saved("sharepoint/article", f"{ONE}&title=them-11.html"))
    assert article.url == ONE  # the page's canonical link forgets the parameter
    assert article.title == "Thêm 11 sản phẩm OCOP"
    assert article.published == "2025-08-14T15:20:00+07:00"
    assert article.author == "Bùi Hạnh"
    assert "11 sản phẩm OCOP, đều đạt 3 sao" in article.body
    assert "405" not in article.body


def test_attachments_of_a_list_are_found_below_the_text(saved: Saved) -> None:
    [attachment] = SharePoint().article(saved("sharepoint/article", ONE)).attachments
    assert attachment.name == "942-QĐ công nhận"
    assert attachment.url.startswith(f"{HOME}/Lists/TinTuc/Attachments/168690/")


@pytest.mark.parametrize(
    "twin",
    [
        f"{ONE}&title=them-11-san-pham.html",
        f"{ONE}&Keyword=",
        ONE.replace("/Trang/", "/trang/"),
        ONE.replace("nid", "NID"),
        f"{HOME}/Trang/ChiTietTinTuc.aspx?IsDlg=1&nid=168690",
    ],
)
def test_one_article_has_one_address(twin: str) -> None:
    assert SharePoint().canonical(twin) == ONE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("/ct/cms/tintuc/Lists/TinTuc/View_Detail.aspx?ItemID=12", "?ItemID=13"),
        ("/TW/Pages/vbpq-toanvan.aspx?ItemID=119147", "?ItemID=119148"),
        ("/Pages/xem.aspx?ma=AB12", "?ma=AB13"),  # nobody knows this parameter
        ("/So/soxaydung/Trang/ChiTietTinTuc.aspx?nid=1", "?nid=2"),
    ],
)
def test_identity_in_the_query_is_never_dropped(one: str, two: str) -> None:
    portal = SharePoint()
    other = one.partition("?")[0] + two
    assert portal.canonical(HOME + one) != portal.canonical(HOME + other)


def test_letter_case_of_libraries_does_not_count() -> None:
    folded = SharePoint().canonical(f"{HOME}/so/soxaydung/trang/ChiTietTinTuc.aspx?nid=7")
    assert folded == f"{HOME}/So/soxaydung/Trang/ChiTietTinTuc.aspx?nid=7"


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/Trang/ChiTietTinTuc.aspx?nid=5479", True),
        ("/ct/cms/tintuc/x/View_Detail.aspx?ItemID=12", True),
        ("/Lists/ThongBao/DispForm.aspx?ID=31", True),
        ("/vi/sonnptnt/Pages/them-san-pham-ocop.aspx", True),
        ("/Pages/bo-nong-nghiep-cong-bo-ket-qua-ocop.aspx", True),
        ("/Pages/default.aspx", False),
        ("/Pages/danh-sach-tin-nong-thon-moi.aspx", False),
        ("/Lists/LichCongTac/calendar.aspx?CalendarDate=1%2F12%2F2031", False),
        ("/Trang/tai-lieu-tra-cuu.aspx?loaiVanBan=3", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert SharePoint().is_article(HOME + address) is is_article


def test_the_ministry_tells_its_title_to_machines_only(answer: Answer) -> None:
    url = "https://www.bomau.gov.vn/Pages/cong-nhan-43-san-pham-ocop-5-sao.aspx"
    article = SharePoint().article(
        answer(
            url,
            '<div id="divArticleDescription"><p>Hội đồng trung ương họp.</p></div>',
            head='<meta property="og:title" content="Công nhận 43 sản phẩm 5 sao">',
        )
    )
    assert article.title == "Công nhận 43 sản phẩm 5 sao"
    assert article.body == "Hội đồng trung ương họp."


def test_a_list_of_decisions_leads_to_their_files(answer: Answer) -> None:
    row = (
        "<tr><td>{}⁄QĐ-UBND</td><td>20/06/2025</td><td>Công nhận sản phẩm OCOP đợt {}</td>"
        '<td><a href="/Lists/VanBan/Attachments/{}/qd.pdf">Tải về</a></td></tr>'
    )
    table = f"<table>{row.format(624, 1, 11)}{row.format(980, 2, 12)}</table>"
    listing = SharePoint().listing(answer(f"{HOME}/Trang/tai-lieu-tra-cuu.aspx", table))
    assert [link.url for link in listing.links] == [
        f"{HOME}/Lists/VanBan/Attachments/{n}/qd.pdf" for n in (11, 12)
    ]
    assert "624⁄QĐ-UBND" in listing.links[0].words
    assert "đợt 2" not in listing.links[0].words
    assert listing.links[0].published == "2025-06-20"
