"""What a reader of binary formats may use: limits, a memory for costly results, programs.

A reader gets payloads from strangers. It never takes more than ``Limits``, runs system
programs only through ``run`` and writes files for them only in ``own_folder``, and says what
it could not do in words (``UnreadableError``).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

MEGABYTE = 2**20
PATIENCE = 120.0
"""Seconds for one run of a system program."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one payload may ask for.

    ``pixels`` are those of one page image, ``unpacked`` bytes of all that is decompressed,
    ``members`` files of an archive, ``depth`` archives inside archives, ``characters`` of
    text that comes out, ``seconds`` of one run of a system program.
    """

    pages: int = 600
    pixels: int = 40_000_000
    cells: int = 400_000
    characters: int = 20_000_000
    unpacked: int = 300 * MEGABYTE
    members: int = 200
    depth: int = 2
    seconds: float = PATIENCE


class Memo(Protocol):
    """Keeps results that cost much (recognised pages) between runs."""

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value``; a memory that fails to is no reason to stop."""


class NoMemo:
    """Remembers nothing."""

    def get(self, key: str) -> bytes | None:  # noqa: ARG002
        """Nothing is known."""
        return None

    def put(self, key: str, value: bytes) -> None:
        """Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a reader may use."""

    limits: Limits = Limits()
    memo: Memo = field(default_factory=NoMemo)


class UnreadableError(Exception):
    """A payload, or a part of it, cannot be read: the code, words and advice of an issue."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice


INSTALLED_BY = {
    "tesseract": "apt-get install tesseract-ocr tesseract-ocr-vie",
    "pdftotext": "apt-get install poppler-utils",
    "soffice": "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui",
}
"""System programs that readers use, each with the command that installs it on Debian."""


def find_program(name: str) -> str:
    """The path of a system program.

    Raises:
        UnreadableError: ``needs_program``; the document waits until it is installed.
    """
    path = shutil.which(name)
    if path is None:
        raise UnreadableError(
            "needs_program",
            f"Reading this needs the program {name}, which is not installed here.",
            f"Install it ({INSTALLED_BY[name]}), then read the document again.",
        )
    return path


@contextmanager
def own_folder() -> Iterator[Path]:
    """A new empty folder for the files of one program, gone with all in it at the end."""
    with tempfile.TemporaryDirectory(prefix="ocop-") as name:
        yield Path(name)


def run(
    name: str,
    arguments: Sequence[str],
    *,
    given: bytes | None = None,
    seconds: float = PATIENCE,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Run a system program and return what it prints.

    Args:
        name: a key of ``INSTALLED_BY``.
        arguments: its arguments; no shell reads them.
        given: its standard input.
        seconds: after which it is killed.
        folder: where it runs; by default ``own_folder()``.
        environment: variables that it gets on top of ours.

    Raises:
        UnreadableError: ``needs_program``, ``program_failed`` or ``too_slow``.
    """
    path = find_program(name)
    with nullcontext(folder) if folder is not None else own_folder() as place:
        started = subprocess.Popen(  # noqa: S603 - a fixed program, no shell
            [path, *arguments],
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=place,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        with started as process:
            try:
                output, errors = process.communicate(given, seconds)
            except subprocess.TimeoutExpired as error:
                raise UnreadableError(
                    "too_slow",
                    f"{name} took longer than {seconds:g} seconds.",
                    "Look at the document: it may be made to do harm; else read it by hand.",
                ) from error
            finally:  # with all that it started: LibreOffice works in a process of its own
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
    if process.returncode != 0:
        words = " ".join(errors.decode("utf-8", "replace").split())[:300]
        raise UnreadableError(
            "program_failed",
            f"{name} could not read it (exit code {process.returncode}): {words or 'no words'}",
            "Open it by hand; if it opens, save it in another format and load that.",
        )
    return output
