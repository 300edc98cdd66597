"""What the two walks over a labelled document keep, and what they carry on."""

from pathlib import Path

import pytest

from extract.claims.choice import ByWeights, Candidate
from extract.claims.counts import find_counts
from extract.claims.scene import build
from extract.claims.weights import HAND, WEIGHTS
from extract.text.normalise import normalise
from ocop.evaluate.gold import load
from ocop.evaluate.predict import document_of
from ocop.train.choices import Observer

GOLD = Path(__file__).parents[2] / "gold"


@pytest.fixture(scope="module")
def labelled():
    """A document, one of its labelled counts that has a time, and that count's label."""
    for document in load([GOLD / "dev-c.jsonl"]):
        counts = find_counts(build(document_of(document)), ByWeights(WEIGHTS))
        for count in counts:
            observer = Observer(document, normalise(document.text), {})
            labels = observer._at(count)
            if labels and labels[0].as_of:
                return document, count, labels[0]
    raise AssertionError("no labelled time")


def decided(labelled, field, value, *, carries):
    """The value chosen among the label's and a wrong one that the hand prefers; examples."""
    document, count, _ = labelled
    examples = {name: [] for name in HAND}
    preferred = max(HAND[field], key=HAND[field].get)
    candidates = [Candidate(value, {}), Candidate(("1999", "text"), {preferred: 1.0})]
    observer = Observer(document, normalise(document.text), examples, carries=carries)
    choice = observer(field, count, candidates)
    return choice.value, len(examples[field])


def test_the_first_walk_goes_on_with_the_label_and_learns_no_time(labelled):
    value = (labelled[2].as_of, "text")
    assert decided(labelled, "time", value, carries=False) == (value, 0)


def test_the_second_walk_learns_the_time_and_goes_on_with_what_is_read(labelled):
    value = (labelled[2].as_of, "text")
    assert decided(labelled, "time", value, carries=True) == (("1999", "text"), 1)


def test_the_period_is_learned_among_labels_and_carried_as_read(labelled):
    value = (labelled[2].period, "text")
    assert decided(labelled, "period", value, carries=False) == (value, 1)
    assert decided(labelled, "period", value, carries=True) == (("1999", "text"), 0)
