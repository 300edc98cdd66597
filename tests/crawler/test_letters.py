"""In which letters a page is read. Texts are ours; encodings are those met on portals."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.letters import LettersMiddleware, encoding, is_utf8

TEXT = "<p>Xã Hòa Bình có 48 sản phẩm OCOP, trong đó 5 sản phẩm đạt 4 sao.</p>"
ASK = Request("https://baoa.vn/1")


def read(body: bytes, header: str = "", verified: str = "") -> str:
    kind = f"text/html; charset={header}" if header else "text/html"
    response = HtmlResponse(ASK.url, headers={"Content-Type": kind}, body=body)
    answer = LettersMiddleware(verified).process_response(ASK, response)
    assert isinstance(answer, TextResponse)
    assert answer.body == body
    return answer.text


@pytest.mark.parametrize("header", ["", "utf-8", "windows-1252", "iso-8859-1", "windows-1258"])
def test_utf8_is_read_as_such_whatever_the_header_says(header: str) -> None:
    assert read(TEXT.encode(), header) == TEXT


@pytest.mark.parametrize("header", ["windows-1252", "windows-1258"])
def test_a_spoilt_byte_changes_nothing_of_that(header: str) -> None:
    assert read(TEXT.encode() * 3 + b"\xff", header).startswith(TEXT * 3)


def test_what_is_no_utf8_is_read_as_the_header_says() -> None:
    assert read("café".encode("windows-1252"), "windows-1252") == "café"


def test_what_was_verified_of_the_source_is_more_than_what_its_server_says() -> None:
    page = "<p>Xã có 48 sản phẩm</p>".encode("utf-16-le")
    assert read(page, "utf-8", verified="utf-16-le") == "<p>Xã có 48 sản phẩm</p>"


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_more_than_any_label(mark: str) -> None:
    assert read(TEXT.encode(mark), "windows-1252", verified="windows-1258") == TEXT


def test_ascii_says_nothing() -> None:
    assert encoding(b"<p>48 OCOP</p>") == ""
    assert encoding(b"<p>48 OCOP</p>", "windows-1258") == "windows-1258"
    assert not is_utf8(b"")


def test_files_are_left_alone() -> None:
    file = Response(ASK.url, body=TEXT.encode())
    assert LettersMiddleware("windows-1258").process_response(ASK, file) is file
