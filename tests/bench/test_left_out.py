"""What is left out is unseen: neither its labels nor its hand reach what reads it."""

from dataclasses import replace

import pytest

from bench import texts
from bench.accuracy.left_out import predict_left_out


@pytest.fixture(scope="module")
def documents():
    whole = texts.labelled()
    return [
        [document for document in whole if document.file.endswith(f"/{name}.jsonl")][:12]
        for name in ("dev-a", "dev-c", "sample")
    ]


def test_labels_of_what_is_read_change_nothing(documents, monkeypatch) -> None:
    monkeypatch.setattr("bench.accuracy.left_out.available_cores", lambda: 1)
    *others, read = documents
    said = []
    learned_from = [*others[0], *others[1]]
    plain = predict_left_out(read, learned_from, said.append, epochs=1)
    blind = [replace(document, claims=(), decisions=()) for document in read]
    assert predict_left_out(blind, learned_from, said.append, epochs=1) == plain
    assert [prediction.id for prediction in plain] == [document.id for document in read]
    assert any(prediction.claims for prediction in plain)
    assert "3 of 3 networks" in " ".join(said)


def test_a_hand_on_both_sides_is_refused(documents) -> None:
    hand = documents[0]
    with pytest.raises(ValueError, match=r"dev-a\.jsonl"):
        predict_left_out(hand[:6], hand[6:], lambda _: None, epochs=1)
