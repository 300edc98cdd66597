"""Words that narrow columns break are joined, and nothing else is."""

from __future__ import annotations

import pytest

from extract.documents.scan.broken import goes_on, mended
from extract.documents.scan.words import Word

NARROW = (0, 0, 110, 200)
WIDE = (0, 0, 600, 200)


def lines(*texts: str) -> list[list[Word]]:
    return [
        [
            Word(text, (20 + 120 * at, 40 * row, 20 + 120 * at + 22 * len(text), 40 * row + 30),
                 0.9 - row / 10, 0, (1, 1, row))
            for at, text in enumerate(line.split())
        ]
        for row, line in enumerate(texts)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("begun", "rest"),
    [("Điể", "m"), ("Hạ", "ng"), ("Nă", "m"), ("202", "1"), ("87,", "0"), ("1", "0."), ("S", "T")],
)
def test_a_piece_that_is_no_word_of_its_own_goes_on(begun: str, rest: str) -> None:
    assert goes_on(begun, rest)


@pytest.mark.parametrize(
    ("begun", "rest"),
    [("Hạng", "sao"), ("500", "g"), ("Mật", "ong"), ("3", "sao"), ("Phân", "hạng"), ("x", "4")],
)
def test_a_word_of_its_own_stays(begun: str, rest: str) -> None:
    assert not goes_on(begun, rest)


def test_pieces_that_fill_a_narrow_cell_are_one_word_around_both() -> None:
    (line,) = mended(lines("202", "1"), NARROW, dpi=300)
    (word,) = line
    assert word.text == "2021"
    assert word.box == (20, 0, 86, 70)
    assert word.sure == pytest.approx(0.8)


def test_three_letters_below_each_other_are_one_word() -> None:
    made = mended(lines("S", "T", "T"), (0, 0, 100, 200), dpi=300)
    assert [[word.text for word in line] for line in made] == [["STT"]]


def test_numbers_that_had_room_beside_each_other_are_two() -> None:
    made = mended(lines("202", "1"), WIDE, dpi=300)
    assert [[word.text for word in line] for line in made] == [["202"], ["1"]]
