"""Names as keys: the spellings under which a unit is found.

A key is a sequence of folded words joined by one blank; hyphens between words do not
count (``Bà Rịa-Vũng Tàu``), apostrophes inside words do (``M'gar``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from extract.text.normalise import fold, strip_marks

T = TypeVar("T")

WORD = re.compile(r"\w+(?:'\w+)*")
# Mỹ or Mĩ, Lý or Lí: final y after a bare consonant (Decision 240/QĐ of 1984 wrote i).
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_OPEN_Y = re.compile(r"(?:^|(?<= ))(?:[bchklmstv]|qu)[yýỳỷỹỵ](?= |$)")


def name_key(name: str) -> str:
    """The key of a name: folded words joined by one blank."""
    return " ".join(WORD.findall(fold(name)))


def spellings(name: str) -> tuple[str, ...]:
    """The key of a name and its variant with i for y, if there is one."""
    key = name_key(name)
    variant = _OPEN_Y.sub(lambda match: match.group().translate(_Y_TO_I), key)
    return (key,) if variant == key else (key, variant)


def as_printed(name: str, printed: str) -> str:
    """The form of a name that a text prints, where only marks, blanks or capitals differ.

    Names of the highlands have several spellings of one standing (Đăk Hà, Đắk Hà); where
    tone marks just sit elsewhere (Hoà Vang), or all is in capitals, the name stays.
    """
    letters = _letters(name)
    for word in WORD.finditer(printed):
        form = printed[word.start() :]
        if _letters(form) == letters:
            spelt = " ".join(w.capitalize() for w in form.split(" ")) if form.isupper() else form
            proper = all(part[:1].isupper() for part in spelt.split())
            same = fold(spelt) == fold(name) and (form.isupper() or form.lower() != name.lower())
            return spelt if proper and not same else name
    return name


def _letters(name: str) -> str:
    return "".join(c for c in strip_marks(name) if c.isalnum())


class NameIndex(Generic[T]):
    """Longest-match look-up of names in a sequence of folded words."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Index ``(key, value)`` pairs; a key may come several times."""
        grouped: dict[str, list[T]] = {}
        for key, value in names:
            values = grouped.setdefault(key, [])
            if value not in values:
                values.append(value)
        self._values = {key: tuple(values) for key, values in grouped.items()}
        sizes: dict[str, set[int]] = {}
        for key in self._values:
            words = key.split(" ")
            sizes.setdefault(words[0], set()).add(len(words))
        self._first_words = frozenset(sizes)
        self._sizes = {word: tuple(sorted(found)[::-1]) for word, found in sizes.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The words that begin a name."""
        return self._first_words

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __bool__(self) -> bool:
        return bool(self._values)

    def get(self, key: str) -> tuple[T, ...]:
        """The values of a key, or nothing."""
        return self._values.get(key, ())

    def longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[T, ...]]:
        """How many words from ``start`` make the longest known name, and its values."""
        for size in self._sizes.get(words[start], ()):
            if start + size <= len(words):
                values = self._values.get(" ".join(words[start : start + size]))
                if values:
                    return size, values
        return 0, ()
