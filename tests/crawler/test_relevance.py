"""The name of the programme, as it is written and miswritten."""

from __future__ import annotations

import unicodedata

import pytest

from crawler.relevance import may_speak_of_ocop, names_ocop, speaks_of_ocop


@pytest.mark.parametrize(
    "words",
    [
        "48 sản phẩm OCOP",
        "sản phẩm Ocop",
        "#OCOP2024",
        "san pham ocop",
        "ОСОР",  # Cyrillic
        "0C0P",
        "Chương trình Mỗi xã một sản phẩm",
        "MỖI XÃ MỘT SẢN PHẨM",
        "mỗi xã, phường\nmột sản phẩm",
        "mỗi phường, xã một sản phẩm",
        "moi xa mot san pham",
        unicodedata.normalize("NFD", "Mỗi xã một sản phẩm"),
    ],
)
def test_names(words: str) -> None:
    assert speaks_of_ocop(words)
    assert may_speak_of_ocop(f"<p>{words}</p>".encode(), "text/html")


@pytest.mark.parametrize("words", ["", "giá cà phê", "mỗi xã một trạm y tế", "một sản phẩm của xã"])
def test_other_words(words: str) -> None:
    assert not speaks_of_ocop(words)
    assert not may_speak_of_ocop(f"<p>{words}</p>".encode(), "text/html")


def test_character_references() -> None:
    page = "<p>M&#7895;i x&atilde; m&#x1ED9;t s&#7843;n ph&#7849;m</p>".encode("ascii")
    assert may_speak_of_ocop(page, "text/html")


def test_what_is_no_text_may_always_speak() -> None:
    assert may_speak_of_ocop(b"%PDF-1.7 \x00", "application/pdf")


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://baoa.vn/them-12-san-pham-ocop-post7.html", True),
        ("https://baoa.vn/chuong-trinh-moi-xa-mot-san-pham-a12.html", True),
        (
            "https://baoa.vn/tin/M%E1%BB%97i%20x%C3%A3%20m%E1%BB%99t%20s%E1%BA%A3n%20ph%E1%BA%A9m",
            True,
        ),
        ("https://baoa.vn/tim-kiem?q=OCOP&page=2", True),
        ("https://baoa.vn/moi-xa-mot-truong-hoc-a13.html", False),
        ("https://baoa.vn/bococop-1.html", False),
    ],
)
def test_addresses_that_name_the_programme(url: str, named: bool) -> None:
    assert names_ocop(url) is named
