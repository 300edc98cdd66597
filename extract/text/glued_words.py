"""Words that lost the blank between them ("sảnphẩm"): found, so that people look at them."""

from __future__ import annotations

import re
import unicodedata

from extract.text.syllables import syllables

_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
# Behind the letter with the tone mark come two letters at most (lượng, khuếch).
_TOO_LONG = re.compile(f"[{_TONED}{_TONED.upper()}][^\\W\\d_]{{3}}")
# A syllable has one tone mark at most, so a word with two is more than one syllable.
_TWO_TONES = re.compile(f"[{_TONED}][^\\W\\d_]{{0,6}}?[{_TONED}]")
_WORD = re.compile(r"[^\W\d_]{5,28}+(?![^\W\d_])")
_LONGEST = 7


def glued_words(text: str) -> tuple[str, ...]:
    """Different words of ``text`` that are two to four syllables without a blank.

    Examples: ``sảnphẩm``, ``sảnphẩmđạt``. Counter-examples: ``sản``, ``website``, ``kiốt``.
    """
    composed = unicodedata.normalize("NFC", text)
    if _TOO_LONG.search(composed) is None:
        return ()
    found = (word for word in _WORD.findall(composed) if _TWO_TONES.search(word.lower()))
    return tuple(word for word in dict.fromkeys(found) if 2 <= _syllables_in(word.lower()) <= 4)


def _syllables_in(word: str) -> int:
    """The least number of syllables that make ``word``; 0 where none do."""
    known = syllables()
    least = [0, *(99 for _ in word)]
    for end in range(1, len(word) + 1):
        for start in range(max(end - _LONGEST, 0), end):
            if least[start] < 99 and word[start:end] in known:
                least[end] = min(least[end], least[start] + 1)
    return least[-1] % 99
