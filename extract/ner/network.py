"""The second reader: a small recurrent network that says of each number what it counts.

It reads the whole text as a sequence, so that a list may take its kind from a heading far
above, and points to the date, place and star class that a number is told for; the rules
look at each number with named signs. It names no value of its own: its
opinions are features among the others of each choice, and a number that it misreads can
still be read right. Trained by ``ocop train`` on labelled texts alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import numpy as np
from thinc.api import Dropout, Linear, Model, chain, with_array, with_padded
from thinc.types import Floats2d, Ints2d

from extract.ner.forward import Forward
from extract.ner.layers import Floats, bag_embed, softmax, sru
from extract.ner.pointers import MOST, POINTERS, WIDTH, by_answer, in_reach, shares
from extract.ner.sequence import Sequence, encode

HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": (
        *("none", "new", "re_recognised", "upgraded", "cumulative", "in_force", "expired"),
        *("withdrawn", "assessed", "proposed", "registered", "target", "forecast"),
    ),
    "stars": ("345", "3", "4", "5", "34", "45", "2", "1", "other"),
    "potential5": ("no", "yes"),
    "level": ("nation", "region", "province", "district", "commune"),
}
"""What is asked about each number, and the answers; ``none`` is no count of OCOP products."""

_EMBEDDED = 64
_WIDTH = 96
_LAYERS = 3

Opinion = Mapping[str, Mapping[str, float]]
"""For each head and pointer the probability of each answer, about one number."""


@dataclass(frozen=True, slots=True)
class Network:
    """The layers, the vocabulary (name → row), and ``meta``: what it was trained on.

    The layers are trained no further: what reads takes their weights over when it is made.
    """

    model: Model[list[Ints2d], list[Floats2d]]
    vocabulary: Mapping[str, int]
    meta: Mapping[str, Any]
    _forward: Forward = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_forward", Forward.of(self.model))

    def opinions(self, sequence: Sequence) -> list[Opinion]:
        """What the network makes of each number asked about, in their order."""
        if not sequence.asked:
            return []
        pointed = (token for tokens in sequence.pointable.values() for token, _ in tokens)
        wanted = sorted({*sequence.asked, *pointed})
        output = self._forward.read(encode(sequence, self.vocabulary), wanted)
        row_of = {token: row for row, token in enumerate(wanted)}
        asked = output[[row_of[token] for token in sequence.asked]]
        answers = {
            name: [dict(zip(HEADS[name], row, strict=True)) for row in softmax(share).tolist()]
            for name, share in ((n, asked[:, c]) for n, c in slices().items())
        }
        for name in POINTERS:
            answers[name] = _pointed_to(output[:, -WIDTH:], row_of, sequence, name)
        return [{name: found[i] for name, found in answers.items()} for i in range(len(asked))]

    def to_bytes(self) -> bytes:
        """One npz archive: weights in half precision, vocabulary and ``meta`` as JSON."""
        told = json.dumps({"meta": self.meta, "vocabulary": self.vocabulary}, ensure_ascii=False)
        arrays: dict[str, Any] = {
            f"{place}.{name}": layer.get_param(name).astype("float16")
            for place, layer in enumerate(self.model.walk())
            for name in layer.param_names
        }
        buffer = BytesIO()
        np.savez_compressed(buffer, told=np.frombuffer(told.encode(), dtype=np.uint8), **arrays)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Network:
        """The network that ``to_bytes`` wrote; a ``ValueError`` says what does not fit."""
        with np.load(BytesIO(data), allow_pickle=False) as archive:
            told = json.loads(archive["told"].tobytes())
            model = build(len(told["vocabulary"]))
            for place, layer in enumerate(model.walk()):
                for name in layer.param_names:
                    values = archive[f"{place}.{name}"].astype("f")
                    if values.shape != layer.get_param(name).shape:
                        raise ValueError(f"the network's {layer.name}.{name} has another shape")
                    layer.set_param(name, values)
        return cls(model, told["vocabulary"], told["meta"])


def build(words: int, dropout: float = 0.0) -> Model[list[Ints2d], list[Floats2d]]:
    """An untrained network for a vocabulary of ``words`` names (rows 0 and 1 come on top)."""
    answers = sum(len(answers) for answers in HEADS.values()) + WIDTH
    layers: list[Model[Any, Any]] = [Dropout(dropout)]
    for place in range(_LAYERS):
        unit = sru(2 * _WIDTH, _WIDTH) if place else sru(_EMBEDDED, _WIDTH, seen=3)
        layers += [unit, Dropout(dropout)]
    model: Model[list[Ints2d], list[Floats2d]] = chain(
        bag_embed(words + 2, _EMBEDDED),
        with_padded(chain(*layers)),
        with_array(Linear(answers, 2 * _WIDTH)),
    )
    for layer in model.walk():
        if layer.param_names:
            layer.initialize()
    return model


def _pointed_to(
    output: Floats, row_of: Mapping[int, int], sequence: Sequence, name: str
) -> list[dict[str, float]]:
    """The answers that one pointer gives for each number; ``row_of`` tells a token's row."""
    tokens, asked = sequence.pointable.get(name, ()), [row_of[token] for token in sequence.asked]
    if not tokens:
        return [{} for _ in asked]
    if len(tokens) <= MOST:
        told = shares(output, asked, [row_of[token] for token, _ in tokens], name)
        return [dict(by_answer(row, tokens)) for row in told.tolist()]
    found = []
    for number in sequence.asked:
        near = in_reach(tokens, number, sequence.opening)
        told = shares(output, [row_of[number]], [row_of[token] for token, _ in near], name)
        found.append(dict(by_answer(told[0].tolist(), near)))
    return found


def slices() -> dict[str, slice]:
    """The columns of each head in the network's output; the pointers' come behind them."""
    found, start = {}, 0
    for name, answers in HEADS.items():
        found[name] = slice(start, start + len(answers))
        start += len(answers)
    return found


@lru_cache(maxsize=1)
def shipped() -> Network | None:
    """The network that comes with the package; None where it was left out."""
    asset = files(__package__).joinpath("network.npz")
    return Network.from_bytes(asset.read_bytes()) if asset.is_file() else None
