"""Encodings: what the bytes prove, whatever anybody declares."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.documents.encodings import decode
from extract.documents.load import load

TEXT = "Đến nay, tỉnh Nghệ An có 48 sản phẩm đạt hạng 3 sao trở lên; được công nhận ở huyện."
DECOMPOSED = unicodedata.normalize("NFD", TEXT)


def windows_1258(text: str) -> bytes:
    """Vietnamese in windows-1258: letters composed as far as the code page has them."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in base if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", base.replace(tone, ""))
            out += (rest + tone).encode("cp1258")
    return bytes(out)


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "iso-8859-1", "windows-1258", "no-such-code", "rot13"]
)
def test_valid_utf8_is_utf8_whatever_is_declared(declared: str | None) -> None:
    assert decode(TEXT.encode(), declared).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "iso-8859-1").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>"
    assert decode(page.encode(encoding)).text == page


@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1258", "windows-1252"])
def test_windows_1258_becomes_nfc(declared: str | None) -> None:
    payload = windows_1258(TEXT)
    decoded = decode(payload, declared)
    assert decoded.encoding == "cp1258"
    assert load(payload, document_id="d", charset=declared).text == TEXT


def test_declaration_in_the_document() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body>' + TEXT + "</body></html>"
    assert TEXT in load(windows_1258(page), document_id="d").text


@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252"])
def test_misread_utf8_is_repaired(wrong: str) -> None:
    scrambled = "".join(
        bytes([byte]).decode(wrong, "replace").replace("\ufffd", chr(byte))
        for byte in TEXT.encode()
    )
    decoded = decode(scrambled.encode())
    assert (decoded.text, decoded.repaired) == (TEXT, True)


def test_right_text_beside_misread_text_is_kept() -> None:
    scrambled = TEXT.encode().decode("latin-1")
    assert decode(f"{TEXT} {scrambled}".encode()).text == f"{TEXT} {TEXT}"


@pytest.mark.parametrize("text", ["Giá 5 á» 6", "Café à la carte", "QUÃNG ĐƯỜNG", TEXT])
def test_genuine_text_is_not_repaired(text: str) -> None:
    assert decode(text.encode()).text == text


def test_cut_utf8_keeps_the_rest_and_counts() -> None:
    decoded = decode(TEXT.encode() + "ế".encode()[:2])
    assert decoded.text.startswith(TEXT)
    assert (decoded.encoding, decoded.lost) == ("utf-8", 1)


def test_undecodable_bytes_are_an_issue() -> None:
    document = load((TEXT + "\ufffd\ufffd").encode(), document_id="d")
    issue = next(i for i in document.issues if i.code == "undecodable_bytes")
    assert issue.message.startswith("2 ")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1258", "utf-16", "hex"]))
def test_nothing_fails_to_decode(payload: bytes, declared: str | None) -> None:
    assert isinstance(decode(payload, declared).text, str)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_utf8_round_trip(text: str) -> None:
    decoded = decode(text.encode())
    assert (
        decoded.repaired
        or decoded.text == text.removeprefix("\ufeff")
        or decoded.encoding != "utf-8"
    )


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding() -> None:
    words = "Tỉnh Nghệ An có 248 sản phẩm OCOP từ 3 sao trở lên. "
    found = decode(words.encode() + b"\xff\xfe\x80\x81 " + "Ngày 3/2/2023.".encode())
    assert found.encoding == "utf-8"
    assert found.text.startswith(words)
    assert found.lost == 4
