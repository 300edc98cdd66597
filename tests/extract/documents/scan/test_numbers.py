"""Numbers are settled by several readings and by the look of their digits."""

from __future__ import annotations

import numpy as np
import pytest
from drawn.paper import font, has_fonts
from drawn.scanner import scan
from PIL import Image, ImageDraw

from extract.documents.scan.digits import read_by_type
from extract.documents.scan.recognise import Grey
from extract.documents.scan.ticks import name_ticks

pytestmark = pytest.mark.skipif(not has_fonts(), reason="needs the DejaVu fonts")


def print_of(words: str, seed: int = 1) -> Grey:
    image = Image.new("L", (160, 70), 255)
    ImageDraw.Draw(image).text((20, 10), words, font=font(11, 300), fill=0)
    return np.asarray(scan(image, blur=1.0, noise=5, seed=seed).convert("L"))


SCORES = ["85,50", "67,25", "91,3", "3", "4", "5", "3", "72,5", "58,33", "4", "3", "5", "90,12"]
SCORES += ["90,85", "80,21", "67,9", "61,47", "78,4", "12,12", "91,02", "29,11", "70,20"]


def test_a_digit_that_was_misread_is_told_by_its_look_alikes() -> None:
    pictures = {i: print_of(text, i) for i, text in enumerate(SCORES)}
    readings = {i: [(text, 0.9)] for i, text in enumerate(SCORES)}
    readings[5] = [("3", 0.6)]  # printed 5
    readings[12] = [("9012", 0.9)]  # the comma was not seen
    found = read_by_type(pictures, readings)
    assert found[5] == "5"
    assert found[12] == "90,12"
    assert {i: text for i, text in found.items() if text != SCORES[i]} == {}


def test_a_digit_without_look_alikes_is_not_named() -> None:
    found = read_by_type({0: print_of("7"), 1: print_of("3")}, {0: [("7", 0.9)], 1: [("3", 0.9)]})
    assert found == {}


def test_the_mark_of_decimals_is_the_one_of_the_page() -> None:
    texts = [text.replace(",", ".") for text in SCORES]
    pictures = {i: print_of(text, i) for i, text in enumerate(texts)}
    found = read_by_type(pictures, {i: [(text, 0.9)] for i, text in enumerate(texts)})
    assert found[0] == "85.50"


def test_ticks_are_what_most_of_them_were_read_as() -> None:
    pictures = {i: print_of("x", i) for i in range(5)} | {5: print_of("o"), 6: print_of("ab")}
    texts = dict(enumerate(["x", "x", "x", "b‹", "x", "o", "ab"]))
    assert name_ticks(pictures, texts) == {3: "x"}


def test_few_ticks_tell_nothing() -> None:
    assert name_ticks({0: print_of("x"), 1: print_of("x")}, {0: "x", 1: "b‹"}) == {}
