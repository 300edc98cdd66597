"""PDFs that are broken, locked, or made to do harm."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from extract.documents.load import load
from extract.documents.means import Limits, Means
from extract.model import Document

FIRST = "Công nhận 12 sản phẩm đạt hạng 4 sao của tỉnh Bắc Kạn năm 2021"
SECOND = "Trang hai của quyết định này có ba dòng"


@pytest.fixture
def plain(drawing: Any) -> bytes:
    page = drawing()
    page.at(60, 100, FIRST)
    page.new_page()
    page.at(60, 100, SECOND)
    payload: bytes = page.done()
    return payload


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def refused(payload: bytes, code: str, means: Means | None = None) -> Document:
    """Nothing is read, one issue says why and what to do."""
    document = load(payload, document_id="pdf", means=means or Means())
    assert document.text == ""
    assert [issue.code for issue in document.issues] == [code]
    assert document.issues[0].advice
    return document


def test_encrypted_is_told(plain: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(plain))
    refused(saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="x")), "encrypted")


def test_an_owner_password_hinders_no_reader(plain: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(plain))
    locked = saved(pdf, encryption=pikepdf.Encryption(user="", owner="x"))
    assert load(locked, document_id="pdf").text.splitlines() == [FIRST, SECOND]


def test_a_truncated_file_is_told(plain: bytes) -> None:
    refused(plain[: len(plain) // 2], "damaged")
    # An old way of writing PDF keeps all objects in plain sight: pages are found without the end.
    pdf = pikepdf.open(io.BytesIO(plain))
    old = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    document = load(old[: old.rindex(b"startxref")], document_id="pdf")
    assert "damaged" in [issue.code for issue in document.issues]
    assert document.text in ("", f"{FIRST}\n{SECOND}")


def test_a_broken_cross_reference_is_repaired(plain: bytes) -> None:
    at = plain.rindex(b"startxref")
    broken = plain[:at] + b"startxref\n99999999\n%%EOF\n"
    assert load(broken, document_id="pdf").text.splitlines() == [FIRST, SECOND]


def test_a_loop_of_pages_is_told() -> None:
    refused(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3/Prev 95>>\n"
        b"startxref\n95\n%%EOF\n",
        "damaged",
    )


def test_ten_thousand_pages_are_refused() -> None:
    pdf = pikepdf.new()
    for _ in range(10_000):
        pdf.add_blank_page()
    refused(saved(pdf), "too_many_pages")


def test_more_characters_than_the_limit_are_refused(plain: bytes) -> None:
    refused(plain, "too_much_output", Means(limits=replace(Limits(), characters=80)))


def picture_page(width: float, dots: int) -> bytes:
    """A page of ``width`` points with a picture of ``dots`` × ``dots`` all over it."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(width, width))
    picture = pikepdf.Stream(pdf, b"\0" * dots * dots)
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width = picture.Height = dots
    picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
    pdf.pages[0].Contents = pdf.make_stream(b"%d 0 0 %d 0 0 cm /I Do" % (width, width))
    return saved(pdf)


def test_a_page_of_two_hundred_inches_is_refused() -> None:
    refused(picture_page(14_400, 10), "too_many_pixels")


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    means = Means(limits=replace(Limits(), pixels=1_000_000))
    refused(picture_page(200, 1100), "too_many_pixels", means)


def test_a_pdf_that_is_also_a_zip_is_read_as_pdf(plain: bytes) -> None:
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    document = load(plain + packed.getvalue(), document_id="pdf")
    assert document.media_type == "application/pdf"
    assert FIRST in document.text


def test_a_page_that_cannot_be_read_costs_itself_only(plain: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(plain))
    pdf.pages[1].Contents = pdf.make_stream(b"BT /F1 12 Tf (unfinished")
    document = load(saved(pdf), document_id="pdf")
    assert document.text == FIRST
    assert len(document.pages) == 2
