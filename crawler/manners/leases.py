"""One crawl at a time for a host, on this machine, and what the next one must know.

A lease is an advisory lock (``flock``) on a small file. The kernel frees it when its holder
ends, however that ends, and it holds between two crawlers of one process too. The file
remembers when the host was last asked, so that a crawl that starts just after another, or
after one that was killed, keeps the delay.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from crawler.manners.robots_store import file_name
from crawler.refusals import HostBusyError, LeaseError

_SIZE = 256  # octets of a file: always written whole, with one call, so never half


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a host. Times are seconds since 1970, 0 for never.

    Attributes:
        asked_at: When the last request began.
        delay: Seconds that were kept between two requests.
        paused_until: Until when the host asked not to be asked.
    """

    asked_at: float = 0.0
    delay: float = 0.0
    paused_until: float = 0.0


class Lease:
    """A host that is held. ``memory`` is what was remembered when it was taken."""

    def __init__(self, host: str, handle: int) -> None:
        self.host = host
        self._handle = handle
        self.memory = self._read()

    def remember(self, memory: Memory) -> None:
        """Write what the next holder must know; a process that dies now leaves it.

        Raises:
            LeaseError: It cannot be written.
        """
        text = json.dumps({"host": self.host[:60], **asdict(memory)}).encode("ascii")
        try:
            os.pwrite(self._handle, text.ljust(_SIZE - 1) + b"\n", 0)
        except OSError as error:
            raise LeaseError(f"the lease of {self.host} cannot be written ({error})") from error
        self.memory = memory

    def release(self) -> None:
        """Let others have the host."""
        os.close(self._handle)

    def _read(self) -> Memory:
        """What the file says. One that is damaged says nothing; the delay is kept anyhow."""
        raw = os.pread(self._handle, _SIZE, 0)
        try:
            found = json.loads(raw)
            return Memory(*(float(found[one]) for one in Memory.__slots__))
        except (ValueError, KeyError, TypeError):
            return Memory(asked_at=float("inf")) if raw else Memory()


class Leases:
    """Leases below a folder that all crawls of a corpus share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, host: str) -> Lease:
        """Hold a host.

        Raises:
            HostBusyError: Somebody else holds it.
            LeaseError: The folder cannot be written.
        """
        path = self._folder / f"{file_name(host)}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            advice = "give the right to write, or another folder by OCOP_CORPUS"
            raise LeaseError(f"{path} cannot be written ({error.strerror}): {advice}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise HostBusyError(f"{host} is being asked by another crawl") from None
        except OSError as error:
            os.close(handle)
            advice = "put the corpus on a file system that has flock"
            raise LeaseError(f"{path} cannot be locked ({error.strerror}): {advice}") from error
        return Lease(host, handle)
