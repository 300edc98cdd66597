"""Vietnamese as software of the time before Unicode wrote it, for tests.

Made from the published tables and not from the table of the reader: TCVN 5712:1993 and VNI
for Windows (as the test papers have them), RFC 1456, and Python's codec of windows-1258.
"""

from __future__ import annotations

import re
import unicodedata

from papers.render import encodings

_VISCII_ROWS = (
    (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"),
    (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    (0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"),
)
_VISCII_LOW = {"Ẳ": 0x02, "Ẵ": 0x05, "Ẫ": 0x06, "Ỷ": 0x14, "Ỹ": 0x19, "Ỵ": 0x1E}
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def tcvn3(text: str) -> str:
    """TCVN3 as windows-1252 shows it; capitals with tones become small letters."""
    table = encodings.TCVN3
    composed = unicodedata.normalize("NFC", text)
    return "".join(table.get(c, table.get(c.lower(), c)) for c in composed)


def vni(text: str) -> str:
    """VNI for Windows as windows-1252 shows it."""
    return "".join(piece for piece, _ in encodings.vni(text))


def viscii(text: str) -> bytes:
    """The bytes of RFC 1456."""
    table = {
        letter: chr(first + i) for first, row in _VISCII_ROWS for i, letter in enumerate(row)
    } | {letter: chr(byte) for letter, byte in _VISCII_LOW.items()}
    composed = unicodedata.normalize("NFC", text)
    return "".join(table.get(c, c) for c in composed).encode("latin-1")


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


def cut_up(text: str) -> str:
    """Gaps before and behind accented letters, as fallback fonts leave them; codes too."""
    gaps = re.sub(
        r"(?<=[Ạ-ỹ])(?=[^\W\d_])|(?<=[A-Za-zĐđ])(?=[ạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờợụủứừựỳỷ])", " ", text
    )
    return gaps.replace("/QĐ-", "/Q Đ-")
