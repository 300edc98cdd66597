"""Folds, and reading with what was learned without them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from ocop.errors import OcopError
from ocop.evaluate import GoldError, LeaveOut, Options, run
from ocop.evaluate.folds import Fold, by_file, by_province
from ocop.evaluate.gold import load as load_gold
from ocop.evaluate.left_out import predict_left_out
from ocop.train import Trained, train
from ocop.train.network import Recipe

TEXT = "Nghệ An công nhận 35 sản phẩm OCOP, trong đó 6 sản phẩm 4 sao."


@pytest.fixture
def documents(write, page, claim):
    """Twelve documents in two files; every third one has no province."""
    labels = [claim(35, "35 sản phẩm"), claim(6, "6 sản phẩm", stars=[4])]
    provinces = ["Nghệ An", "Phú Thọ", None, "Vĩnh Phúc", "Hòa Bình", None]
    files = [
        write(
            *(
                page(TEXT, labels, id=f"{name}{i}", source={**SOURCE, "province": province})
                for i, province in enumerate(provinces)
            ),
            name=f"{name}.jsonl",
        )
        for name in "ab"
    ]
    return load_gold(files)


SOURCE = {"name": "Báo", "type": "newspaper"}


def provinces_of(fold, documents):
    return {documents[i].source.province for i in fold.held} - {None}


def test_a_fold_for_each_file(documents) -> None:
    assert by_file(documents) == [Fold("a", tuple(range(6))), Fold("b", tuple(range(6, 12)))]
    with pytest.raises(GoldError, match="leaving out a file needs another one"):
        by_file(documents[:6])


@pytest.mark.parametrize("seed", range(5))
def test_a_province_is_never_on_both_sides_under_any_name(documents, seed) -> None:
    folds = by_province(documents, 3, seed)
    assert sorted(i for fold in folds for i in fold.held) == list(range(12))
    seen = [provinces_of(fold, documents) for fold in folds]
    assert sum(map(len, seen)) == 4
    merged_in_2025 = {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"}
    assert [merged_in_2025 & names for names in seen if merged_in_2025 & names] == [merged_in_2025]


def test_folds_are_drawn_by_the_seed_alone_and_are_even(documents) -> None:
    assert by_province(documents, 3, 7) == by_province(documents, 3, 7)
    drawn = {tuple(by_province(documents, 3, seed)) for seed in range(9)}
    assert len(drawn) > 1
    assert {len(fold.held) for fold in by_province(documents, 2, 0)} == {6}


def test_more_folds_than_provinces_are_an_error(documents) -> None:
    with pytest.raises(GoldError, match="cannot make 7 folds"):
        by_province(documents, 7, 0)


def remember(documents):
    """Stands for learning: a weight that tells what was learned from."""
    return Trained({"count": {document.id: 1.0 for document in documents}}, {}, None, {}, {})


def test_each_fold_is_read_with_what_was_learned_from_the_others(documents, monkeypatch) -> None:
    seen = {}

    def read_with(learned, document):
        seen[document.id] = set(learned.weights["count"]) & {d.id for d in documents}
        raise ValueError("enough seen")

    monkeypatch.setattr("ocop.evaluate.left_out.read_with", read_with)
    folds = by_file(documents)
    predictions = predict_left_out(documents, folds, remember, jobs=1)
    assert [p.id for p in predictions] == [d.id for d in documents]
    for fold in folds:
        held = {documents[i].id for i in fold.held}
        assert all(seen[id_] == {d.id for d in documents} - held for id_ in held)


def test_the_labels_of_a_fold_change_nothing_in_its_reading() -> None:
    gold = Path(__file__).parents[2] / "gold" / "sample.jsonl"
    documents = load_gold([gold])[:24]
    folds = [Fold("one", tuple(range(0, 24, 2))), Fold("two", tuple(range(1, 24, 2)))]
    learn = partial(train, recipe=Recipe(epochs=2), folds=2)
    plain = predict_left_out(documents, folds, learn, jobs=2)
    blind = [
        replace(d, claims=(), decisions=()) if i % 2 == 0 else d for i, d in enumerate(documents)
    ]
    without = predict_left_out(blind, folds, learn, jobs=1)
    assert [plain[i] for i in folds[0].held] == [without[i] for i in folds[0].held]
    assert any(plain[i].claims for i in folds[0].held)


def breaks(documents):
    raise ValueError("nothing to learn")


def test_learning_that_fails_says_for_which_fold(documents) -> None:
    with pytest.raises(OcopError, match=r"Learning without a failed: .*nothing to learn"):
        predict_left_out(documents, by_file(documents), breaks, jobs=1)


def test_files_are_left_out_whole_in_as_many_folds_as_wanted(documents) -> None:
    more = [replace(d, file=f"{d.file}{i % 2}.jsonl") for i, d in enumerate(documents)]
    folds = by_file(more, 3)
    assert sorted(i for fold in folds for i in fold.held) == list(range(12))
    homes = {more[i].file: fold.name for fold in folds for i in fold.held}
    assert all(homes[more[i].file] == fold.name for fold in folds for i in fold.held)
    assert len(folds) == 3


def test_the_command_tells_each_part_and_all(documents) -> None:
    folder = Path(documents[0].file).parent
    console = Console(file=io.StringIO(), width=80)
    options = Options(gold=(folder,), jobs=1, leave_out=LeaveOut.FILE, epochs=1)
    assert run(options, console=console) == 0
    shown = console.file.getvalue()
    rows = shown[shown.index("left out of learning") :].splitlines()
    assert [row.split()[:2] for row in rows[2:]] == [["a", "6"], ["b", "6"], ["all", "12"]]
    console = Console(file=io.StringIO(), width=80)
    options = Options(
        gold=(folder,), jobs=1, leave_out=LeaveOut.PROVINCE, folds=2, json=True, epochs=1
    )
    assert run(options, console=console) == 0
    report = json.loads(console.file.getvalue())
    assert [part["name"] for part in report["left_out"]] == ["provinces 1", "provinces 2"]
    predicted = [part["claims"]["strict"]["predicted"] for part in report["left_out"]]
    assert sum(predicted) == report["claims"]["strict"]["predicted"] > 0


def test_parts_and_revisions_are_not_compared(documents, capsys) -> None:
    options = Options(gold=(Path(documents[0].file),), leave_out=LeaveOut.FILE, against="HEAD")
    assert run(options) == 2
    assert "not with a revision" in capsys.readouterr().err.replace("\n", " ")
