"""Children to read in, one at a time for each process of ocop."""

from __future__ import annotations

import atexit
import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from ocop.parsing.allowance import Allowance
from ocop.parsing.child import Request
from ocop.parsing.zygote import Ended

START = 60.0
"""Seconds beyond the time of the child until the zygote itself is given up."""

_CHUNK = 1 << 20
_KEPT_NAMES = ("PATH", "TMPDIR", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
_KEPT_BEGINNINGS = ("LC_", "PYTHON", "OPENBLAS_", "OMP_")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child said (at most as much as it may) and how it ended.

    ``ended`` is None when its zygote is gone, too; ``too_long`` when it said more.
    """

    said: bytes
    ended: Ended | None
    too_long: bool = False


class ChildReader:
    """Has payloads read by children, through a zygote. Not for several threads at once."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._socket, other = socket.socketpair()
        with other:
            self._zygote = subprocess.Popen(  # noqa: S603 - this Python, our own module
                [sys.executable, "-P", "-m", "ocop.parsing", str(other.fileno())],
                pass_fds=(other.fileno(),),
                env=_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C at the terminal is for ocop to handle
            )

    def read(
        self,
        payload: bytes,
        kind: str,
        allowance: Allowance,
        memo: Path | None,
        page: int | None = None,
    ) -> Answer:
        """Have ``payload`` read by a child, or one page of it drawn."""
        request = Request(
            kind=kind,
            seconds=allowance.seconds,
            memory=allowance.memory,
            file=allowance.file,
            limits=asdict(allowance.limits),
            memo=None if memo is None else str(memo.absolute()),
            page=page,
        )
        end = time.monotonic() + allowance.seconds + START
        pipe, other = os.pipe()
        with os.fdopen(pipe, "rb", buffering=0) as answers:
            try:
                with _file(payload) as file:
                    socket.send_fds(self._socket, [request.to_json()], [file.fileno(), other])
            except OSError:
                return Answer(b"", None)
            finally:
                os.close(other)
            said = _listen(answers, allowance.answer, end)
        if said is None:
            return Answer(b"", None)
        return Answer(said, self._ended(end), len(said) > allowance.answer)

    def _ended(self, end: float) -> Ended | None:
        self._socket.settimeout(max(0.1, end - time.monotonic()))
        with suppress(OSError, ValueError, TypeError):  # it ended: None says so
            return Ended.from_json(self._socket.recv(1 << 12))
        return None

    def close(self) -> None:
        """Let the zygote end, and what it reads with it."""
        self._socket.close()
        if self.owner != os.getpid():
            return
        try:
            self._zygote.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._zygote.kill()
            self._zygote.wait()


_reader: ChildReader | None = None
_turn = threading.Lock()


def read_in_child(
    payload: bytes, kind: str, allowance: Allowance, memo: Path | None, page: int | None = None
) -> Answer:
    """Have a child read ``payload``, or draw one page; the first call takes about a second.

    Whatever interrupts this call (an alarm, Ctrl-C) ends the child as well.
    """
    with _turn:
        reader = _own()
        answer = None
        try:
            answer = reader.read(payload, kind, allowance, memo, page)
        finally:
            if answer is None or answer.ended is None:
                close()
        return answer


def close() -> None:
    """End the zygote of this process; the next call starts another."""
    global _reader
    reader, _reader = _reader, None
    if reader is not None:
        reader.close()


def _own() -> ChildReader:
    """The reader of this process; one inherited by a fork is another's."""
    global _reader
    if _reader is not None and _reader.owner != os.getpid():
        close()
    if _reader is None:
        _reader = ChildReader()
        atexit.register(close)
    return _reader


def _environment() -> dict[str, str]:
    """What readers may know of ours: no keys, no proxies, no home."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT_NAMES or name.startswith(_KEPT_BEGINNINGS)
    }
    kept["PYTHONPATH"] = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    kept["OMP_THREAD_LIMIT"] = "1"  # Tesseract: the processes already use every core
    return kept


def _file(payload: bytes) -> IO[bytes]:
    """A file without a name that holds ``payload``."""
    if hasattr(os, "memfd_create"):
        file: IO[bytes] = os.fdopen(os.memfd_create("payload"), "w+b")
    else:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.write(payload)
    file.flush()
    return file


def _listen(answers: IO[bytes], most: int, end: float) -> bytes | None:
    """All that comes, or a byte more than ``most``; None when it does not end in time."""
    said = bytearray()
    poll = select.poll()
    poll.register(answers, select.POLLIN)
    while len(said) <= most:
        if not poll.poll(max(0.0, end - time.monotonic()) * 1000):
            return None
        chunk = answers.read(min(_CHUNK, most + 1 - len(said)))
        if not chunk:
            break
        said += chunk
    return bytes(said)
