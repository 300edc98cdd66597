"""What a cell is by its looks: only a whole number can be a count."""

import pytest

from extract.model import Comparator, Span
from extract.tables.cells import CellKind, is_ordinal, read_cell
from extract.text.normalise import fold


def cell(text, start=0):
    return read_cell(Span(start, start + len(text), text), fold(text))


@pytest.mark.parametrize(
    ("printed", "value"),
    [("0", 0), ("05", 5), ("84", 84), ("1.008", 1008), ("12 SP", 12), ("7 sản phẩm", 7)],
)
def test_a_whole_number_is_a_figure(printed, value):
    assert (cell(printed).kind, cell(printed).value) == (CellKind.NUMBER, value)


@pytest.mark.parametrize("printed", ["", "-", "–", "không", "x", "..."])
def test_a_dash_is_no_zero(printed):
    assert cell(printed).kind is CellKind.NONE


@pytest.mark.parametrize("printed", ["86,5", "79,25", "120%", "85,1 %", "15/12/2024", "91 điểm"])
def test_rates_scores_and_dates_count_nothing(printed):
    assert cell(printed).kind is CellKind.MEASURE


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("2024", CellKind.YEAR), ("ĐVT", CellKind.TEXT), ("SP", CellKind.UNIT), ("%", CellKind.UNIT)],
)
def test_years_and_units_are_told_apart(printed, kind):
    assert cell(printed).kind is kind


@pytest.mark.parametrize(
    ("printed", "comparator", "digits"),
    [
        ("≥ 1.050", Comparator.AT_LEAST, "1.050"),
        ("Trên 60", Comparator.MORE_THAN, "60"),
        ("25 trở lên", Comparator.AT_LEAST, "25"),
        ("≤ 10", Comparator.AT_MOST, "10"),
        ("~ 300", Comparator.ABOUT, "300"),
    ],
)
def test_a_sign_qualifies_the_number_and_is_not_part_of_it(printed, comparator, digits):
    found = cell(printed, start=40)
    assert found.comparator is comparator
    assert found.number.text == digits
    assert found.number.start == 40 + printed.index(digits)


def test_a_range_has_two_ends():
    assert (cell("20 - 25").value, cell("20 - 25").high) == (20, 25)
    assert cell("25 - 20").kind is CellKind.MEASURE


@pytest.mark.parametrize("printed", ["1", "12.", "1.2", "IV", "a)", "-", "+"])
def test_what_can_number_a_row(printed):
    assert is_ordinal(cell(printed))


@pytest.mark.parametrize("printed", ["2024", "Nam Đàn", "86,5"])
def test_what_cannot_number_a_row(printed):
    assert not is_ordinal(cell(printed))
