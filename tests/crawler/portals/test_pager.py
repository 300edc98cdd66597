"""Where a listing goes on, and that it ends."""

from __future__ import annotations

import pytest
from parsel import Selector

from crawler.portals import pager

URL = "https://baoa.vn/kinh-te/"


def after(html: str, url: str = URL) -> str:
    page = Selector(text=f'<div class="pagination">{html}</div>')
    return pager.after(page.css(".pagination a, .pagination span"), url, url)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="?page=2">&gt;</a>',
        '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=9">9</a>',
        '<a href="?page=9">&raquo;</a><a href="?page=2">2</a>',  # » is the last page
        '<a href="?page=2">Trang sau »</a>',
        '<a href="?page=2">Tiếp</a>',
        '<a href="?page=2" title="Trang tiếp theo"><i></i></a>',
        '<a href="?page=2" class="next"><i></i></a>',
        '<a href="?page=2" rel="next">2</a>',
        '<a href="?page=2">Xem thêm</a>',
        '<span>1</span><a href="javascript:void(0)">2</a><a href="?page=3">3</a>',
    ],
)
def test_forward(html: str) -> None:
    assert after(html) == f"{URL}?page=2"


def test_the_present_page_is_marked() -> None:
    html = '<a href="/t/3">3</a><span class="current">4</span><a href="/t/5">5</a>'
    assert after(html, "https://baoa.vn/t/x") == "https://baoa.vn/t/5"
    html = (
        '<li><a href="/t/3">3</a></li><li class="active"><a>4</a></li><li><a href="/t/5">5</a></li>'
    )
    assert after(html, "https://baoa.vn/t/x") == "https://baoa.vn/t/5"


def test_a_pager_without_a_name_is_known_by_its_numbers() -> None:
    def following(html: str, url: str = URL) -> str:
        page = Selector(text=f"<body>{html}</body>")
        return pager.after(pager.of_page(page, "", url), url, url)

    row = """<div class="x"><a href="/kt">[1]</a> <a href="/kt?trang=2">[2]</a>
    <a href="/kt?trang=3">[3]</a></div>"""
    assert following(row) == "https://baoa.vn/kt?trang=2"
    assert following(row, "https://baoa.vn/kt?trang=2") == "https://baoa.vn/kt?trang=3"
    for css in ("Paging", "wpthemePaging", "PhanTrang", "x-pager"):
        named = f'<div class="{css}"><a href="/kt/trang-2">Trang sau</a></div>'
        assert following(named) == "https://baoa.vn/kt/trang-2"
    assert following('<div class="homepage"><a href="/kt/trang-2">Tin sau</a></div>') == ""
    cells = "".join(f'<td><a href="/lich?ngay={day}">{day}</a></td>' for day in range(1, 31))
    assert following(f"<table><tr>{cells}</tr></table>") == ""
    assert following('<p>Năm <a href="/a">2</a> vụ, <a href="/b-77">3</a> lần</p>') == ""


def test_pages_counted_from_nought() -> None:
    html = '<a href="?page=0">1</a><span class="active">2</span><a href="?page=2">3</a>'
    assert after(html, f"{URL}?page=1") == f"{URL}?page=2"


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<a href="javascript:void(0)">2</a>',
        '<a href="javascript:void(0)">&gt;</a><a href="?page=1">1</a>',
        '<a href="?page=1">1</a><a href="?page=2">2</a><span class="active">3</span>',
        '<a href="?page=3">&gt;</a>',  # of the present page
        '<a href="?page=1">&lt;</a><a href="?page=2">&gt;</a>',  # back
    ],
)
def test_the_end(html: str) -> None:
    assert after(html, f"{URL}?page=3") == ""


def test_a_script_link_is_told_from_its_neighbour_only_when_that_is_plain() -> None:
    html = '<a href="/kt-3/trang-3.html">3</a><a href="javascript:;">2</a>'
    assert after(html) == ""  # which 3 is the page?
    html = '<a href="/kt/trang-3.html">3</a><a href="javascript:;">2</a>'
    assert after(html) == "https://baoa.vn/kt/trang-2.html"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://b.vn/a?page=3", 3),
        ("https://b.vn/a.aspx?menu=2&PageIndex=4", 4),
        ("https://b.vn/a/page/5/", 5),
        ("https://b.vn/a/page-6/", 6),
        ("https://b.vn/a/trang-7.html", 7),
        ("https://b.vn/a/12.html", None),
        ("https://b.vn/homepage-3d-a", None),
    ],
)
def test_numbers_in_addresses(url: str, number: int | None) -> None:
    assert pager.number_in(url) == number
