"""How many labelled runs a recogniser finds in files that it was not trained on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from extract.model import Label
from ocop.engines import Failure, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.train.crossfit import LIMITS, Meter
from ocop.train.recogniser import Recipe, find, fit
from ocop.train.spans import Labelled, Line


@dataclass(frozen=True, slots=True)
class Hits:
    """Runs of one label: ``labelled``, ``found``, and of those the ones that agree.

    ``exact`` have both ends right; ``met`` of the labelled and ``meeting`` of the found
    overlap one of the other side.
    """

    labelled: int = 0
    found: int = 0
    exact: int = 0
    met: int = 0
    meeting: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that are right to the letter."""
        return _share(self.exact, self.found)

    @property
    def recall(self) -> float:
        """Share of the labelled that were found to the letter."""
        return _share(self.exact, self.labelled)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return _mean(self.precision, self.recall)

    @property
    def overlap(self) -> float:
        """F1 when any overlap with a run of the same label is enough."""
        return _mean(_share(self.meeting, self.found), _share(self.met, self.labelled))


def count(
    lines: Iterable[Line], found: Iterable[Sequence[Labelled]], labels: Iterable[Label]
) -> dict[Label, Hits]:
    """Compare what was found in each sentence with what is labelled there."""
    pairs = [(line.spans, spans) for line, spans in zip(lines, found, strict=True)]
    return {label: _of_label(pairs, label) for label in labels}


def _of_label(pairs: Iterable[tuple[Sequence[Labelled], Sequence[Labelled]]], label: Label) -> Hits:
    labelled = found = exact = met = meeting = 0
    for gold, read in pairs:
        right = {span for span in gold if span.label is label}
        said = {span for span in read if span.label is label}
        labelled += len(right)
        found += len(said)
        exact += len(right & said)
        met += sum(any(_meets(span, other) for other in said) for span in right)
        meeting += sum(any(_meets(span, other) for other in right) for span in said)
    return Hits(labelled, found, exact, met, meeting)


def _meets(span: Labelled, other: Labelled) -> bool:
    return span.start < other.end and other.start < span.end


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def left_out(
    lines: Sequence[Line],
    folds: Sequence[Iterable[str]],
    recipe: Recipe,
    *,
    jobs: int = 1,
    meter: Meter = lambda _done, _total: None,
) -> list[tuple[Line, tuple[Labelled, ...]]]:
    """Each sentence with what a recogniser finds that never saw its fold of documents.

    Args:
        lines: Labelled sentences.
        folds: Ids of the documents of each fold (``ocop.train.crossfit.deal``).
        recipe: How each recogniser is trained.
        jobs: Processes.
        meter: Told how many folds are done.
    """
    work = partial(_fold, lines, recipe)
    items = [frozenset(fold) for fold in folds]
    meter(0, len(items))
    if jobs > 1:
        stream = work_in_processes(work, items, jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(work, items, LIMITS)
    found: list[tuple[Line, tuple[Labelled, ...]]] = []
    for done, result in enumerate(stream, start=1):
        if isinstance(result, Failure):
            raise OcopError(f"Training broke down ({result.fate}): {result.detail}.")
        found += result
        meter(done, len(items))
    return found


def _fold(
    lines: Sequence[Line], recipe: Recipe, out: frozenset[str]
) -> list[tuple[Line, tuple[Labelled, ...]]]:
    nlp = fit([line for line in lines if line.document not in out], recipe)
    asked = [line for line in lines if line.document in out]
    return list(zip(asked, find(nlp, asked), strict=True))


def scores(read: Iterable[tuple[Line, Sequence[Labelled]]]) -> Mapping[Label, Hits]:
    """Hits by label, of every label that is labelled."""
    read = list(read)
    labels = sorted({span.label for line, _ in read for span in line.spans})
    return count((line for line, _ in read), (spans for _, spans in read), labels)
