"""Files and folders into the archive of a workspace, with what could not be taken in."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive import MAX_PAYLOAD_BYTES, Archive, ArchiveError, Capture, Fault
from crawler.ingest import ingest
from ocop.errors import OcopError
from ocop.faultlog import FaultLog
from ocop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Intake:
    """How many captures the paths gave, and the faults that were met.

    ``mended`` is what a writer that was killed before had left behind.
    """

    captures: int
    faults: tuple[Fault, ...]
    mended: tuple[Fault, ...]


def take_in(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    max_bytes: int = MAX_PAYLOAD_BYTES,
    report: Callable[[int, int | None], None],
) -> Intake:
    """Archive ``paths`` and remember their faults.

    Args:
        workspace: whose corpus takes them in; the caller holds its lock.
        paths: files and folders.
        max_bytes: largest payload.
        report: told the number of captures so far.

    Raises:
        OcopError: a path is the workspace's own, or the archive cannot be written.
    """
    for path in paths:
        _refuse_own(path, workspace)
    log = FaultLog(workspace.corpus)
    captures = 0
    faults: list[Fault] = []
    try:
        with Archive(workspace.corpus) as archive:
            mended = tuple(archive.faults)
            for path in sorted(set(paths)):
                met: list[Fault] = []
                for taken in ingest([path], archive, now=clock(os.environ), max_bytes=max_bytes):
                    if isinstance(taken, Capture):
                        captures += 1
                        report(captures, None)
                    else:
                        met.append(taken)
                log.replace(path, met)
                faults += met
    except ArchiveError as error:
        raise OcopError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    return Intake(captures, tuple(faults), mended)


def clock(environ: Mapping[str, str]) -> Callable[[], datetime]:
    """The time of captures: ``SOURCE_DATE_EPOCH`` when it is set, else now.

    Source: https://reproducible-builds.org/specs/source-date-epoch/.

    Raises:
        OcopError: the variable holds no number of seconds.
    """
    given = environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return lambda: datetime.now(UTC)
    try:
        fixed = datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise OcopError(
            f"SOURCE_DATE_EPOCH is {given!r}, which is no time.",
            "Give whole seconds since 1970, or unset it.",
        ) from error
    return lambda: fixed


def _refuse_own(path: Path, workspace: Workspace) -> None:
    """Say that a folder may not be taken into itself."""
    there = path.resolve()
    corpus, outputs = workspace.corpus.resolve(), workspace.outputs.resolve()
    if corpus.is_relative_to(there) or outputs.is_relative_to(there):
        raise OcopError(
            f"{path} holds the workspace's own corpus/ or outputs/.",
            "Give a folder of documents; ocop run without a path reads what the corpus holds.",
        )
