"""The recogniser of names: trained on all labels, scored on files left out of training."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extract.model import Label
from extract.ner.names import ASSET, to_bytes
from ocop.evaluate.gold import gold_files, load
from ocop.train.crossfit import Meter, deal
from ocop.train.hits import Hits, left_out, scores
from ocop.train.recogniser import FACTS_RECIPE, NAMES_RECIPE, Recipe, fit
from ocop.train.spans import fact_lines, load_names, name_lines

if TYPE_CHECKING:
    from spacy.language import Language

NAMES_FILE: Final = Path(__file__).parents[2] / "extract" / "ner" / ASSET


@dataclass(frozen=True, slots=True)
class Names:
    """The ``recogniser`` of all labels, and by label what others found in files left out."""

    recogniser: Language
    scores: Mapping[Label, Hits]

    @property
    def meta(self) -> Mapping[str, Any]:
        """What it learned from, how, and its scores."""
        meta: Mapping[str, Any] = self.recogniser.meta["ocop"]
        return meta


def train_names(
    gold: Sequence[Path],
    labels: Path,
    recipe: Recipe = NAMES_RECIPE,
    *,
    jobs: int = 1,
    meter: Meter = lambda _done, _total: None,
) -> Names:
    """Learn names from the documents that ``labels`` speaks of.

    Args:
        gold: Labelled files and folders that hold the texts.
        labels: Names by document (``tests/gold/names/names.jsonl``).
        recipe: How to train.
        jobs: Processes for the folds.
        meter: Told how many folds are done.
    """
    documents = load(gold)
    names = load_names(labels, documents)
    documents = [document for document in documents if document.id in names]
    lines = [line for document in documents for line in name_lines(document, names[document.id])]
    folds = [[document.id for document in heap] for heap in deal(documents)]
    told = scores(left_out(lines, folds, recipe, jobs=jobs, meter=meter)) if folds[1:] else {}
    meta = {
        "documents": len(documents),
        "inputs": {p.name: _digest(p) for p in (*gold_files(gold), labels)},
        "left_out": {label.value: _record(hits) for label, hits in told.items()},
    }
    return Names(fit(lines, recipe, meta), told)


def measure_facts(
    gold: Sequence[Path],
    recipe: Recipe = FACTS_RECIPE,
    *,
    jobs: int = 1,
    meter: Meter = lambda _done, _total: None,
) -> Mapping[Label, Hits]:
    """How well a recogniser finds, in files left out, what rules and labels tell already."""
    documents = load(gold)
    lines = [line for document in documents for line in fact_lines(document)]
    folds = [[document.id for document in heap] for heap in deal(documents)]
    return scores(left_out(lines, folds, recipe, jobs=jobs, meter=meter))


def write_names(names: Names, path: Path) -> None:
    """Put the recogniser in its place, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_bytes(to_bytes(names.recogniser))
    beside.replace(path)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _record(hits: Hits) -> dict[str, float]:
    return {
        **asdict(hits),
        **{name: round(getattr(hits, name), 3) for name in ("precision", "recall", "f1")},
        "overlap": round(hits.overlap, 3),
    }
