"""Words that a narrow cell breaks are joined where nothing else can be meant."""

from __future__ import annotations

import numpy as np
import pytest

from extract.documents.pdf.broken import whole_words
from extract.documents.pdf.layer import make_layer
from extract.documents.pdf.segments import segments

LETTER = 8.0
"""Points of a letter and of a blank."""


def read(lines: list[str], *, width: float, indent: float = 4.0) -> list[str]:
    """The lines of a cell of this many points, set at its left side."""
    texts: list[str] = []
    boxes: list[list[float]] = []
    breaks: list[bool] = []
    for number, line in enumerate(lines):
        at = indent
        for place, word in enumerate(line.split()):
            texts.append(word)
            top = 20.0 * number
            boxes.append([at, top, at + LETTER * len(word), top + 12])
            breaks.append(place == 0)
            at += LETTER * (len(word) + 1)
    layer = make_layer(texts, np.array(boxes), breaks)
    found = segments(layer, np.arange(len(texts)))
    return [s.text for s in whole_words(found, (0.0, 0.0, width, 100.0), layer)]


@pytest.mark.parametrize(
    ("lines", "width", "whole"),
    [
        (["FINE", "ROBUST", "A 90+"], 60, ["FINE", "ROBUSTA", "90+"]),
        (["Hạt", "macadam", "ia rang"], 68, ["Hạt", "macadamia", "rang"]),
        (["Điể", "m"], 36, ["Điểm"]),
    ],
)
def test_a_full_line_with_the_begin_of_a_word(
    lines: list[str], width: float, whole: list[str]
) -> None:
    assert read(lines, width=width) == whole


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        (["ROBUST", "A 90+"], 120),  # there was room
        (["VITAMIN", "C"], 68),  # a letter with a sense of its own
        (["Vitamin", "C"], 68),  # other letters
        (["Mật", "ong"], 36),  # two words
        (["Tổ", "A"], 28),
        (["2021", "22"], 44),  # never figures
        (["4 sao", "m"], 50),  # not alone in its line
        (["COFFEE", "ARABICA"], 60),  # a word of its own
    ],
)
def test_lines_that_are_words_stay(lines: list[str], width: float) -> None:
    assert read(lines, width=width) == lines


def test_nobody_knows_how_full_a_centred_line_is() -> None:
    assert read(["ROBUST", "A"], width=90, indent=20) == ["ROBUST", "A"]
