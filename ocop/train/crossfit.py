"""Second readers that never saw what they are asked about, and one that saw everything.

The labelled files are dealt into folds; for each fold a network is trained on the others
and then reads it. What it says there is what a network says of texts by new hands, so the
weight that the choices learn to give its word is honest. A file is one hand, and is never
split.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from extract.claims.hearing import Heard, sequence_of
from extract.claims.scene import build
from extract.ner.network import Network
from ocop.engines import Failure, Limits, work_here, work_in_processes
from ocop.errors import OcopError
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import document_of
from ocop.train.lessons import lesson_of
from ocop.train.network import Recipe, fit

FOLDS = 6
LIMITS = Limits(seconds=4 * 3600.0, memory=8 * 2**30)
"""What training one network may take."""

Meter = Callable[[int, int | None], None]
"""Told how many networks of how many are trained."""


def deal(documents: Sequence[GoldDocument], folds: int = FOLDS) -> list[list[GoldDocument]]:
    """The documents in at most ``folds`` heaps of about one size, files unbroken."""
    files: dict[str, list[GoldDocument]] = {}
    for document in documents:
        files.setdefault(document.file, []).append(document)
    heaps: list[list[GoldDocument]] = [[] for _ in range(min(folds, len(files)))]
    for name in sorted(files, key=lambda name: (-len(files[name]), name)):
        min(heaps, key=len).extend(files[name])
    return heaps


def listen_to(network: Network, documents: Sequence[GoldDocument]) -> dict[str, Heard]:
    """What a network says of each document, by document id."""
    heard: dict[str, Heard] = {}
    for document in documents:
        sequence, starts = sequence_of(build(document_of(document)))
        heard[document.id] = dict(zip(starts, network.opinions(sequence), strict=True))
    return heard


def crossfit(
    documents: Sequence[GoldDocument],
    heaps: Sequence[Sequence[GoldDocument]],
    recipe: Recipe,
    jobs: int,
    meter: Meter,
) -> tuple[Mapping[str, Heard], Network]:
    """Opinions on every document by a network trained without its file; the network of all.

    With a single file there are no such opinions, and the choices learn nothing of them.
    """
    heaps = heaps if len(heaps) > 1 else []
    heard: dict[str, Heard] = {}
    networks: list[Network] = []
    # The network of all first: it takes longest, and nothing should wait for it at the end.
    outs = [len(heaps), *range(len(heaps))]
    total = len(outs)
    work = partial(_without, documents, heaps, recipe)
    meter(0, total)
    if jobs > 1:
        stream = work_in_processes(work, outs, jobs=jobs, limits=LIMITS, chunk=1)
    else:
        stream = work_here(work, outs, LIMITS)
    for done, result in enumerate(stream, start=1):
        if isinstance(result, Failure):
            raise OcopError(f"Training broke down ({result.fate}): {result.detail}.")
        opinions, network = result
        heard |= opinions
        networks.append(Network.from_bytes(network))
        meter(done, total)
    return heard, networks[0]


def _without(
    documents: Sequence[GoldDocument],
    heaps: Sequence[Sequence[GoldDocument]],
    recipe: Recipe,
    out: int,
) -> tuple[dict[str, Heard], bytes]:
    """The network without heap ``out``, and its opinions on it; behind the heaps: without none."""
    asked = heaps[out] if out < len(heaps) else ()
    names = {document.id for document in asked}
    network = fit([lesson_of(d) for d in documents if d.id not in names], recipe)
    return listen_to(network, asked), network.to_bytes()
