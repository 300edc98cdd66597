"""What a WARC record says: read with fastwarc, one gzip member each."""

from __future__ import annotations

import io
from dataclasses import dataclass

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.captures import REVISIT, ArchiveError, Capture
from crawler.records import Place, bare_media_type

KEPT = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
"""Kinds of records that are captures."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a record holds."""

    payload: bytes
    http_headers: tuple[tuple[str, str], ...] = ()


def stored(record: bytes, where: str) -> Stored:
    """Read the payload and HTTP headers of one compressed record.

    Raises:
        ArchiveError: The bytes are no whole WARC record.
    """
    try:
        records = ArchiveIterator(io.BytesIO(record), auto_decode="none")
        parsed = next(records)
        payload = parsed.reader.read()
    except (OSError, StopIteration) as error:
        advice = "restore the file from a copy, or run rebuild_index() to drop what is lost"
        raise ArchiveError(f"no readable WARC record at {where} ({error}): {advice}") from error
    headers = parsed.http_headers
    return Stored(payload, tuple(headers.to_tuples()) if headers is not None else ())


def described(member: bytes, place: Place, length: int) -> Capture | None:
    """Capture of one decompressed record, or None when the record is not a capture.

    Raises:
        ValueError: The record is malformed or incomplete.
    """
    record = _first(member)
    if not record.record_type & KEPT:
        return None
    headers = {name.lower(): value for name, value in record.headers.to_tuples()}
    try:
        return Capture(
            url=headers["warc-target-uri"],
            fetched_at=headers["warc-date"],
            status=_http_status(record),
            media_type=_media_type(record),
            digest=headers["warc-payload-digest"],
            length=length,
            warc=place.warc,
            offset=place.offset,
        )
    except KeyError as error:
        raise ValueError(f"a record without {error}") from error


def fields_told(metadata: bytes, record: bytes) -> tuple[tuple[str, str], ...]:
    """Fields of the metadata record of a capture; none when it belongs to another.

    Args:
        metadata: The record that ends where the capture's begins, compressed or not.
        record: The record of the capture, compressed or not.
    """
    said = _first(metadata)
    if said.record_type != WarcRecordType.metadata or not belongs(metadata, record):
        return ()
    lines = said.reader.read().decode("utf-8", "replace").splitlines()
    named = (line.partition(":") for line in lines)
    return tuple((name, value.strip()) for name, _, value in named)


def belongs(other: bytes, record: bytes) -> bool:
    """Whether a request or metadata record is of the same capture event as a record."""
    concurrent = _first(other).headers.get("WARC-Concurrent-To")
    return concurrent is not None and concurrent == _first(record).headers.get("WARC-Record-ID")


def _first(member: bytes) -> WarcRecord:
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(member), auto_decode="none")))
    except (OSError, StopIteration) as error:
        raise ValueError(f"not a WARC record ({error})") from error
    return record


def _http_status(record: WarcRecord) -> int | None:
    if (record.headers.get("WARC-Profile") or "").endswith("/revisit/server-not-modified"):
        return 304
    headers = record.http_headers
    return headers.status_code if headers is not None else None


def _media_type(record: WarcRecord) -> str:
    if record.record_type == WarcRecordType.revisit:
        return REVISIT
    if record.http_headers is not None:
        return bare_media_type(record.http_headers.get("Content-Type"))
    return bare_media_type(record.headers.get("Content-Type"))
