"""What bytes are, whatever their server calls them.

Signatures: PDF, ISO 32000-2 §7.5.2 (readers accept the header within the first 1,024
bytes); ZIP, APPNOTE 6.3.10 §4.3; Compound File, MS-CFB §2.2; the others after the IANA
registrations of their media types.
"""

from __future__ import annotations

import re

HTML = "text/html"
PDF = "application/pdf"
ZIP = "application/zip"
XML = "application/xml"
GZIP = "application/gzip"
UNKNOWN = ""

_MAGIC = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", GZIP),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_COMPRESSED = frozenset((GZIP, "application/zstd"))
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROLOGUE = re.compile(
    rb"(?:\s{1,1000}|<\?xml(?P<xml>)[^>]{0,300}>|<!--.{0,1000}?-->){1,20}",
    re.DOTALL | re.IGNORECASE,
)
_PAGE = re.compile(
    rb"<(?:!doctype\s{1,9}html|html|head|body|title|meta|link|script|style|div|table|h1|p|center|"
    rb"frameset)\b",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex)\b", re.IGNORECASE)
_JSON = re.compile(rb"[{\[]\s{0,99}[\"{\[\]}]")
_HEAD = 1024

# Several names of one kind of bytes. What is not here is taken as it is called.
_ALIKE = {
    "application/xhtml+xml": HTML,
    "text/xml": XML,
    "application/rss+xml": XML,
    "application/atom+xml": XML,
    "application/rdf+xml": XML,
    "application/x-pdf": PDF,
    "application/x-zip-compressed": ZIP,
    "application/x-gzip": GZIP,
    "application/x-rar-compressed": "application/vnd.rar",
    "application/x-rar": "application/vnd.rar",
    "text/rtf": "application/rtf",
    "application/msword": "application/x-ole-storage",
    "application/vnd.ms-excel": "application/x-ole-storage",
    "application/vnd.ms-powerpoint": "application/x-ole-storage",
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
}
_UNNAMED = ("octet-stream", "download", "x-download", "force-download", "unknown")
_SAYS_NOTHING = frozenset(
    ("", "text/plain", "binary/octet-stream", *(f"application/{one}" for one in _UNNAMED))
)
_TEXTUAL = bytes(one for one in range(256) if one >= 0x20 or one in b"\t\n\r\f")
_MISREAD = 20
"""So many lost characters are needed to say that a page is not in the encoding that it names."""


def media_type(payload: bytes) -> str:
    """The media type of bytes, or empty when they do not tell.

    Office files are ZIP or Compound File: their kind is not told apart here.
    """
    head = payload[:_HEAD]
    if b"%PDF-" in head and not head.lstrip().startswith(b"<"):
        return PDF
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return _text_type(head)


def _text_type(head: bytes) -> str:
    """The type of what begins like text, whatever its byte order mark and its comments."""
    for bom in _BOMS:
        head = head.removeprefix(bom)
    if b"\0" in head[:2]:  # UTF-16, of which markup is every other byte
        head = head.replace(b"\0", b"")
    prologue = _PROLOGUE.match(head)
    rest = head[prologue.end() :] if prologue else head
    if _PAGE.match(rest):
        return HTML
    if _FEED.match(rest) or (prologue and prologue["xml"] is not None):
        return XML
    return "application/json" if _JSON.match(rest) else UNKNOWN


def differs(declared: str, found: str) -> bool:
    """Whether bytes are of another type than their server says.

    A type that says nothing (``application/octet-stream``) contradicts nothing; an Office
    type fits the container that its files are.
    """
    if not found or declared in _SAYS_NOTHING:
        return False
    if declared.startswith("application/vnd.") and found in (ZIP, "application/x-ole-storage"):
        return False
    if found == HTML and declared == XML:
        return True
    return _ALIKE.get(declared, declared) != _ALIKE.get(found, found)


def is_compressed(found: str) -> bool:
    """Whether the bytes are a stream that a server should have declared as an encoding."""
    return found in _COMPRESSED


def is_cut(payload: bytes, found: str) -> bool:
    """Whether a PDF or ZIP has no end: its reader begins there (``%%EOF``, end record)."""
    if found == PDF:
        return b"%%EOF" not in payload
    return found == ZIP and b"PK\x05\x06" not in payload


def is_noise(payload: bytes, text: str) -> bool:
    """Whether bytes that are called text read as none: control bytes, lost characters."""
    sample = payload[:4096]
    controls = len(sample.translate(None, _TEXTUAL)) if b"\0" not in sample[:4] else 0
    lost = text[:4096].count("\ufffd")
    return controls * 20 > len(sample) or lost * 10 > len(text[:4096])


def is_misread(text: str) -> bool:
    """Whether most letters beyond ASCII were lost: the page is in another encoding than said.

    Single bad bytes in a page are none of this.
    """
    lost = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return lost >= _MISREAD and lost * 2 > beyond
