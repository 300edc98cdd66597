"""Any payload to a document: what it is, is told by its content, never by its name."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.documents.encodings import Decoded, decode, wide_encoding
from extract.documents.html import from_html
from extract.documents.plain import UNKNOWN_SOURCE, complete_source, from_text
from extract.model import Document, Issue, SourceInfo

MAX_BYTES = 20 * 1024 * 1024

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_OFFICE: tuple[tuple[bytes, str], ...] = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_HEAD = 1 << 16
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|tr|span|article|section|h[1-6]|ul|ol|br|meta|"
    r"title|script|font|center|b|strong|a)(?=[\s>/])",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<\?xml|\s*<(?:rss|feed|urlset|sitemapindex)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ADVICE: tuple[tuple[str, str], ...] = (
    ("pdf", "Read its text with a PDF reader and load that."),
    ("officedocument", "Open it in an office program, save it as HTML, and load that."),
    ("image", "It is a picture: load the page that shows it, or its text read by OCR."),
    ("xml", "It is a feed or a sitemap: give its addresses to the crawler."),
    ("zip", "Unpack it and load the documents in it."),
    ("rar", "Unpack it and load the documents in it."),
)
_OTHER_ADVICE = "Convert it to HTML or plain text and load that."


def load(
    payload: bytes,
    *,
    document_id: str,
    url: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    source: SourceInfo = UNKNOWN_SOURCE,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read a payload as HTML or plain text, whatever ``media_type`` claims.

    Anything else (PDF, Office, pictures, archives) gives a document without text and an
    issue ``unsupported_format``; more than ``max_bytes`` an issue ``too_large``: nothing
    is read in part. ``charset`` is the transport's declaration, which may be wrong.
    """
    where = url or document_id
    if len(payload) > max_bytes:
        issue = _too_large(len(payload), max_bytes, document_id, where)
        return _unread(document_id, url, source, media_type or "unknown", issue)
    kind = sniff(payload)
    if kind is not None:
        issue = _unsupported(kind, media_type, document_id, where)
        return _unread(document_id, url, source, kind, issue)
    decoded = decode(payload, charset)
    head = decoded.text[:_HEAD]
    if _XML.match(head) and not _PAGE.search(head):
        issue = _unsupported("application/xml", media_type, document_id, where)
        return _unread(document_id, url, source, "application/xml", issue)
    document = _read(decoded, document_id, url, source, markup=bool(_HTML.search(head)))
    issues = (*document.issues, *_decoding_issues(decoded, document_id, where))
    return replace(document, encoding=decoded.encoding, issues=issues)


def sniff(payload: bytes) -> str | None:
    """The media type of a binary format by its first bytes; None for text of any kind."""
    if payload.startswith(b"PK\x03\x04"):
        names = payload[:_HEAD]
        return next((kind for name, kind in _OFFICE if name in names), "application/zip")
    if payload[:4] == b"RIFF" and payload[8:12] == b"WEBP":
        return "image/webp"
    for magic, kind in _MAGIC:
        if payload.startswith(magic):
            return kind
    if not payload.lstrip().startswith(b"<") and b"%PDF-" in payload[:1024]:
        return "application/pdf"
    return "application/octet-stream" if _is_binary(payload[:_HEAD]) else None


def _is_binary(sample: bytes) -> bool:
    """Whether control characters abound, and it is not UTF-16 or markup with NULs in it."""
    controls = len(_CONTROL.findall(sample))
    if controls * 20 <= len(sample) or sample[:2] in _WIDE_MARKS:
        return False
    return wide_encoding(sample) is None and not _HTML.search(sample.decode("latin-1"))


def _read(
    decoded: Decoded, document_id: str, url: str | None, source: SourceInfo, *, markup: bool
) -> Document:
    if markup:
        return from_html(decoded.text, document_id=document_id, url=url, publisher=source)
    return from_text(decoded.text, document_id=document_id, url=url, source=source)


def _unread(
    document_id: str, url: str | None, source: SourceInfo, media_type: str, issue: Issue
) -> Document:
    return Document(
        id=document_id,
        text="",
        source=complete_source(source, url, []),
        url=url,
        encoding="",
        media_type=media_type,
        issues=(issue,),
    )


def _too_large(size: int, limit: int, document_id: str, where: str) -> Issue:
    return Issue(
        code="too_large",
        message=f"The payload has {size:,} bytes; at most {limit:,} are read. Nothing was read.",
        where=where,
        advice="Raise max_bytes if the document is genuine.",
        document_id=document_id,
    )


def _unsupported(kind: str, claimed: str | None, document_id: str, where: str) -> Issue:
    said = f" (the server said {claimed})" if claimed and claimed.split(";")[0] != kind else ""
    advice = next((text for part, text in _ADVICE if part in kind), _OTHER_ADVICE)
    return Issue(
        code="unsupported_format",
        message=f"The payload is {kind}{said}, which is not read here.",
        where=where,
        advice=advice,
        document_id=document_id,
    )


def _decoding_issues(decoded: Decoded, document_id: str, where: str) -> list[Issue]:
    issues: list[Issue] = []
    if decoded.lost:
        issues.append(
            Issue(
                code="undecodable_bytes",
                message=f"{decoded.lost} characters could not be read as {decoded.encoding}.",
                where=where,
                advice="Compare numbers and names with the page; fetch it again if it is cut.",
                document_id=document_id,
            )
        )
    if decoded.repaired:
        issues.append(
            Issue(
                code="repaired_encoding",
                message="UTF-8 that had been read as Latin-1 was repaired.",
                where=where,
                advice="Prefer the original page to this copy.",
                document_id=document_id,
            )
        )
    return issues
