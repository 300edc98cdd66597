"""What was recognised in pictures, kept in a folder: Tesseract reads no page twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

LARGEST = 32 * 2**20
"""Bytes of one result; a page takes some kilobytes."""


class Recognised:
    """A ``Memo`` of readers: one file for each key, written beside and renamed.

    Several processes may use one folder. A file that cannot be read or written is as one
    that is not there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None."""
        # What cannot be opened is recognised anew.
        with suppress(OSError), self._place(key).open("rb") as file:
            value = file.read(LARGEST + 1)
            return value if len(value) <= LARGEST else None
        return None

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value``; a full disk costs only the keeping."""
        if len(value) > LARGEST:
            return
        with suppress(OSError):  # on a full disk it is recognised again next time
            write_whole(self._place(key), value)

    def _place(self, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / name[:2] / name


def write_whole(place: Path, content: bytes) -> None:
    """Write a file so that readers see all of it or the one before.

    Raises:
        OSError: it cannot be written.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".", suffix=".new", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).replace(place)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
