"""Training as a whole: what it learns, what it leaves out, what it writes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extract.claims.advice import is_opinion
from extract.claims.weights import HAND
from extract.ner.network import Network
from ocop.evaluate.gold import load
from ocop.train import score_left_out, train, write
from ocop.train.network import Recipe

GOLD = Path(__file__).parents[2] / "gold"


@pytest.fixture(scope="module")
def documents():
    found = load([GOLD / "dev-c.jsonl"])[:16]
    return [replace(d, file=f"hand-{i % 2}.jsonl") for i, d in enumerate(found)]


@pytest.fixture(scope="module")
def trained(documents):
    return train(documents, Recipe(epochs=2, fewest=2))


def test_every_field_is_learned_how_sure_a_claim_is_among_them(trained) -> None:
    assert set(trained.weights) <= set(HAND)
    assert {"count", "kind", "stars", "place", "time", "right"} <= set(trained.weights)
    assert all(trained.choices[name] for name in trained.weights)


def test_what_is_learned_alone_needs_no_second_reader(trained) -> None:
    assert set(trained.alone) == set(trained.weights)
    learned = {name for weights in trained.alone.values() for name in weights}
    assert "noun.product" in learned
    assert not [name for name in learned if is_opinion(name)]


def test_every_document_is_read_once_by_what_never_saw_it(trained, documents) -> None:
    assert sorted(p.id for p in trained.left_out) == sorted(d.id for d in documents)
    assert not [p.failure for p in trained.left_out if p.failure]
    scores = score_left_out(documents, trained.left_out)
    assert scores.strict.gold > 0
    sure = [claim.confidence for p in trained.left_out for claim in p.claims]
    assert sure
    assert all(0 <= confidence <= 1 for confidence in sure)


def test_what_is_written_can_be_read_again(trained, tmp_path) -> None:
    write(trained, tmp_path / "a" / "learned.json", tmp_path / "a" / "network.npz")
    note = json.loads((tmp_path / "a" / "learned.json").read_text("utf-8"))
    assert note["weights"] == {name: dict(w) for name, w in trained.weights.items()}
    assert note["alone"] == {name: dict(w) for name, w in trained.alone.items()}
    network = Network.from_bytes((tmp_path / "a" / "network.npz").read_bytes())
    assert network.meta["documents"] == 16
    assert not list(tmp_path.rglob("*.part"))


def test_one_file_alone_leaves_nothing_out(documents) -> None:
    alone = train([replace(d, file="one.jsonl") for d in documents[:6]], Recipe(epochs=1))
    assert alone.left_out == ()
    assert "right" not in alone.weights
