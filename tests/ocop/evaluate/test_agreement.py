"""Two readings of the same documents agree as the documentation says."""

from __future__ import annotations

import re
from pathlib import Path

from ocop.evaluate.gold import load
from ocop.evaluate.predict import Prediction
from ocop.evaluate.score import evaluate

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"


def test_the_agreement_of_two_readings_is_as_told() -> None:
    again = load([GOLD / "second-reading"])
    first = {document.id: document for document in load([GOLD])}
    labelled = [first[document.id] for document in again]
    second = [Prediction(d.id, d.claims, f.decisions) for d, f in zip(again, labelled, strict=True)]
    assert [d.text for d in again] == [d.text for d in labelled]
    scores = evaluate(labelled, second)
    told = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    match = re.search(r"strict F1 ([\d.]+), claims for the table ([\d.]+), `as_of` ([\d.]+)", told)
    assert match is not None
    assert f"{scores.strict.f1:.3f}" == match[1]
    assert f"{scores.table.f1:.3f}" == match[2]
    assert f"{scores.fields['as_of'].value:.2f}" == match[3]
