"""The layers' gradients are those of their outputs, and no text leaks into its neighbour."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import fix_random_seed, with_padded

from extract.ner.layers import bag_embed, sru

STEP = 1e-2


@pytest.fixture(autouse=True)
def _seed() -> None:
    fix_random_seed(3)


def texts(*lengths: int) -> list[np.ndarray]:
    chance = np.random.default_rng(1)
    return [chance.normal(size=(n, 5)).astype("f") for n in lengths]


def total(model, inputs, pulls) -> float:
    return sum(float((y * d).sum()) for y, d in zip(model.predict(inputs), pulls, strict=True))


@pytest.fixture(params=[1, 3], ids=["its own token", "and those beside"])
def layer(request):
    model = with_padded(sru(5, 3, request.param))
    for node in model.walk():
        if node.param_names:
            node.initialize()
    return model


def test_the_gradient_towards_the_input_is_that_of_the_output(layer) -> None:
    inputs = texts(6, 3)
    outputs, backward = layer.begin_update(inputs)
    pulls = [np.random.default_rng(2).normal(size=y.shape).astype("f") for y in outputs]
    gradients = backward(pulls)
    for text, row, column in [(0, 0, 0), (0, 5, 4), (1, 0, 2), (1, 2, 1)]:
        up, down = [t.copy() for t in inputs], [t.copy() for t in inputs]
        up[text][row, column] += STEP
        down[text][row, column] -= STEP
        slope = (total(layer, up, pulls) - total(layer, down, pulls)) / (2 * STEP)
        assert gradients[text][row, column] == pytest.approx(slope, abs=2e-3)


@pytest.mark.parametrize("name", ["W", "b"])
def test_the_gradient_towards_the_weights_is_that_of_the_output(layer, name: str) -> None:
    inputs = texts(6, 3)
    outputs, backward = layer.begin_update(inputs)
    pulls = [np.random.default_rng(2).normal(size=y.shape).astype("f") for y in outputs]
    backward(pulls)
    unit = next(node for node in layer.walk() if node.name == "sru")
    weights, gradient = unit.get_param(name).reshape(-1), unit.get_grad(name).reshape(-1)
    for place in range(0, len(weights), max(1, len(weights) // 7)):
        kept = weights[place]
        weights[place] = kept + STEP
        up = total(layer, inputs, pulls)
        weights[place] = kept - STEP
        down = total(layer, inputs, pulls)
        weights[place] = kept
        assert gradient[place] == pytest.approx((up - down) / (2 * STEP), abs=5e-3)


def test_a_text_is_read_the_same_alone_and_beside_a_longer_one(layer) -> None:
    long, short = texts(9, 4)
    beside = layer.predict([long, short])
    assert np.allclose(beside[1], layer.predict([short])[0], atol=1e-6)
    assert np.allclose(beside[0], layer.predict([long])[0], atol=1e-6)


def test_a_token_is_the_sum_of_its_names_and_no_name_learns_nothing() -> None:
    model = bag_embed(6, 4)
    model.initialize()
    vectors = model.get_param("E")
    ids = [np.array([[2, 3, 0], [5, 0, 0]], dtype=np.int32)]
    outputs, backward = model.begin_update(ids)
    assert np.allclose(outputs[0], [vectors[2] + vectors[3], vectors[5]])
    backward([np.ones((2, 4), dtype="f")])
    assert model.get_grad("E").sum(axis=1).tolist() == [0, 0, 4, 4, 0, 4]
