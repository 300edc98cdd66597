"""The same text written or copied in another way: a reader would still read the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from extract.text.normalise import strip_marks
from metamorphic.variant import Variant, lots
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import unlabelled

SHARE = 0.02
"""Share of syllables that noise spoils, each in one of two ways."""

_SYLLABLE = re.compile(r"[^\W\d_]+")
_GLUE = re.compile(r"(?<=\d) (?=(?:sản phẩm|SP|sao|chủ thể|xã|huyện)\b)")
_LOOK_ALIKES = str.maketrans({"l": "1", "o": "0", "O": "0"})


def decomposed(document: GoldDocument) -> Variant:
    """Letters and their marks as characters of their own (NFD), as some systems save them."""
    return _with(document, unicodedata.normalize("NFD", document.text), document.title)


def upper_case(document: GoldDocument) -> Variant:
    """All in capitals, as some offices write their notices."""
    return _with(document, document.text.upper(), document.title.upper())


def bare_headline(document: GoldDocument) -> Variant:
    """The headline without diacritics, as some portals print it."""
    bare = _bare(document.title)
    return _with(document, document.text.replace(document.title, bare, 1), bare)


def glued(document: GoldDocument) -> Variant:
    """No space between a number and its noun, as texts are pasted from PDF."""
    return _with(document, _GLUE.sub("", document.text), _GLUE.sub("", document.title))


def scanned(document: GoldDocument) -> Variant:
    """As read from a scan: of 2 % of the syllables l and o became 1 and 0, 2 % lost their marks."""
    lot = lots(document)

    def spoilt(match: re.Match[str]) -> str:
        syllable, chance = match.group(), lot.random()
        if chance < SHARE:
            return syllable.translate(_LOOK_ALIKES)
        return _bare(syllable) if chance < 2 * SHARE else syllable

    return _with(document, _SYLLABLE.sub(spoilt, document.text), document.title)


def _bare(text: str) -> str:
    """Without diacritics, capitals kept."""
    bare = ((char, strip_marks(char)) for char in unicodedata.normalize("NFC", text))
    return "".join(plain.upper() if char.isupper() else plain for char, plain in bare)


def _with(document: GoldDocument, text: str, title: str) -> Variant:
    return Variant(replace(unlabelled(document), text=text, title=title))
