"""Office files that only a password opens, told before a library fails on them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from extract.documents import compound
from extract.documents.office.package import Package, encrypted

_SECTOR = 512
_FIB_MARK = b"\xec\xa5"
_FIB_ENCRYPTED = 0x0100
_BOF_MARK = b"\x09\x08"
_FILEPASS = 0x2F
_FIRST_RECORDS = 20


def check_compound(payload: bytes) -> None:
    """Refuse a compound file that is encrypted.

    [MS-OFFCRYPTO] 2.3.2 puts an encrypted package into a stream of that name; [MS-DOC] 2.5.2
    has a bit for it at the beginning of the stream ``WordDocument``, [MS-XLS] 2.4.117 a
    record near that of ``Workbook``. Streams begin where a sector does.

    Raises:
        UnreadableError: ``encrypted``.
    """
    names = compound.root_names(payload)
    locked = "EncryptedPackage" in names
    if "WordDocument" in names:
        locked = locked or _is_locked_text(payload)
    elif not locked:
        locked = any(_is_locked_book(payload, at) for at in _sectors(payload, _BOF_MARK))
    if locked:
        raise encrypted()


def check_open(package: Package) -> None:
    """Refuse an OpenDocument package whose members are encrypted (part 2, 3.4).

    Raises:
        UnreadableError: ``encrypted`` or ``damaged``.
    """
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise encrypted()


def _sectors(payload: bytes, mark: bytes) -> Iterator[int]:
    """Where sectors begin with ``mark``."""
    last = len(payload) - _SECTOR
    return (at for at in range(_SECTOR, last + 1, _SECTOR) if payload.startswith(mark, at))


def _is_locked_text(payload: bytes) -> bool:
    at = next(_sectors(payload, _FIB_MARK), None)
    if at is None:
        return False
    flags: int = struct.unpack_from("<H", payload, at + 10)[0]
    return bool(flags & _FIB_ENCRYPTED)


def _is_locked_book(payload: bytes, at: int) -> bool:
    """Whether one of the first records from ``at`` on says that the rest is encrypted."""
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(payload):
            return False
        record, length = struct.unpack_from("<HH", payload, at)
        if record == _FILEPASS:
            return True
        at += 4 + length
    return False
