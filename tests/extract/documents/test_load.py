"""Payloads of every kind: told by content, refused in words, never half read."""

import io
import zipfile

import pytest

from extract.documents.load import load, sniff
from extract.model import SourceInfo

PAGE = "<html><body><p>Huyện có 12 sản phẩm OCOP được công nhận trong năm nay.</p></body></html>"


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "presentationml"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "application/x-7z-compressed"),
        (b"Rar!\x1a\x07\1\0", "application/vnd.rar"),
        (bytes(range(256)) * 4, "application/octet-stream"),
        (b'<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>', "application/xml"),
        (
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
            "application/xml",
        ),
    ],
)
def test_other_formats_are_an_issue_with_advice(payload: bytes, kind: str) -> None:
    document = load(payload, document_id="d", media_type="text/html", url="https://a.vn/x.html")
    assert document.text == ""
    assert kind in document.media_type
    assert [issue.code for issue in document.issues] == ["unsupported_format"]
    assert document.issues[0].advice
    assert document.issues[0].where == "https://a.vn/x.html"


@pytest.mark.parametrize(
    "payload",
    [b"%PDF-1.7\n...", b"\n\n%PDF-1.4", b"%PDF-1.7\n" + archive("a.txt")],
)
def test_what_begins_as_a_pdf_is_one_and_damaged(payload: bytes) -> None:
    document = load(payload, document_id="d", media_type="text/html", url="https://a.vn/x.html")
    assert document.text == ""
    assert document.media_type == "application/pdf"
    assert [issue.code for issue in document.issues] == ["damaged"]
    assert document.issues[0].advice


@pytest.mark.parametrize("media_type", ["application/pdf", "text/plain", "image/png", None])
def test_html_is_html_whatever_is_claimed(media_type: str | None) -> None:
    document = load(PAGE.encode(), document_id="d", media_type=media_type, url="https://a.vn/x.pdf")
    assert document.media_type == "text/html"
    assert "12 sản phẩm" in document.text


def test_xhtml_with_an_xml_declaration_is_html() -> None:
    document = load(b'<?xml version="1.0" encoding="utf-8"?>' + PAGE.encode(), document_id="d")
    assert "12 sản phẩm" in document.text


def test_page_that_speaks_of_pdf_is_html() -> None:
    assert sniff(b"<html><body>%PDF-1.7") is None


def test_plain_text_is_plain() -> None:
    document = load("Huyện có 12 sản phẩm < 15 sản phẩm.".encode(), document_id="d")
    assert (document.media_type, document.text) == (
        "text/plain",
        "Huyện có 12 sản phẩm < 15 sản phẩm.",
    )


@pytest.mark.parametrize(
    "payload", [b"", b"  \n ", b"<html></html>", b"<html><body><script>1</script>", b"\xef\xbb\xbf"]
)
def test_empty_is_an_issue(payload: bytes) -> None:
    assert [issue.code for issue in load(payload, document_id="d").issues] == ["empty_document"]


def test_too_large_is_not_read_in_part() -> None:
    document = load(PAGE.encode(), document_id="d", max_bytes=20)
    assert document.text == ""
    assert [issue.code for issue in document.issues] == ["too_large"]


def test_source_comes_from_the_address_unless_given() -> None:
    found = load(PAGE.encode(), document_id="d", url="https://www.baonghean.vn/x.html").source
    assert (found.name, found.province) == ("Báo Nghệ An", "Nghệ An")
    given = SourceInfo("Báo Xa", "newspaper", None)
    assert (
        load(PAGE.encode(), document_id="d", url="https://baonghean.vn/x", source=given).source
        == given
    )


@pytest.mark.parametrize(
    "url", ["http://[bad", "", "không phải địa chỉ", "https://unknown.example/x"]
)
def test_odd_addresses_are_no_source(url: str) -> None:
    assert load(PAGE.encode(), document_id="d", url=url).source == SourceInfo()


def test_refused_document_still_has_its_source() -> None:
    document = load(b"%PDF-1.7", document_id="d", url="https://sonnptnt.hanoi.gov.vn/a.pdf")
    assert document.source.province == "Hà Nội"


@pytest.mark.parametrize(
    ("payload", "word"),
    [
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "office"),
        (b"Rar!\x1a\x07\1\0", "Unpack"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "Unpack"),
        (b"\x1f\x8b\x08\0", "Unpack"),
    ],
)
def test_advice_fits_what_cannot_be_read(payload: bytes, word: str) -> None:
    document = load(payload, document_id="x")
    assert word in document.issues[0].advice


def test_words_without_blanks_are_told_where_they_may_hide_names() -> None:
    document = load("Có 48 sảnphẩm OCOP đạt 3 sao.".encode(), document_id="d")
    issue = next(issue for issue in document.issues if issue.code == "glued_words")
    assert "sảnphẩm" in issue.message
    assert document.text == "Có 48 sảnphẩm OCOP đạt 3 sao."
    other = load("Có 48 sảnphẩm mới.".encode(), document_id="d")
    assert "glued_words" not in {issue.code for issue in other.issues}
