"""Archives to write to, and foreign WARC files as other tools write them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import Archive

MOMENT = datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)


@pytest.fixture
def moment() -> datetime:
    return MOMENT


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "corpus") as opened:
        yield opened


@pytest.fixture
def foreign_record() -> Callable[..., bytes]:
    """One WARC/1.0 response record with sha1 digests, as most tools write it."""

    def make(
        url: str = "http://baoa.vn/1",
        payload: bytes = b"<p>48 OCOP</p>",
        *,
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),),
        gzip: bool = True,
        kind: str = "response",
        date: str = "2025-03-04T05:06:07Z",
    ) -> bytes:
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=gzip)
        head = StatusAndHeaders("200 OK", list(headers), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                kind,
                payload=io.BytesIO(payload),
                length=len(payload),
                warc_content_type="" if kind == "response" else "text/plain",
                warc_headers_dict={"WARC-Date": date},
                http_headers=head if kind == "response" else None,
            )
        )
        return out.getvalue()

    return make
