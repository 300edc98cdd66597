"""Samples are drawn evenly, say what they hold, and keep hands apart."""

from types import SimpleNamespace

import pytest

from bench import texts


def hands(**sizes):
    """Labelled documents as far as drawing looks at them."""
    return [
        SimpleNamespace(id=f"{name}-{i}", file=f"{name}.jsonl", text=f"{name} {i}")
        for name, size in sizes.items()
        for i in range(size)
    ]


def test_a_hand_is_read_or_learned_from_and_never_both() -> None:
    sample = texts.sample(hands(**dict.fromkeys("abcdefghijklmnop", 60)))
    read = {document.file for document in sample.read}
    others = {document.file for document in sample.others}
    assert read == {"d.jsonl", "j.jsonl", "p.jsonl"}
    assert not read & others
    assert len(read | others) == 16


def test_a_large_hand_gives_no_more_than_its_share_from_its_beginning_to_its_end() -> None:
    sample = texts.sample(hands(a=60, b=500))
    assert [document.file for document in sample.read] == ["b.jsonl"] * texts.MOST_OF_A_HAND
    ids = [int(document.id[2:]) for document in sample.read]
    assert ids == list(range(5, 500, 10))
    assert len(sample.others) == 60


def test_a_sample_says_what_it_holds() -> None:
    sample = texts.sample(hands(a=1000, b=30))
    assert sample.told.startswith("30 of 1,030 labelled documents")
    assert "(1 of them)" in sample.told


def test_slow_peers_read_an_even_part() -> None:
    sample = texts.sample(hands(a=1, b=50))
    assert list(sample.few) == list(range(2, 50, 5))


@pytest.mark.parametrize(
    ("length", "most", "kept"),
    [(3, 5, [0, 1, 2]), (5, 5, [0, 1, 2, 3, 4]), (10, 5, [1, 3, 5, 7, 9]), (7, 2, [1, 5])],
)
def test_evenly_keeps_the_order_and_the_distances(length, most, kept) -> None:
    assert texts.evenly(range(length), most) == kept


def test_the_labelled_documents_give_about_three_hundred_of_six_hands() -> None:
    sample = texts.sample(texts.labelled())
    assert 250 <= len(sample.read) <= 300
    assert len({document.file for document in sample.read}) == 6
    assert not any("held-out" in document.file for document in (*sample.read, *sample.others))
