"""What a payload is, told by its content and never by its name or by what a server says."""

from __future__ import annotations

import io
import re
import struct
import zlib
from zipfile import BadZipFile, ZipFile

from extract.documents import compound
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
_OPEN_DOCUMENTS = (ODS, ODT)
_OFFICE: tuple[tuple[str, str], ...] = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_OFFICE_LIST = "[content_types].xml"
_MAX_TYPE = 100
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(.)\x00..([\x20-\x7e]{1,255})", re.DOTALL)
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
    if payload.startswith(compound.MARK):
        names = compound.root_names(payload)
        return next((kind for name, kind in _OLE_STREAMS if name in names), OLE)
    if payload[:4] == b"RIFF" and payload[8:12] == b"WEBP":
        return "image/webp"
    for magic, kind in _MAGIC:
        if payload.startswith(magic):
            return kind
    if not payload.lstrip().startswith(b"<") and b"%PDF-" in payload[:1024]:
        return PDF
    return "application/octet-stream" if _is_binary(payload[:HEAD]) else None


def _zip_kind(payload: bytes) -> str:
    """What a ZIP is by the names in its directory; of a cut one, by those that are left.

    Office Open XML lists the types of its members in one of them (ECMA-376 part 2, 6.2.3);
    OpenDocument says its type in a member ``mimetype`` (part 2, 3.3). Files inside members
    say nothing: an archive of decisions is an archive.
    """
    names, said = _zip_names(payload)
    for kind in _OPEN_DOCUMENTS:
        if said.startswith(kind.encode()):
            return kind
    if _OFFICE_LIST in names:
        for folder, kind in _OFFICE:
            if any(name.startswith(folder) for name in names):
                return kind
    return ZIP


def _zip_names(payload: bytes) -> tuple[tuple[str, ...], bytes]:
    """The names of a ZIP's members in small letters, and what its ``mimetype`` says."""
    try:
        with ZipFile(io.BytesIO(payload)) as archive:
            names = tuple(n.replace("\\", "/").lstrip("/").lower() for n in archive.namelist())
            info = archive.NameToInfo.get("mimetype")
            said = archive.read(info) if info and info.file_size < _MAX_TYPE else b""
            return names, said
    except (BadZipFile, zlib.error, struct.error, ValueError, OSError, RuntimeError, EOFError):
        found = [(m[1][0], m[2]) for m in _LOCAL_NAME.finditer(payload)]
        names = tuple(name[:length].decode("ascii").lower() for length, name in found)
        return names, payload[38 : 38 + _MAX_TYPE] if names[:1] == ("mimetype",) else b""


def _is_binary(sample: bytes) -> bool:
    """Whether control characters abound, and it is not UTF-16 or markup with NULs in it."""
    controls = len(_CONTROL.findall(sample))
    if controls * 20 <= len(sample) or sample[:2] in _WIDE_MARKS:
        return False
    return wide_encoding(sample) is None and not HTML.search(sample.decode("latin-1"))
