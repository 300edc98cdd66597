"""Text keeps its way back to the raw characters, whatever was done to it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.normalise import fold, normalise, strip_marks

VIETNAMESE = "Đến nay, Thừa Thiên Huế có 1.245 sản phẩm OCOP; Hoà Bình, Quỳ Hợp."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\u00a0b", "a b"),
        ("a  \t b", "a b"),
        ("  a \n b  ", "a\nb"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("sản\u200b phẩm", "sản phẩm"),
        ("\ufeffOC\u00adOP", "OCOP"),
        (unicodedata.normalize("NFD", VIETNAMESE), VIETNAMESE),
    ],
)
def test_what_a_reader_does_not_see_is_taken_out(raw, text):
    assert normalise(raw).text == text


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(raw):
    once = normalise(raw).text
    assert normalise(once).text == once


@given(st.text(max_size=200))
def test_offsets_rise_and_stay_inside_the_raw_text(raw):
    result = normalise(raw)
    assert len(result.origin) == len(result.text) + 1
    assert list(result.origin) == sorted(result.origin)
    assert result.origin[-1] == len(raw)


def test_a_span_leads_back_to_its_raw_characters():
    raw = "Tỉnh  có\u00a0" + unicodedata.normalize("NFD", "405 sản phẩm") + " OCOP"
    result = normalise(raw)
    start = result.text.index("405")
    begin, end = result.to_raw(start, start + len("405 sản phẩm"))
    assert unicodedata.normalize("NFC", raw[begin:end]) == "405 sản phẩm"


@given(st.text(max_size=200))
def test_the_matching_view_has_the_same_length(raw):
    text = normalise(raw).text
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("QÐ–UBND", "qđ-ubnd"),
        ("Hoà Bình, Thuỷ, Khoẻ", "hòa bình, thủy, khỏe"),
        ("Quý, hoàng, thoái", "quý, hoàng, thoái"),
        ("0COP ОСОР", "ocop ocop"),
        ("１２３", "123"),
        ("“3 – 4 sao”", '"3 - 4 sao"'),
    ],
)
def test_spellings_of_one_word_look_alike(text, view):
    assert fold(text) == view


def test_marks_are_stripped_for_look_ups():
    assert strip_marks("Đắk Lắk, Ðồng Tháp") == "dak lak, dong thap"
