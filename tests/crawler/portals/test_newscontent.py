"""``/section/slug-<id>.html`` with ``div.newscontent``."""

from __future__ import annotations

from crawler.portals.newscontent import NewsContent
from tests.crawler.portals.conftest import Answer

HOME = "https://baokenhxang.com.vn/"
URL = f"{HOME}kinh-te/kho-ca-dong-vao-tet-77001.html"
PORTAL = NewsContent(home=HOME)


def test_article(answer: Answer) -> None:
    for css, date in (("contentView", "date-contentL"), ("newscontent", "date")):
        page = f"""<h1>Khô cá đồng vào tết</h1><div class="{date}">Thứ Năm, 08:45, 14/01/2026</div>
        <div class="{css}"><p>Xã có 3 lò.</p><img src="/uploads/image/2026/01/13/kho.jpg"></div>"""
        found = PORTAL.article(answer(URL, page))
        assert (found.title, found.body) == ("Khô cá đồng vào tết", "Xã có 3 lò.")
        assert found.published == "2026-01-14T08:45:00+07:00"


def test_the_picture_tells_the_day_when_nothing_else_does(answer: Answer) -> None:
    page = """<div class="date">22/11/2026</div><h1>Khô</h1>
    <div class="newscontent"><p>Chữ.</p><img src="/uploads/image/2026/01/13/kho.jpg"></div>"""
    assert PORTAL.article(answer(URL, page)).published == "2026-01-13"


def test_addresses() -> None:
    assert PORTAL.is_article(URL)
    for other in ("kho-ca-77001/tag.html", "77001.html", "kinh-te/", "kinh-te/trang.html"):
        assert not PORTAL.is_article(HOME + other)
