"""WARC/1.1 records: made with warcio, one gzip member each. ``recorded.py`` reads them.

Source: ISO 28500:2017, https://iipc.github.io/warc-specifications/.
"""

from __future__ import annotations

import hashlib
import io
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from http import HTTPStatus

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.captures import MAX_URL, Capture

Headers = Sequence[tuple[str, str]]

_STANDARD = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

# warcio takes 9: twice the time for 1 % of the bytes.
_LEVEL = 6

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
class Told:
    """How a capture was met and what the portal said of it; every value may be empty.

    Attributes:
        source_id: The source that it was fetched for.
        via: The page that its address was met on.
        way: How: feed, sitemap, listing, search, tag, attachment.
        asked: The address that the ledger knows it by, when it is another (a redirect led
            from there, or it is the canonical one of several).
        title: As the portal gave it.
        published: EDTF, as the portal gave it.
    """

    source_id: str = ""
    via: str = ""
    way: str = ""
    asked: str = ""
    title: str = ""
    published: str = ""


# Names of warc-fields: ``via`` is the standard's (6.6), ``title`` and ``issued`` are Dublin
# Core's, the others our own.
FIELDS = {
    "source_id": "ocop-source",
    "via": "via",
    "way": "ocop-way",
    "asked": "ocop-asked",
    "title": "title",
    "published": "issued",
}
HTTP_FIELD = "http-"
"""Stands before the name of a header in the metadata record of an answer 304."""

assert set(FIELDS) == {one.name for one in fields(Told)}


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response as it will be archived.

    Attributes:
        url: Address, in ASCII.
        fetched_at: RFC 3339, UTC.
        status: HTTP status.
        headers: Of the response.
        payload: Decoded; empty for 304.
        refers_to: The earlier capture of the same payload at the same address, if any; for
            304 that of the payload which is not modified.
        request: What was asked.
        told: What a metadata record is to say.
        ip_address: The address that answered.
    """

    url: str
    fetched_at: str
    status: int
    headers: Headers
    payload: bytes
    refers_to: Capture | None = None
    request: Request | None = None
    told: Told | None = None
    ip_address: str = ""

    @property
    def not_modified(self) -> bool:
        """Whether the server said so, instead of sending the payload."""
        return self.status == HTTPStatus.NOT_MODIFIED and self.refers_to is not None


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
    """What goes before (request and metadata records, if any), and the response or revisit.

    The response is last: it commits the others. Whatever a killed writer leaves of them
    without it is no capture, and the last record of a whole file has an index line.
    """
    answer_id = _record_id("response", place, sent.url, sent.fetched_at)
    before = b""
    if sent.request is not None:
        before += _request(place, sent, sent.request, answer_id)
    if sent.told is not None or sent.not_modified:
        before += _metadata(place, sent, answer_id)
    extra = {"WARC-Record-ID": answer_id}
    if sent.ip_address:
        extra["WARC-IP-Address"] = sent.ip_address
    head = None
    if not sent.not_modified:
        head = StatusAndHeaders(
            _status_line(sent.status), _payload_headers(sent), protocol="HTTP/1.1"
        )
    kind, body, digest = "response", sent.payload, sha256(sent.payload)
    if sent.refers_to is not None:
        kind, body = "revisit", b""
        digest = sent.refers_to.digest
        extra |= _revisit_headers(sent, sent.refers_to)
    extra["WARC-Payload-Digest"] = digest
    return before, _record(kind, place, sent.url, sent.fetched_at, body, head=head, extra=extra)


def bare_media_type(value: str | None) -> str:
    """``text/html; charset=utf-8`` → ``text/html``; what is no type is octets."""
    bare = (value or "").partition(";")[0].strip().lower()
    kind, slash, name = bare.partition("/")
    plain = kind.isascii() and kind.isalnum() and name.isascii() and name.isprintable()
    if not (slash and plain and name and " " not in name):
        return "application/octet-stream"
    return bare


def _record_id(kind: str, place: Place, url: str, fetched_at: str) -> str:
    """Named, not random: the same captures in the same order give the same bytes."""
    name = f"{kind} {place.warc} {place.offset} {fetched_at} {url}"
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"


class _Writer(WARCWriter):  # type: ignore[misc]
    """warcio's, which gives metadata records a payload digest: they have no payload (clause 4)."""

    NO_PAYLOAD_DIGEST_TYPES = ("warcinfo", "metadata", "revisit")


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
    writer = _Writer(out, gzip=False, warc_version="1.1")
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
    return zlib.compress(out.getvalue(), _LEVEL, wbits=31)


def _request(place: Place, sent: Exchange, request: Request, answer_id: str) -> bytes:
    target = "/" + sent.url.partition("://")[2].partition("/")[2]
    headers = [pair for pair in _clean(request.headers) if pair[0].lower() not in _SECRET]
    head = StatusAndHeaders(f"{request.method} {target} HTTP/1.1", headers, is_http_request=True)
    extra = {"WARC-Concurrent-To": answer_id}
    return _record("request", place, sent.url, sent.fetched_at, b"", head=head, extra=extra)


def _metadata(place: Place, sent: Exchange, answer_id: str) -> bytes:
    """A metadata record in warc-fields; it ends where the response begins.

    It also keeps the headers of an answer 304, whose record has no block (6.7.3 allows it):
    replay tools would show the headers, an empty page, where the page did not change.
    """
    said = [(field, getattr(sent.told, name)) for name, field in FIELDS.items() if sent.told]
    if sent.not_modified:
        said += [(f"{HTTP_FIELD}{name}", value) for name, value in _clean(sent.headers)]
    lines = [f"{field}: {text}\r\n" for field, value in said if (text := _one_line(value))]
    body = "".join(lines).encode("utf-8", "replace")
    extra = {"WARC-Concurrent-To": answer_id}
    kind = "application/warc-fields"
    return _record(
        "metadata", place, sent.url, sent.fetched_at, body, content_type=kind, extra=extra
    )


def _revisit_headers(sent: Exchange, earlier: Capture) -> dict[str, str]:
    """Profiles of section 6.7; the digest of a payload that is not sent is 6.7.3's payload."""
    profile = "server-not-modified" if sent.not_modified else "identical-payload-digest"
    headers = {
        "WARC-Profile": f"http://netpreserve.org/warc/1.1/revisit/{profile}",
        "WARC-Refers-To-Target-URI": earlier.url,
        "WARC-Refers-To-Date": earlier.fetched_at,
    }
    return headers if sent.not_modified else headers | {"WARC-Truncated": "length"}


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


def _one_line(value: str) -> str:
    """Blanks collapsed, controls gone: a line break would forge another field."""
    plain = "".join(one if one.isprintable() or one.isspace() else "" for one in value)
    return " ".join(plain.split())[:MAX_URL]


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"
