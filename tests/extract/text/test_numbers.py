"""Numbers in digits and in words, as Vietnamese write them."""

import re

import pytest

from extract.text.numbers import DIGITS, WORDS, parse


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7", 7),
        ("07", 7),
        ("1.245", 1245),
        ("10.322", 10322),
        ("1.000.000", 1_000_000),
        ("mười lăm", 15),
        ("hai mươi lăm", 25),
        ("bốn mươi tư", 44),
        ("hai mốt", None),
        ("một trăm linh tư", 104),
        ("hai trăm lẻ hai", 202),
        ("một trăm hai mươi", 120),
        ("hai chục", 20),
        ("một nghìn không trăm linh năm", 1005),
        ("hai nghìn ba trăm sáu mươi", 2360),
    ],
)
def test_a_number_has_its_value(printed, value):
    assert re.fullmatch(rf"{DIGITS}|{WORDS}", printed) or value is None
    if value is not None:
        assert parse(printed) == value


@pytest.mark.parametrize("printed", ["27,3", "1.24", "12.5", "1.2345", "", "sao", "hai sao"])
def test_what_is_no_whole_number_has_none(printed):
    assert parse(printed) is None or not printed


@pytest.mark.parametrize("printed", ["\u0661\u0662", "\u0967"])
def test_digits_of_other_scripts_are_not_read(printed):
    assert parse(printed) is None
