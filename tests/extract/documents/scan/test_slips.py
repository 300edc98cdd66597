"""Slips are mended where the form proves them, and told."""

from __future__ import annotations

import pytest

from extract.documents.scan.slips import SLIPS, mend, right_form
from extract.documents.scan.words import Word


def word(text: str) -> Word:
    return Word(text, (0, 0, 10, 10), 0.9, 0, (1, 1, 1))


@pytest.mark.parametrize(("read", "right"), [pair for slip in SLIPS for pair in slip.examples])
def test_slips_are_mended(read: str, right: str) -> None:
    assert right_form(read) == right
    assert right_form(right) == right


@pytest.mark.parametrize("text", [text for slip in SLIPS for text in slip.left_alone])
def test_what_the_form_does_not_prove_is_left_alone(text: str) -> None:
    assert right_form(text) == text


@pytest.mark.parametrize("text", ["85,50", "O", "l", "3O", "OCOP", "Kí", "QD", "12/2020", "1O/12"])
def test_digits_are_never_guessed(text: str) -> None:
    assert right_form(text) == text


def test_what_was_read_is_told() -> None:
    words, issues = mend([word("Số:"), word("3O3/QD-UBND")], page=2)
    assert [each.text for each in words] == ["Số:", "303/QĐ-UBND"]
    assert [issue.code for issue in issues] == ["ocr_mended"]
    assert "3O3/QD-UBND" in issues[0].message
    assert issues[0].where == "page 2"
    assert mend([word("Số:")], page=2)[1] == ()


def lines(*texts: str) -> list[Word]:
    return [
        Word(text, (36.0 * at, 20.0 * row, 36.0 * at + 30, 20.0 * row + 12), 0.9, 0, (1, 1, row))
        for row, line in enumerate(texts)
        for at, text in enumerate(line.split())
    ]


@pytest.mark.parametrize(
    "texts", [("ỦY BAN NHÂN DÂN TĨNH CÀ MAU",), ("ỦY BAN NHÂN DÂN", "TÍNH HƯNG YÊN")]
)
def test_a_letterhead_names_its_province(texts: tuple[str, ...]) -> None:
    words, issues = mend(lines(*texts), page=1)
    assert words[4].text == "TỈNH"
    assert issues


@pytest.mark.parametrize(
    "texts",
    [("HỢP TÁC XÃ TÍNH PHÁT",), ("BÁO CÁO", "TÌNH HÌNH THỰC HIỆN"), ("SẢN PHẨM TINH BỘT",)],
)
def test_other_words_stay(texts: tuple[str, ...]) -> None:
    assert mend(lines(*texts), page=1)[1] == ()
