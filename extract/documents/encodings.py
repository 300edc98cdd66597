"""Bytes to text when the declaration is wrong, missing, or right.

What the bytes prove comes first (a byte order mark, valid UTF-8), what anybody declares
second, guessing last. windows-1258 writes tone marks as combining characters, so its text
is composed (NFC) when a document is made of it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

from extract.documents.legacy.misread import is_misread, reread
from extract.documents.legacy.proof import recognise

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
# What browsers do with these names (https://encoding.spec.whatwg.org/#names-and-labels).
_ALIASES = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252"}
_REPLACED = "\ufffd"
_UNREAD = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)|<[^<>]*+>|[\r\n]", re.IGNORECASE | re.DOTALL)
_VIETNAMESE = re.compile(
    "[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]|[aeiouyăâêôơư][\u0300\u0301\u0303\u0309\u0323]"
)
_ODD = re.compile("[\ufffd\u0080-\u009f¤¦§¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿×÷þÞ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a payload: its encoding, the characters lost, whether misreading was undone."""

    text: str
    encoding: str
    lost: int = 0
    repaired: bool = False


def decode(payload: bytes, declared: str | None = None) -> Decoded:
    """Decode ``payload``; never fails: what cannot be read becomes U+FFFD and is counted.

    ``declared`` is the charset of the transport (the HTTP header), which may be wrong. A
    declaration inside the document is found here.
    """
    for bom, encoding in _BOMS:
        if payload.startswith(bom):
            return _counted(payload.decode(encoding, "replace"), encoding.removesuffix("-sig"))
    wide = wide_encoding(payload[:_SAMPLE])
    if wide:
        return _counted(payload.decode(wide, "replace"), wide)
    try:
        return _reread(payload.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_legacy(payload, declared)


def _counted(text: str, encoding: str) -> Decoded:
    return Decoded(text.removeprefix("\ufeff"), encoding, text.count(_REPLACED))


def wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of markup and ASCII letters is zero."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _decode_legacy(payload: bytes, declared: str | None) -> Decoded:
    """Not UTF-8 throughout: damaged UTF-8, or one of the old code pages."""
    damaged = payload.decode("utf-8", "replace")
    lost = damaged.count(_REPLACED)
    marks = len(_VIETNAMESE.findall(damaged))
    if lost <= 3 + marks // 3 and (marks or lost <= len(payload) // 1000):
        return _counted(damaged, "utf-8")
    old = _decode_old(payload)
    if old is not None:
        return old
    best = max(
        (
            _counted(payload.decode(name, "replace"), name)
            for name in _candidates(payload, declared)
        ),
        key=lambda found: _plausibility(found.text[:_SAMPLE]),
    )
    return Decoded(best.text, best.encoding, best.lost)


def _decode_old(payload: bytes) -> Decoded | None:
    """Bytes of an encoding from before Unicode that no codec knows.

    VISCII is read here. TCVN3 and VNI are left in the characters of windows-1252: what they
    mean depends on the fonts that the document names.
    """
    code = recognise(_UNREAD.sub("\n", payload[:_SAMPLE].decode("latin-1")).split("\n"))
    if code is None or code.name == "windows1258":
        return None
    if code.name == "viscii":
        return _counted(code.read(payload.decode("latin-1")), code.name)
    return _counted(payload.decode("windows-1252", "replace"), "cp1252")


def _candidates(payload: bytes, declared: str | None) -> Iterator[str]:
    """Encodings to try: declared ones, windows-1258, and what charset-normalizer thinks."""
    meta = EncodingDetector.find_declared_encoding(payload[:4096], is_html=True)
    names = [declared, meta, "windows-1258"]
    guess = from_bytes(payload[: 1 << 14]).best()
    names.append(guess.encoding if guess else None)
    for name in names:
        known = _codec(name) if name else None
        if known:
            yield known
    yield "windows-1252"


def _codec(name: str) -> str | None:
    """The Python codec of a declared charset, or None when there is no such text codec."""
    label = name.strip().lower()
    try:
        info = codecs.lookup(_ALIASES.get(label, label))
    except (LookupError, ValueError):
        return None
    text_codec = getattr(info, "_is_text_encoding", True)
    return info.name if text_codec and info.name != "utf-8" else None


def _plausibility(text: str) -> int:
    """How much a text looks Vietnamese: letters with marks, minus signs nobody types."""
    return len(_VIETNAMESE.findall(text)) - 3 * len(_ODD.findall(text))


def _reread(text: str) -> Decoded:
    """UTF-8; what was read as Latin-1 before somebody wrote it as UTF-8 is repaired."""
    if is_misread(text):
        repaired = reread(text)
        return Decoded(repaired, "utf-8", repaired.count(_REPLACED), repaired=True)
    return Decoded(text, "utf-8", text.count(_REPLACED))
