"""The old encodings: which characters stand for which Vietnamese letter.

``letters.csv`` has a row for each of the 134 letters outside of ASCII and, as hexadecimal
bytes, how each encoding writes it:

- **tcvn3**: TCVN 5712:1993, the set VN3 of the ABC fonts (``.VnTime``): 74 letters, one byte
  each. Capitals with a tone mark have no byte: they are small letters in a font of capitals
  (``.VnTimeH``).
- **vni**: VNI for Windows: a vowel and a mark behind it, of one byte each.
- **viscii**: RFC 1456, all letters in one byte, six of them among the control characters.
- **windows-1258**: Microsoft's code page: letters, and tone marks as bytes behind them.

Text in them mostly comes to us as characters of windows-1252 or Latin-1 ("ViÖt Nam"), or
in the private use area (U+F000 and the byte), where symbol fonts have their characters.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

_TABLE = Path(__file__).with_name("letters.csv")
_PRIVATE = {0xF000 + byte: chr(byte) for byte in range(0x100)}
_LOOK_ALIKES = {"\xb5": "\u03bc", "\xb7": "\u2219"}
"""What software writes for micro sign and middle dot, which look the same."""


@dataclass(frozen=True, slots=True)
class Code:
    """An old encoding: ``letters`` by the characters that stand for them."""

    name: str
    letters: Mapping[str, str]
    word: re.Pattern[str]
    _written: re.Pattern[str]

    @property
    def signs(self) -> frozenset[str]:
        """Characters outside of ASCII that this encoding uses for letters and marks."""
        return frozenset(sign for key in self.letters for sign in key if not sign.isascii())

    def read(self, text: str) -> str:
        """``text`` with the letters that are meant; what means none stays as it is."""
        return self._written.sub(self._letter, public(text))

    def _letter(self, match: re.Match[str]) -> str:
        written = match.group()
        letter = self.letters.get(written)
        if letter is None:  # a letter, and behind it a mark that it cannot bear
            return "".join(self.letters.get(sign, sign) for sign in written)
        return letter


def public(text: str) -> str:
    """``text`` with characters of symbol fonts (U+F0B8) as those they stand for (U+00B8)."""
    return text.translate(_PRIVATE)


@cache
def codes() -> tuple[Code, ...]:
    """All old encodings that are read here."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name != "letter"]
    return tuple(_code(name, rows) for name in names)


def code_named(name: str) -> Code:
    """The encoding of this name; KeyError for another."""
    return {code.name: code for code in codes()}[name]


def _code(name: str, rows: list[dict[str, str]]) -> Code:
    letters: dict[str, str] = {}
    for row in rows:
        for written in _spellings(bytes.fromhex(row[name])):
            letters[written] = row["letter"]
    for written in [key for key in letters if len(key) == 2]:
        # A mark of the other case is a slip of typists, unless it is another mark.
        letters.setdefault(written[0] + written[1].swapcase(), letters[written])
    signs = _class(sign for key in letters for sign in key if not sign.isascii() or sign < " ")
    marks = _class(key[1] for key in letters if len(key) == 2)
    bases = _class(key[0] for key in letters)
    pairs = f"{bases}{marks}?" if marks else bases
    return Code(name, letters, re.compile(rf"(?:[^\W\d_]|{signs})+"), re.compile(pairs))


def _spellings(written: bytes) -> list[str]:
    """The characters that ``written`` becomes in Latin-1, in windows-1252, by look-alikes."""
    choices: list[set[str]] = []
    for byte in written:
        sign = chr(byte)
        windows = bytes([byte]).decode("cp1252", "ignore") or sign
        choices.append({sign, windows, _LOOK_ALIKES.get(sign, sign)})
    return ["".join(signs) for signs in product(*choices)] if written else []


def _class(signs: Iterable[str]) -> str:
    """A character class of a pattern, or nothing where there are no signs."""
    listed = "".join(sorted(map(re.escape, set(signs))))
    return f"[{listed}]" if listed else ""
