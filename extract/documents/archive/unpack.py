"""Members of a ZIP, unpacked in memory, within limits that the archive cannot lie about."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from zipfile import BadZipFile, ZipFile, ZipInfo

from extract.documents.archive.names import is_of_system, shown_name
from extract.documents.means import MEGABYTE, Limits, UnreadableError

HIGHEST_RATIO = 250
"""Of unpacked to packed bytes; office files and text have 2 to 30, a bomb a thousand."""
_SMALL = MEGABYTE
"""Members up to this size may be packed as tightly as they like."""
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_CHUNK = 1 << 20

# What zipfile and the decompressors raise on broken archives.
BROKEN = (
    BadZipFile,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
)

_HARMFUL = "Look at it with care: it may be made to do harm; else unpack it and load the files."


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of an archive and of those inside it."""

    bytes: int
    members: int

    @classmethod
    def of(cls, limits: Limits) -> Budget:
        """All that the limits allow."""
        return cls(limits.unpacked, limits.members)


@dataclass(frozen=True, slots=True)
class Member:
    """A member: its shown name, and its bytes or why they cannot be had."""

    name: str
    content: bytes | UnreadableError


def unpack(payload: bytes, budget: Budget) -> Iterator[Member]:
    """Each file of the archive, in the order of its directory; those of systems are left out.

    Raises:
        UnreadableError: ``damaged``, ``too_many_members`` or ``too_much_output``: the
            archive as a whole is not what it says, and nothing is unpacked.
    """
    try:
        archive = ZipFile(io.BytesIO(payload))
    except BROKEN as error:
        raise UnreadableError(
            "damaged",
            f"The archive cannot be opened: {error}.",
            "Fetch it again; if it stays so, ask the office that published it.",
        ) from error
    with archive:
        members = [
            (member, name)
            for member in archive.infolist()
            if not member.is_dir() and not is_of_system(name := shown_name(member))
        ]
        _check(archive, [member for member, _ in members], budget)
        budget.members -= len(members)
        for member, name in members:
            try:
                content = _content(archive, member, name, budget)
            except UnreadableError as error:
                yield Member(name, error)
            else:
                budget.bytes -= len(content)
                yield Member(name, content)


def _check(archive: ZipFile, members: list[ZipInfo], budget: Budget) -> None:
    """Refuse an archive that is a bomb by what its directory says."""
    if len(members) > budget.members:
        raise UnreadableError(
            "too_many_members",
            f"The archive holds {len(members):,} files; {budget.members:,} may be read.",
            "Unpack it and load the files that matter.",
        )
    declared = sum(member.file_size for member in members)
    if declared > budget.bytes:
        raise UnreadableError(
            "too_much_output",
            f"The archive says that it unpacks to {declared / MEGABYTE:,.0f} MB; "
            f"{budget.bytes / MEGABYTE:,.0f} MB may be.",
            _HARMFUL,
        )
    if _overlap(archive, members):
        raise UnreadableError(
            "too_much_output",
            "Files of the archive lie over one another, so that the same bytes unpack again "
            "and again.",
            _HARMFUL,
        )


def _overlap(archive: ZipFile, members: list[ZipInfo]) -> bool:
    """Whether two members share bytes, or one reaches into the directory."""
    runs = sorted(
        (member.header_offset, member.header_offset + _LOCAL_HEADER + member.compress_size)
        for member in members
    )
    if any(end > start for (_, end), (start, _) in pairwise(runs)):
        return True
    return bool(runs) and runs[-1][1] > archive.start_dir


def _content(archive: ZipFile, member: ZipInfo, name: str, budget: Budget) -> bytes:
    """The bytes of one member; its own sizes are believed only to refuse it."""
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableError(
            "encrypted",
            f"The file {name} in the archive is locked with a password.",
            "Ask the office that published it for the password, unpack it and load the file.",
        )
    if member.file_size > _SMALL and member.file_size > HIGHEST_RATIO * member.compress_size:
        raise _bomb(name)
    unpacked = bytearray()
    try:
        with archive.open(member) as opened:
            while chunk := opened.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > budget.bytes:
                    raise _bomb(name)
    except (*BROKEN, RuntimeError) as error:  # RuntimeError: a password after all
        raise UnreadableError(
            "damaged",
            f"The file {name} in the archive cannot be unpacked: {error}.",
            "Fetch the archive again; if it stays so, ask the office that published it.",
        ) from error
    return bytes(unpacked)


def _bomb(name: str) -> UnreadableError:
    return UnreadableError(
        "too_much_output", f"The file {name} in the archive unpacks to far too much.", _HARMFUL
    )
