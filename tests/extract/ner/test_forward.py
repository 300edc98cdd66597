"""What reads says what was trained: the sums of the thinc model, for the tokens wanted."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import fix_random_seed

from extract.ner.forward import Forward
from extract.ner.network import build

WORDS = 30


@pytest.fixture
def model():
    fix_random_seed(5)
    model = build(WORDS)
    chance = np.random.default_rng(5)
    for layer in model.walk():
        for name in layer.param_names:
            values = layer.get_param(name)
            values = values + chance.normal(0, 0.1, values.shape).astype("f")
            if name == "E":
                values[0] = 0  # no name says nothing
            layer.set_param(name, values)
    return model


def rows(tokens: int) -> np.ndarray:
    names = np.random.default_rng(tokens).integers(1, WORDS + 2, (tokens, 5)).astype(np.int32)
    names[::3, 1:] = 0
    return names


@pytest.mark.parametrize("tokens", [1, 2, 17, 130])
def test_every_token_is_told_what_the_model_tells(model, tokens: int) -> None:
    told = Forward.of(model).read(rows(tokens), range(tokens))
    assert np.allclose(told, model.predict([rows(tokens)])[0], atol=1e-5)


def test_only_the_tokens_wanted_are_told(model) -> None:
    whole = Forward.of(model).read(rows(40), range(40))
    assert np.allclose(Forward.of(model).read(rows(40), [0, 7, 39]), whole[[0, 7, 39]], atol=1e-6)


def test_a_sure_gate_is_no_fault(model) -> None:
    for layer in model.walk():
        if layer.name == "sru":
            layer.set_param("b", layer.get_param("b") - 1000)
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(Forward.of(model).read(rows(9), [0, 8])).all()
