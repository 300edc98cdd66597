"""Captures become readings, in the order of the archive's index, whatever the engine.

The same archive and version give the same readings in the same order: no clock, no
place on this machine and no number of processes enters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice, tee
from pathlib import Path

from crawler.archive import Archive, ArchiveError, Capture
from extract.model import Block, BlockKind, Document, Issue, Reading
from extract.reading import read
from ocop.engines import available_cores, work_here, work_in_processes
from ocop.guard import NORMAL, Failure, Fate, Limits
from ocop.parsing import Parser

SMALL_RUN = 24
"""Documents up to which starting processes costs more than it brings."""

READS_ANEW = Parser()
"""Keeps nothing of what it read."""

_ADVICE = {
    Fate.WORKER_DIED: (
        "The process that read this document died each time.",
        "Read it alone with ocop read; when that fails too, report the document.",
    ),
    Fate.TOO_SLOW: (
        "This document took longer than {}.",
        "Cut it into parts, or give it more time with --seconds.",
    ),
    Fate.TOO_MUCH_MEMORY: (
        "This document needed more memory than {}.",
        "Cut it into parts, or read it alone with ocop read.",
    ),
    Fate.BROKE: (
        "The reader broke on this document ({}).",
        "Report it together with the document: this is a fault of ocop.",
    ),
}


@dataclass(frozen=True, slots=True)
class Read:
    """A capture and what was read from it; ``lost`` when its text could not be had."""

    capture: Capture
    reading: Reading

    @property
    def lost(self) -> bool:
        """Whether the document has text, for all that is known, and nothing could be read.

        A picture or scan is not lost whose every page was looked at and bears no word.
        """
        document = self.reading.document
        if document.text.strip():
            return False
        looked_at = document.pages and all(page.read_by in _SEEN for page in document.pages)
        return not looked_at or any(issue.code != "empty_document" for issue in document.issues)


_SEEN = frozenset({"text", "poppler", "ocr", "blank"})
"""Ways of reading a page after which it is known to bear no word."""


def documents_to_read(archive: Archive) -> Iterator[Capture]:
    """The first capture of every payload that a server or a person gave as a document.

    Payloads that were met again, at this address or another, are one document; answers
    other than success (pages of error) are none.
    """
    seen: set[int] = set()
    for capture in archive.captures():
        short = int(capture.digest.partition(":")[2][:16], 16)
        if _is_success(capture.status) and short not in seen:
            seen.add(short)
            yield capture


def count_documents(corpus: Path) -> int:
    """How many documents ``read_archive`` will read."""
    return sum(1 for _ in documents_to_read(Archive(corpus)))


def read_archive(
    corpus: Path,
    *,
    jobs: int | None = None,
    limits: Limits = NORMAL,
    parser: Parser = READS_ANEW,
) -> Iterator[Read]:
    """Read every document of the archive in ``corpus``.

    Args:
        corpus: the archive's folder.
        jobs: number of processes; 0 reads in this one, None takes one a core unless
            there is too little to read.
        limits: what one document may take, without the time in which a PDF, picture or
            office file becomes text.
        parser: what that may take, and where its results are kept.
    """
    captures = documents_to_read(Archive(corpus))
    ahead = list(islice(captures, SMALL_RUN + 1))
    given, echo = tee(chain(ahead, captures))
    work = _ReadCapture(corpus, parser)
    if jobs == 0 or (jobs is None and len(ahead) <= SMALL_RUN):
        results = work_here(work, given, limits)
    else:
        results = work_in_processes(work, given, jobs=jobs or available_cores(), limits=limits)
    for capture, result in zip(echo, results, strict=True):
        reading = Reading(_failed(capture, result)) if isinstance(result, Failure) else result
        yield Read(capture, reading)


@dataclass(frozen=True, slots=True)
class _ReadCapture:
    """The work of a process: payload from the archive, document, reading."""

    corpus: Path
    parser: Parser

    def __call__(self, capture: Capture) -> Reading:
        try:
            document = load_capture(_archive(self.corpus), capture, self.parser)
        except ArchiveError as error:
            advice = "Restore the WARC file from a copy, then run ocop extract again."
            return Reading(_unread(capture, Issue("archive_damaged", f"{error}.", advice=advice)))
        return slim(read(document))


def slim(reading: Reading) -> Reading:
    """The reading without what no table needs: mentions, furniture, borders of blocks.

    The words of the content stay in their order, and so does ``content_digest``.
    """
    document = reading.document
    runs: list[Block] = []
    for block in document.content_blocks():
        if runs and not document.text[runs[-1].end : block.start].strip():
            runs[-1] = Block(BlockKind.PARAGRAPH, runs[-1].start, block.end)
        else:
            runs.append(Block(BlockKind.PARAGRAPH, block.start, block.end))
    return replace(reading, document=replace(document, blocks=tuple(runs)), mentions=())


@lru_cache(maxsize=1)
def _archive(corpus: Path) -> Archive:
    """One open archive for each process."""
    return Archive(corpus)


def load_capture(archive: Archive, capture: Capture, parser: Parser = READS_ANEW) -> Document:
    """The document of a capture.

    Raises:
        ArchiveError: its record is missing or damaged.
    """
    return parser.parse(
        archive.payload(capture),
        document_id=document_id(capture),
        url=capture.url,
        media_type=capture.media_type,
        charset=_charset(archive, capture),
    )


def document_id(capture: Capture) -> str:
    """SHA-256 of the payload in hex."""
    return capture.digest.partition(":")[2]


def _failed(capture: Capture, failure: Failure) -> Document:
    """A document without text that says why it could not be read."""
    message, advice = _ADVICE[failure.fate]
    return _unread(
        capture, Issue(failure.fate.value, message.format(failure.detail), advice=advice)
    )


def _unread(capture: Capture, issue: Issue) -> Document:
    identity = document_id(capture)
    placed = replace(issue, where=capture.url, document_id=identity)
    return Document(identity, "", url=capture.url, media_type=capture.media_type, issues=(placed,))


def _is_success(status: int | None) -> bool:
    return status is None or 200 <= status < 300


def _charset(archive: Archive, capture: Capture) -> str | None:
    """The charset that the server named, if a server did."""
    if capture.status is None:
        return None
    for name, value in archive.http_headers(capture):
        if name.lower() == "content-type":
            _, _, parameter = value.lower().partition("charset=")
            return parameter.partition(";")[0].strip(" \"'") or None
    return None
