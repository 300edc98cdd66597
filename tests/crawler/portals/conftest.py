"""Answers as a server gives them: a page, its address, the moment it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse

ASKED = "Sun, 22 Nov 2026 01:15:00 GMT"  # 08:15 in Vietnam

Answer = Callable[..., HtmlResponse]


@pytest.fixture
def answer() -> Answer:
    def make(url: str, body: str, *, date: str | None = ASKED, head: str = "") -> HtmlResponse:
        head = f"<head><meta charset='utf-8'>{head}</head>"
        html = f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"
        headers = {"Content-Type": "text/html; charset=utf-8"} | ({"Date": date} if date else {})
        return HtmlResponse(url, body=html.encode(), headers=headers)

    return make


PAGES = Path(__file__).with_name("pages")
Saved = Callable[..., HtmlResponse]


@pytest.fixture
def saved() -> Saved:
    """A page of ``pages/`` as the answer at an address; ``changed`` texts are put into it."""

    def make(name: str, url: str, **changed: str) -> HtmlResponse:
        html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
        for old, new in changed.items():
            assert f"[{old}]" in html, f"{name} has no place for {old}"
            html = html.replace(f"[{old}]", new)
        headers = {"Content-Type": "text/html; charset=utf-8", "Date": ASKED}
        return HtmlResponse(url, body=html.encode(), headers=headers)

    return make
