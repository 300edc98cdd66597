"""Vietnamese as software of the time before Unicode wrote it, for tests.

Made from the published tables and not from the table of the reader: TCVN 5712:1993, the
marks of VNI for Windows, RFC 1456, and Python's codec of windows-1258.
"""

from __future__ import annotations

import unicodedata

_TCVN3_ROWS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
_VISCII_ROWS = (
    (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"),
    (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    (0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"),
)
_VISCII_LOW = {"Ẳ": 0x02, "Ẵ": 0x05, "Ẫ": 0x06, "Ỷ": 0x14, "Ỹ": 0x19, "Ỵ": 0x1E}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_VNI_MARKS = {
    "": dict(zip(_TONES, "øûõùï", strict=True)),
    "\u0302": dict(zip(("", *_TONES), "âàåãáä", strict=True)),
    "\u0306": dict(zip(("", *_TONES), "êèúüéë", strict=True)),
}
_VNI_WHOLE = dict(zip("đíìỉĩịỵ", "ñíìæóòî", strict=True))


def tcvn3(text: str) -> str:
    """TCVN3 as windows-1252 shows it; capitals with tones become small letters."""
    return _spelt(text, _rows(_TCVN3_ROWS), small=True)


def viscii(text: str) -> bytes:
    """The bytes of RFC 1456."""
    signs = _rows(_VISCII_ROWS) | {letter: chr(byte) for letter, byte in _VISCII_LOW.items()}
    return _spelt(text, signs).encode("latin-1")


def vni(text: str) -> str:
    """VNI for Windows as windows-1252 shows it."""
    return "".join(map(_vni, unicodedata.normalize("NFC", text)))


def windows_1258(text: str) -> bytes:
    """Letters composed as far as the code page has them, tones behind."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in apart if mark in _TONES)
            whole = unicodedata.normalize("NFC", apart.replace(tone, ""))
            out += (whole + tone).encode("cp1258")
    return bytes(out)


def _rows(rows: tuple[tuple[int, str], ...]) -> dict[str, str]:
    return {letter: chr(first + i) for first, row in rows for i, letter in enumerate(row)}


def _spelt(text: str, signs: dict[str, str], *, small: bool = False) -> str:
    composed = unicodedata.normalize("NFC", text)
    lower = {c: signs.get(c.lower(), c) for c in composed} if small else {}
    return "".join(signs.get(c, lower.get(c, c)) for c in composed)


def _vni(letter: str) -> str:
    low = letter.lower()
    if low in _VNI_WHOLE:
        sign = _VNI_WHOLE[low]
        return sign if letter == low else sign.upper()
    base, *marks = unicodedata.normalize("NFD", low)
    tone = next((mark for mark in marks if mark in _TONES), "")
    shape = next((mark for mark in marks if mark not in _TONES), "")
    if not marks or base not in "aeiouy":
        return letter
    if shape == "\u031b":
        written = {"o": "ô", "u": "ö"}[base] + (_VNI_MARKS[""][tone] if tone else "")
    else:
        written = base + _VNI_MARKS[shape][tone]
    return written if letter == low else written.upper()
