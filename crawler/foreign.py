"""Records of WARC files that others wrote: plain or compressed, whole or damaged."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.captures import Fault, ascii_url
from crawler.members import member_end, next_record

_HTTP_HEAD = 64 << 10
"""Room, beside the payload, for the HTTP headers of a record."""

_WANTED = WarcRecordType.response | WarcRecordType.resource
_ANY = WarcRecordType.any_type
_UNKNOWN = WarcRecordType.unknown
_ENVELOPE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n"
)
_LENGTH_IN_DOUBT = frozenset({"truncated_record", "digest_mismatch"})
_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha512"})

# Some writers keep the headers of the wire beside a payload that is already decoded: what
# the headers promise is tried first, then less and less of it.
_DECODINGS: tuple[Literal["all", "content", "transfer", "none"], ...] = (
    "all",
    "content",
    "transfer",
    "none",
)


@dataclass(frozen=True, slots=True)
class Imported:
    """A response (``status`` given) or resource, decoded and ready for the archive."""

    url: str
    fetched_at: datetime
    media_type: str
    payload: bytes
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class _UnreadableError(ValueError):
    """Why a record cannot be taken in: code, message and advice of its fault."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code, self.advice = code, advice


def records_of(path: Path, max_bytes: int, shown: str) -> Iterator[Imported | Fault]:
    """Every response and resource record of a file; memory is bounded by ``max_bytes``.

    Damage gives one fault and the reading goes on at the next record that can be found.
    """
    try:
        with path.open("rb") as source:
            yield from _all_records(source, path, max_bytes, shown)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror or error})"
        yield Fault("unreadable", message, shown, "check the file and the right to read it")


def _all_records(
    source: BinaryIO, path: Path, max_bytes: int, shown: str
) -> Iterator[Imported | Fault]:
    start: int | None = 0
    blamed: int | None = None  # damage that was met; told when a record follows it
    while start is not None:
        last, length, whole = start, -1, True
        try:
            source.seek(start)
            for record in ArchiveIterator(source, record_types=_ANY, parse_http=False):
                if not record.headers.get("Content-Length"):
                    raise OSError("the header is cut off, and the reader did not say so")
                if blamed is not None:
                    yield _damage(shown, blamed)
                last, length, blamed = record.stream_pos, record.content_length, None
                if record.record_type & _WANTED or record.record_type == _UNKNOWN:
                    whole = yield from _taken(record, shown, max_bytes)
                if not whole:
                    break
            else:
                if (blamed := _unread(path, last, length)) is None:
                    return
                last = blamed
        except OSError:
            blamed = _unread(path, last, length) or last
        start = _next_start(path, last + 1)
    if blamed is not None:
        yield _damage(shown, blamed)


def _unread(path: Path, last: int, length: int) -> int | None:
    """Offset of what follows the last record that was read (at ``last``), if anything.

    ``length`` is the size of its block, -1 when there was no record. The reader takes a
    header that is cut off for the end of the file, so this looks for itself.
    """
    size = path.stat().st_size
    if length < 0:
        return last if size > last else None
    end = _record_end(path, last, length)
    return last if end is None else end if end < size else None


def _record_end(path: Path, offset: int, length: int) -> int | None:
    """Where a record ends; None when it is cut off."""
    if _is_gzip(path):
        # When one member holds all records, they are said to lie at the end of the file.
        return member_end(path, 0 if offset >= path.stat().st_size else offset)
    with path.open("rb") as source:
        source.seek(offset)
        header = source.read(_HTTP_HEAD).find(b"\r\n\r\n")
    return offset + header + length + len(b"\r\n\r\n" * 2)


def _taken(
    record: WarcRecord, shown: str, max_bytes: int
) -> Generator[Imported | Fault, None, bool]:
    """The record, or the fault that says why not; an undecodable one gives both.

    Returns:
        Whether the length of the record can be trusted, so that the next one follows it.
    """
    where = f"{shown} at byte {record.stream_pos}"
    try:
        block = _block(record, max_bytes)
        url, moment = _address(record), _date(record)
        if record.record_type == WarcRecordType.resource or not block.startswith(b"HTTP/"):
            kind = record.headers.get("Content-Type") or ""
            yield Imported(url, moment, kind, block)
        else:
            yield from _response(url, moment, block, max_bytes, where)
    except _UnreadableError as error:
        yield Fault(error.code, f"{error}", where, error.advice)
        return error.code not in _LENGTH_IN_DOUBT
    return True


def _response(
    url: str, moment: datetime, block: bytes, max_bytes: int, where: str
) -> Iterator[Imported | Fault]:
    headers, status, payload, decoding = _decoded(block, max_bytes)
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    yield Imported(url, moment, kind, payload, status, headers)
    encodings = {name.lower() for name, _ in headers} & {"content-encoding"}
    if decoding in ("none", "transfer") and encodings:
        yield Fault(
            "undecodable",
            f"the bytes of {url} are not in the Content-Encoding that their header names",
            where,
            "they were archived as they are; look whether they can be read",
        )


def _block(record: WarcRecord, max_bytes: int) -> bytes:
    """The whole block of a record, checked against its length and digest."""
    if record.record_type == _UNKNOWN:
        message = f"WARC-Type is {record.headers.get('WARC-Type')!r}, which WARC/1.1 does not know"
        raise _UnreadableError("unknown_record", message, "look whether it holds a document")
    if record.content_length > max_bytes + _HTTP_HEAD:
        raise _too_large(record.content_length, max_bytes)
    block: bytes = record.reader.read()
    if len(block) != record.content_length:
        raise _UnreadableError(
            "truncated_record",
            f"the record ends after {len(block)} of {record.content_length} bytes",
            "copy the file again from where it came; everything before was read",
        )
    if not _matches(block, record.headers.get("WARC-Block-Digest") or ""):
        raise _UnreadableError(
            "digest_mismatch",
            "the record does not have the digest that its header names",
            "copy the file again from where it came; everything else in it was read",
        )
    return block


def _matches(block: bytes, labelled: str) -> bool:
    """Whether ``sha1:<base32 or hex>`` fits.

    A digest that cannot be computed is not held against the record.
    """
    algorithm, _, value = labelled.strip().lower().partition(":")
    if algorithm not in _ALGORITHMS:
        return True
    digest = hashlib.new(algorithm, block, usedforsecurity=False).digest()
    return value.rstrip("=") in (
        digest.hex(),
        base64.b32encode(digest).decode().lower().rstrip("="),
    )


def _too_large(size: int, max_bytes: int) -> _UnreadableError:
    return _UnreadableError(
        "too_large",
        f"the payload has more than {max_bytes} bytes ({size} or more)",
        "raise the limit if this is a document, otherwise nothing is to be done",
    )


def _address(record: WarcRecord) -> str:
    # WARC/1.0 writers that followed its grammar to the letter put <> around the address.
    try:
        return ascii_url((record.headers.get("WARC-Target-URI") or "").strip().strip("<>"))
    except ValueError as error:
        raise _UnreadableError("bad_url", str(error), "fetch the page under its address") from error


def _date(record: WarcRecord) -> datetime:
    written = record.headers.get("WARC-Date") or ""
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError as error:
        message, advice = f"WARC-Date is {written!r}, not a date", "a day is never guessed: mend it"
        raise _UnreadableError("bad_date", message, advice) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _decoded(block: bytes, max_bytes: int) -> tuple[tuple[tuple[str, str], ...], int, bytes, str]:
    """HTTP headers, status, payload without encodings, and how far decoding went."""
    for decoding in _DECODINGS:
        try:
            record = WarcRecord.from_bytes(_ENVELOPE % len(block) + block)
            record.parse_http(auto_decode=decoding, quirks_mode=b"\r\n\r\n" not in block)
            payload: bytes = record.reader.read(max_bytes + 1)
        except OSError:
            continue
        head = record.http_headers
        if head is None or head.status_code is None:
            break
        if len(payload) > max_bytes:
            raise _too_large(len(payload), max_bytes)
        if payload or decoding == "none" or _is_empty(block):
            return tuple(head.to_tuples()), head.status_code, payload, decoding
    message = "the record has no readable HTTP status and headers"
    raise _UnreadableError("bad_http", message, "fetch the page again")


def _is_empty(block: bytes) -> bool:
    """Whether nothing, or only the closing chunk, follows the headers."""
    body = block.partition(b"\r\n\r\n")[2]
    return body in (b"", b"0\r\n\r\n")


def _next_start(path: Path, start: int) -> int | None:
    """Offset of the next record, compressed or plain."""
    if _is_gzip(path):
        return next_record(path, start)
    with path.open("rb") as source:
        source.seek(start)
        before = b""
        while chunk := source.read(1 << 16):
            window = before + chunk
            found = window.find(b"\r\n\r\nWARC/1.")
            if found >= 0:
                return source.tell() - len(window) + found + len(b"\r\n\r\n")
            before = window[-16:]
    return None


def _is_gzip(path: Path) -> bool:
    with path.open("rb") as source:
        head = source.read(5)
    return head.startswith(b"\x1f\x8b") or (path.suffix == ".gz" and head != b"WARC/")


def _damage(shown: str, offset: int) -> Fault:
    return Fault(
        "damaged_record",
        "bytes that are no readable WARC record were passed over",
        f"{shown} at byte {offset}",
        "copy the file again from where it came; everything else in it was read",
    )
