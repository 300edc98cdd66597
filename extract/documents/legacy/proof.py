"""The success test: old encodings are told by the syllables that they give.

A word in an old encoding ("nghÜa") is no Vietnamese syllable before its letters are
converted, and one afterwards. Proper text of any language does not get better: French and
German words become no syllables, Vietnamese ones cease to be some.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.documents.legacy.codes import Code, codes, public
from extract.text.syllables import is_syllable, share_of_syllables

MIN_WORDS = 3
"""Different words that must become syllables where no font speaks for the encoding."""

# Letters that Vietnamese has, and none of the old encodings as characters of their own.
UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9"
    "\u0300\u0301\u0303\u0309\u0323]"
)
# What stands in every text of some length in an old encoding, and hardly in proper Vietnamese.
_STRANGE = re.compile(
    "[\x80-\x9f¡-¬\xad®µ·¸¹»-¾Ä-ÇËÎÏÐÑÖ×ØÜÞßäåæçëîïðñöøûüþ\u0161\u0178\u017d\uf000-\uf0ff]"
)
_SIGNS_OF_D = ("®", "§", "ñ", "Ñ", "ð", "Ð", "\uf0ae", "\uf0a7", "\uf0f1", "\uf0d1")
_ASCII_WORD = re.compile(r"(?<![^\s(\"'])[A-Za-z]{2,12}(?![^\s).,;:\"'!?])")
_MOST = 40_000
"""Characters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Different words with signs of an encoding, by what conversion does to them.

    ``won`` become syllables, ``lost`` cease to be some, ``kept`` are some before and after,
    ``wild`` neither.
    """

    won: int = 0
    lost: int = 0
    kept: int = 0
    wild: int = 0

    @property
    def proves(self) -> bool:
        """Whether this is proof enough without the name of a font."""
        spoilt = self.lost + self.wild
        good = self.won + self.kept
        return self.won >= MIN_WORDS and self.won >= self.kept * 0.4 and good >= 6 * spoilt

    @property
    def denies(self) -> bool:
        """Whether the text speaks against the encoding that its font names."""
        return self.lost > self.won

    @property
    def doubts(self) -> bool:
        """Whether a line speaks against the encoding of the text around it."""
        return self.lost + self.wild > self.won + self.kept


def may_be_legacy(text: str) -> bool:
    """The cheap test before all others: whether ``text`` has a sign of an old encoding."""
    return not text.isascii() and _STRANGE.search(text) is not None


def has_sign_of_d(text: str) -> bool:
    """The cheapest test, for long texts: whether there is a sign that stands for đ or Đ.

    No Vietnamese text of some length is without them, and few others have these signs.
    """
    return any(sign in text for sign in _SIGNS_OF_D)


def recognise(lines: Iterable[str]) -> Code | None:
    """The old encoding that the text of ``lines`` proves to be in, or None.

    Lines with letters that only Unicode has (ạ, ư, đ …) are left aside: a page may hold
    both. What is no syllable in ASCII either is no Vietnamese.
    """
    text = "\n".join(line for line in lines if not UNICODE.search(line))[:_MOST]
    if not may_be_legacy(text) or not _sounds_vietnamese(text):
        return None
    text = public(text)
    found = [(evidence_for(code, text), code) for code in codes()]
    proved = [(e.won + e.kept - e.wild - e.lost, e.won, c) for e, c in found if e.proves]
    best = max(proved, key=lambda one: one[:2], default=None)
    return best[2] if best else None


def evidence_for(code: Code, text: str) -> Evidence:
    """How the words of ``text`` (without private characters) fare under ``code``."""
    counts = {(False, True): 0, (True, False): 0, (True, True): 0, (False, False): 0}
    for word in set(code.word.findall(text)):
        if len(word) == 1 or (word.isascii() and word.isalpha()):
            continue
        read = code.read(word)
        if not read.isupper() or is_syllable(read):  # QĐ, VPĐP are no syllables either
            counts[is_syllable(word), is_syllable(read)] += 1
    return Evidence(
        won=counts[False, True],
        lost=counts[True, False],
        kept=counts[True, True],
        wild=counts[False, False],
    )


def _sounds_vietnamese(text: str) -> bool:
    """Half of the plain words of a Vietnamese text are syllables; of others far fewer."""
    return share_of_syllables(" ".join(_ASCII_WORD.findall(text))) >= 0.5
