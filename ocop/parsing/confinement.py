"""What a process that reads strangers' payloads gives up before it does so.

Linux gives all of it; other systems some of the limits, and Python's refusal of sockets.
"""

from __future__ import annotations

import ctypes
import math
import os
import resource
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ocop.parsing.landlock import write_only_below

NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER | CLONE_NEWNET of unshare(2)."""

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_SIGKILL = 9
_SOCKETS = (
    "socket.connect",
    "socket.bind",
    "socket.send",
    "socket.getaddrinfo",
    "socket.gethostby",
)

_libc = ctypes.CDLL(None, use_errno=True)


def confine(
    folder: Path, *, seconds: float, memory: int, file: int, memo: Path | None = None
) -> bool:
    """Keep this process, and all that it starts, to ``folder`` and to these limits.

    Args:
        folder: an empty one; temporary files and what programs keep in HOME go there.
        memo: a folder that it may write to as well.
        seconds: of processor time for each process.
        memory: bytes of address space, beyond what this process has now.
        file: bytes of the largest file.

    Returns:
        Whether the kernel took the network away. Where it does not, Python refuses to
        connect, and the programs that readers run are such as never ask.
    """
    _live_in(folder)
    _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    alone = leave_network()
    mute = write_only_below([folder] if memo is None else [folder, memo])
    sys.addaudithook(_refuse_sockets)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, math.ceil(seconds) + 1)
    _limit(resource.RLIMIT_FSIZE, file)
    _limit(resource.RLIMIT_AS, _address_space() + memory)
    return alone or mute


def leave_network() -> bool:
    """Move this process into a network of its own that leads nowhere, if the kernel allows."""
    user, group = os.getuid(), os.getgid()
    if not hasattr(_libc, "unshare") or _libc.unshare(NEW_USER_AND_NETWORK) != 0:
        return False
    with suppress(OSError):  # without a map programs run as nobody, which they can
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    return True


def adopt_orphans() -> None:
    """Make this process the parent of whatever its descendants leave behind."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def free_memory() -> None:
    """Undo a limit on memory that was inherited, as far as that is allowed."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _live_in(folder: Path) -> None:
    os.environ.update({"TMPDIR": str(folder), "HOME": str(folder)})
    tempfile.tempdir = None
    os.chdir(folder)
    os.umask(0o077)


def _refuse_sockets(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_SOCKETS):
        raise PermissionError("a reader of documents has no network")


def _limit(what: int, most: int) -> None:
    """Lower a limit for good; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    with suppress(ValueError, OSError):  # a system that does not know the limit
        resource.setrlimit(what, (most, most))


def _address_space() -> int:
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    return int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _prctl(option: int, value: int) -> None:
    if hasattr(_libc, "prctl"):
        _libc.prctl(option, value, 0, 0, 0)
