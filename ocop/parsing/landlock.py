"""Linux' Landlock: a process takes from itself, for good, what it may write and whom it may call.

Source: landlock(7) and https://docs.kernel.org/userspace-api/landlock.html. It needs no rights
and no set-up, only a kernel that has it (5.13; TCP from 6.7 on).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""Numbers of the system calls, the same on every architecture that has them."""
_ASK_VERSION = 1
_BENEATH = 1

_WRITE_FILE = 1 << 1
_TREE = sum(1 << right for right in range(4, 13))
"""To remove and make files, folders, sockets, pipes, devices and links."""
_REFER, _REFER_SINCE = 1 << 13, 2
_TRUNCATE, _TRUNCATE_SINCE = 1 << 14, 3
_BIND_AND_CONNECT_TCP, _TCP_SINCE = 0b11, 4

_REMOVE_FILE, _MAKE_SOCKET = 1 << 5, 1 << 9
_OF_SOCKETS = ("/tmp", "/var/tmp")  # noqa: S108 - no file may be made there
"""Where LibreOffice makes and removes a socket, whatever TMPDIR says; else it does not start."""
_DEVICES = ("/dev/null", "/dev/zero", "/dev/full")

_libc = ctypes.CDLL(None, use_errno=True)


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def write_only_below(folders: Iterable[Path]) -> bool:
    """Let this process, and all that it starts, write below ``folders`` only and call nobody.

    Reading stays as it was, and so does naming and removing sockets where programs do.
    PR_SET_NO_NEW_PRIVS has to be set.

    Returns:
        Whether the kernel refuses TCP from now on; False also where it has no Landlock.
    """
    known = _version()
    if known < 1:
        return False
    tree = _WRITE_FILE | _TREE
    tree |= _REFER if known >= _REFER_SINCE else 0
    tree |= _TRUNCATE if known >= _TRUNCATE_SINCE else 0
    tcp = _BIND_AND_CONNECT_TCP if known >= _TCP_SINCE else 0
    rules = _Ruleset(tree, tcp)
    size = ctypes.sizeof(rules) if tcp else ctypes.sizeof(ctypes.c_uint64)
    ruleset = _libc.syscall(_CREATE, ctypes.byref(rules), size, 0)
    if ruleset < 0:
        return False
    try:
        for folder in folders:
            _allow(ruleset, folder, tree)
        for place in _OF_SOCKETS:
            _allow(ruleset, Path(place), _MAKE_SOCKET | _REMOVE_FILE)
        for device in _DEVICES:
            _allow(ruleset, Path(device), tree & (_WRITE_FILE | _TRUNCATE))
        return bool(_libc.syscall(_RESTRICT, ruleset, 0) == 0 and tcp)
    finally:
        os.close(ruleset)


def _version() -> int:
    """The version of Landlock that the kernel has, 0 or less where there is none."""
    if os.uname().sysname != "Linux":
        return 0
    return int(_libc.syscall(_CREATE, None, 0, _ASK_VERSION))


def _allow(ruleset: int, path: Path, rights: int) -> None:
    if not path.exists():
        return
    parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _Beneath(rights, parent)
        _libc.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(parent)
