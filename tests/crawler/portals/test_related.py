"""Boxes of other articles inside a text."""

from __future__ import annotations

import pytest
from parsel import Selector

from crawler.portals.lead import lead
from crawler.portals.related import cut
from crawler.portals.text import lines_of

TEXT = "<p>Xã có 3 sản phẩm.</p>"
MORE = "<p>Năm sau xã đăng ký 2 sản phẩm.</p>"


def left(box: str) -> list[str]:
    body = Selector(text=f"<div>{TEXT}{box}{MORE}</div>").css("div")[0]
    cut(body)
    return lines_of(body).splitlines()


BARE = ["Xã có 3 sản phẩm.", "Năm sau xã đăng ký 2 sản phẩm."]


@pytest.mark.parametrize(
    "box",
    [
        '<p>Bài liên quan</p><a href="/a">Nơi khác có 99 sản phẩm</a>',
        '<p><b>Bài đọc tiếp:</b></p><ul><li><a href="/a">Có 99</a><li><a href="/b">88</a></ul>',
        '<h3>CÙNG CHUYÊN MỤC</h3><div><a href="/a"><img></a><a href="/a">Có 99</a></div>',
        '<div><h4>Tin liên quan</h4><p><a href="/a">Có 99</a> <i>(02/03/2024)</i></p></div>',
        '<p>» Xem thêm:</p><p></p><p><a href="/a">Có 99</a></p>',
    ],
)
def test_boxes_are_cut(box: str) -> None:
    assert left(box) == BARE


@pytest.mark.parametrize(
    "box",
    [
        "<p>Tin liên quan</p><p>Xã khác có 99 sản phẩm.</p>",  # prose: whose is unknown
        '<p>Xem thêm</p><p><a href="/qd.pdf">Quyết định 12</a></p>',
        "<p>Cùng chuyên mục</p>",
        '<p>Bài liên quan đến giá</p><a href="/a">Giá</a>',
    ],
)
def test_what_may_be_text_stays(box: str) -> None:
    assert left(box) != BARE
    assert left(box)[0] == BARE[0]
    assert left(box)[-1] == BARE[-1]


def test_text_after_a_box_stays() -> None:
    body = Selector(text='<div><p>Bài liên quan</p><a href="/a">99</a> Chữ còn lại.</div>').css(
        "div"
    )[0]
    cut(body)
    assert lines_of(body) == "Chữ còn lại."


def test_a_bold_first_paragraph_is_the_lead() -> None:
    def read(html: str) -> str:
        return lead(Selector(text=f"<div>{html}</div>").css("div")[0])

    bold = "(CTO) - Ba sản phẩm chè của xã vừa được công nhận."
    assert read(f"<p><strong>{bold}</strong></p>{TEXT}") == bold
    assert read(f"<p> </p><p><b>{bold[:20]}</b><b>{bold[20:]}</b></p>") == bold
    assert read(f"<h2><strong>{bold}</strong></h2>") == bold
    assert read(f"<p>{bold}</p>") == ""
    assert read(f"<p><b>Xã Mây</b> {bold}</p>") == ""
    assert read("<p><b>Bài 1: Đường lên</b></p>") == ""
    assert lead(None) == ""
