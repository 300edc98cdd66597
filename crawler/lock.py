"""One writer at a time: an advisory lock on a file in the archive's folder.

The kernel frees it when its holder ends, however that ends. It is a ``flock`` lock: it
holds between two objects of one process too.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import BinaryIO

from crawler.captures import ArchiveError


class WriterAtWorkError(ArchiveError):
    """Another process or object writes to this archive."""


def locked(root: Path, patience: float = 0.0) -> BinaryIO:
    """The lock file, held; its content is the process that holds it.

    Args:
        root: The archive's folder; made when missing.
        patience: Seconds to wait for another holder.

    Raises:
        WriterAtWorkError: Somebody else holds it.
        ArchiveError: The folder cannot be made or written.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        lock = (root / ".lock").open("a+b")
    except OSError as error:
        message = f"the archive {root} cannot be written ({error.strerror or error})"
        raise ArchiveError(f"{message}: give another folder or the right to write") from error
    try:
        _take(lock, patience)
    except BlockingIOError as error:
        lock.seek(0)
        owner = lock.read().decode("ascii", "replace").strip() or "unknown"
        lock.close()
        message = f"the archive {root} is being written by process {owner}"
        raise WriterAtWorkError(f"{message}: wait until it has ended, then run again") from error
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n".encode("ascii"))
    lock.flush()
    return lock


def _take(lock: BinaryIO, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.05)
