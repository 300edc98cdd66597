"""Joomla, with K2 and with its own articles."""

from __future__ import annotations

import pytest

from crawler.portals.joomla import Joomla
from tests.crawler.portals.conftest import Saved

HOME = "http://ntm.tinhmau.gov.vn"
LIST = f"{HOME}/index.php/component/k2/itemlist/category/38-sa-n-pha-m-ocop"
ITEM = f"{HOME}/index.php/component/k2/item/4011-mat-ong-rung"


def pager(number: int, last: int) -> str:
    """Twenty items a page; the first page has the offset 0."""

    def link(page: int, words: str) -> str:
        href = (
            f"/index.php/component/k2/itemlist/category/38-sa-n-pha-m-ocop?start={20 * page - 20}"
        )
        return f'<li><a title="{words}" href="{href}" class="pagenav">{words}</a></li>'

    marks = [
        f'<li><span class="pagenav">{n}</span></li>' if n == number else link(n, str(n))
        for n in range(1, last + 1)
    ]
    return "".join(marks)


@pytest.mark.parametrize("first", [LIST, f"{LIST}?start=0"])
def test_offsets_are_walked_to_the_end(saved: Saved, first: str) -> None:
    url, asked, found = first, [], []
    for number in range(1, 9):
        asked.append(url)
        page = saved("joomla/k2-list", url, pager=pager(number, 3), id=str(number))
        listing = Joomla().listing(page)
        found += [link.url.rpartition("/")[2] for link in listing.links]
        if listing.next is None:
            break
        url = listing.next.url
    assert asked[1:] == [f"{LIST}?start=20", f"{LIST}?start=40"]
    assert found == [
        f"{n}{slug}" for n in (1, 2, 3) for slug in ("1-mat-ong-rung", "2-tra-shan-tuyet")
    ]


def test_a_link_of_a_list_brings_summary_and_date(saved: Saved) -> None:
    one, _ = Joomla().listing(saved("joomla/k2-list", LIST, pager="", id="1")).links
    assert "Tổ hợp tác nuôi ong có thêm nhãn hiệu" in one.words
    assert one.published == "2025-03-11T09:05:00+07:00"


def test_the_fields_of_an_item_of_k2(saved: Saved) -> None:
    article = Joomla().article(saved("joomla/k2-item", ITEM))
    # The same item stands under two menus; the canonical link decides.
    assert article.url == f"{HOME}/index.php/san-pham/item/4011-mat-ong-rung"
    assert article.title == "Mật ong rừng đạt 4 sao"
    assert article.summary == "Tổ hợp tác nuôi ong có thêm nhãn hiệu."
    assert article.body == "Sản phẩm được Hội đồng chấm 82 điểm."
    assert article.published == "2025-03-11T09:05:00+07:00"
    assert article.author == "Vũ Lan"
    assert [(one.url, one.name) for one in article.attachments] == [
        (f"{HOME}/index.php/component/k2/item/download/12_9f3b7f2d1c", "QD-88.pdf"),
        (f"{HOME}/index.php/component/k2/item/download/13_0a1b2c3d4e", "Phụ lục"),
    ]
    assert article.drift == ()


def test_the_fields_of_an_article_of_joomla_itself(saved: Saved) -> None:
    url = f"{HOME}/index.php/tin-t-c/119-tap-huan-chu-the-ocop"
    article = Joomla().article(saved("joomla/article", url))
    assert article.title == "Tập huấn chủ thể OCOP"
    assert article.body == "Lớp học có 60 chủ thể tham dự."
    assert article.published == "2025-04-08T09:15:00+07:00"
    assert article.author == "Đỗ Quyên"


@pytest.mark.parametrize(
    "twin", [f"{ITEM}?tmpl=component&print=1", f"{ITEM}?Itemid=107", f"{ITEM}?start=0"]
)
def test_views_of_an_item_have_its_address(twin: str) -> None:
    assert Joomla().canonical(twin) == ITEM


def test_an_article_that_the_query_names_keeps_its_name() -> None:
    one = f"{HOME}/index.php?option=com_content&view=article&id=119:tap-huan&Itemid=7"
    portal = Joomla()
    assert portal.is_article(one)
    assert portal.canonical(one) != portal.canonical(one.replace("119", "120"))
    assert portal.canonical(one) == portal.canonical(one.replace("Itemid=7", "Itemid=9"))


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/index.php/component/k2/item/4011-mat-ong-rung", True),
        ("/index.php/san-pham/item/4011-mat-ong-rung.html", True),
        ("/index.php/tin-t-c/moi-tru-ng/311-hoi-nghi-ocop", True),
        ("/index.php?option=com_k2&view=item&id=4011", True),
        ("/index.php/tin-t-c/moi-tru-ng", False),
        ("/index.php/component/k2/itemlist/category/38-sa-n-pha-m-ocop?start=40", False),
        ("/index.php/component/k2/itemlist/tag/ocop", False),
        ("/index.php/component/k2/item/download/12_9f3b7f2d1c", False),
        ("/index.php/component/jevents/month.calendar/2031/12/01/-", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert Joomla().is_article(HOME + address) is is_article
