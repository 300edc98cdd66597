"""The two layers of the second reader that thinc does not have, with their gradients.

A *simple recurrent unit* reads a text in both directions like an LSTM, but its gates look
only at the words, so that all matrix products are one and the walk over the text is a
multiply and an add: several times faster on a processor (Lei, Zhang, Wang, Dai and Artzi
2018, "Simple Recurrent Units for Highly Parallelizable Recurrence"). The units of the first
layer see their word and the two beside it (Bradbury, Merity, Xiong and Socher 2017,
"Quasi-Recurrent Neural Networks").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from thinc.api import Model
from thinc.types import Floats2d, Ints2d, Padded

Floats = np.ndarray[Any, np.dtype[np.float32]]
Integers = np.ndarray[Any, np.dtype[np.int32]]

GATES = 4
"""Rows of a unit: candidate, forget gate, reset gate, highway."""


def bag_embed(rows: int, width: int) -> Model[list[Ints2d], list[Floats2d]]:
    """Each token is the sum of the vectors of its names: its word and what rules found there.

    Input: for each text integers ``(tokens, names)``, 0 where a token has fewer names.
    Output: floats ``(tokens, width)``.
    """

    def init(model: Any, X: Any = None, Y: Any = None) -> None:  # noqa: N803
        del X, Y
        vectors = np.random.uniform(-0.1, 0.1, (rows, width)).astype("f")
        vectors[0] = 0
        model.set_param("E", vectors)

    return Model("bag_embed", _embed, init=init, params={"E": None}, dims={"nO": width})


def _embed(
    model: Any, texts: list[Integers], is_train: bool
) -> tuple[list[Floats], Callable[[list[Floats]], list[Integers]]]:
    del is_train
    vectors = model.get_param("E")

    def backward(gradients: list[Floats]) -> list[Integers]:
        names = np.concatenate([ids.reshape(-1) for ids in texts])
        pulls = np.concatenate(
            [np.repeat(d, ids.shape[1], axis=0) for d, ids in zip(gradients, texts, strict=True)]
        )
        model.inc_grad("E", _summed(vectors.shape, names, pulls))
        return texts

    return [vectors[ids].sum(1) for ids in texts], backward


def _summed(shape: tuple[int, ...], rows: Integers, values: Floats) -> Floats:
    """Values added up by row; row 0 stands for no name and learns nothing."""
    total = np.zeros(shape, dtype="f")
    order = np.argsort(rows, kind="stable")
    order = order[np.searchsorted(rows[order], 1) :]
    if len(order):
        rows = rows[order]
        firsts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]])
        total[rows[firsts]] = np.add.reduceat(values[order], firsts, axis=0)
    return total


def sru(inputs: int, width: int, seen: int = 1) -> Model[Padded, Padded]:
    """A recurrent layer in both directions over padded texts.

    ``seen`` is 3 where a unit sees the tokens beside its own, else 1.

    Input: ``(tokens, texts, inputs)``. Output: ``(tokens, texts, 2 × width)``, the unit
    that reads forward first.
    """

    def init(model: Any, X: Any = None, Y: Any = None) -> None:  # noqa: N803
        del X, Y
        bound = np.sqrt(6 / (seen * inputs + width))
        shape = (2 * GATES * width, seen * inputs)
        weights = np.random.uniform(-bound, bound, shape)
        bias = np.zeros((2, GATES, width), dtype="f")
        bias[:, 1] = 1.0  # remember, to begin with
        model.set_param("W", weights.astype("f"))
        model.set_param("b", bias.reshape(-1))

    return Model(
        "sru", _read, init=init, params={"W": None, "b": None}, dims={"nI": inputs, "nO": 2 * width}
    )


def _read(model: Any, texts: Padded, is_train: bool) -> tuple[Padded, Callable[[Padded], Padded]]:
    del is_train
    weights, bias = model.get_param("W"), model.get_param("b")
    data = np.asarray(texts.data)
    length, batch, depth = data.shape
    there = _mask(texts)
    wide = weights.shape[1] == 3 * depth
    data = data * there
    seen = (around(data) if wide else data).reshape(length * batch, -1)
    units = (seen @ weights.T + bias).reshape(length, batch, 2, GATES, -1)
    candidate, highway = units[:, :, :, 0], units[:, :, :, 3]
    forget, reset = _sigmoid(units[:, :, :, 1]), _sigmoid(units[:, :, :, 2])
    # Where a shorter text has ended the state is carried on unchanged.
    mask = there[:, :, None]
    keep = forget * mask + (1 - mask)
    state = _turned(_walk(_turned(keep), _turned((1 - keep) * candidate)))
    bent = np.tanh(state)
    output = reset * bent + (1 - reset) * highway

    def backward(gradient: Padded) -> Padded:
        pull = np.asarray(gradient.data).reshape(length, batch, 2, -1)
        of_state = pull * reset * (1 - bent * bent)
        of_gain = _turned(_walk_back(_turned(keep), _turned(of_state)))
        of_keep = of_gain * (_before(state) - candidate)
        of_units = np.stack(
            [
                of_gain * (1 - keep),
                of_keep * mask * forget * (1 - forget),
                pull * (bent - highway) * reset * (1 - reset),
                pull * (1 - reset),
            ],
            axis=3,
        ).reshape(length * batch, -1)
        model.inc_grad("W", of_units.T @ seen)
        model.inc_grad("b", of_units.sum(0))
        of_seen = (of_units @ weights).reshape(length, batch, -1, depth)
        return _like(texts, (_gathered(of_seen) if wide else of_seen[:, :, 0]) * there)

    return _like(texts, output.reshape(length, batch, -1)), backward


def _mask(texts: Padded) -> Floats:
    """1 where a text has a token: ``(tokens, texts, 1)``."""
    steps = np.arange(texts.data.shape[0])[:, None]
    there = steps < np.asarray(texts.lengths)[None, :]
    return np.asarray(there[:, :, None], dtype=np.float32)


def around(data: Floats) -> Floats:
    """Each token behind the one before and ahead of the one after: ``(tokens, …, 3 × depth)``."""
    nothing = np.zeros_like(data[:1])
    before = np.concatenate([nothing, data[:-1]])
    after = np.concatenate([data[1:], nothing])
    return np.concatenate([before, data, after], axis=-1)


def _gathered(of_seen: Floats) -> Floats:
    """The reverse of ``around``: what three windows say of each token, added up."""
    total = of_seen[:, :, 1].copy()
    total[:-1] += of_seen[1:, :, 0]
    total[1:] += of_seen[:-1, :, 2]
    return total


def _turned(values: Floats) -> Floats:
    """The units that read backward, turned round (or back)."""
    turned = values.copy()
    turned[:, :, 1] = values[::-1, :, 1]
    return turned


def _before(state: Floats) -> Floats:
    """The state that each unit found: of the token before, or after for those that read back."""
    found = np.zeros_like(state)
    found[1:, :, 0] = state[:-1, :, 0]
    found[:-1, :, 1] = state[1:, :, 1]
    return found


def _walk(keep: Floats, gain: Floats) -> Floats:
    """``state[t] = keep[t] × state[t-1] + gain[t]``."""
    states = np.empty_like(gain)
    state = np.zeros_like(gain[0])
    for step in range(len(gain)):
        np.multiply(state, keep[step], out=state)
        np.add(state, gain[step], out=state)
        states[step] = state
    return states


def _walk_back(keep: Floats, pull: Floats) -> Floats:
    """The gradient of ``_walk`` towards its gains."""
    total = np.empty_like(pull)
    carried = np.zeros_like(pull[0])
    for step in range(len(pull) - 1, -1, -1):
        np.add(carried, pull[step], out=carried)
        total[step] = carried
        np.multiply(carried, keep[step], out=carried)
    return total


def softmax(scores: Floats) -> Floats:
    """Probabilities by row."""
    mass = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(mass / mass.sum(-1, keepdims=True), dtype=np.float32)


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), dtype=np.float32)


def _like(texts: Padded, data: Any) -> Padded:
    return Padded(data, texts.size_at_t, texts.lengths, texts.indices)
