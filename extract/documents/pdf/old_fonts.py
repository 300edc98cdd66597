"""Text in fonts of old encodings (.VnTime, VNI-Times) to Unicode, run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from extract.documents.legacy.convert import convert, convert_as, encoding_of
from extract.documents.legacy.fonts import FontCode, font_code
from extract.documents.pdf.calls import font_names
from extract.documents.pdf.layer import Layer

_FAMILIES = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VI Times"}
"""A font of each encoding that has small letters too."""
_ODD = re.compile("[\x80-\x9f¡-ª¬®-¯±-´¶-º¼-¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]")
"""Letters of Latin-1 that Unicode Vietnamese does not use."""


def convert_letters(textpage: object, layer: Layer) -> tuple[Layer, str]:
    """The layer in Unicode, and the old encoding that some of it was in (or "")."""
    if not layer.texts:
        return layer, ""
    named = _by_fonts(_Fonts(textpage, layer), layer)
    if named[1] or not _ODD.search(layer.text):
        return named
    return _by_words(layer)


class _Fonts:
    """What the fonts of letters and words tell of their encodings."""

    def __init__(self, textpage: object, layer: Layer) -> None:
        self._textpage = textpage
        self._ends = layer.ends

    def old(self, words: NDArray[np.bool_]) -> bool:
        """Whether the first letter of any of the marked words is in an old encoding."""
        names = font_names(self._textpage, self._ends[words, 0].tolist())
        return any(map(_code, set(names)))

    def all(self, word: int) -> list[FontCode | None]:
        """Of each letter of a word."""
        start, end = self._ends[word].tolist()
        return list(map(_code, font_names(self._textpage, range(start, end + 1))))


@lru_cache(maxsize=256)
def _code(name: bytes) -> FontCode | None:
    return font_code(name.decode("utf-8", "replace"))


def _by_fonts(fonts: _Fonts, layer: Layer) -> tuple[Layer, str]:
    """Convert the words whose fonts tell their encoding."""
    if not fonts.old(layer.breaks):
        return layer, ""
    texts = list(layer.texts)
    codes = [fonts.all(place) for place in range(len(texts))]
    found = ""
    for encoding, words in _runs(codes, layer):
        done = convert(" ".join(texts[i] for i in words), _FAMILIES[encoding])
        read = done.text.split(" ")
        if len(read) == len(words):
            found = done.encoding or found
            for place, text in zip(words, read, strict=True):
                texts[place] = _capitals(text, codes[place])
    return replace(layer, texts=texts), found


def _runs(codes: list[list[FontCode | None]], layer: Layer) -> Iterator[tuple[str, list[int]]]:
    """Words of one line in fonts of one old encoding."""
    encoding, words = "", list[int]()
    for place, begins in enumerate(layer.breaks.tolist()):
        here = next((code.encoding for code in codes[place] if code), "")
        if words and (begins or here != encoding):
            yield encoding, words
            words = []
        encoding = here
        if here:
            words.append(place)
    if words:
        yield encoding, words


def _capitals(text: str, codes: list[FontCode | None]) -> str:
    """Capitals for the letters in fonts that have no others (.VnTimeH)."""
    if len(text) != len(codes):
        return text.upper() if all(code and code.capitals for code in codes) else text
    pairs = zip(text, codes, strict=True)
    return "".join(letter.upper() if code and code.capitals else letter for letter, code in pairs)


def _by_words(layer: Layer) -> tuple[Layer, str]:
    """Convert a layer whose words prove their encoding, whatever the fonts are called."""
    encoding = encoding_of(layer.text)
    if not encoding:
        return layer, ""
    texts = list(layer.texts)
    starts = np.flatnonzero(layer.breaks).tolist()
    for start, stop in zip(starts, [*starts[1:], len(texts)], strict=True):
        read = convert_as(" ".join(texts[start:stop]), encoding).split(" ")
        if len(read) == stop - start:
            texts[start:stop] = read
    return replace(layer, texts=texts), encoding
