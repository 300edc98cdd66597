"""The network as it reads: one text, no gradients, and the last steps only where they count.

The same sums as those of ``layers.py``, in buffers that lie as they are walked. What comes
out of the last layer is computed for the tokens that answer or may be pointed to, because
nothing else is ever looked at.
"""

from __future__ import annotations

from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any

import numpy as np

from extract.ner.layers import GATES, Floats, Integers, around

_WAYS = 2
"""Directions of a unit: the one that reads forward first."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A recurrent layer with its weights parted: for the state, and for what is told of it.

    Columns are those of two gates, of both directions, of the units. Those of proper gates
    are negated, since they are ``1 / (1 + exp(-x))``. ``wide``: a unit sees the tokens beside
    its own.
    """

    wide: bool
    state: tuple[Floats, Floats]
    told: tuple[Floats, Floats]

    @classmethod
    def of(cls, weights: Floats, bias: Floats, depth: int) -> _Unit:
        """Part the parameters of ``sru``: gates are candidate, forget, reset and highway."""
        seen = weights.shape[1]
        gates = weights.reshape(_WAYS, GATES, -1, seen).swapaxes(0, 1)
        biases = bias.reshape(_WAYS, GATES, -1).swapaxes(0, 1)
        return cls(
            seen != depth,
            _parted(gates[[0, 1]], biases[:2]),
            _parted(gates[[3, 2]], biases[[3, 2]]),
        )

    def read(self, data: Floats, wanted: Many[int] | None) -> Floats:
        """What the layer tells of each token, or of those wanted."""
        seen = around(data) if self.wide else data
        state = self._states(seen)
        if wanted is not None:
            seen, state = seen[wanted], state[wanted]
        highway, reset = _units(seen, *self.told)
        gate = _gate(reset)
        told = np.tanh(state, out=state)
        told *= gate
        highway *= np.subtract(1, gate, out=gate)
        told += highway
        return told

    def _states(self, seen: Floats) -> Floats:
        """The states of the units after each token, the direction that reads forward first."""
        candidate, forget = _units(seen, *self.state)
        keep = _turned(_gate(forget))
        gain = _turned(candidate)
        gain *= 1 - keep
        _walk(keep, gain)
        return _turned(gain)


@dataclass(frozen=True, slots=True)
class Forward:
    """The layers of a trained network, ready to read."""

    vectors: Floats
    units: tuple[_Unit, ...]
    answers: tuple[Floats, Floats]

    @classmethod
    def of(cls, model: Any) -> Forward:
        """Take over the parameters of the thinc model, which is trained no further."""
        named: dict[str, list[Any]] = {}
        for layer in model.walk():
            named.setdefault(layer.name, []).append(layer)
        (embedding,), (linear,) = named["bag_embed"], named["linear"]
        return cls(
            embedding.get_param("E"),
            tuple(
                _Unit.of(unit.get_param("W"), unit.get_param("b"), unit.get_dim("nI"))
                for unit in named["sru"]
            ),
            (np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")),
        )

    def read(self, rows: Integers, wanted: Many[int]) -> Floats:
        """The output for the tokens wanted, of a text in rows of names (``encode``)."""
        data = self._embed(rows)
        for unit in self.units[:-1]:
            data = unit.read(data, None)
        weights, bias = self.answers
        return np.asarray(self.units[-1].read(data, wanted) @ weights + bias)

    def _embed(self, rows: Integers) -> Floats:
        """The sum of the vectors of each token's names; most tokens have one."""
        data = self.vectors[rows[:, 0]]
        for column in range(1, rows.shape[1]):
            more = np.flatnonzero(rows[:, column])
            data[more] += self.vectors[rows[more, column]]
        return data


def _parted(gates: Floats, biases: Floats) -> tuple[Floats, Floats]:
    """Weights as ``(seen, columns)`` and their bias; the second of two gates is negated."""
    gates, biases = gates.copy(), biases.copy()
    gates[1] *= -1
    biases[1] *= -1
    return np.ascontiguousarray(gates.reshape(-1, gates.shape[-1]).T), biases.reshape(-1)


def _units(seen: Floats, weights: Floats, bias: Floats) -> tuple[Floats, Floats]:
    """The two gates that the weights are for."""
    units = seen @ weights
    units += bias
    width = units.shape[1] // 2
    return units[:, :width], units[:, width:]


def _gate(negated: Floats) -> Floats:
    """``1 / (1 + exp(-x))`` of what is negated already."""
    with np.errstate(over="ignore"):
        gate = np.exp(negated)
    gate += 1
    return np.reciprocal(gate, out=gate)


def _turned(values: Floats) -> Floats:
    """Values with the units that read backward turned round, or back."""
    width = values.shape[1] // _WAYS
    turned = np.empty(values.shape, dtype=np.float32)
    turned[:, :width] = values[:, :width]
    turned[:, width:] = values[::-1, width:]
    return turned


def _walk(keep: Floats, gain: Floats) -> None:
    """``gain[t] += keep[t] × gain[t-1]``: gains become states in place, and ``keep`` is used up."""
    multiply, add = np.multiply, np.add  # looked up once: it is done for every token
    state = gain[0]
    for share, here in zip(keep[1:], gain[1:], strict=True):
        multiply(state, share, share)
        add(here, share, here)
        state = here
