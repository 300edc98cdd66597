"""Training on labelled documents: the second reader, the weights of choice, and how sure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from extract.claims.advice import is_opinion
from extract.claims.weights import HAND
from extract.ner.network import Network
from ocop.evaluate.gold import GoldDocument, gold_files, load
from ocop.evaluate.predict import Prediction
from ocop.evaluate.score import Evaluation, evaluate
from ocop.train.calibrate import as_sure_as_left_out, read_left_out
from ocop.train.choices import PENALTY, examples_of, without_opinions
from ocop.train.choices import fit as fit_choices
from ocop.train.crossfit import FOLDS, Meter, crossfit, deal
from ocop.train.network import Recipe

EXTRACT = Path(__file__).parents[2] / "extract"
WEIGHTS_FILE: Final = EXTRACT / "claims" / "learned.json"
NETWORK_FILE: Final = EXTRACT / "ner" / "network.npz"


@dataclass(frozen=True, slots=True)
class Trained:
    """What training made.

    ``weights`` by field and feature, those learned ``alone``, without the second reader's
    opinions, the ``network``, how many ``choices`` each field
    learned from, ``meta``: the inputs with their SHA-256 and the recipe, and ``left_out``:
    every document as it was read by what was learned without its fold, in the order of the
    folds; nothing where there is only one file.
    """

    weights: Mapping[str, Mapping[str, float]]
    alone: Mapping[str, Mapping[str, float]]
    network: Network | None
    choices: Mapping[str, int]
    meta: Mapping[str, Any]
    left_out: tuple[Prediction, ...] = ()


def train(
    documents: Sequence[GoldDocument],
    recipe: Recipe | None = None,
    *,
    jobs: int = 1,
    folds: int = FOLDS,
    meter: Meter = lambda _done, _total: None,
) -> Trained:
    """Learn from labelled documents. The same documents and recipe give the same result.

    Args:
        documents: Labelled documents; those of one file are one hand.
        recipe: How the networks are trained.
        jobs: Processes for the networks, of which there is one a fold and one of all.
        folds: Heaps of files for opinions on documents that a network never saw.
        meter: Told how many networks are done.
    """
    recipe = recipe or Recipe()
    heaps = deal(documents, folds)
    heard, network = crossfit(documents, heaps, recipe, jobs, meter)
    by_fold = [examples_of(heap, heard) for heap in heaps]
    examples = {name: [e for fold in by_fold for e in fold[name]] for name in HAND}
    sights = read_left_out(heaps, by_fold, heard, jobs)
    examples["right"] = [e for fold in sights for sight in fold for e in sight.examples()]
    weights = {name: fit_choices(seen, HAND[name]) for name, seen in examples.items() if seen}
    alone = {
        name: fit_choices([without_opinions(e) for e in seen], _unadvised(HAND[name]))
        for name, seen in examples.items()
        if seen
    }
    meta = {"documents": len(documents), "recipe": asdict(recipe), "penalty": PENALTY}
    choices = {name: len(seen) for name, seen in examples.items()}
    return Trained(
        weights,
        alone,
        replace(network, meta=meta),
        choices,
        meta,
        tuple(as_sure_as_left_out(sights)),
    )


def _unadvised(hand: Mapping[str, float]) -> Mapping[str, float]:
    return {name: weight for name, weight in hand.items() if not is_opinion(name)}


def train_files(
    gold: Sequence[Path],
    recipe: Recipe | None = None,
    *,
    jobs: int = 1,
    meter: Meter = lambda _done, _total: None,
) -> Trained:
    """Learn from labelled files and folders, and note their digests."""
    trained = train(load(gold), recipe, jobs=jobs, meter=meter)
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in gold_files(gold)}
    meta = {**trained.meta, "inputs": digests}
    network = trained.network and replace(trained.network, meta=meta)
    return replace(trained, meta=meta, network=network)


def score_left_out(
    documents: Sequence[GoldDocument], predictions: Sequence[Prediction]
) -> Evaluation:
    """The scores of what was read by models that never saw it."""
    labelled = {document.id: document for document in documents}
    return evaluate([labelled[prediction.id] for prediction in predictions], predictions)


def write(trained: Trained, weights_file: Path, network_file: Path) -> None:
    """Put both files in their places, each whole or not at all."""
    note = {
        **trained.meta,
        "choices": trained.choices,
        "weights": trained.weights,
        "alone": trained.alone,
    }
    text = json.dumps(note, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    files = {weights_file: text.encode()}
    if trained.network is not None:
        files[network_file] = trained.network.to_bytes()
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".part")
        beside.write_bytes(data)
        beside.replace(path)
