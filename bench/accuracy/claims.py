"""Whole claims: place, number, stars and kind at once, scored by ``ocop.evaluate``."""

from __future__ import annotations

from collections.abc import Sequence

from bench.accuracy import left_out
from bench.peers import entities, patterns
from bench.report import Say, Table
from bench.texts import FEW, Sample
from ocop.evaluate import GoldDocument, Prediction, evaluate, predict


def measure(sample: Sample, say: Say) -> Table:
    """Score every reader; the slow ones on every fifth document, beside the others."""
    table = Table(
        "Claims",
        ("reader", "documents", "precision", "recall", "F1", "F1, table"),
        "A claim is right when place, number, stars and kind are; *table*: claims of provinces "
        "and the nation that enter the national table. *Left out*: these hands read with weights "
        f"and a network learned from the {len(sample.others):,} documents of the other hands, the "
        f"network with {left_out.EPOCHS} epochs instead of 12. ocop's rules were written with "
        f"these documents in sight, the peers' were not. *Few*: every {FEW}th document.",
        read=sample.told,
    )
    documents = sample.read
    learned = left_out.predict_left_out(documents, sample.others, say)
    say("ocop as it ships, bare patterns")
    shipped = predict(documents)
    bare = predict(documents, patterns.read)
    _add(table, "ocop, left out", documents, learned)
    _add(table, "ocop, as it ships (learned from these)", documents, shipped)
    _add(table, "bare patterns", documents, bare)

    say("underthesea ner")
    few = [documents[i] for i in sample.few]
    nearest = entities.reader(entities.load())
    _add(table, "few: ocop, left out", few, [learned[i] for i in sample.few])
    _add(table, "few: bare patterns", few, [bare[i] for i in sample.few])
    _add(table, "few: bare patterns, places by underthesea ner", few, predict(few, nearest, jobs=1))
    return table


def _add(
    table: Table, name: str, documents: Sequence[GoldDocument], said: Sequence[Prediction]
) -> None:
    scores = evaluate(documents, said)
    figures = (
        scores.strict.precision,
        scores.strict.recall,
        scores.strict.f1,
        scores.table.f1,
    )
    cells = ("–" if figure is None else f"{figure:.2f}" for figure in figures)
    table.add(name, str(len(documents)), *cells)
