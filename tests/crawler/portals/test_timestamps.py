"""Papers whose addresses tell the moment: VCCorp's, and those with the bare time."""

from __future__ import annotations

import pytest

from crawler.portals.timestamp import Timestamp
from crawler.portals.vccorp import VcCorp
from tests.crawler.portals.conftest import Answer

HOME = "https://baonuida.vn/"


class TestVcCorp:
    portal = VcCorp(home=HOME)
    url = f"{HOME}san-pham-moi-102240105093012345.htm"

    def test_article(self, answer: Answer) -> None:
        page = """<h1 class="detail-title">Sản phẩm mới</h1>
        <div class="detail-time">05/01/2024 09:32</div>
        <h2 class="detail-sapo">(BND) - Lời dẫn.</h2><div class="detail-content"><p>Chữ.</p>
        <p><a href="https://f.nuida.vn/12-qd.pdf">12/QĐ</a></p></div>"""
        found = self.portal.article(answer(self.url, page))
        assert (found.title, found.summary) == ("Sản phẩm mới", "(BND) - Lời dẫn.")
        assert found.published == "2024-01-05T09:32:00+07:00"
        assert [one.url for one in found.attachments] == ["https://f.nuida.vn/12-qd.pdf"]

    def test_the_address_tells_what_the_page_does_not(self, answer: Answer) -> None:
        page = (
            '<div class="detail-time">22/11/2026 08:15</div><div class="detail-content">Chữ.</div>'
        )
        assert self.portal.article(answer(self.url, page)).published == "2024-01-05T09:30:12+07:00"

    def test_pages_of_before_2022(self, answer: Answer) -> None:
        page = """<div class="article-header"><h1>Chương trình mới</h1>
        <div class="meta">08:45, 14/09/2021</div></div><div class="article-body">Chữ.</div>"""
        url = f"{HOME}kinh-te/chuong-trinh-moi/446001.vgp"
        found = self.portal.article(answer(url, page))
        assert self.portal.is_article(url)
        assert (found.title, found.published) == ("Chương trình mới", "2021-09-14T08:45:00+07:00")


@pytest.mark.parametrize(
    ("portal", "path", "is_article"),
    [
        (VcCorp(), "a-102240105093012345.htm", True),
        (VcCorp(), "a-20240105093012.htm", True),
        (VcCorp(), "a-20240105093012345.htm", True),
        (VcCorp(), "print-20240105093012345.htm", False),
        (Timestamp(), "print-20240105093012345.htm", False),
        (VcCorp(), "a-10224.htm", False),
        (VcCorp(), "chuyen-muc.htm", False),
        (Timestamp(), "a/d20240105093012345.htm", True),
        (Timestamp(), "a-20240105093012345.htm", True),
        (Timestamp(), "a-240105093012345.html", True),
        (Timestamp(), "a-2024.htm", False),
        (Timestamp(), "tags/OCOP.htm", False),
    ],
)
def test_addresses(portal: VcCorp | Timestamp, path: str, is_article: bool) -> None:
    assert portal.is_article(HOME + path) is is_article


def test_the_bare_time(answer: Answer) -> None:
    page = "<div><i>22/11/2026 08:15</i></div><h1>Hội chợ Núi Đá</h1><p>Chữ dài của bài.</p>"
    head = "<title>Hội chợ Núi Đá - Báo Núi Đá</title>"
    found = Timestamp(home=HOME).article(
        answer(f"{HOME}hoi-cho/d20240105093012345.htm", page, head=head)
    )
    assert (found.title, found.published) == ("Hội chợ Núi Đá", "2024-01-05T09:30:12+07:00")
