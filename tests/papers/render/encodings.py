"""The encodings that Vietnamese papers had before Unicode, written as old Word files hold them.

Tables: TCVN 5712:1993 (VN3, fonts ".Vn…") and VNI for Windows (fonts "VNI-…"). Both put
Vietnamese letters on the places of Western ones, so a program without the font shows
"CéNG HßA X· HéI". Fonts whose names end in H (.VnTimeH) draw capitals for small letters:
capitals with tones exist only there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

Encoder: TypeAlias = Callable[[str], "list[tuple[str, str]]"]
"""A text to pieces: characters as the file holds them, and their font."""

_VN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = {
    letter: chr(start + at) for start, letters in _VN3.items() for at, letter in enumerate(letters)
}
_PLAIN = {letter for letter in TCVN3 if letter.isupper()}

_TONES = "\u0301\u0300\u0309\u0303\u0323"  # acute, grave, hook, tilde, dot below
_VNI_TONES = {
    "": "ùøûõï",
    "\u0306": "éèúüë",  # on ă, which is "aê" alone
    "\u0302": "áàåãä",  # on â, ê, ô, which are "aâ", "eâ", "oâ" alone
    "\u031b": "ùøûõï",  # on ơ, ư, which are "ô", "ö" alone
}
_VNI_ALONE = {"ă": "aê", "â": "aâ", "ê": "eâ", "ô": "oâ", "ơ": "ô", "ư": "ö", "đ": "ñ"}
_VNI_I = dict(zip("íìỉĩị", "íìæóò", strict=True)) | {"ỵ": "î"}


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    coded = _VNI_ALONE.get(small) or _VNI_I.get(small) or _vni_toned(small)
    return coded.upper() if letter.isupper() else coded


def _vni_toned(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    shape = next((mark for mark in marks if mark not in _TONES), "")
    if not tone:
        return letter
    start = {"\u031b": {"o": "ô", "u": "ö"}}.get(shape, {}).get(base, base)
    return start + _VNI_TONES[shape][_TONES.index(tone)]


def vni(text: str) -> list[tuple[str, str]]:
    """``text`` as a file in VNI-Times holds it."""
    return [("".join(map(_vni_letter, unicodedata.normalize("NFC", text))), "VNI-Times")]


def tcvn3(text: str) -> list[tuple[str, str]]:
    """``text`` as a file in .VnTime holds it; toned capitals are in .VnTimeH.

    Lines all in capitals are in .VnTimeH as a whole, as typists set heads.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isupper():
        return [("".join(map(_capital, text)), ".VnTimeH")]
    return [
        ("".join(_capital(c) if high else TCVN3.get(c, c) for c in group), font)
        for high, group in groupby(text, key=_needs_capitals)
        for font in (".VnTimeH" if high else ".VnTime",)
    ]


def _needs_capitals(letter: str) -> bool:
    return letter.isupper() and letter not in _PLAIN and letter.lower() in TCVN3


def _capital(letter: str) -> str:
    """In a font of capitals: plain capitals as they are, toned ones by their small letter."""
    if letter in TCVN3:
        return TCVN3[letter]
    return TCVN3.get(letter.lower(), letter)


def unicode_in(font: str) -> Encoder:
    """No old encoding: everything in one font."""

    def encode(text: str) -> list[tuple[str, str]]:
        return [(text, font)]

    return encode


def letters() -> Iterator[str]:
    """All letters of Vietnamese with marks, small and capital."""
    for base in "aăâeêioôơuưy":
        for tone in ("", *_TONES):
            letter = unicodedata.normalize("NFC", base + tone)
            yield from (letter, letter.upper())
    yield from "đĐ"
