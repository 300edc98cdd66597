"""The workspace: one folder with ``corpus/`` (kept) and ``outputs/`` (can be rebuilt)."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import ocop
from ocop.errors import OcopError

ENVIRONMENT_VARIABLE = "OCOP_WORKSPACE"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder to work in. ``chosen_by`` says in words why it is this one."""

    root: Path
    chosen_by: str

    @classmethod
    def find(cls, given: Path | None = None, environ: Mapping[str, str] = os.environ) -> Workspace:
        """Take the folder that was given, else the checkout, else the current folder.

        Args:
            given: what ``--workspace`` said.
            environ: where ``OCOP_WORKSPACE`` may stand.
        """
        if given is not None:
            return cls(given.absolute(), "--workspace")
        if environ.get(ENVIRONMENT_VARIABLE):
            return cls(Path(environ[ENVIRONMENT_VARIABLE]).absolute(), ENVIRONMENT_VARIABLE)
        checkout = Path(ocop.__file__).resolve().parent.parent
        if (checkout / "corpus").is_dir() and os.access(checkout, os.W_OK):
            return cls(checkout, "the checkout that holds ocop")
        return cls(Path.cwd(), "the current folder")

    @property
    def corpus(self) -> Path:
        """Captures, ledger and sample documents: what cannot be recomputed."""
        return self.root / "corpus"

    @property
    def outputs(self) -> Path:
        """Claims, tables and issues: what can be rebuilt from the corpus."""
        return self.root / "outputs"

    def shown(self, path: Path) -> str:
        """``path`` as a person would type it from where they stand."""
        here = Path.cwd()
        return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make both folders and keep other writers out until the block ends.

        The lock is the kernel's (flock), so a killed run leaves none behind.

        Raises:
            OcopError: the folder cannot be written, or another run is writing in it.
        """
        with self._open_lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OcopError(
                    f"Another ocop command is writing in {self.root}.",
                    "Wait until it has finished, or give this one its own folder with --workspace.",
                ) from None
            yield

    def _open_lock(self) -> IO[bytes]:
        try:
            self.corpus.mkdir(parents=True, exist_ok=True)
            self.outputs.mkdir(exist_ok=True)
            return (self.outputs / ".lock").open("ab")
        except OSError as error:
            raise OcopError(
                f"The workspace {self.root} ({self.chosen_by}) cannot be written: "
                f"{error.strerror}.",
                f"Choose another folder with --workspace or {ENVIRONMENT_VARIABLE}.",
            ) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name beside ``path`` to write to; it takes its place when the block succeeds.

    A reader sees the old file or the whole new one, also after a power cut.

    Raises:
        OcopError: the disk refused the write.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(path)
    except OSError as error:
        raise OcopError(
            f"{path} could not be written: {error.strerror or error}.",
            "Free some disk space or mend the permissions, then run the command again: "
            "the file that stood there is untouched.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)
