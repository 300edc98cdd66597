"""Forms that ``__doPostBack`` would send, and pagers that turn by postback."""

from __future__ import annotations

import pytest
from parsel import Selector
from scrapy.http import HtmlResponse

from crawler.portals import postback
from crawler.portals.postback import Postback

URL = "http://baotinh.example/NewsList.aspx?menu=Trong-tinh-130"
FORM = """
<form method="post" action="./NewsList.aspx?menu=Trong-tinh-130" id="aspnetForm"
      enctype="multipart/form-data">
  <input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
  <input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
  <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NA==" />
  <input type="hidden" name="__EVENTVALIDATION" value="/wEWIAL+raDpAg==" />
  <input type="text" name="ctl00$txtSearch" value="sản phẩm" />
  <select name="ctl00$ddlYear"><option value="2025">2025</option>
    <option value="2026" selected="selected">2026</option></select>
  <input type="checkbox" name="ctl00$chkAll" value="on" />
  <input type="submit" name="ctl00$btnSearch" value="Tìm" />
  {pager}
</form>
"""
DECOY = '<form action="/tim-kiem" method="get"><input name="q" value=""></form>'


def page(pager: str) -> HtmlResponse:
    body = f"<html><body>{DECOY}{FORM.format(pager=pager)}</body></html>"
    return HtmlResponse(URL, body=body.encode(), encoding="utf-8")


def link(script: str, words: str = "2") -> str:
    return f'<a href="javascript:{script}">{words}</a>'


def anchor(html: str) -> Selector:
    return Selector(text=html).css("a")[0]


@pytest.mark.parametrize(
    ("html", "event"),
    [
        (link("__doPostBack('ctl00$Main$Pager','3')"), Postback("ctl00$Main$Pager", "3")),
        (
            link("__doPostBack(&#39;ctl00$grid&#39;,&#39;Page$2&#39;)"),
            Postback("ctl00$grid", "Page$2"),
        ),
        ('<a href=\'javascript:__doPostBack("lnkNext", "")\'>Sau</a>', Postback("lnkNext", "")),
        (
            """<a href="#" onclick="__doPostBack('ctl00$p','4'); return false;">4</a>""",
            Postback("ctl00$p", "4"),
        ),
        (
            "<a href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("
            '"ctl00$lnk", "", true, "", "", false, true))\'>Tiếp</a>',
            Postback("ctl00$lnk", ""),
        ),
        (link(r"__doPostBack('a\\b','it\x27s')"), Postback("a\\b", "it's")),
        ('<a href="/tin/2">2</a>', None),
        ('<a href="javascript:void(0)">2</a>', None),
    ],
)
def test_the_event_of_a_link(html: str, event: Postback | None) -> None:
    assert postback.called(anchor(html)) == event


def test_a_postback_sends_every_field_of_the_form_and_presses_no_button() -> None:
    following = postback.next_page(page(""), Postback("ctl00$Main$ctlPaging", "3"))
    assert following is not None
    assert following.url == URL
    assert following.form == {
        "__EVENTTARGET": "ctl00$Main$ctlPaging",
        "__EVENTARGUMENT": "3",
        "__VIEWSTATE": "/wEPDwUKMTY1NA==",
        "__EVENTVALIDATION": "/wEWIAL+raDpAg==",
        "ctl00$txtSearch": "sản phẩm",
        "ctl00$ddlYear": "2026",
    }


def test_a_page_without_a_state_has_no_form_to_send() -> None:
    response = HtmlResponse(URL, body=DECOY.encode(), encoding="utf-8")
    assert postback.next_page(response, Postback("x", "1")) is None


def grid(shown: int, numbers: range, *, before: bool = False, after: bool = False) -> Selector:
    """The pager of a GridView: numbers, and ``...`` to the tens around them."""
    cells = [
        f"<td><span>{n}</span></td>" if n == shown
        else f"<td>{link(f'__doPostBack(&#39;ctl00$grid&#39;,&#39;Page${n}&#39;)', str(n))}</td>"
        for n in numbers
    ]  # fmt: skip
    dots = "<td>{}</td>"
    call = "__doPostBack('ctl00$grid','Page${}')"
    if before:
        cells.insert(0, dots.format(link(call.format(numbers[0] - 1), "...")))
    if after:
        cells.append(dots.format(link(call.format(numbers[-1] + 1), "...")))
    return Selector(text=f"<table><tr class='pgr'>{''.join(cells)}</tr></table>")


def test_the_number_after_the_one_that_is_no_link_comes_next() -> None:
    assert postback.following(grid(1, range(1, 4))) == Postback("ctl00$grid", "Page$2")
    assert postback.following(grid(2, range(1, 4))) == Postback("ctl00$grid", "Page$3")


def test_the_last_page_has_no_next() -> None:
    assert postback.following(grid(3, range(1, 4))) is None


def test_dots_lead_to_the_ten_after_and_never_back() -> None:
    last_of_ten = grid(10, range(1, 11), after=True)
    assert postback.following(last_of_ten) == Postback("ctl00$grid", "Page$11")
    first_of_ten = grid(11, range(11, 13), before=True)
    assert postback.following(first_of_ten) == Postback("ctl00$grid", "Page$12")
    assert postback.following(grid(12, range(11, 13), before=True)) is None


def test_a_link_that_says_next_needs_no_numbers() -> None:
    pager = Selector(
        text=link("__doPostBack('p','prev')", "Trang trước")
        + link("__doPostBack('p','next')", "Trang sau")
    )
    assert postback.following(pager) == Postback("p", "next")


def test_a_greyed_out_next_is_the_end() -> None:
    pager = Selector(
        text=link("__doPostBack('p','prev')", "Trang trước")
        + """<a class="aspNetDisabled" href="javascript:__doPostBack('p','next')">Trang sau</a>"""
    )
    assert postback.following(pager) is None
