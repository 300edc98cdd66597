"""What a payload is, told by its content and never by its name or by what a server says."""

from __future__ import annotations

import re

from extract.documents.encodings import wide_encoding

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
OLE = "application/x-ole-storage"
RTF = "application/rtf"
ZIP = "application/zip"

HEAD = 1 << 16
"""Bytes at the beginning that tell what a payload is."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"{\\rtf", RTF),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_OFFICE: tuple[tuple[bytes, str], ...] = (
    (b"mimetype" + ODS.encode(), ODS),
    (b"mimetype" + ODT.encode(), ODT),
    (b"word/", DOCX),
    (b"xl/", XLSX),
    (b"ppt/", PPTX),
)
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in a compound file stand in UTF-16 ([MS-CFB] 2.6.1).
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|tr|span|article|section|h[1-6]|ul|ol|br|meta|"
    r"title|script|font|center|b|strong|a)(?=[\s>/])",
    re.IGNORECASE,
)


def sniff(payload: bytes) -> str | None:
    """The media type of a binary format; None for text of any kind."""
    if payload.startswith(b"PK\x03\x04"):
        return _zip_kind(payload)
    if payload.startswith(_OLE_MARK):
        names = ((name.encode("utf-16-le"), kind) for name, kind in _OLE_STREAMS)
        return next((kind for name, kind in names if name in payload), OLE)
    if payload[:4] == b"RIFF" and payload[8:12] == b"WEBP":
        return "image/webp"
    for magic, kind in _MAGIC:
        if payload.startswith(magic):
            return kind
    if not payload.lstrip().startswith(b"<") and b"%PDF-" in payload[:1024]:
        return PDF
    return "application/octet-stream" if _is_binary(payload[:HEAD]) else None


def _zip_kind(payload: bytes) -> str:
    """What a ZIP is by the names of its first members, else by those of its directory."""
    for names in (payload[:HEAD], payload[-HEAD:]):
        for name, kind in _OFFICE:
            if name in names:
                return kind
    return ZIP


def _is_binary(sample: bytes) -> bool:
    """Whether control characters abound, and it is not UTF-16 or markup with NULs in it."""
    controls = len(_CONTROL.findall(sample))
    if controls * 20 <= len(sample) or sample[:2] in _WIDE_MARKS:
        return False
    return wide_encoding(sample) is None and not HTML.search(sample.decode("latin-1"))
