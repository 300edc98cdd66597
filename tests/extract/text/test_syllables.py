"""Possible syllables: the spelling rules of the language, not a list of words seen."""

import json
import unicodedata
from pathlib import Path

import pytest

from extract.text.syllables import is_syllable, share_of_syllables

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định về việc công nhận kết quả đánh giá phân hạng sản phẩm",
        "khoản mục nghiệp ngoằn ngoèo khuya khuỷu tuýp quỳnh quýt quốc quới",
        "gì gìn giết giếng giữa già gỗ ghế nghề nghiêng",
        "hoà hòa thuý thúy quý khoẻ khỏe hoàng toán",
        "yên yến yêu yểu uyên ưu ươm ước Oánh Ảng",
        "kỹ kĩ lý lí Mỹ Mĩ sỹ sĩ tỷ tỉ Vy",
        "rượu bướu hươu xoong buýt",
        "ĐIỀU KHOẢN NHƯỜNG HUYỆN",
    ],
)
def test_words_of_the_language(text: str) -> None:
    assert [word for word in text.split() if not is_syllable(word)] == []
    decomposed = unicodedata.normalize("NFD", text)
    assert [word for word in decomposed.split() if not is_syllable(word)] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("n ng th c đ", "an onset or a coda alone"),
        ("phẩ ĐIỀ nă thươ sâ", "a rhyme that is not whole"),
        ("ản yện ến iệp ấm2", "nobody says them without onset"),
        ("cac cảp thôch mãt", "a stop needs sắc or nặng"),
        ("kông cêm gề ngiêng ghà nghà qan", "onsets are spelt by the vowel after them"),
        ("tóang hùê bảên xơng", "the tone mark on a wrong letter, a rhyme that is none"),
        ("nghÜa ViÖt Vieät nam® hßa céng2", "letters of old encodings"),
        ("market coffee website für straße naïve", "other languages"),
        ("UBND OCOP HTX QĐ", "abbreviations"),
        ("sảnphẩm congty", "words without the blank between them"),
    ],
)
def test_what_is_no_syllable(text: str, why: str) -> None:
    assert [word for word in text.split() if is_syllable(word)] == [], why


def test_share_is_of_words_and_leaves_abbreviations_out() -> None:
    assert share_of_syllables("UBND tỉnh: 48 sản phẩm OCOP") == 1.0
    assert share_of_syllables("sả n phẩ m") == pytest.approx(1 / 4)
    assert share_of_syllables("") == share_of_syllables("12/2024") == 1.0


def test_texts_of_officials_are_syllables() -> None:
    lines = (GOLD / "news.jsonl").read_text("utf-8").splitlines()
    assert min(share_of_syllables(json.loads(line)["text"]) for line in lines) > 0.9
