"""Which captures are documents, and what is kept of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.archive import Archive
from extract.model import (
    Block,
    BlockKind,
    Claim,
    Document,
    Issue,
    Kind,
    Label,
    Level,
    Mention,
    Page,
    Place,
    Reading,
    Span,
)
from ocop.guard import Failure, Fate
from ocop.pipeline import Read, _failed, document_id, documents_to_read, read_archive, slim

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
PAGE = "Tỉnh Nghệ An có 48 sản phẩm OCOP đạt 3 sao trở lên.".encode()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "corpus") as opened:
        yield opened


def answer(archive: Archive, url: str, payload: bytes, status: int = 200) -> None:
    headers = [("Content-Type", "text/plain; charset=utf-8")]
    archive.add_response(url, status, headers, payload, NOON)


def test_a_payload_is_one_document_under_its_first_address(archive: Archive) -> None:
    answer(archive, "https://b.vn/trang", PAGE)
    answer(archive, "https://a.vn/trang", PAGE)
    assert [capture.url for capture in documents_to_read(archive)] == ["https://a.vn/trang"]


@pytest.mark.parametrize("status", [301, 403, 404, 500, 503])
def test_a_page_of_error_is_no_document(archive: Archive, status: int) -> None:
    answer(archive, "https://a.vn/trang", PAGE, status)
    assert list(documents_to_read(archive)) == []


def test_every_version_of_a_page_is_a_document(archive: Archive) -> None:
    answer(archive, "https://a.vn/trang", PAGE)
    answer(archive, "https://a.vn/trang", PAGE.replace(b"48", b"49"))
    assert len(list(documents_to_read(archive))) == 2


def test_a_lost_warc_file_costs_its_documents_only(archive: Archive, tmp_path: Path) -> None:
    answer(archive, "https://a.vn/trang", PAGE)
    answer(archive, "https://b.vn/trang", PAGE.replace(b"48", b"49"))
    archive.close()
    first, second = documents_to_read(archive)
    warc = archive.root / first.warc
    whole = bytearray(warc.read_bytes())
    middle = first.offset + first.length // 2
    whole[middle : middle + 8] = b"\0" * 8
    warc.write_bytes(whole)
    damaged, good = read_archive(archive.root, jobs=0)
    assert damaged.lost
    assert damaged.reading.document.issues[0].code == "archive_damaged"
    assert damaged.reading.document.issues[0].where == "https://a.vn/trang"
    assert not good.lost
    assert good.capture == second


@pytest.mark.parametrize("fate", list(Fate))
def test_every_failure_is_a_sentence_with_advice(archive: Archive, fate: Fate) -> None:
    answer(archive, "https://a.vn/trang", PAGE)
    (capture,) = documents_to_read(archive)
    (issue,) = _failed(capture, Failure(fate, "9 seconds")).issues
    assert issue.code == fate
    assert issue.message.endswith((".", ")."))
    assert issue.advice.endswith(".")
    assert issue.where == capture.url
    assert issue.document_id == document_id(capture)
    assert "{}" not in issue.message


def test_a_slim_reading_keeps_text_claims_and_the_digest_of_the_words() -> None:
    text = "Trang chủ\nTiêu đề\nĐoạn một.\nLiên kết\nĐoạn hai."
    blocks = (
        Block(BlockKind.FURNITURE, 0, 9, role="menu"),
        Block(BlockKind.TITLE, 10, 17),
        Block(BlockKind.PARAGRAPH, 18, 27),
        Block(BlockKind.FURNITURE, 28, 36),
        Block(BlockKind.PARAGRAPH, 37, 46),
    )
    document = Document("d", text, blocks=blocks)
    claim = Claim("d", Place(Level.NATION, "Việt Nam"), 1, (5,), Kind.NEW)
    mention = Mention(Span(0, 1, "T"), Label.CUE, None, "x")
    kept = slim(Reading(document, (mention,), (claim,)))
    assert kept.claims == (claim,)
    assert kept.mentions == ()
    assert kept.document.text == text
    assert kept.document.content_digest() == document.content_digest()
    assert [text[b.start : b.end] for b in kept.document.blocks] == [
        "Tiêu đề\nĐoạn một.",
        "Đoạn hai.",
    ]


@pytest.mark.parametrize(
    ("pages", "codes", "lost"),
    [
        ((), ("empty_document",), True),
        ((), ("needs_program",), True),
        (("blank", "ocr"), ("empty_document",), False),
        (("blank", "unread"), ("too_many_pixels",), True),
        (("blank", "unread"), ("empty_document",), True),
        (("ocr",), ("ocr_unsure",), True),
    ],
)
def test_only_what_nobody_looked_at_is_lost(
    archive: Archive, pages: tuple[str, ...], codes: tuple[str, ...], lost: bool
) -> None:
    answer(archive, "https://a.vn/trang", PAGE)
    (capture,) = documents_to_read(archive)
    document = Document(
        "a",
        "",
        issues=tuple(Issue(code, "words") for code in codes),
        pages=tuple(Page(n, 1.0, 1.0, how) for n, how in enumerate(pages, 1)),
    )
    assert Read(capture, Reading(document)).lost is lost
    assert not Read(capture, Reading(replace(document, text="Có"))).lost
