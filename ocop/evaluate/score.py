"""Adds comparisons of single documents up to scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ocop.evaluate.calibration import Calibration, calibrate
from ocop.evaluate.compare import (
    COMPARED_FIELDS,
    Cause,
    Comparison,
    Key,
    Near,
    compare,
)
from ocop.evaluate.equality import paper_number
from ocop.evaluate.gold import GoldDocument, Paper
from ocop.evaluate.predict import Prediction


@dataclass(slots=True)
class Score:
    """Counts of claims (or papers): labelled, predicted, and in both."""

    gold: int = 0
    predicted: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the predicted that is right; None if nothing was predicted."""
        return ratio(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        """Share of the labelled that was found; None if nothing is labelled."""
        return ratio(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None if both sides are empty."""
        return ratio(2 * self.right, self.gold + self.predicted)


@dataclass(slots=True)
class Share:
    """``part`` of ``whole``."""

    part: int = 0
    whole: int = 0

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return ratio(self.part, self.whole)

    def add(self, is_part: bool) -> None:
        """Count one more."""
        self.whole += 1
        self.part += is_part


def ratio(part: int, whole: int) -> float | None:
    """``part / whole``, or None where there is nothing to divide by."""
    return part / whole if whole else None


@dataclass(slots=True)
class PaperScores:
    """Official papers: every printing, each number once a document, and their fields."""

    printings: Score = field(default_factory=Score)
    unique: Score = field(default_factory=Score)
    date: Share = field(default_factory=Share)
    role: Share = field(default_factory=Share)


Confusion = dict[str, Counter[tuple[str, str]]]


@dataclass(slots=True)
class Evaluation:
    """All scores of one run.

    ``slices`` maps a way of cutting (kind, level, document kind, file, trap) to the
    scores of its values. ``causes`` counts why claims are ``missed`` and ``false``;
    ``confusion`` maps a field to counts of (label, prediction).
    """

    comparisons: list[Comparison]
    strict: Score
    table: Score
    fields: dict[str, Share]
    papers: PaperScores
    false_results: Share
    calibration: Calibration
    causes: dict[str, Counter[Cause]]
    slices: dict[str, dict[str, Score]]
    confusion: Confusion

    @property
    def failures(self) -> list[tuple[str, str]]:
        """Documents on which the reader broke down, with its last words."""
        predictions = (comparison.prediction for comparison in self.comparisons)
        return [(p.id, p.failure) for p in predictions if p.failure is not None]


def evaluate(documents: Sequence[GoldDocument], predictions: Sequence[Prediction]) -> Evaluation:
    """Score predictions, one for each document in the same order."""
    pairs = zip(documents, predictions, strict=True)
    comparisons = [compare(document, prediction) for document, prediction in pairs]
    return Evaluation(
        comparisons=comparisons,
        strict=_score(comparisons, lambda _: True),
        table=_score(comparisons, lambda key: key.enters_table),
        fields=_fields(comparisons),
        papers=_papers(comparisons),
        false_results=_false_results(comparisons),
        calibration=calibrate(comparisons),
        causes=_causes(comparisons),
        slices=_slices(comparisons),
        confusion=_confusion(comparisons),
    )


def _score(comparisons: Iterable[Comparison], wanted: Callable[[Key], bool]) -> Score:
    score = Score()
    for comparison in comparisons:
        right = sum(wanted(pair.gold.key) for pair in comparison.right)
        score.right += right
        score.gold += right + sum(wanted(claim.key) for claim in comparison.missed)
        score.predicted += right + sum(wanted(claim.key) for claim in comparison.false)
    return score


def _fields(comparisons: Iterable[Comparison]) -> dict[str, Share]:
    shares = {name: Share() for name in COMPARED_FIELDS}
    for comparison in comparisons:
        for pair in comparison.right:
            for name, share in shares.items():
                share.add(name not in pair.wrong_fields)
    return shares


def _papers(comparisons: Iterable[Comparison]) -> PaperScores:
    scores = PaperScores()
    for comparison in comparisons:
        gold, said = comparison.document.decisions, comparison.prediction.decisions
        pairs = comparison.papers.pairs
        _add(scores.printings, len(gold), len(said), len(pairs))
        labelled, found = _numbers(gold), _numbers(said)
        _add(scores.unique, len(labelled), len(found), len(labelled & found))
        for pair in pairs:
            scores.date.add(pair.date_right)
            scores.role.add(pair.role_right)
    return scores


def _numbers(papers: Iterable[Paper]) -> set[str | None]:
    return {paper_number(paper.number) for paper in papers}


def _add(score: Score, gold: int, predicted: int, right: int) -> None:
    score.gold += gold
    score.predicted += predicted
    score.right += right


def _false_results(comparisons: Iterable[Comparison]) -> Share:
    share = Share()
    for comparison in comparisons:
        share.part += len(comparison.taken_as_result)
        said = [pair.predicted for pair in comparison.right] + list(comparison.false)
        share.whole += sum(claim.key.enters_table for claim in said)
    return share


def _causes(comparisons: Iterable[Comparison]) -> dict[str, Counter[Cause]]:
    causes: dict[str, Counter[Cause]] = {"missed": Counter(), "false": Counter()}
    for comparison in comparisons:
        causes["missed"].update(comparison.cause(claim) for claim in comparison.missed)
        causes["false"].update(comparison.cause(claim) for claim in comparison.false)
    return causes


def _slices(comparisons: Sequence[Comparison]) -> dict[str, dict[str, Score]]:
    slices: dict[str, dict[str, Score]] = {
        "kind": _by_key(comparisons, lambda key: key.kind.value),
        "level": _by_key(comparisons, lambda key: key.level.value),
        "document": {},
        "file": {},
        "province": {},
        "trap": {},
    }
    for comparison in comparisons:
        document = comparison.document
        score = _score([comparison], lambda _: True)
        cuts = [("document", document.kind), ("file", Path(document.file).name)]
        cuts.append(("province", document.source.province or "–"))
        cuts += [("trap", trap) for trap in dict.fromkeys(document.traps)]
        for cut, value in cuts:
            total = slices[cut].setdefault(value, Score())
            _add(total, score.gold, score.predicted, score.right)
    return slices


def _by_key(comparisons: Sequence[Comparison], value_of: Callable[[Key], str]) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for comparison in comparisons:
        for pair in comparison.right:
            _add(scores.setdefault(value_of(pair.gold.key), Score()), 1, 1, 1)
        for claim in comparison.missed:
            _add(scores.setdefault(value_of(claim.key), Score()), 1, 0, 0)
        for claim in comparison.false:
            _add(scores.setdefault(value_of(claim.key), Score()), 0, 1, 0)
    return scores


def _confusion(comparisons: Iterable[Comparison]) -> Confusion:
    confusion: Confusion = {}
    for comparison in comparisons:
        for near in comparison.near:
            for name in near.differs:
                confusion.setdefault(name, Counter())[_values(name, near)] += 1
        for pair in comparison.right:
            for name in pair.wrong_fields:
                label = getattr(pair.gold.printings[0], name)
                said = getattr(pair.predicted.printings[0], name)
                confusion.setdefault(name, Counter())[_shape(name, label, said)] += 1
    return confusion


def _values(name: str, near: Near) -> tuple[str, str]:
    return _shape(name, getattr(near.gold.key, name), getattr(near.predicted.key, name))


def _shape(name: str, label: object, said: object) -> tuple[str, str]:
    """Label and prediction for a table: open values only as given, none or another."""
    if name in {"kind", "level", "regime", "stars", "potential5", "comparator", "round"}:
        return show(label), show(said)
    if label is None or said is None:
        return ("none" if label is None else "given"), ("none" if said is None else "given")
    return "given", "another"


def show(value: object) -> str:
    """A value of a claim in a few characters: ``345`` for a star set, ``–`` for none."""
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "".join(str(part) for part in value)
    return str(value)
