"""The evaluation as a command: read, score, show, write."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.text import Text

from extract.reading import read
from ocop.evaluate.changes import Changes, changes, print_changes, read_report
from ocop.evaluate.details import print_details
from ocop.evaluate.gold import GoldDocument, GoldError, load
from ocop.evaluate.predict import Prediction, Reader, Watch, predict
from ocop.evaluate.records import as_json, prediction_lines
from ocop.evaluate.report import print_summary
from ocop.evaluate.score import Evaluation, evaluate


@dataclass(frozen=True, slots=True)
class Options:
    """What to evaluate and how to show it.

    ``only`` names documents to read (none: all). ``details`` prints every error that
    holds all ``words``. ``predictions`` (JSON Lines) and ``report`` (JSON) are files to
    write, ``against`` is a report to compare with. ``jobs`` None means one a core.
    """

    gold: tuple[Path, ...]
    only: tuple[str, ...] = ()
    details: bool = False
    words: tuple[str, ...] = ()
    json: bool = False
    predictions: Path | None = None
    report: Path | None = None
    against: Path | None = None
    jobs: int | None = None


def run(options: Options, *, reader: Reader = read, console: Console | None = None) -> int:
    """Evaluate and print to ``console`` (standard output).

    Returns:
        The exit code: 0; 1 if the reader broke down or a score is worse than in the
        report of ``against``; 2 if a file cannot be used (standard error says why).
    """
    console = console or Console()
    errors = Console(stderr=True)
    try:
        return _run(options, reader, console, errors)
    except (GoldError, OSError) as error:
        _say(errors, str(error))
        return 2


def _run(options: Options, reader: Reader, console: Console, errors: Console) -> int:
    documents = _chosen(load(options.gold), options.only)
    before = read_report(options.against) if options.against else None
    predictions = predict(documents, reader, jobs=options.jobs, watch=_progress(errors))
    evaluation = evaluate(documents, predictions)
    report = as_json(evaluation)
    found = changes(before, report) if before else None
    if options.predictions:
        lines = (json.dumps(line, ensure_ascii=False) for line in prediction_lines(predictions))
        _write(options.predictions, lines)
    if options.report:
        _write(options.report, [_dump(report)])
    if options.json:
        console.out(_dump(report), highlight=False)
    else:
        _show(evaluation, found, options, console)
    return int(bool(evaluation.failures) or (found is not None and found.is_worse))


def _show(
    evaluation: Evaluation, found: Changes | None, options: Options, console: Console
) -> None:
    if options.details:
        print_details(evaluation.comparisons, console, options.words)
    print_summary(evaluation, console)
    if found:
        print_changes(found, console)


def _dump(report: dict[str, object]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=1)


def _say(console: Console, message: str) -> None:
    console.print(Text.assemble(("Error: ", "bold red"), message), soft_wrap=True)


def _chosen(documents: list[GoldDocument], only: Sequence[str]) -> list[GoldDocument]:
    unknown = sorted(set(only) - {document.id for document in documents})
    if unknown:
        raise GoldError(", ".join(unknown), "no labelled document has this id")
    return [document for document in documents if not only or document.id in only]


def _progress(console: Console) -> Watch:
    def watch(stream: Iterable[Prediction], total: int) -> Iterator[Prediction]:
        # track draws nothing where the console is not a terminal.
        hidden = not console.is_terminal
        yield from track(stream, "reading", total, console=console, transient=True, disable=hidden)

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


def main(arguments: Sequence[str]) -> int:
    """``python -m ocop.evaluate``: parse the arguments and run."""
    parser = argparse.ArgumentParser(
        prog="python -m ocop.evaluate", description="Compare the reader with labelled documents."
    )
    parser.add_argument("gold", nargs="+", type=Path, help="files or folders of *.jsonl")
    parser.add_argument("--json", action="store_true", help="print a report for machines")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help="keep what was read")
    parser.add_argument("--report", type=Path, metavar="OUT.json", help="keep the report")
    parser.add_argument(
        "--against", type=Path, metavar="OLD.json", help="show gains and losses since a report"
    )
    parser.add_argument("--jobs", type=_positive, help="processes (default: one a core)")
    parser.add_argument(
        "--details",
        nargs="?",
        const="",
        metavar="ID",
        help="print every error, of one document or of all (put it after the files)",
    )
    parser.add_argument(
        "--grep",
        action="append",
        default=[],
        metavar="WORD",
        help="with --details: only errors whose lines hold this (again: and this)",
    )
    chosen = parser.parse_args(arguments)
    return run(
        Options(
            gold=tuple(chosen.gold),
            only=(chosen.details,) if chosen.details else (),
            details=chosen.details is not None or bool(chosen.grep),
            words=tuple(chosen.grep),
            json=chosen.json,
            predictions=chosen.predictions,
            report=chosen.report,
            against=chosen.against,
            jobs=chosen.jobs,
        )
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
