"""Whether what a text layer says is Vietnamese that a reader would see on the page.

A font without Vietnamese letters borrows them from another, and many programs write the
borrowed letters after the line: "TỈNH NGHỆ AN" comes out as "T NH NGH AN Ỉ Ệ". A font that
does not tell which letters its shapes are gives letters at random. Both are valid Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain, filterfalse

from extract.text.syllables import share_of_syllables, syllables

ENOUGH = 12
"""Words that a judgement needs."""
_GOOD = 0.75
"""Share of possible syllables; annexes full of names and units still have more."""
_WORDS = re.compile(r"[^\W\d_]+")
_ORPHAN = re.compile(r"(?<!\w)[^\W\d_a-zA-ZàáâèéêìíòóôùúăđĩũơưýỷỳỵÀÁÂÈÉÊÌÍÒÓÔÙÚĂĐĨŨƠƯÝỶỲỴởỞ](?!\w)")
"""One letter that is hardly ever a word of its own: ệ, ẩ, ố, ạ (ở, ô and ý are)."""
_STRANGE = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_ORPHANS = 0.06
_SOME = 3
_STRANGERS = 0.05
_VIETNAMESE = re.compile(r"[ăđơưạ-ỹĂĐƠƯẠ-Ỹ]")
_ACCENTED = 0.05


def worth(text: str) -> float:
    """How well a text reads as Vietnamese (0–1): its share of possible syllables."""
    return share_of_syllables(text)


def has_orphans(text: str) -> bool:
    """Whether accented letters stand apart from their words: "T NH NGH AN Ỉ Ệ"."""
    composed = unicodedata.normalize("NFC", text)
    return _has_orphans(composed, composed.count(" ") + 1)


def _has_orphans(text: str, words: int) -> bool:
    return len(_ORPHAN.findall(text)) > max(_ORPHANS * words, _SOME)


def is_scrambled(text: str) -> bool:
    """Whether the letters of a text cannot be those that the page shows.

    Examples: "T NH NGH AN Ỉ Ệ", letters of private use. Counter-examples: English, or
    Vietnamese without marks; of these nothing can be told.
    """
    text = unicodedata.normalize("NFC", text)
    letters = len(text) - text.count(" ")
    parts = text.split(" ")
    odd = list(filterfalse(_plain_words().__contains__, parts))
    rest = " ".join(odd)  # of most pages little: only this has to be looked at closely
    words = _WORDS.findall(rest)
    hits = count = len(parts) - len(odd)
    count += len(words)
    strangers = len(_STRANGE.findall(rest))
    if strangers > _STRANGERS * letters and strangers > 3:
        return True
    if count < ENOUGH:
        return False
    if _has_orphans(rest, count):
        return True
    hits += sum(map(syllables().__contains__, map(str.lower, words)))
    if hits >= _GOOD * count:  # nothing else can be told of most pages
        return False
    return worth(text) < _GOOD and _is_meant_vietnamese(text, letters)


@cache
def _plain_words() -> frozenset[str]:
    """Syllables of more than one letter as they are written: neither orphans nor strange."""
    long = [syllable for syllable in syllables() if len(syllable) > 1]
    return frozenset(chain(long, map(str.capitalize, long), map(str.upper, long)))


def _is_meant_vietnamese(text: str, letters: int) -> bool:
    """Whether letters abound that only Vietnamese has, or that no language would put so."""
    if len(_VIETNAMESE.findall(text)) > _ACCENTED * letters:
        return True
    odd = sum(1 for char in text if char > "\x7f" and not char.isspace())
    return odd > _ACCENTED * 3 * max(letters, 1)
