"""VNPT Portal and its file stores."""

from __future__ import annotations

import pytest

from crawler.portals.vnpt import Vnpt
from tests.crawler.portals.conftest import Saved

HOME = "https://xamau.tinhmau.gov.vn"
LIST = f"{HOME}/tin-noi-bat"
ARTICLE = f"{LIST}/them-6-san-pham-ocop-950942"


def pager(number: int, last: int) -> str:
    marks = ("active" if n == number else "" for n in range(1, last + 1))
    return "".join(
        f'<li class="{mark}"><a href="/tin-noi-bat?pageindex={n}">{n}</a></li>'
        for n, mark in enumerate(marks, 1)
    )


def test_a_list_is_walked_to_its_end(saved: Saved) -> None:
    url, asked, found = LIST, [], []
    for number in range(1, 9):
        asked.append(url)
        listing = Vnpt().listing(saved("vnpt/list", url, pager=pager(number, 3), n=str(number)))
        found += [Vnpt().canonical(link.url) for link in listing.links]
        if listing.next is None:
            break
        url = listing.next.url
    assert asked == [LIST, f"{LIST}?pageindex=2", f"{LIST}?pageindex=3"]
    assert found == [f"{LIST}/them-6-san-pham-ocop-95094{n}" for n in (1, 2, 3)]


def test_the_page_of_the_list_that_was_left_is_no_second_address() -> None:
    assert Vnpt().canonical(f"{ARTICLE}?pageindex=0") == ARTICLE
    assert Vnpt().canonical(f"{ARTICLE}?pageIndex=12") == ARTICLE
    assert Vnpt().canonical(f"{LIST}?pageindex=2") == f"{LIST}?pageindex=2"
    assert Vnpt().canonical(f"{ARTICLE}?lang=en") != ARTICLE


def test_the_fields_are_what_the_page_says_of_itself(saved: Saved) -> None:
    article = Vnpt().article(saved("vnpt/article", f"{ARTICLE}?pageindex=0"))
    assert article.url == ARTICLE
    assert article.title == "Thêm 6 sản phẩm OCOP"
    assert article.summary == "Xã công bố kết quả đợt hai."
    assert article.published == "2025-07-21T14:02:00+07:00"
    assert "Xã có 6 sản phẩm mới." in article.body


def test_files_lie_on_other_hosts_and_may_lack_an_ending(saved: Saved) -> None:
    attachments = Vnpt().article(saved("vnpt/article", ARTICLE)).attachments
    assert [(one.name, one.url.split("/")[2]) for one in attachments] == [
        ("Quyết định 77", "datafiles.mau.gov.vn"),
        ("Danh mục đã ký", "files-vnportal.mau.gov.vn"),
    ]


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/tin-noi-bat/them-6-san-pham-ocop-950942", True),
        ("/chuyen-de/giai-phong-mien-nam-282160", True),
        ("/tin-noi-bat", False),
        ("/ke-hoach-nam-2025", False),
        ("/lich-cong-tac?tuan=53&nam=2031", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert Vnpt().is_article(HOME + address) is is_article
