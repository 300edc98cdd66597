"""WARC/1.1 records: made with warcio, read with fastwarc, one gzip member each.

Source: ISO 28500:2017, https://iipc.github.io/warc-specifications/.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.captures import REVISIT, ArchiveError, Capture

Headers = Sequence[tuple[str, str]]

KEPT = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
"""Kinds of records that are captures."""

_STANDARD = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

# What described the bytes on the wire, not the payload that is stored.
_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_SECRET = frozenset({"authorization", "cookie", "proxy-authorization"})


@dataclass(frozen=True, slots=True)
class Request:
    """The request that led to a response; credentials are not archived."""

    method: str = "GET"
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record starts: WARC file (relative to the archive) and offset."""

    warc: str
    offset: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response as it will be archived.

    ``refers_to`` is the earlier capture of the same payload at the same address, if any.
    """

    url: str
    fetched_at: str
    status: int
    headers: Headers
    payload: bytes
    refers_to: Capture | None = None
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What a record holds."""

    payload: bytes
    http_headers: tuple[tuple[str, str], ...] = ()


def sha256(payload: bytes) -> str:
    """Digest of a payload as the archive writes it."""
    return "sha256:" + hashlib.sha256(payload).hexdigest()


def warcinfo(place: Place, fetched_at: str) -> bytes:
    """First record of a file: who wrote it and in which format."""
    fields = f"software: ocop\r\nformat: WARC File Format 1.1\r\nconformsTo: {_STANDARD}\r\n"
    extra = {"WARC-Filename": place.warc.rpartition("/")[2]}
    return _record("warcinfo", place, "", fetched_at, fields.encode(), extra=extra)


def resource(place: Place, url: str, fetched_at: str, media_type: str, payload: bytes) -> bytes:
    """A payload that no server sent: a local file."""
    return _record("resource", place, url, fetched_at, payload, content_type=media_type)


def exchange(place: Place, sent: Exchange) -> tuple[bytes, bytes]:
    """The request record (empty without a request) and the response or revisit record.

    The request comes first so that the last record of a whole file is always one that
    has an index line.
    """
    answer_id = _record_id("response", place, sent.url, sent.fetched_at)
    request = b""
    if sent.request is not None:
        request = _request(place, sent, sent.request, answer_id)
    extra = {"WARC-Record-ID": answer_id}
    head = StatusAndHeaders(_status_line(sent.status), _payload_headers(sent), protocol="HTTP/1.1")
    kind, body = "response", sent.payload
    if sent.refers_to is not None:
        kind, body = "revisit", b""
        extra |= _revisit_headers(sent.refers_to)
    extra["WARC-Payload-Digest"] = sha256(sent.payload)
    return request, _record(kind, place, sent.url, sent.fetched_at, body, head=head, extra=extra)


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


def bare_media_type(value: str | None) -> str:
    """``text/html; charset=utf-8`` → ``text/html``; what is no type is octets."""
    bare = (value or "").partition(";")[0].strip().lower()
    kind, slash, name = bare.partition("/")
    plain = kind.isascii() and kind.isalnum() and name.isascii() and name.isprintable()
    if not (slash and plain and name and " " not in name):
        return "application/octet-stream"
    return bare


def _first(member: bytes) -> WarcRecord:
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(member), auto_decode="none")))
    except (OSError, StopIteration) as error:
        raise ValueError(f"not a WARC record ({error})") from error
    return record


def _http_status(record: WarcRecord) -> int | None:
    headers = record.http_headers
    return headers.status_code if headers is not None else None


def _media_type(record: WarcRecord) -> str:
    if record.record_type == WarcRecordType.revisit:
        return REVISIT
    if record.http_headers is not None:
        return bare_media_type(record.http_headers.get("Content-Type"))
    return bare_media_type(record.headers.get("Content-Type"))


def _record_id(kind: str, place: Place, url: str, fetched_at: str) -> str:
    """Named, not random: the same captures in the same order give the same bytes."""
    name = f"{kind} {place.warc} {place.offset} {fetched_at} {url}"
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"


def _record(
    kind: str,
    place: Place,
    url: str,
    fetched_at: str,
    payload: bytes,
    *,
    content_type: str = "",
    head: StatusAndHeaders | None = None,
    extra: dict[str, str] | None = None,
) -> bytes:
    """One compressed record."""
    headers = {
        "WARC-Date": fetched_at,
        "WARC-Record-ID": _record_id(kind, place, url, fetched_at),
        **(extra or {}),
    }
    if kind == "resource":
        headers["WARC-Payload-Digest"] = sha256(payload)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    record = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type=content_type,
        warc_headers_dict=headers,
        http_headers=head,
    )
    writer.write_record(record)
    return out.getvalue()


def _request(place: Place, sent: Exchange, request: Request, answer_id: str) -> bytes:
    target = "/" + sent.url.partition("://")[2].partition("/")[2]
    headers = [pair for pair in _clean(request.headers) if pair[0].lower() not in _SECRET]
    head = StatusAndHeaders(f"{request.method} {target} HTTP/1.1", headers, is_http_request=True)
    extra = {"WARC-Concurrent-To": answer_id}
    return _record("request", place, sent.url, sent.fetched_at, b"", head=head, extra=extra)


def _revisit_headers(earlier: Capture) -> dict[str, str]:
    return {
        "WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        "WARC-Refers-To-Target-URI": earlier.url,
        "WARC-Refers-To-Date": earlier.fetched_at,
    }


def _payload_headers(sent: Exchange) -> list[tuple[str, str]]:
    """Headers that fit the stored payload; what fitted the wire keeps another name."""
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in _WIRE else name, value)
        for name, value in _clean(sent.headers)
    ]
    return [*headers, ("Content-Length", str(len(sent.payload)))]


def _clean(headers: Headers) -> list[tuple[str, str]]:
    """Headers on one line each: a line break in a value would forge another header."""
    lines = ((" ".join(name.split()), " ".join(value.split())) for name, value in headers)
    return [(name, value) for name, value in lines if name and ":" not in name]


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"
