"""Captures and faults: what the archive holds, and what it could not take in."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath
from urllib.parse import quote

MAX_URL = 8192
"""Longest address, in bytes, that the archive takes: WARC readers cap header lines."""

REVISIT = "warc/revisit"
"""Media type, in the index, of a capture whose payload was stored before."""

_NOT_IN_A_URL = re.compile(rb"[^\x21-\x7e]")


class ArchiveError(Exception):
    """The archive cannot do what was asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetched payload, and the WARC record that keeps it.

    Attributes:
        url: Address in ASCII, percent-encoded where it has to be.
        fetched_at: RFC 3339 in UTC with whole seconds, ``2026-11-22T07:45:22Z``.
        status: HTTP status, or None for a file that no server sent.
        media_type: Bare type such as ``text/html``; ``warc/revisit`` when the payload
            is the same as that of an earlier capture.
        digest: ``sha256:`` and 64 hex digits, of the payload.
        length: Bytes of the compressed record (not of the payload).
        warc: WARC file, relative to the archive's folder, with ``/``.
        offset: First byte of the record in that file.
    """

    url: str
    fetched_at: str
    status: int | None
    media_type: str
    digest: str
    length: int
    warc: str
    offset: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be taken in, in words for the person who can mend it.

    ``code`` is a stable snake_case name, ``where`` a file (relative, with an offset
    where that helps) or an address, ``advice`` what to do.
    """

    code: str
    message: str
    where: str
    advice: str


def ascii_url(url: str) -> str:
    """Percent-encode what may not stand in an address; nothing else is touched.

    Blanks, line breaks and other controls would forge WARC headers or index lines;
    non-ASCII letters are encoded as they are, never normalised (NFD paths are real).

    Raises:
        ValueError: The address is empty or longer than ``MAX_URL`` bytes.
    """
    raw = url.strip().encode("utf-8", "surrogatepass")
    safe = _NOT_IN_A_URL.sub(lambda match: b"%%%02X" % match.group()[0], raw).decode("ascii")
    if not safe:
        raise ValueError("the address is empty")
    if len(safe) > MAX_URL:
        raise ValueError(f"the address is {len(safe)} bytes long, more than {MAX_URL}")
    return safe


def file_url(path: Path, root: Path | None = None) -> str:
    """Address of a local file: ``file:///`` and its path below ``root``, or its name.

    The place of the folder on this machine never enters, so that the same folder
    gives the same captures wherever it lies.
    """
    relative: PurePath = PurePath(path.name)
    if root is not None and path != root and path.is_relative_to(root):
        relative = path.relative_to(root)
    return "file:///" + quote(os.fsencode(relative.as_posix()), safe="/~!$&'()*+,;=:@")


def rfc3339(moment: datetime) -> str:
    """The moment in UTC with whole seconds.

    Raises:
        ValueError: ``moment`` has no time zone, so it says no moment at all.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone: give an aware datetime")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
