"""Runs the reader over labelled documents, in processes, without showing it a label."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from extract.model import (
    Block,
    BlockKind,
    Claim,
    DecisionRef,
    Document,
    FoundBy,
    Published,
    Reading,
    SourceInfo,
)
from extract.reading import read
from extract.text.normalise import Normalised, normalise
from ocop.evaluate.gold import GoldDocument, Paper, Statement

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

    ``failure`` says how the reader broke down (then there is nothing else), or is None.
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
    items = [Unlabelled(d.id, d.title, d.text, d.published, d.source) for d in documents]
    stream = _stream(items, reader, min(jobs or os.cpu_count() or 1, len(items)))
    return list(watch(stream, len(items)) if watch else stream)


def _stream(items: list[Unlabelled], reader: Reader, jobs: int) -> Iterator[Prediction]:
    work = partial(_predict_one, reader)
    if jobs <= 1:
        yield from map(work, items)
        return
    # Spawned, not forked: the same on every system, and no inherited threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(work, items, chunksize=4)


def _predict_one(reader: Reader, item: Unlabelled) -> Prediction:
    normalised = normalise(item.text)
    try:
        reading = reader(_document(item, normalised))
        return Prediction(
            item.id,
            tuple(_statement(claim, normalised, item.text) for claim in reading.claims),
            tuple(_paper(paper, normalised, item.text) for paper in reading.decisions),
        )
    except Exception as error:  # noqa: BLE001 - whatever breaks the reader is a result here
        return Prediction(item.id, failure=f"{type(error).__name__}: {error}")


def _document(item: Unlabelled, normalised: Normalised) -> Document:
    blocks: list[Block] = []
    position = 0
    for line in normalised.text.split("\n"):
        end = position + len(line)
        if line:
            blocks.append(
                Block(BlockKind.PARAGRAPH, position, end, normalised.to_raw(position, end))
            )
        position = end + 1
    return Document(
        id=item.id,
        text=normalised.text,
        title=normalise(item.title).text,
        published=Published(item.published, FoundBy.GIVEN) if item.published else None,
        source=item.source,
        blocks=tuple(blocks),
    )


def _statement(claim: Claim, normalised: Normalised, raw: str) -> Statement:
    start, end = normalised.to_raw(claim.quote.start, claim.quote.end)
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
        quote=raw[start:end],
        start=start,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _paper(paper: DecisionRef, normalised: Normalised, raw: str) -> Paper:
    start, end = normalised.to_raw(paper.span.start, paper.span.end)
    return Paper(paper.number, paper.date, paper.role, raw[start:end], start)
