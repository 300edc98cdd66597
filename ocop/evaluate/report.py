"""An evaluation as tables for people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ocop.evaluate.compare import Cause
from ocop.evaluate.score import Evaluation, Score

_TRAPS_SHOWN = 20


def print_summary(evaluation: Evaluation, console: Console) -> None:
    """Print scores, slices and confusions."""
    console.print(_score_table(evaluation))
    console.print(_share_table(evaluation))
    console.print(_cause_table(evaluation))
    console.print(_confidence_table(evaluation))
    for cut, scores in evaluation.slices.items():
        console.print(_slice_table(cut, scores))
    if evaluation.confusion:
        console.print(_confusion_table(evaluation))
    for document, failure in evaluation.failures:
        words = Text.assemble((f"The reader broke down on {document}: ", "bold red"), failure)
        console.print(words, soft_wrap=True)


def print_parts(
    parts: Iterable[tuple[str, Evaluation]], total: Evaluation, console: Console
) -> None:
    """Print one row for each part that was left out of learning, and one for all."""
    columns = ("", "docs", "P", "R", "F1", "table", "false", "as_of", "decision", "papers")
    table = Table(title="left out of learning", title_justify="left", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column else "left", no_wrap=True)
    for name, evaluation in parts:
        table.add_row(name, *_part_cells(evaluation))
    table.add_section()
    table.add_row("all", *_part_cells(total))
    console.print(table)


def _part_cells(evaluation: Evaluation) -> list[str]:
    shares = (
        evaluation.strict.precision,
        evaluation.strict.recall,
        evaluation.strict.f1,
        evaluation.table.f1,
        evaluation.false_results.value,
        evaluation.fields["as_of"].value,
        evaluation.fields["decision"].value,
        evaluation.papers.unique.f1,
    )
    return [str(len(evaluation.comparisons)), *map(_number, shares)]


def _score_table(evaluation: Evaluation) -> Table:
    table = _table(f"{len(evaluation.comparisons)} documents", *_SCORE_COLUMNS)
    papers = evaluation.papers
    for name, score in (
        ("claims, strict", evaluation.strict),
        ("claims for the table", evaluation.table),
        ("decisions printed", papers.printings),
        ("decisions, unique", papers.unique),
    ):
        table.add_row(name, *_score_cells(score))
    return table


def _share_table(evaluation: Evaluation) -> Table:
    table = _table("fields on matched claims and decisions", "", "right", "of", "share")
    rows = [*evaluation.fields.items()]
    rows += [("decision: date", evaluation.papers.date), ("decision: role", evaluation.papers.role)]
    for name, share in rows:
        table.add_row(name, str(share.part), str(share.whole), _number(share.value))
    table.add_section()
    false = evaluation.false_results
    table.add_row(
        "false results (at most 0.08)", str(false.part), str(false.whole), _number(false.value)
    )
    return table


def _cause_table(evaluation: Evaluation) -> Table:
    table = _table("why", *_CAUSE_COLUMNS)
    for side, counts in evaluation.causes.items():
        table.add_row(side, *(str(counts[cause]) for cause in Cause))
    return table


def _confidence_table(evaluation: Evaluation) -> Table:
    calibration = evaluation.calibration
    title = f"confidence (Brier score {_number(calibration.brier)})"
    table = _table(title, "from – to", "read", "right", "promised", "kept")
    for bin_ in calibration.bins:
        if bin_.claims:
            shares = (_number(bin_.mean_confidence), _number(bin_.precision))
            bounds = f"{bin_.low:.2f} – {bin_.high:.2f}"
            table.add_row(bounds, str(bin_.claims), str(bin_.right), *shares)
    threshold = calibration.threshold()
    if threshold is not None:
        kept = threshold.right / threshold.claims
        table.caption = (
            f"of the claims for the table {threshold.share:.0%} have {threshold.confidence:.3f} "
            f"or more, and of those {kept:.1%} are right"
        )
    return table


def _slice_table(cut: str, scores: dict[str, Score]) -> Table:
    ordered = sorted(scores.items(), key=lambda item: (-_errors(item[1]), item[0]))
    shown = ordered[:_TRAPS_SHOWN] if cut == "trap" else ordered
    most = f": {len(shown)} of {len(ordered)}, most errors first" if cut == "trap" else ""
    table = _table(f"by {cut}{most}", *_SCORE_COLUMNS)
    for value, score in shown:
        table.add_row(Text(Path(value).name if cut == "file" else value), *_score_cells(score))
    return table


def _confusion_table(evaluation: Evaluation) -> Table:
    table = _table("same place, other fields", "field", "times", "label → read")
    ordered = sorted(evaluation.confusion.items(), key=lambda item: -item[1].total())
    for name, counts in ordered:
        pairs = (f"{label} → {said} {n}×" for (label, said), n in counts.most_common(8))
        table.add_row(name, str(counts.total()), Text(", ".join(pairs)))
    return table


_SCORE_COLUMNS = ("", "labelled", "read", "right", "missed", "false", "P", "R", "F1")
_CAUSE_COLUMNS = ("", "misread", "beside a right one", "nothing there")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    numbers = {*_SCORE_COLUMNS[1:], *_CAUSE_COLUMNS[1:], "of", "share", "times", "promised", "kept"}
    for column in columns:
        right = column in numbers
        table.add_column(column, justify="right" if right else "left", no_wrap=right)
    return table


def _score_cells(score: Score) -> list[str]:
    counts = (score.gold, score.predicted, score.right)
    errors = (score.gold - score.right, score.predicted - score.right)
    shares = (score.precision, score.recall, score.f1)
    return [str(n) for n in (*counts, *errors)] + [_number(share) for share in shares]


def _errors(score: Score) -> int:
    return score.gold + score.predicted - 2 * score.right


def _number(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
