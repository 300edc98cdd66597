"""Rows of stars are counted; digits, letters and lines are none."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
import pytest
from drawn.paper import font, has_fonts
from PIL import Image, ImageDraw, ImageFilter

from extract.documents.scan.marks import count_marks
from extract.documents.scan.recognise import Grey


def stars(count: int, size: int = 24, blur: float = 1.0) -> Grey:
    """Filled five-pointed stars that nearly touch."""
    image = Image.new("L", (size * (count + 2), size * 3), 255)
    pen = ImageDraw.Draw(image)
    for number in range(count):
        middle = (size * (number + 1.5), size * 1.5)
        points = []
        for corner in range(10):
            reach = size / 2 if corner % 2 == 0 else size / 5
            angle = pi * corner / 5 - pi / 2
            points.append((middle[0] + reach * cos(angle), middle[1] + reach * sin(angle)))
        pen.polygon(points, fill=0)
    return np.asarray(image.filter(ImageFilter.GaussianBlur(blur)))


def print_of(words: str) -> Grey:
    image = Image.new("L", (300, 80), 255)
    ImageDraw.Draw(image).text((20, 10), words, font=font(11, 300), fill=0)
    return np.asarray(image)


@pytest.mark.parametrize("count", [3, 4, 5])
@pytest.mark.parametrize("size", [14, 24, 40])
def test_filled_stars_are_counted(count: int, size: int) -> None:
    assert count_marks(stars(count, size)) == count


@pytest.mark.parametrize("count", [1, 2, 6, 9])
def test_fewer_or_more_are_no_class_of_a_list(count: int) -> None:
    assert count_marks(stars(count)) == 0


def test_nothing_is_no_mark() -> None:
    assert count_marks(np.full((40, 40), 255, np.uint8)) == 0


@pytest.mark.skipif(not has_fonts(), reason="needs the DejaVu fonts")
@pytest.mark.parametrize(
    "words",
    [
        "3",
        "11",
        "111",
        "33",
        "555",
        "III",
        "00",
        "OOO",
        "85,50",
        "21,1",
        "22,2",
        "sao",
        "- -",
        "ll",
        "4*",
    ],
)
def test_digits_and_letters_are_no_marks(words: str) -> None:
    assert count_marks(print_of(words)) == 0


@pytest.mark.skipif(not has_fonts(), reason="needs the DejaVu fonts")
@pytest.mark.parametrize("words", ["***", "****", "*****", "* * *"])
def test_asterisks_are_counted(words: str) -> None:
    assert count_marks(print_of(words)) == words.count("*")


@pytest.mark.skipif(not has_fonts(), reason="needs the DejaVu fonts")
def test_two_stars_are_counted_where_a_star_was_seen() -> None:
    assert count_marks(print_of("**")) == 0
    assert count_marks(print_of("**"), fewest=2) == 2
