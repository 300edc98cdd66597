"""Text in fonts of old encodings (.VnTime, VNI-Times) to Unicode, run by run."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pypdfium2.raw as pdfium

from extract.documents.legacy.convert import convert, convert_as, encoding_of
from extract.documents.legacy.fonts import font_code
from extract.documents.pdf.layer import Layer

_NAME = 128
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
    """The names of the fonts of words, without the mark of a subset."""

    def __init__(self, textpage: object, layer: Layer) -> None:
        self._textpage = textpage
        self._starts = layer.ends[:, 0].tolist()
        self._buffer = ctypes.create_string_buffer(_NAME)

    def of(self, word: int) -> str:
        written = pdfium.FPDFText_GetFontInfo(
            self._textpage, self._starts[word], self._buffer, _NAME, None
        )
        return _name(self._buffer.raw[: max(min(written, _NAME) - 1, 0)])


@lru_cache(maxsize=256)
def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").rpartition("+")[2]


def _by_fonts(fonts: _Fonts, layer: Layer) -> tuple[Layer, str]:
    """Convert the words whose fonts tell their encoding."""
    if not any(font_code(fonts.of(place)) for place in np.flatnonzero(layer.breaks).tolist()):
        return layer, ""
    texts = list(layer.texts)
    encoding = ""
    for font, words in _runs(fonts, layer):
        done = convert(" ".join(texts[i] for i in words), font)
        read = done.text.split(" ")
        if done.encoding and len(read) == len(words):
            encoding = done.encoding
            for place, text in zip(words, read, strict=True):
                texts[place] = text
    return replace(layer, texts=texts), encoding


def _runs(fonts: _Fonts, layer: Layer) -> Iterator[tuple[str, list[int]]]:
    """Words of one line in one font."""
    font, words = "", list[int]()
    for place, begins in enumerate(layer.breaks.tolist()):
        here = fonts.of(place)
        if words and (begins or here != font):
            yield font, words
            words = []
        font = here
        words.append(place)
    yield font, words


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
