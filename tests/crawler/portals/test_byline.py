"""Bylines at the end of a text."""

from __future__ import annotations

import pytest
from parsel import Selector

from crawler.portals.byline import byline


def read(last: str) -> str:
    body = f"<div><p>Xã có 3 sản phẩm.</p><p><b>Trong đó</b> một sản phẩm mới.</p>{last}</div>"
    return byline(Selector(text=body).css("div")[0])


@pytest.mark.parametrize(
    "name",
    [
        "Hà Phương",
        "Kim Thoa - Thế Văn",
        "Tin, ảnh: Sỹ Quyết",
        "Bài và ảnh: Nguyễn An",
        "PV",
        "Thu Phượng (Trung tâm TT&VH huyện Trấn Yên)",
        "Theo Cổng TTĐT tỉnh",
    ],
)
def test_names_set_apart(name: str) -> None:
    for last in (
        f"<p><strong>{name}</strong></p>",
        f'<p style="text-align:right">{name}</p>',
        f'<p align="right"><em>{name}</em></p>',
        f'<p class="author">{name}</p>',
        f"<p><b>{name}</b></p><p>&nbsp;</p>",
    ):
        assert read(last) == Selector(text=f"<i>{name}</i>").css("i::text").get()


@pytest.mark.parametrize(
    "last",
    [
        "<p>Hà Phương</p>",  # not set apart
        "<p><b>Xã đã về đích nông thôn mới.</b></p>",  # a sentence
        "<p><b>Xem thêm</b></p>",
        "<p><b>Sản phẩm OCOP</b></p>",
        "<p><b>Năm 2025</b></p>",
        "<p><b>nhiều sản phẩm chưa đạt</b></p>",
    ],
)
def test_other_last_lines(last: str) -> None:
    assert read(last) == ""


def test_without_a_body() -> None:
    assert byline(None) == ""
