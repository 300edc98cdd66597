"""Office files that only a password opens, told before a library fails on them."""

from __future__ import annotations

import struct

from extract.documents.compound import Compound
from extract.documents.office.package import Package, encrypted

_FIB_ENCRYPTED = 0x0100


def check_compound(payload: bytes) -> None:
    """Refuse a text, or a package in a compound file, that is encrypted.

    [MS-OFFCRYPTO] 2.3.2 puts an encrypted package into a stream of that name; [MS-DOC] 2.5.2
    has a bit for it at the beginning of the stream ``WordDocument``.

    Raises:
        UnreadableError: ``encrypted``.
    """
    file = Compound(payload)
    root = file.root()
    text = file.stream(root["WordDocument"])[:12] if "WordDocument" in root else b""
    locked = len(text) == 12 and bool(struct.unpack_from("<H", text, 10)[0] & _FIB_ENCRYPTED)
    if locked or "EncryptedPackage" in root:
        raise encrypted()


def check_open(package: Package) -> None:
    """Refuse an OpenDocument package whose members are encrypted (part 2, 3.4).

    Raises:
        UnreadableError: ``encrypted`` or ``damaged``.
    """
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise encrypted()
