"""``ocop train --names`` and ``--facts``: a spaCy recogniser beside the second reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich.table import Table

from extract.model import Label
from ocop.cli.terminal import answer_json, meter, out
from ocop.train.hits import Hits


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked of a training."""

    seed: int
    epochs: int | None
    jobs: int
    quiet: bool
    as_json: bool


def learn_names(gold: Sequence[Path], labels: Path, into: Path | None, wishes: Wishes) -> None:
    """Train the recogniser of names, write it, and say how well others did on what was left out."""
    from ocop.train.names import NAMES_FILE, train_names, write_names
    from ocop.train.recogniser import NAMES_RECIPE

    recipe = replace(NAMES_RECIPE, seed=wishes.seed, epochs=wishes.epochs or NAMES_RECIPE.epochs)
    with meter("folds", quiet=wishes.quiet or wishes.as_json) as seen:
        names = train_names(gold, labels, recipe, jobs=wishes.jobs, meter=seen)
    path = NAMES_FILE if into is None else into / NAMES_FILE.name
    write_names(names, path)
    if wishes.as_json:
        answer_json({**names.meta, "files": [str(path)]})
        return
    _print(names.scores)
    out().print(f"Wrote {path}.")


def measure_facts(gold: Sequence[Path], wishes: Wishes) -> None:
    """Say how well a recogniser finds counts, papers, dates, stars and places; keep nothing."""
    from ocop.train.names import measure_facts as measure
    from ocop.train.recogniser import FACTS_RECIPE

    recipe = replace(FACTS_RECIPE, seed=wishes.seed, epochs=wishes.epochs or FACTS_RECIPE.epochs)
    with meter("folds", quiet=wishes.quiet or wishes.as_json) as seen:
        found = measure(gold, recipe, jobs=wishes.jobs, meter=seen)
    if wishes.as_json:
        answer_json({label.value: asdict(hits) for label, hits in found.items()})
        return
    _print(found)


def _print(found: Mapping[Label, Hits]) -> None:
    table = Table("label", title="Found in each fold by what never saw it", box=None)
    for title in ("labelled", "found", "precision", "recall", "F1", "overlap F1"):
        table.add_column(title, justify="right")
    for label, hits in found.items():
        shares = (hits.precision, hits.recall, hits.f1, hits.overlap)
        counts = (str(hits.labelled), str(hits.found))
        table.add_row(label.value, *counts, *(f"{share:.3f}" for share in shares))
    out().print(table)
