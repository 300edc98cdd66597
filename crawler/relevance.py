"""Whether bytes or words speak of OCOP: what does not is not archived.

This knows how the programme is called and nothing else of what is written.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

_TEXT = ("text/", "application/xhtml", "application/xml", "application/json")

# "Mỗi xã một sản phẩm", "mỗi xã, phường một sản phẩm", also without its accents.
_NAME = re.compile(
    r"\bocop|m[oỗ]i (?:x[aã]|ph[uư][oờ]ng|l[aà]ng)\b[^.;:]{0,25}? m[oộ]t s[aả]n ph[aẩ]m"
)
_PARTS = re.compile(r"[-_+/.?=&]+")
_ALIKE = str.maketrans("осрОСР0", "ocpocpo")


def speaks_of_ocop(words: str) -> bool:
    """Whether a text names the programme, in any case, spelling or Unicode form."""
    folded = unicodedata.normalize("NFC", words).casefold().translate(_ALIKE)
    return _NAME.search(" ".join(folded.split())) is not None


def names_ocop(url: str) -> bool:
    """Whether an address names the programme: in a slug, words are parted by hyphens."""
    return speaks_of_ocop(_PARTS.sub(" ", unquote(url)))


def may_speak_of_ocop(payload: bytes, media_type: str) -> bool:
    """Whether a payload is worth keeping; what is no text (PDF, Office) always may be."""
    if not media_type.startswith(_TEXT):
        return True
    if b"ocop" in payload.lower():
        return True
    return speaks_of_ocop(html.unescape(payload.decode("utf-8", "replace")))
