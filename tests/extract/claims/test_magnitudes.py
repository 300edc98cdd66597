"""How numbers stand to each other is told, and nothing of what they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.claims.magnitudes import relations

values = st.lists(st.integers(0, 500), max_size=12)


def test_a_total_and_its_parts() -> None:
    total, one, other = relations([37, 5, 32])
    assert "#total" in total
    assert "#part" in one
    assert "#part" in other
    assert not {"#total", "#part"} & {sign for signs in relations([37, 5, 31]) for sign in signs}


def test_a_batch_beside_the_stock() -> None:
    batch, stock, again = relations([12, 148, 12])
    assert stock == ("#largest", "#more")
    assert batch == again == ("#small", "#again")


@given(values, st.integers(2, 9))
def test_numbers_grown_alike_stand_to_each_other_as_before(numbers: list[int], by: int) -> None:
    assert relations([number * by for number in numbers]) == relations(numbers)
