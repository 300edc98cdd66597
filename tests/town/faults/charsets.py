"""Letters in other bytes than headers and pages say."""

from __future__ import annotations

import re
import unicodedata

from town.faults.fault import Fault, Ordinary, unpacked
from town.wire import Answer, Request

_META = re.compile(r'<meta charset="[^"]*">')


class Letters(Fault):
    """The page with its letters in other bytes. Subclasses say in which, and what is said.

    ``header`` and ``meta`` are the charsets that are named, or empty.
    """

    header = "utf-8"
    meta = "utf-8"

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page in other bytes."""
        answer = unpacked(ordinary())
        if "html" not in answer.kind:
            return answer
        named = f'<meta charset="{self.meta}">' if self.meta else ""
        text = _META.sub(named, answer.body.decode(), count=1)
        kind = f"text/html; charset={self.header}" if self.header else "text/html"
        return answer.but(body=self.encoded(text), kind=kind, etag="")

    def encoded(self, text: str) -> bytes:
        """The letters as bytes."""
        return text.encode()


class WrongHeader(Letters):
    """The header says windows-1252, bytes and meta UTF-8: the letters must come out right."""

    header = "windows-1252"


class NoCharset(Letters):
    """Neither header nor page name a charset, bytes are UTF-8: must come out right."""

    header = meta = ""


class ContradictingCharsets(Letters):
    """The header says ISO-8859-1, meta windows-1258, bytes are UTF-8: must come out right."""

    header, meta = "iso-8859-1", "windows-1258"


class UnknownCharset(Letters):
    """A charset that does not exist (``utf8mb4``): must come out right."""

    header = meta = "utf8mb4"


class Windows1258(Letters):
    """Bytes in windows-1258 and so said: must come out right, in NFC."""

    header = meta = "windows-1258"

    def encoded(self, text: str) -> bytes:
        """Base letters that the code page has, tones as combining marks."""
        return b"".join(map(_windows_1258, text))


class UnsaidWindows1258(Windows1258):
    """Bytes in windows-1258, UTF-8 said everywhere: unreadable, must be told, not guessed."""

    header = meta = "utf-8"


class Utf16(Letters):
    """UTF-16 with its mark and the header saying so: must come out right."""

    header, meta = "utf-16", "utf-16"

    def encoded(self, text: str) -> bytes:
        """Two bytes a letter, mark first."""
        return text.encode("utf-16")


class Mojibake(Letters):
    """UTF-8 read as windows-1252 and written as UTF-8 again: a known damage."""

    def encoded(self, text: str) -> bytes:
        """Twice encoded."""
        return text.encode().decode("latin-1").encode()


class Decomposed(Letters):
    """UTF-8 in NFD: must come out in NFC."""

    def encoded(self, text: str) -> bytes:
        """Marks behind letters."""
        return unicodedata.normalize("NFD", text).encode()


class BadBytes(Letters):
    """Single bytes in UTF-8 that are none: the rest of the page must come out right."""

    def encoded(self, text: str) -> bytes:
        """A wrong byte after each paragraph."""
        return text.encode().replace(b"</p>", b"\xff</p>")


class Nuls(Letters):
    """NUL bytes between words: the text must come out right."""

    def encoded(self, text: str) -> bytes:
        """A NUL after every blank of a paragraph."""
        return re.sub(rb"(?<=<p>)[^<]+", lambda one: one[0].replace(b" ", b" \x00"), text.encode())


class ByteOrderMark(Letters):
    """The mark of UTF-8 before the doctype, header and meta saying ISO-8859-1: the mark wins."""

    header = meta = "iso-8859-1"

    def encoded(self, text: str) -> bytes:
        """Mark first (Encoding Standard: the BOM is more than any label)."""
        return text.encode("utf-8-sig")


class NoKind(Letters):
    """No Content-Type at all: must come out right."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page without the header."""
        return unpacked(ordinary()).but(kind="", etag="")


class WrongKind(Letters):
    """A page as ``application/octet-stream``: it is looked at, not believed."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page under another name."""
        return unpacked(ordinary()).but(kind="application/octet-stream", etag="")


def _windows_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        tones = [one for one in marks if one in "\u0300\u0301\u0303\u0309\u0323"]
        shape = [one for one in marks if one not in tones]
        whole = unicodedata.normalize("NFC", base + "".join(shape)) + "".join(tones)
        return whole.encode("cp1258", "xmlcharrefreplace")
