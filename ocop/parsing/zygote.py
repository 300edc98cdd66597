"""The zygote, the process that children are forked from: it has the readers loaded, no more.

``python -m ocop.parsing FD`` serves one process of ocop over the socket FD: for each
request it forks a child, waits, kills the child with all that the child started when its
time is over, removes its folder, and says how it ended. It leaves when the socket closes,
so whatever becomes of ocop, no reader goes on and no temporary file stays.
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.documents.readers import preload
from ocop.parsing.child import Request, run
from ocop.parsing.confinement import adopt_orphans, free_memory

LONGEST_REQUEST = 1 << 16
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes of a unit of ``ru_maxrss`` (getrusage(2))."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: whether its time was over, else its exit code, or minus a signal.

    ``peak`` is the most memory in bytes that it, or a program that it ran, held at once.
    """

    late: bool
    code: int
    peak: int = 0

    def to_json(self) -> bytes:
        """One line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_json(cls, line: bytes) -> Ended:
        """What ``to_json`` wrote."""
        return cls(**json.loads(line))


class _ClientGoneError(Exception):
    """Nobody waits for the answer any more."""


def serve(client: socket.socket) -> None:
    """Fork a child for each request until the client goes."""
    free_memory()
    preload()
    adopt_orphans()
    gc.collect()
    gc.freeze()
    with suppress(_ClientGoneError, BrokenPipeError, ConnectionResetError):  # ocop ended
        while True:
            line, files, _, _ = socket.recv_fds(client, LONGEST_REQUEST, 2)
            if not line:
                return
            client.sendall(_serve_one(Request.from_json(line), files, client).to_json())


def _serve_one(request: Request, files: list[int], client: socket.socket) -> Ended:
    """Have a child read, and leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="ocop-paper-"))
    try:
        return _wait(_fork(request, files, folder, client), request.seconds, client)
    finally:
        _end_orphans()
        _remove(folder)
        _remove_sockets()


@dataclass(frozen=True, slots=True)
class _Child:
    """``life`` is a pipe that ends when the process does."""

    pid: int
    life: int


def _fork(request: Request, files: list[int], folder: Path, client: socket.socket) -> _Child:
    """Fork; the child never returns from here."""
    life, held = os.pipe()
    pid = os.fork()
    if pid:
        for file in (*files, held):
            os.close(file)
        return _Child(pid, life)
    code = 1
    try:
        os.setsid()
        client.close()
        os.close(life)
        payload, answer = files
        run(request, payload, answer, folder)
        code = 0
    finally:
        os._exit(code)  # nothing of the parent is cleaned up here


def _wait(child: _Child, seconds: float, client: socket.socket) -> Ended:
    """Wait for the child's end, and bring it about when the time is over or nobody waits."""
    late = gone = False
    try:
        ready = _first_of((child.life, client.fileno()), seconds)
        late, gone = not ready, child.life not in ready
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        with suppress(ProcessLookupError):  # before it had a group of its own
            os.kill(child.pid, signal.SIGKILL)
        os.close(child.life)
        _, status, used = os.wait4(child.pid, 0)
    if gone and not late:
        raise _ClientGoneError
    return Ended(late, os.waitstatus_to_exitcode(status), used.ru_maxrss * _RSS_UNIT)


def _first_of(files: tuple[int, ...], seconds: float) -> set[int]:
    """Those descriptors that have something to read or are at their end; none in time: empty."""
    poll = select.poll()
    for file in files:
        poll.register(file, select.POLLIN)
    return {file for file, _ in poll.poll(seconds * 1000)}


def _end_orphans() -> None:
    """Kill what the child left behind under another group."""
    while True:
        for pid in _children():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> Iterator[int]:
    """Processes whose parent this one is."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):  # it ended while we looked
            # "pid (name) state parent …"; the name may hold blanks and brackets.
            after_name = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            if int(after_name.split()[1]) == os.getpid():
                yield int(stat.parent.name)


def _remove(folder: Path) -> None:
    """Remove the folder, also what is written into it while the last process dies."""
    for _ in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return


def _remove_sockets() -> None:
    """Remove the sockets that LibreOffice left in /tmp; one that is in use here stays.

    A killed process cannot remove its own.
    """
    with suppress(OSError):  # a socket that stays harms nothing
        used = Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
        for left in Path("/tmp").glob(f"OSL_PIPE_{os.getuid()}_*"):  # noqa: S108
            if str(left) not in used and left.is_socket():
                left.unlink(missing_ok=True)


def main() -> None:
    """Serve the socket whose descriptor is the first argument."""
    with socket.socket(fileno=int(sys.argv[1])) as client:
        client.set_inheritable(False)
        serve(client)
