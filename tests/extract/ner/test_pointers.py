"""Pointers share out one whole among the tokens, and their gradient is that of their loss."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ner.layers import softmax
from extract.ner.pointers import MOST, POINTERS, WIDTH, by_answer, in_reach, pull_back, shares

ASKED, POSITIONS = [1, 4], [0, 2, 5]


@pytest.fixture
def output() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(6, WIDTH)).astype("f")


@pytest.mark.parametrize("name", POINTERS)
def test_each_number_shares_out_one_whole(output: np.ndarray, name: str) -> None:
    found = shares(output, ASKED, POSITIONS, name)
    assert found.shape == (2, 3)
    assert found.sum(1) == pytest.approx([1, 1])


def test_pointers_do_not_see_each_other(output: np.ndarray) -> None:
    before = shares(output, ASKED, POSITIONS, "time")
    width = WIDTH // len(POINTERS)
    output[:, width:] = 0
    assert np.array_equal(shares(output, ASKED, POSITIONS, "time"), before)
    assert shares(output, ASKED, POSITIONS, "place") == pytest.approx(np.full((2, 3), 1 / 3))


@pytest.mark.parametrize("name", POINTERS)
def test_the_gradient_is_that_of_the_loss(output: np.ndarray, name: str) -> None:
    right = np.array([[True, False, True], [False, True, False]])

    def loss() -> float:
        return -float(np.log((shares(output, ASKED, POSITIONS, name) * right).sum(1)).sum())

    told = shares(output, ASKED, POSITIONS, name)
    wanted = told * right / (told * right).sum(1, keepdims=True)
    gradient = pull_back(output, ASKED, POSITIONS, name, told - wanted)
    own = POINTERS.index(name) * (WIDTH // len(POINTERS))
    for row, column in [(1, own), (4, own + 3), (0, own + 40), (5, own + 60)]:
        kept = output[row, column]
        output[row, column] = kept + 1e-2
        up = loss()
        output[row, column] = kept - 1e-2
        down = loss()
        output[row, column] = kept
        assert gradient[row, column] == pytest.approx((up - down) / 2e-2, abs=2e-3)
    assert not gradient[3].any()


def test_tokens_that_say_the_same_add_up_and_one_may_stand_for_two_answers() -> None:
    tokens = ((0, frozenset({"2023"})), (4, frozenset({"2023", "2024"})), (9, frozenset({"2021"})))
    found = by_answer(softmax(np.log(np.array([0.5, 0.3, 0.2], dtype="f"))), tokens)
    assert found == pytest.approx({"2023": 0.8, "2024": 0.3, "2021": 0.2})


def test_a_short_text_is_in_reach_as_a_whole() -> None:
    tokens = tuple((position, frozenset({"2023"})) for position in range(MOST))
    assert in_reach(tokens, 7, opening=3) == tokens


@pytest.mark.parametrize("asked", [3, 4_000, 19_999])
def test_in_a_long_text_a_number_sees_its_neighbours_and_what_stands_before(asked: int) -> None:
    tokens = tuple((position, frozenset({str(position)})) for position in range(0, 20_000, 2))
    seen = [position for position, _ in in_reach(tokens, asked, opening=3)]
    assert seen[:2] == [0, 2]
    assert len(seen) == len(set(seen)) <= MOST + 2
    assert min(abs(position - asked) for position in seen[2:]) <= 1
