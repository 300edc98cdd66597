"""Local files and folders into the archive: what cannot be taken in is said, not dropped."""

from __future__ import annotations

import errno
import mimetypes
import os
import stat
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crawler.archive import MAX_PAYLOAD_BYTES, Archive
from crawler.captures import Capture, Fault, file_url

_HEAD = 4096
_IGNORED_SUFFIXES = frozenset({".pyc", ".pyo"})
_IGNORED_FOLDERS = frozenset({"__pycache__"})

_OWN = (
    "warc",
    "index.cdxj",
    "index.journal",
    "shelves",
    *(f"ledger.sqlite{end}" for end in ("", "-wal", "-shm")),
)

# The table of the standard library alone: that of the machine would change the outputs.
_TYPES = mimetypes.MimeTypes(filenames=())
_MORE_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".md": "text/markdown",
    ".rtf": "application/rtf",
}
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A regular file, and the path that a person knows it by (below what was given)."""

    path: Path
    root: Path | None

    @property
    def shown(self) -> str:
        """The path below the folder that was given: the same on every machine, printable."""
        known = Path(self.path.name) if self.root is None else self.path.relative_to(self.root)
        return os.fsencode(known).decode("utf-8", "backslashreplace")


def ingest(
    paths: Sequence[Path],
    archive: Archive,
    *,
    now: Callable[[], datetime],
    max_bytes: int = MAX_PAYLOAD_BYTES,
) -> Iterator[Capture | Fault]:
    """Archive files and folders in sorted order; WARC files (by content) are imported.

    A capture is yielded once for each payload, also when it was in the archive before.
    Hidden files, Python caches and the archive's own files are not looked at.

    Args:
        paths: Files and folders; a folder's files are named by their path below it.
        archive: Where they go.
        now: The clock; its time is that of the captures of local files.
        max_bytes: Largest payload, in bytes; larger files are a fault.

    Yields:
        Captures and, for what could not be taken in, faults with advice.
    """
    seen: set[str] = set()
    for found in _files(paths, archive.root):
        if isinstance(found, Fault):
            yield found
            continue
        read = _read(found, max_bytes)
        if isinstance(read, Fault):
            yield read
        elif read is None:
            yield from _imported(found, archive, max_bytes, seen)
        else:
            yield _archived(found, read, archive, now(), seen)


def media_type(path: Path, head: bytes) -> str:
    """Media type by name, or by the first bytes when the name says nothing."""
    named = _MORE_TYPES.get(path.suffix.lower()) or _TYPES.guess_type(path.name.lower())[0]
    if named:
        return named
    start = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "text/html"
    magic = (kind for mark, kind in _MAGIC if start.startswith(mark))
    return next(magic, "application/octet-stream")


def _files(paths: Sequence[Path], archive_root: Path) -> Iterator[_Found | Fault]:
    """Regular files in sorted order. Folders that were walked are known by their inode."""
    walked: set[tuple[int, int]] = set()
    own = {_identity(archive_root / name) for name in _OWN}
    own.discard(None)
    for given in sorted(map(Path, paths)):
        yield from _walk(given, walked, own)


def _walk(
    given: Path, walked: set[tuple[int, int]], own: set[tuple[int, int] | None]
) -> Iterator[_Found | Fault]:
    """Files at or below a path, without recursion: folders can be nested deeply."""
    waiting = [given]
    while waiting:
        here = waiting.pop()
        found = _Found(here, given if here != given else None)
        try:
            status = here.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in own:
                continue
            if stat.S_ISREG(status.st_mode):
                yield found
            elif not stat.S_ISDIR(status.st_mode):
                yield _special(found.shown)
            elif identity in walked:
                yield _loop(found.shown)
            else:
                walked.add(identity)
                waiting.extend(sorted(filter(_wanted, here.iterdir()), reverse=True))
        except OSError as error:
            yield _unreadable(found.shown, error)


def _wanted(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.name not in _IGNORED_FOLDERS and path.suffix not in _IGNORED_SUFFIXES


def _read(found: _Found, max_bytes: int) -> bytes | Fault | None:
    """The bytes of a file, None for a WARC file, which is too large to be read at once."""
    try:
        with found.path.open("rb") as file:
            head = file.read(_HEAD)
            if _is_warc(head):
                return None
            payload = head + file.read(max(max_bytes + 1 - len(head), 0))
    except OSError as error:
        return _unreadable(found.shown, error)
    if not payload:
        return Fault("empty_file", "the file is empty", found.shown, "copy it again or remove it")
    return payload if len(payload) <= max_bytes else _too_large(found.shown, max_bytes)


def _archived(
    found: _Found, payload: bytes, archive: Archive, moment: datetime, seen: set[str]
) -> Capture | Fault:
    capture, _ = archive.add_resource(
        payload,
        url=file_url(found.path, found.root),
        media_type=media_type(found.path, payload),
        fetched_at=moment,
    )
    if capture.digest in seen:
        return _duplicate(found, capture)
    seen.add(capture.digest)
    return capture


def _imported(
    found: _Found, archive: Archive, max_bytes: int, seen: set[str]
) -> Iterator[Capture | Fault]:
    for taken in archive.import_warc(found.path, max_bytes=max_bytes, shown=found.shown):
        if isinstance(taken, Fault):
            yield taken
        elif (key := f"{taken.digest} {taken.url}") not in seen:
            seen |= {key, taken.digest}
            yield taken


def _is_warc(head: bytes) -> bool:
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _loop(where: str) -> Fault:
    message = "the folder was already read under another name, or a link leads back to it"
    return Fault("symlink_loop", message, where, "remove the link; its files were read once")


def _special(where: str) -> Fault:
    message = "this is a socket, pipe or device, not a file"
    return Fault("special_file", message, where, "give files, folders or WARC files")


def _unreadable(where: str, error: OSError) -> Fault:
    if isinstance(error, FileNotFoundError):
        message, advice = "there is no such file or folder", "check the path; a link may be broken"
        return Fault("not_found", message, where, advice)
    if error.errno == errno.ELOOP:
        return _loop(where)
    message = f"it cannot be read ({error.strerror or error})"
    return Fault("unreadable", message, where, "give yourself the right to read it, run again")


def _too_large(where: str, max_bytes: int) -> Fault:
    message = f"the file has more than {max_bytes} bytes"
    return Fault("too_large", message, where, "raise the limit if this is a document")


def _duplicate(found: _Found, kept: Capture) -> Fault:
    message = f"the file has the same bytes as {kept.url} and was read once"
    return Fault("duplicate_file", message, found.shown, "nothing is to be done")
