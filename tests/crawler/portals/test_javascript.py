"""Sites that need a browser: what is read without one, and what is said of the rest."""

from __future__ import annotations

from crawler.portals.javascript import JavaScript
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://ocop.tinhmau.gov.vn/"


def test_links_of_the_home_page_and_files_are_read(saved: Saved) -> None:
    listing = JavaScript().listing(saved("javascript/home", HOME))
    assert [link.url for link in listing.links] == [
        f"{HOME}tin-bai/kinh-te/muoi-san-pham-ocop-vung-cao-len-sap-hang",
        f"{HOME}api/user-blob/7f3c2a",
    ]
    assert listing.unreadable == ""


def test_a_frame_without_text_is_called_one(saved: Saved) -> None:
    listing = JavaScript().listing(saved("javascript/frame", f"{HOME}san-pham"))
    assert listing.links == ()
    assert f"{HOME}san-pham" in listing.unreadable
    assert "browser" in listing.unreadable
    assert "feed" in listing.unreadable


def test_an_article_that_is_a_frame_is_called_one(saved: Saved) -> None:
    url = f"{HOME}tin-bai/kinh-te/muoi-san-pham"
    assert url in JavaScript().article(saved("javascript/frame", url)).unreadable


def test_an_article_that_the_server_wrote_is_read(answer: Answer) -> None:
    text = "Mười sản phẩm của các bản vùng cao đã có mặt ở chợ phiên trung tâm. " * 4
    article = JavaScript().article(
        answer(f"{HOME}tin-bai/kinh-te/x", f"<h1>Mười sản phẩm</h1><div><p>{text}</p></div>")
    )
    assert article.title == "Mười sản phẩm"
    assert article.unreadable == ""
