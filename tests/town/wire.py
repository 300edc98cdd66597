"""HTTP/1.1 as bytes: what is asked, what is answered (RFC 9110, RFC 9112)."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

HTML = "text/html; charset=utf-8"
XML = "text/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked. Names of ``headers`` are in small letters; ``host`` has no port."""

    method: str
    target: str
    host: str
    headers: dict[str, str]
    body: bytes = b""
    secure: bool = False
    old: bool = False  # HTTP/1.0

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        """First value of each parameter."""
        parts = parse_qs(urlsplit(self.target).query, keep_blank_values=True)
        return {name: values[0] for name, values in parts.items()}

    @property
    def form(self) -> dict[str, str]:
        """First value of each field of a posted form."""
        parts = parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[0] for name, values in parts.items()}

    @property
    def keeps_alive(self) -> bool:
        """Whether the client wants to ask more on this connection."""
        wish = self.headers.get("connection", "").lower()
        return wish == "keep-alive" if self.old else wish != "close"

    @classmethod
    def read(cls, head: bytes, *, secure: bool) -> Request:
        """A request from its head; ``ValueError`` when it is none."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, version = first.split(" ")
        headers = {}
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon:
                raise ValueError(f"no header: {line!r}")
            headers[name.lower()] = value.strip()
        if target.startswith(("http://", "https://")):
            parts = urlsplit(target)
            target = parts.path + (f"?{parts.query}" if parts.query else "")
        host = headers.get("host", "").rpartition("@")[2].partition(":")[0].lower()
        return cls(method, target, host, headers, secure=secure, old=version == "HTTP/1.0")


@dataclass(frozen=True)
class Answer:
    """What is answered.

    ``modified`` and ``etag`` are its validators, or None and empty; ``about`` is the key of
    the story that it tells (``host/number``, for a file with ``#name``), for the log.
    """

    body: bytes = b""
    status: int = 200
    kind: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    modified: datetime | None = None
    etag: str = ""
    about: str = ""
    _ready: dict[bool, bytes] = field(default_factory=dict, compare=False, repr=False)

    def with_headers(self, *headers: tuple[str, str]) -> Answer:
        """The same with more headers."""
        return self.but(headers=self.headers + headers)

    def but(self, **changes: object) -> Answer:
        """The same, changed."""
        return replace(self, **changes, _ready={})  # type: ignore[arg-type]

    def with_validators(self) -> Answer:
        """The same with an entity tag made from its bytes."""
        return self.but(etag=f'"{hashlib.sha1(self.body).hexdigest()[:20]}"')

    def packed(self) -> Answer:
        """The same, gzipped (without a time, so that equal pages are equal bytes)."""
        body = gzip.compress(self.body, 6, mtime=0)
        return self.but(body=body).with_headers(
            ("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")
        )

    def is_known_to(self, request: Request) -> bool:
        """Whether the client holds this already (RFC 9110 section 13.2.2)."""
        if self.status != HTTPStatus.OK or request.method not in ("GET", "HEAD"):
            return False
        if (tags := request.headers.get("if-none-match")) is not None:
            return bool(self.etag) and (tags.strip() == "*" or self.etag in _tags(tags))
        since = request.headers.get("if-modified-since")
        if since is None or self.modified is None:
            return False
        try:
            return self.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False

    def not_modified(self) -> Answer:
        """The 304 that stands for this (RFC 9110 section 15.4.5)."""
        return self.but(status=304, body=b"")

    def head(self, *, keep: bool = True, length: int | None = None, date: str = "") -> bytes:
        """Status line and headers; ``length`` other than that of the body is a lie."""
        lines = [f"HTTP/1.1 {self.status} {_phrase(self.status)}"]
        named = {name.lower() for name, _ in self.headers}
        if date:
            lines.append(f"Date: {date}")
        if self.kind and self.body:
            lines.append(f"Content-Type: {self.kind}")
        if self.modified is not None:
            when = format_datetime(self.modified.astimezone(UTC), usegmt=True)
            lines.append(f"Last-Modified: {when}")
        if self.etag:
            lines.append(f"ETag: {self.etag}")
        lines += [f"{name}: {value}" for name, value in self.headers]
        if not named & {"transfer-encoding", "content-length"} and self.status != 304:
            lines.append(f"Content-Length: {len(self.body) if length is None else length}")
        if not keep:
            lines.append("Connection: close")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def bytes(self, *, keep: bool, date: str) -> bytes:
        """All of it, as it goes over the wire; made once."""
        if keep not in self._ready:
            self._ready[keep] = self.head(keep=keep, date=date) + self.body
        return self._ready[keep]


def page(text: str, modified: datetime | None = None, **more: object) -> Answer:
    """An HTML page in UTF-8."""
    return Answer(text.encode(), modified=modified).but(**more)


def see(location: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(status=status, headers=(("Location", location),))


def _tags(header: str) -> set[str]:
    return {one.strip().removeprefix("W/") for one in header.split(",")}


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
