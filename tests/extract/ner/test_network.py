"""The network answers every question, keeps its answers when stored, and refuses misfits."""

from __future__ import annotations

import json
from io import BytesIO

import numpy as np
import pytest

from extract.ner.network import HEADS, Network, build
from extract.ner.sequence import Sequence, encode

UNASKED = ("period", "place", "classes")
"""Pointers that find no token in the text."""
VOCABULARY = {"sản": 2, "phẩm": 3, "<2 digits>": 4, "+target3": 5}
DATES = ((1, frozenset({"2023"})), (2, frozenset({"2023"})), (3, frozenset({"2025"})))
TEXT = Sequence((("<2 digits>",), ("sản", "+target3"), ("phẩm",), ("lạ",)), (0,), {"time": DATES})


@pytest.fixture
def network() -> Network:
    return Network(build(len(VOCABULARY)), VOCABULARY, {"documents": 0})


def test_every_head_shares_out_one_whole(network: Network) -> None:
    (opinion,) = network.opinions(TEXT)
    answers = {name: tuple(shares) for name, shares in opinion.items()}
    assert answers == dict(HEADS) | {"time": ("2023", "2025")} | dict.fromkeys(UNASKED, ())
    for name, shares in opinion.items():
        if name not in UNASKED:
            assert sum(shares.values()) == pytest.approx(1, abs=1e-5)


def test_a_text_without_numbers_gets_no_opinion(network: Network) -> None:
    assert network.opinions(Sequence((("sản",),), ())) == []


def test_a_stored_network_says_the_same(network: Network) -> None:
    again = Network.from_bytes(network.to_bytes())
    assert again.vocabulary == VOCABULARY
    assert again.meta == {"documents": 0}
    for head, shares in network.opinions(TEXT)[0].items():
        assert again.opinions(TEXT)[0][head] == pytest.approx(shares, abs=2e-3)


def test_weights_of_another_shape_are_refused(network: Network) -> None:
    with np.load(BytesIO(network.to_bytes())) as archive:
        arrays = dict(archive)
    told = json.loads(arrays["told"].tobytes())
    told["vocabulary"]["mới"] = 6
    arrays["told"] = np.frombuffer(json.dumps(told).encode(), dtype=np.uint8)
    buffer = BytesIO()
    np.savez(buffer, **arrays)
    with pytest.raises(ValueError, match=r"bag_embed\.E has another shape"):
        Network.from_bytes(buffer.getvalue())


def test_unknown_words_share_a_row_and_unknown_signs_have_none() -> None:
    rows = encode(Sequence((("lạ", "+unheard1"), ("sản", "+target3")), ()), VOCABULARY)
    assert rows[0].tolist() == [1, 0, 0, 0, 0]
    assert rows[1].tolist() == [2, 5, 0, 0, 0]
