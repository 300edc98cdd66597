"""The gate: pinned scores, which no change of reading may lower without saying so.

A baseline is a JSON file beside the labelled documents. It holds the scores of each file
and of all together, and the SHA-256 of each file: scores of other labels prove nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ocop.evaluate.fields import GoldError
from ocop.evaluate.gold import GoldDocument, gold_files
from ocop.evaluate.predict import Prediction
from ocop.evaluate.score import Evaluation, evaluate

FORMAT = "ocop-baseline/1"
NAME = "baseline.json"
DIGITS = 4
"""Digits after the point to which scores are pinned."""

TOLERANCE = 0.5 * 10**-DIGITS
"""A score may be lower than pinned by what rounding took, and by nothing more."""

PINNED = (
    "strict_f1",
    "table_f1",
    "false_results",
    "as_of",
    "decision",
    "comparator",
    "decisions_f1",
)
LESS_IS_BETTER = frozenset({"false_results"})

Scores = Mapping[str, float | None]
"""Score by name; None where there was nothing to score."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What one file of labelled documents scored, and its SHA-256 at that time."""

    sha256: str
    scores: Scores


@dataclass(frozen=True, slots=True)
class Baseline:
    """Pinned scores: by file (its path from the folder of the baseline) and of all."""

    files: Mapping[str, Pin]
    total: Scores


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says, in sentences: what is worse or not pinned, and what rose.

    ``pinned`` tells that the scores of now have been pinned at ``path``, whatever fell.
    """

    path: Path
    files: int
    faults: tuple[str, ...]
    risen: tuple[str, ...]
    pinned: bool = False

    @property
    def is_shut(self) -> bool:
        """Whether nobody may pass."""
        return bool(self.faults) and not self.pinned


def scores_of(evaluation: Evaluation) -> dict[str, float | None]:
    """The scores that are pinned, rounded; decisions are counted once a document."""
    fields = evaluation.fields
    scores = (
        evaluation.strict.f1,
        evaluation.table.f1,
        evaluation.false_results.value,
        fields["as_of"].value,
        fields["decision"].value,
        fields["comparator"].value,
        evaluation.papers.unique.f1,
    )
    rounded = (None if score is None else round(score, DIGITS) for score in scores)
    return dict(zip(PINNED, rounded, strict=True))


def measure(
    path: Path, documents: Sequence[GoldDocument], predictions: Sequence[Prediction]
) -> Baseline:
    """Score each file of ``documents`` and all together; ``path`` is where it is pinned."""
    by_file: dict[str, list[tuple[GoldDocument, Prediction]]] = {}
    for pair in zip(documents, predictions, strict=True):
        by_file.setdefault(pair[0].file, []).append(pair)
    files = {
        _name(path, Path(file)): Pin(
            hashlib.sha256(Path(file).read_bytes()).hexdigest(),
            scores_of(evaluate([d for d, _ in pairs], [p for _, p in pairs])),
        )
        for file, pairs in by_file.items()
    }
    return Baseline(files, scores_of(evaluate(documents, predictions)))


def judge(path: Path, before: Baseline | None, now: Baseline, *, pins: bool = False) -> Verdict:
    """Compare what was measured with what is pinned at ``path``.

    Files that were not read now are not judged; the scores of all files together are
    judged only when all are there as they were pinned. ``pins``: they are pinned anew.
    """
    old = before.files if before else {}
    faults: list[str] = []
    risen: list[str] = []
    for name, pin in now.files.items():
        if name in old and old[name].sha256 == pin.sha256:
            _weigh(name, old[name].scores, pin.scores, faults, risen)
        elif not pins:
            faults.append(_not_pinned(name, pin, old.get(name)))
    if before and _digests(before) == _digests(now):
        _weigh("all files", before.total, now.total, faults, risen)
    return Verdict(path, len(now.files), tuple(faults), tuple(risen), pins)


def _not_pinned(name: str, now: Pin, before: Pin | None) -> str:
    if before is None:
        return f"{name}: its scores are not pinned. Pin anew with --pin."
    return (
        f"{name}: the labelled documents are not those whose scores are pinned (SHA-256 "
        f"{now.sha256[:12]}…, pinned {before.sha256[:12]}…). Pin anew with --pin."
    )


def _digests(baseline: Baseline) -> dict[str, str]:
    return {name: pin.sha256 for name, pin in baseline.files.items()}


def _weigh(where: str, before: Scores, now: Scores, faults: list[str], risen: list[str]) -> None:
    for name, old in before.items():
        new = now[name]
        if old is None:
            continue
        if new is None:
            faults.append(f"{where}: {name} was {old:.{DIGITS}f}; now there is nothing to score.")
            continue
        gain = old - new if name in LESS_IS_BETTER else new - old
        told = f"{where}: {name} {'rose' if new > old else 'fell'}"
        told += f" from {old:.{DIGITS}f} to {new:.{DIGITS}f}."
        if gain < -TOLERANCE:
            faults.append(told)
        elif gain > TOLERANCE:
            risen.append(told)


def print_verdict(verdict: Verdict, console: Console) -> None:
    """Print what fell and what rose, then whether one may pass."""
    for style, sentences in (("red", verdict.faults), ("green", verdict.risen)):
        for sentence in sentences:
            console.print(Text(sentence, style), soft_wrap=True)
    if verdict.pinned:
        outcome = f"The scores of {verdict.files} files are pinned in {verdict.path}."
        outcome += " Say in the commit why some fell." if verdict.faults else ""
    elif verdict.is_shut:
        outcome = f"The gate is shut: {len(verdict.faults)} scores or files are not as in"
        outcome += f" {verdict.path}."
    else:
        outcome = f"The gate is open: no score of {verdict.files} files is below {verdict.path}."
        outcome += " Pin what rose with --pin." if verdict.risen else ""
    console.print(Text(outcome, "bold red" if verdict.is_shut else "bold green"), soft_wrap=True)


# ── the file ─────────────────────────────────────────────────────────────────────────


def baseline_path(named: Path | None, gold: Iterable[Path]) -> Path:
    """The file that ``named`` means (a folder: the one in it); by default beside the gold."""
    if named is not None:
        return named / NAME if named.is_dir() else named
    first = next(iter(gold))
    return (first if first.is_dir() else first.parent) / NAME


def gold_of(path: Path, pinned: Baseline) -> list[Path]:
    """The labelled files that a baseline is about: those beside it and those it pins."""
    beside = sorted(path.parent.glob("*.jsonl"))
    files = [*beside, *(path.parent / name for name in pinned.files)]
    return gold_files(files)


def read_baseline(path: Path) -> Baseline:
    """Read pinned scores.

    Raises:
        GoldError: the file is missing or is not a baseline.
    """
    try:
        value: object = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GoldError(str(path), "no scores are pinned here; pin them with --pin") from error
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"cannot be read as pinned scores: {error}") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise GoldError(str(path), f"holds no scores of the format {FORMAT}; pin anew with --pin")
    try:
        files = {
            str(name): Pin(str(pin["sha256"]), _scores(pin["scores"]))
            for name, pin in value["files"].items()
        }
        return Baseline(files, _scores(value["all"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise GoldError(str(path), "is damaged; pin anew with --pin") from error


def _scores(value: Mapping[str, object]) -> Scores:
    """Exactly the scores that are pinned today, each a number or null."""
    scores: dict[str, float | None] = {}
    for name in PINNED:
        score = value[name]
        if score is not None and not isinstance(score, float | int):
            raise TypeError(name)
        scores[name] = score
    if len(value) != len(scores):
        raise KeyError(*(set(value) - set(scores)))
    return scores


def lines_of(baseline: Baseline) -> Iterator[str]:
    """The baseline as the lines of its file."""
    files = {
        name: {"sha256": pin.sha256, "scores": pin.scores} for name, pin in baseline.files.items()
    }
    record = {"format": FORMAT, "all": baseline.total, "files": dict(sorted(files.items()))}
    yield json.dumps(record, ensure_ascii=False, indent=1)


def _name(path: Path, file: Path) -> str:
    return Path(os.path.relpath(file.resolve(), path.parent.resolve())).as_posix()
