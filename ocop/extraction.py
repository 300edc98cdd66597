"""All that was read from the corpus, as tables: claims, documents, issues."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from crawler.archive import Fault
from extract.model import Issue, Reading
from national.frames import CaptureRef, claims_frame, documents_frame, issues_frame
from national.paper_schema import PAPERS, ROWS
from national.papers import papers_frame, rows_frame
from national.schema import CLAIMS, DOCUMENTS, ISSUES, Table
from ocop.errors import OcopError
from ocop.pipeline import Read, document_id
from ocop.records import issues_of

BATCH_CHARACTERS = 8_000_000
"""Text that is held before it becomes rows; afterwards only the rows are kept."""

HARMLESS = frozenset({"duplicate_file", "symlink_loop"})
"""Codes of faults by which no input is lost."""

FOLDER = ".extracted"
"""Where ``ocop table`` finds what ``ocop extract`` read, below ``outputs/``."""

_TABLES = (CLAIMS, DOCUMENTS, ISSUES, ROWS, PAPERS)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Tables ``CLAIMS``, ``DOCUMENTS``, ``ISSUES``, ``ROWS`` and ``PAPERS`` of the national room.

    ``lost`` holds the issues because of which an input could not be read; they stand
    in ``issues`` as well.
    """

    claims: pd.DataFrame
    documents: pd.DataFrame
    issues: pd.DataFrame
    rows: pd.DataFrame
    papers: pd.DataFrame
    lost: tuple[Issue, ...] = ()

    def issues_by_code(self) -> dict[str, int]:
        """How many issues there are of each code, the most frequent first."""
        counts = Counter(self.issues["code"])
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def save(self, outputs: Path) -> None:
        """Write the tables below ``outputs``; the old ones go only when all are whole.

        Raises:
            OcopError: the disk refused.
        """
        beside, place = outputs / f"{FOLDER}.new", outputs / FOLDER
        try:
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            frames = (self.claims, self.documents, self.issues, self.rows, self.papers)
            for table, frame in zip(_TABLES, frames, strict=True):
                frame.to_parquet(beside / f"{table.name}.parquet", index=False, compression="zstd")
            shutil.rmtree(place, ignore_errors=True)
            beside.rename(place)
        except OSError as error:
            raise OcopError(
                f"What was read could not be written to {outputs}: {error.strerror or error}.",
                "Free some disk space or mend the permissions, then run the command again.",
            ) from error

    @classmethod
    def load(cls, outputs: Path) -> Extraction:
        """Read what ``save`` wrote.

        Raises:
            OcopError: nothing was extracted yet, or by another version of ocop.
        """
        try:
            frames = [
                _typed(table, pd.read_parquet(outputs / FOLDER / f"{table.name}.parquet"))
                for table in _TABLES
            ]
        except FileNotFoundError as error:
            raise OcopError(
                f"Nothing has been read into {outputs} yet.",
                "Type ocop extract, or ocop run PATH to take in documents as well.",
            ) from error
        except (ValueError, OSError) as error:
            raise OcopError(
                f"What was read into {outputs} cannot be used by this version: {error}",
                "Type ocop extract to read the corpus again.",
            ) from error
        claims, documents, issues, rows, papers = frames
        return cls(claims, documents, issues, rows, papers)


def _typed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """A table as it was written: Parquet has no type for a column where all is missing."""
    types = {column.name: column.dtype for column in table.columns if column.name in frame}
    return table.validate(frame.astype(types))


def gather(reads: Iterable[Read], faults: Iterable[Fault]) -> Extraction:
    """Put readings into tables; holds rows, never more text than one batch.

    Args:
        reads: readings with their captures, in any order.
        faults: what could not be taken into the archive.
    """
    fault_issues = [(fault.code, issue_of(fault)) for fault in faults]
    lost = [issue for code, issue in fault_issues if code not in HARMLESS]
    issues = [issues_frame((), [issue for _, issue in fault_issues])]
    claims, documents, rows, papers = [], [], [], []
    for batch in _batches(reads):
        readings = [_placed(one) for one in batch]
        claims.append(claims_frame(readings))
        documents.append(documents_frame(readings, _captures(batch)))
        issues.append(issues_frame(readings))
        rows.append(rows_frame(readings))
        papers.append(papers_frame(readings))
        lost += [
            issue
            for one, reading in zip(batch, readings, strict=True)
            if one.lost
            for issue in reading.issues[:1]  # one for each input
        ]
    return Extraction(
        _whole(CLAIMS, claims),
        _whole(DOCUMENTS, documents),
        _whole(ISSUES, issues),
        _whole(ROWS, rows),
        _whole(PAPERS, papers),
        tuple(lost),
    )


def issue_of(fault: Fault) -> Issue:
    """A fault of taking in as an issue, its words made sentences."""
    return Issue(fault.code, _sentence(fault.message), fault.where, _sentence(fault.advice))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def _placed(one: Read) -> Reading:
    """The reading with every issue once, and each with a place: at least the address."""
    document = one.reading.document
    issues = tuple(
        replace(issue, where=issue.where or one.capture.url, document_id=document.id)
        for issue in issues_of(one.reading)
    )
    return replace(one.reading, document=replace(document, issues=()), issues=issues)


def _whole(table: Table, parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All rows of ``parts``, each once, in the stable order of the table."""
    order = list(table.key or table.names)
    filled = [part for part in parts if len(part)] or [table.frame(())]
    rows = pd.concat(filled, ignore_index=True).drop_duplicates(order)
    return table.validate(rows.sort_values(order, kind="stable", ignore_index=True))


def _batches(reads: Iterable[Read]) -> Iterator[list[Read]]:
    batch: list[Read] = []
    held = 0
    for one in reads:
        batch.append(one)
        held += len(one.reading.document.text) + 1000
        if held >= BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _captures(batch: Iterable[Read]) -> dict[str, CaptureRef]:
    captures = (one.capture for one in batch)
    return {
        document_id(capture): CaptureRef(capture.warc, capture.offset, document_id(capture))
        for capture in captures
    }
