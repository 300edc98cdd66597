"""Pages of listings, read by the rules of portals."""

from __future__ import annotations

from scrapy.http import HtmlResponse

from crawler.discovery.index import following, read_index
from crawler.portals.aspnet import AspNet
from crawler.portals.javascript import JavaScript
from crawler.ways import Way, WayKind

URL = "https://so.tinhmau.gov.vn/tin.aspx"
LISTING = Way(WayKind.LISTING, URL, proved=True)


def page(body: str) -> HtmlResponse:
    return HtmlResponse(URL, body=f"<html><body>{body}</body></html>".encode(), encoding="utf-8")


def test_a_listing_goes_on_by_the_form_of_its_page() -> None:
    body = (
        '<form method="post" action="./tin.aspx">'
        '<input type="hidden" name="__VIEWSTATE" value="/w">'
        '<a href="/xem.aspx?newsid=7">Thêm ba sản phẩm OCOP</a><div><span>1</span>'
        "<a href=\"javascript:__doPostBack('pager','2')\">2</a></div></form>"
    )
    index = read_index(page(body), LISTING, AspNet(), 10**6)
    assert [link.url for link in index.links] == ["https://so.tinhmau.gov.vn/xem.aspx?newsid=7"]
    after = following(index, LISTING, 1)
    assert after is not None
    assert after.url == URL
    assert after.form == {"__EVENTTARGET": "pager", "__EVENTARGUMENT": "2", "__VIEWSTATE": "/w"}


def test_a_page_that_needs_a_browser_is_a_problem_with_advice() -> None:
    index = read_index(page('<div id="root"></div>'), LISTING, JavaScript(), 10**6)
    assert index.links == ()
    assert "browser" in index.problem
    assert "feed" in index.problem
