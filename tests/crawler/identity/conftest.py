"""A source, and answers as its server would give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.responsetypes import responsetypes

from crawler.source import Source
from crawler.sources import load_sources


@pytest.fixture
def source(tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]) -> Source:
    row = good_row | {"publisher": "Báo Hà Giang", "portal": "", "selectors": "body=.body"}
    row |= {"home": "https://baohagiang.vn/", "feed": "", "feed_proof": "", "search": ""}
    row |= {"listing": "https://baohagiang.vn/kinh-te/", "tag": "", "file_hosts": "files.vnpt.vn"}
    return load_sources(write_sources(tmp_path / "sources.csv", row))["bao_a"]


@pytest.fixture
def answer() -> Callable[..., Response]:
    """An answer of the class that Scrapy would choose, with the redirects that led to it.

    ``etag`` is what the request had as its condition.
    """

    def make(
        body: bytes | str = "",
        *,
        url: str = "https://baohagiang.vn/kinh-te/tin-123.html",
        asked: str = "",
        status: int = 200,
        content_type: str = "text/html; charset=utf-8",
        flags: tuple[str, ...] = (),
        etag: str = "",
        **headers: str,
    ) -> Response:
        payload = body.encode() if isinstance(body, str) else body
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        fields["Content-Type"] = content_type
        chosen = responsetypes.from_args(headers=_scrapy(fields), url=url, body=payload)
        conditions = {"If-None-Match": etag} if etag else {}
        led = {"redirect_urls": [asked]} if asked else {}
        request = Request(url, headers=conditions, meta=led)
        return chosen(
            url, status=status, headers=fields, body=payload, request=request, flags=list(flags)
        )

    return make


def _scrapy(fields: dict[str, str]) -> dict[bytes, bytes]:
    return {name.encode(): value.encode() for name, value in fields.items()}
