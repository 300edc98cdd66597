"""Runs the reader over labelled documents, in processes, without showing it a label."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from extract.documents.plain import from_text
from extract.model import Claim, DecisionRef, Document, Reading, SourceInfo, Span
from extract.reading import read
from extract.text.normalise import Normalised, normalise
from ocop.engines import Failure, available_cores, work_here, work_in_processes
from ocop.evaluate.gold import GoldDocument, Paper, Statement

CHUNK = 4
"""Documents that a process takes at once: few, so that the last one is not waited for."""

Reader = Callable[[Document], Reading]
"""A reader under test."""


Watch = Callable[[Iterable["Prediction"], int], Iterable["Prediction"]]
"""Wraps the stream of predictions, whose length it is told: a progress bar."""


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """All of a labelled document that the reader may see."""

    id: str
    title: str
    text: str
    published: str | None
    source: SourceInfo


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the reader made of one document, with offsets in the labelled text.

    ``failure`` says how the reader broke down or gave spans that do not hold their text;
    it is None where all went well.
    """

    id: str
    claims: tuple[Statement, ...] = ()
    decisions: tuple[Paper, ...] = ()
    failure: str | None = None


def predict(
    documents: Sequence[GoldDocument],
    reader: Reader = read,
    *,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> list[Prediction]:
    """Read every document; the order and the result do not depend on ``jobs``.

    Args:
        documents: labelled documents; only title, text, date and source are handed on.
        reader: the reader under test. With more than one job it must be importable.
        jobs: processes; None means one a core, 1 reads in this process.
        watch: sees the predictions pass, for a progress bar.
    """
    items = [unlabelled(document) for document in documents]
    stream = _stream(items, reader, jobs or available_cores())
    return list(watch(stream, len(items)) if watch else stream)


def unlabelled(document: GoldDocument) -> Unlabelled:
    """What the reader may see of a labelled document."""
    return Unlabelled(
        document.id, document.title, document.text, document.published, document.source
    )


def _stream(items: list[Unlabelled], reader: Reader, jobs: int) -> Iterator[Prediction]:
    work = partial(predict_one, reader)
    if jobs > 1 and len(items) > 1:
        results = work_in_processes(work, items, jobs=jobs, chunk=CHUNK)
    else:
        results = work_here(work, items)
    for item, result in zip(items, results, strict=True):
        if isinstance(result, Failure):
            yield Prediction(item.id, failure=f"{result.fate}: {result.detail}")
        else:
            yield result


def predict_one(reader: Reader, item: Unlabelled) -> Prediction:
    """Read one document; whatever breaks the reader is told in the prediction."""
    normalised = normalise(item.text)
    try:
        reading = reader(document_of(item))
    except Exception as error:  # noqa: BLE001 - whatever breaks the reader is a result here
        return Prediction(item.id, failure=_last_words(error))
    spans = [claim.quote for claim in reading.claims] + [p.span for p in reading.decisions]
    return Prediction(
        item.id,
        tuple(statement_of(claim, normalised, item.text) for claim in reading.claims),
        tuple(paper_of(paper, normalised, item.text) for paper in reading.decisions),
        failure=_ungrounded(spans, normalised.text),
    )


def _last_words(error: Exception) -> str:
    """The error and the line of code that raised it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    code = "/".join(Path(frame.filename).parts[-3:])
    return f"{type(error).__name__}: {error} ({code}:{frame.lineno})"


def _ungrounded(spans: Sequence[Span], text: str) -> str | None:
    """Say which spans do not hold the text that they claim, None if all do."""
    wrong = [s for s in spans if not s.text or text[s.start : s.end] != s.text]
    if not wrong:
        return None
    return f"{len(wrong)} spans do not hold their text, the first is {wrong[0]!r}"


def document_of(item: Unlabelled | GoldDocument) -> Document:
    """The document that the reader sees, without its labels."""
    return from_text(
        item.text,
        document_id=item.id,
        title=item.title,
        published=item.published,
        source=item.source,
    )


def statement_of(claim: Claim, normalised: Normalised, raw: str) -> Statement:
    """A claim in the form of a label, with offsets in the labelled text."""
    quote, start = _raw(claim.quote, normalised, raw)
    place = claim.place
    return Statement(
        level=place.level,
        name=place.name,
        province=place.province,
        regime=place.regime,
        count=claim.count,
        count_high=claim.count_high,
        stars=tuple(sorted(claim.stars)),
        potential5=claim.potential5,
        kind=claim.kind,
        comparator=claim.comparator,
        period=claim.period,
        round=claim.round,
        as_of=claim.as_of,
        decision=claim.decision,
        quote=quote,
        start=start,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def paper_of(paper: DecisionRef, normalised: Normalised, raw: str) -> Paper:
    """A paper in the form of a label, with offsets in the labelled text."""
    printed, start = _raw(paper.span, normalised, raw)
    return Paper(paper.number, paper.date, paper.role, printed, start)


def _raw(span: Span, normalised: Normalised, raw: str) -> tuple[str, int]:
    """The span in the labelled text, without blanks that normalising dropped after it."""
    start, end = normalised.to_raw(span.start, span.end)
    return raw[start:end].rstrip(), start
