"""Letters that come out wrong: borrowed ones, fonts that tell nothing, old encodings."""

from __future__ import annotations

import io
import re
import shutil
from typing import Any

import pikepdf
import pytest
from papers.render import encodings
from papers.render.scrambled import scrambled

from extract.documents.load import load
from extract.documents.means import Means, UnreadableError
from extract.documents.pdf.language import is_scrambled
from extract.model import Document

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN QUYẾT ĐỊNH công nhận sản phẩm đạt hạng sao",
    "Điều 1. Công nhận 12 sản phẩm đạt hạng 4 sao và 30 sản phẩm đạt hạng 3 sao.",
    "Điều 2. Các chủ thể có sản phẩm được sử dụng nhãn hiệu theo quy định hiện hành.",
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


def written(drawing: Any) -> bytes:
    page = drawing()
    for number, line in enumerate(TEXT):
        page.at(50, 80 + 20 * number, line, size=11)
    payload: bytes = page.done()
    return payload


@needs_poppler
def test_scrambled_accents_are_read_again_by_poppler(drawing: Any) -> None:
    document = load(scrambled(written(drawing)), document_id="pdf")
    assert document.text.splitlines() == list(TEXT)
    assert [page.read_by for page in document.pages] == ["poppler"]
    assert not document.issues
    at = document.text.index("12 sản phẩm")
    (origin,) = document.origins(document.span(at, at + 2))
    assert origin.page == 1
    assert origin.box is not None
    assert origin.box[0] == pytest.approx(50, abs=2)


@needs_poppler
def test_what_nobody_sees_is_not_read_by_poppler_either(drawing: Any) -> None:
    page = drawing()
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(50, 300, "999")
    white = pikepdf.open(io.BytesIO(page.done()))
    with pikepdf.open(io.BytesIO(scrambled(written(drawing)))) as pdf:
        pdf.pages[0].add_overlay(white.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    document = load(out.getvalue(), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["poppler"]
    assert "999" not in document.text
    assert [issue.code for issue in document.issues] == ["hidden_text"]


def test_without_programs_scrambled_text_is_told_and_not_kept(
    drawing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    document = load(scrambled(written(drawing)), document_id="pdf")
    assert document.text == ""
    assert [issue.code for issue in document.issues] == ["needs_program"]


@needs_poppler
@needs_tesseract
def test_fonts_that_tell_no_letters_are_read_from_the_picture(drawing: Any) -> None:
    with pikepdf.open(io.BytesIO(written(drawing))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                known = thing.ToUnicode.read_bytes()
                # Letters of private use, as programs write them that subset fonts carelessly.
                thing.ToUnicode = pdf.make_stream(
                    re.sub(rb"<00([0-9A-Fa-f]{2})>", rb"<E0\1>", known)
                )
        out = io.BytesIO()
        pdf.save(out)
    document = load(out.getvalue(), document_id="pdf")
    assert [page.read_by for page in document.pages] == ["ocr"]
    assert "12 sản phẩm" in document.text
    assert "scrambled_text" in [issue.code for issue in document.issues]


def old_font(encode: encodings.Encoder, *, anonymous: bool = False) -> bytes:
    """A PDF in fonts of an old encoding, as the programs of its time wrote them."""
    fonts: dict[str, str] = {}
    content = b"BT 1 0 0 1 40 780 Tm 20 TL "
    for line in TEXT:
        for text, name in encode(line):
            short = fonts.setdefault(name, f"F{len(fonts)}")
            content += b"/%s 10 Tf <%s> Tj " % (
                short.encode(),
                text.encode("latin-1").hex().encode(),
            )
        content += b"T* "
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        made = {
            "/" + short: pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.TrueType,
                BaseFont=pikepdf.Name("/ABCDEF+" + ("Unknown" if anonymous else name)),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
            for name, short in fonts.items()
        }
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(made))
        page.Contents = pdf.make_stream(content + b"ET")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def check_converted(document: Document, encoding: str) -> None:
    assert "Công nhận 12 sản phẩm đạt hạng 4 sao" in document.text
    assert "được sử dụng nhãn hiệu theo quy định" in document.text
    assert document.encoding == encoding
    assert [issue.code for issue in document.issues] == ["legacy_encoding"]


@pytest.mark.parametrize("anonymous", [False, True])
def test_vni_is_converted(anonymous: bool) -> None:
    document = load(old_font(encodings.vni, anonymous=anonymous), document_id="pdf")
    check_converted(document, "vni")


@pytest.mark.parametrize("anonymous", [False, True])
def test_tcvn3_is_converted(anonymous: bool) -> None:
    document = load(old_font(encodings.tcvn3, anonymous=anonymous), document_id="pdf")
    check_converted(document, "tcvn3")


def test_capitals_of_tcvn3_are_those_of_their_font() -> None:
    document = load(old_font(encodings.tcvn3), document_id="pdf")
    assert "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" in document.text


def test_scrambled_text_is_told_from_odd_texts() -> None:
    assert is_scrambled("T NH NGH AN Ỉ Ệ CÔNG NH N S N PH M Đ T H NG SAO Ậ Ả Ẩ Ạ Ạ")
    assert is_scrambled("\ue001\ue002\ue003 \ue004\ue005\ue006")
    assert is_scrambled("7ӏ1+1*+ӊ$1 48<ӂ7ĈӎNH SӔ FӪD VҒQ WKҲP ÿҥW KҥQJ FKѭѫQJ WUuQK QăP WӍQK FKӪ")
    assert not is_scrambled(" ".join(TEXT))
    assert not is_scrambled(
        "The province recognised twelve products of four stars in the year 2021"
    )
    assert not is_scrambled("San pham cua tinh duoc cong nhan dat hang bon sao trong nam nay")
    assert not is_scrambled("ở xã ở huyện ở tỉnh")


class Stubborn:
    """A memory that must not be asked: pages with good text are never recognised."""

    def get(self, key: str) -> bytes | None:
        raise UnreadableError("asked", key, "")

    def put(self, key: str, value: bytes) -> None:
        raise UnreadableError("asked", key, "")


def test_good_text_is_never_recognised(drawing: Any) -> None:
    document = load(written(drawing), document_id="pdf", means=Means(memo=Stubborn()))
    assert document.text.splitlines() == list(TEXT)
