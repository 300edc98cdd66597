"""Names of members as a person would read them.

A name is only shown, never used as a path: nothing of an archive is written to disk.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from zipfile import ZipInfo

LONGEST = 200
"""Characters of a name that are kept."""

_UTF8 = 0x800
"""Bit 11 of the general purpose flag: the name is UTF-8 (APPNOTE.TXT 4.4.4)."""
_UNICODE_PATH = 0x7075
"""Extra field of Info-ZIP with the name in UTF-8 (APPNOTE.TXT 4.6.9)."""
_VIETNAMESE = frozenset("ăâđêôơư") | frozenset("̛̣̀́̃̉̂̆")
_DRIVE = re.compile(r"[A-Za-z]:")
_OF_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)")


def shown_name(member: ZipInfo) -> str:
    """The name of a member in NFC, without ``..``, drives and invisible characters."""
    name = unicodedata.normalize("NFC", _decoded(member)).replace("\\", "/")
    printable = "".join(c for c in _DRIVE.sub("", name, count=1) if _is_shown(c))
    parts = [part.strip() for part in printable.split("/")]
    kept = "/".join(part for part in parts if part not in {"", ".", ".."})
    return kept[-LONGEST:] or "?"


def is_of_system(name: str) -> bool:
    """Whether it is a file that systems put into archives for themselves."""
    return _OF_SYSTEMS.search(name) is not None


def _decoded(member: ZipInfo) -> str:
    """The name by its flag or extra field, else as UTF-8, windows-1258 or CP437.

    Archivers write names in the code page of their system and do not say which.
    """
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    told = _unicode_path(member.extra, raw)
    if told:
        return told
    for encoding in ("utf-8", "cp1258"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_vietnamese(name):
            return name
    return member.filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the extra field, if it belongs to this name and no other (its checksum)."""
    at = 0
    while at + 4 <= len(extra):
        field, size = struct.unpack_from("<HH", extra, at)
        content = extra[at + 4 : at + 4 + size]
        at += 4 + size
        if field == _UNICODE_PATH and len(content) > 5 and content[0] == 1:
            (checksum,) = struct.unpack_from("<I", content, 1)
            if checksum == zlib.crc32(raw):
                return content[5:].decode("utf-8", "replace")
    return None


def _is_vietnamese(name: str) -> bool:
    """Whether all letters beyond ASCII are of Vietnamese, and some are of no other language."""
    marks = {c for c in unicodedata.normalize("NFD", name.lower()) if not c.isascii()}
    return bool(marks) and marks <= (_VIETNAMESE | {"–", "’", "“", "”"})


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
