"""Which words of a second reading a reader of the page can see."""

from __future__ import annotations

import numpy as np
import pytest

from extract.documents.pdf.layer import make_layer
from extract.documents.pdf.visibility import seen_again

VISIBLE = np.array([[100.0, 200.0, 160.0, 212.0]])
HIDDEN = np.array([[120.0, 201.0, 150.0, 213.0], [300.0, 201.0, 340.0, 213.0]])
NONE = np.zeros((0, 4))


@pytest.mark.parametrize(
    ("box", "seen"),
    [
        ((10.0, 200.0, 60.0, 212.0), True),  # stands alone
        ((100.3, 200.0, 159.6, 212.0), True),  # is the visible word, over the hidden one
        ((120.2, 201.0, 150.1, 213.0), False),  # is the hidden word, over the visible one
        ((300.0, 201.0, 340.4, 213.0), False),  # is the hidden word alone
        ((105.0, 200.0, 150.0, 212.0), True),  # a piece of the visible word
    ],
)
def test_a_word_is_that_whose_box_it_fills(
    box: tuple[float, float, float, float], seen: bool
) -> None:
    second = make_layer(["TÂM"], np.array([box]), [True])
    assert seen_again(second, VISIBLE, HIDDEN).tolist() == [seen]


def test_without_hidden_words_all_are_seen() -> None:
    second = make_layer(["TÂM"], VISIBLE, [True])
    assert seen_again(second, VISIBLE, NONE).tolist() == [True]
    assert seen_again(second, NONE, NONE).tolist() == [True]
