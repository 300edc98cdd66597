"""Whole claims: place, number, stars and kind at once, scored by ``ocop.evaluate``."""

from __future__ import annotations

from collections.abc import Sequence

from bench.peers import entities, patterns
from bench.report import Table
from bench.texts import EVERY, positions
from ocop.evaluate import GoldDocument, Prediction, evaluate, predict
from ocop.evaluate.folds import by_file
from ocop.evaluate.left_out import predict_left_out
from ocop.train import train


def measure(documents: Sequence[GoldDocument]) -> Table:
    """Score every reader; the slow ones on every fifth document, beside the others."""
    table = Table(
        "Claims",
        ("reader", "documents", "precision", "recall", "F1", "F1, table"),
        "A claim is right when place, number, stars and kind are; *table*: claims of provinces "
        "and the nation that enter the national table. *Left out*: each hand read with weights "
        "learned from the others. ocop's rules were written with these documents in sight, the "
        f"peers' were not. Every {EVERY}th document: the order of the files, not a choice.",
    )
    left_out = predict_left_out(documents, by_file(documents), train)
    shipped = predict(documents)
    bare = predict(documents, patterns.read)
    _add(table, "ocop, left out", documents, left_out)
    _add(table, "ocop, as it ships (learned from these)", documents, shipped)
    _add(table, "bare patterns", documents, bare)

    few = positions(documents)
    some = [documents[i] for i in few]
    nearest = entities.reader(entities.load())
    _add(table, "few: ocop, left out", some, [left_out[i] for i in few])
    _add(table, "few: bare patterns", some, [bare[i] for i in few])
    _add(
        table, "few: bare patterns, places by underthesea ner", some, predict(some, nearest, jobs=1)
    )
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
