"""The evaluation as a command: read, score, show, write."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track
from rich.text import Text

from extract.reading import read
from ocop.errors import OcopError
from ocop.evaluate.changes import Changes, Report, changes, print_changes, read_report
from ocop.evaluate.details import print_details
from ocop.evaluate.folds import Fold, LeaveOut, by_file, by_province
from ocop.evaluate.gate import (
    Verdict,
    baseline_path,
    gold_of,
    judge,
    lines_of,
    measure,
    print_verdict,
    read_baseline,
)
from ocop.evaluate.gold import GoldDocument, GoldError, load
from ocop.evaluate.left_out import Part, parts_of, predict_left_out
from ocop.evaluate.options import Options, default_gold
from ocop.evaluate.predict import Prediction, Reader, predict
from ocop.evaluate.records import as_json, prediction_lines, score_records
from ocop.evaluate.report import print_parts, print_summary
from ocop.evaluate.revision import predict_as_of
from ocop.evaluate.score import Evaluation, evaluate

Item = TypeVar("Item")


def run(options: Options, *, reader: Reader = read, console: Console | None = None) -> int:
    """Evaluate and print to ``console`` (standard output).

    Returns:
        The exit code: 0; 1 if the reader broke down, a score is worse than that of
        ``against``, or the gate is shut; 2 if a file cannot be used or options
        contradict each other (standard error says why).
    """
    console = console or Console()
    errors = Console(stderr=True)
    try:
        found = _find(options, reader, errors)
        _write_files(found, options)
    except (GoldError, OSError) as error:
        _say(errors, str(error))
        return 2
    except OcopError as error:
        _say(errors, str(error))
        return 1
    if options.json:
        console.out(_dump(found.report), highlight=False)
        if found.verdict:
            print_verdict(found.verdict, errors)
    else:
        _show(found, options, console)
    return int(found.is_bad)


@dataclass(frozen=True, slots=True)
class _Found:
    """All that one evaluation has to say."""

    predictions: list[Prediction]
    evaluation: Evaluation
    report: dict[str, object]
    parts: list[Part]
    changes: Changes | None
    verdict: Verdict | None

    @property
    def is_bad(self) -> bool:
        """Whether the reader broke down, a score fell, or the gate is shut."""
        fallen = self.changes is not None and self.changes.is_worse
        shut = self.verdict is not None and self.verdict.is_shut
        return bool(self.evaluation.failures) or fallen or shut


def _find(options: Options, reader: Reader, errors: Console) -> _Found:
    options.check()
    documents = _chosen(load(_gold(options)), options.only)
    earlier = read_report(options.old_report) if options.old_report else None
    folds = _folds(options, documents)
    if folds:
        predictions = _left_out(documents, folds, options, errors)
    else:
        watch = _progress(errors, "reading")
        predictions = predict(documents, reader, jobs=options.jobs, watch=watch)
    if options.old_revision:
        earlier = _report_of_revision(options.old_revision, documents, options, errors)
    evaluation = evaluate(documents, predictions)
    report = as_json(evaluation)
    parts = parts_of(documents, predictions, folds)
    if parts:
        report["left_out"] = [{"name": p.name, **score_records(p.evaluation)} for p in parts]
    verdict = _verdict(options, documents, predictions, evaluation)
    if verdict:
        report["gate"] = {"baseline": str(verdict.path), "faults": list(verdict.faults)}
    found = changes(earlier, report) if earlier else None
    return _Found(predictions, evaluation, report, parts, found, verdict)


def _gold(options: Options) -> Sequence[Path]:
    if options.gold:
        return options.gold
    if options.gate and not options.pin:
        path = baseline_path(options.gate, ())
        return gold_of(path, read_baseline(path))
    return default_gold()


def _chosen(documents: list[GoldDocument], only: Sequence[str]) -> list[GoldDocument]:
    unknown = sorted(set(only) - {document.id for document in documents})
    if unknown:
        raise GoldError(", ".join(unknown), "no labelled document has this id")
    return [document for document in documents if not only or document.id in only]


def _report_of_revision(
    revision: str, documents: list[GoldDocument], options: Options, errors: Console
) -> Report:
    with errors.status(f"reading with the code of {revision}"):
        predictions = predict_as_of(revision, documents, jobs=options.jobs)
    return as_json(evaluate(documents, predictions))


# ── left out, pinned ─────────────────────────────────────────────────────────────────


def _folds(options: Options, documents: list[GoldDocument]) -> list[Fold]:
    if options.leave_out is LeaveOut.FILE:
        return by_file(documents, options.folds)
    if options.leave_out is LeaveOut.PROVINCE:
        return by_province(documents, options.folds, options.seed)
    return []


def _left_out(
    documents: list[GoldDocument], folds: list[Fold], options: Options, errors: Console
) -> list[Prediction]:
    # Imported here: learning itself needs the labelled documents of this package.
    from ocop.train import train
    from ocop.train.network import Recipe

    watch = _progress(errors, "learning without each part")
    recipe = Recipe() if options.epochs is None else Recipe(epochs=options.epochs)
    learn = partial(train, recipe=recipe, folds=2)
    return predict_left_out(documents, folds, learn, jobs=options.jobs, watch=watch)


def _verdict(
    options: Options,
    documents: list[GoldDocument],
    predictions: list[Prediction],
    evaluation: Evaluation,
) -> Verdict | None:
    """Compare with the pinned scores, or pin; a reader that breaks down is never pinned."""
    if not options.gate and (not options.pin or evaluation.failures):
        return None
    path = baseline_path(options.gate, _gold(options))
    now = measure(path, documents, predictions)
    if not options.pin or evaluation.failures:
        return judge(path, read_baseline(path), now)
    verdict = judge(path, read_baseline(path) if path.exists() else None, now, pins=True)
    _write(path, lines_of(now))
    return verdict


# ── showing, writing ─────────────────────────────────────────────────────────────────


def _show(found: _Found, options: Options, console: Console) -> None:
    if options.details:
        print_details(found.evaluation.comparisons, console, options.words)
    print_summary(found.evaluation, console)
    if found.parts:
        print_parts([(p.name, p.evaluation) for p in found.parts], found.evaluation, console)
    if found.changes:
        print_changes(found.changes, console)
    if found.verdict:
        print_verdict(found.verdict, console)


def _write_files(found: _Found, options: Options) -> None:
    if options.predictions:
        lines = prediction_lines(found.predictions)
        _write(options.predictions, (json.dumps(line, ensure_ascii=False) for line in lines))
    if options.report:
        _write(options.report, [_dump(found.report)])


def _dump(report: dict[str, object]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=1)


def _say(console: Console, message: str) -> None:
    console.print(Text.assemble(("Error: ", "bold red"), message), soft_wrap=True)


def _progress(console: Console, what: str) -> Callable[[Iterable[Item], int], Iterator[Item]]:
    def watch(stream: Iterable[Item], total: int) -> Iterator[Item]:
        # track draws nothing where the console is not a terminal.
        hidden = not console.is_terminal
        yield from track(stream, what, total, console=console, transient=True, disable=hidden)

    return watch


def _write(path: Path, lines: Iterable[str]) -> None:
    """Write beside, then rename: a reader of the file never sees half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
