"""Words that a narrow column breaks: "Điể" over "m", "202" over "1".

Where a word does not fit into its column, programs break it anywhere, without a hyphen. The
pieces are one word where the second would not have fitted beside the first, and where it is
no word of its own: a syllable has a vowel, and a number goes on only with digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.documents.scan.grid import Frame
from extract.documents.scan.words import Word, around

Lines = tuple[tuple[Word, ...], ...]

_PADDING = 18.0
"""Points that stay free in a full line: Word leaves 0.19 cm at each side, letters some white."""
_POINTS = 72
_BEGUN = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"(?:ng|nh|ch|[cghmnpt])[.,:]?")
"""Consonants that end a syllable and are none."""
_ABBREVIATED = re.compile(r"[SĐ]?[TV]{1,2}")
_FIGURES = re.compile(r"\(?\d{1,4}[.,]?")
_MORE_FIGURES = re.compile(r"[\d.,]{1,4}\)?")


def goes_on(begun: str, rest: str) -> bool:
    """Whether ``rest`` can only be the end of the word or number ``begun``.

    >>> goes_on("Điể", "m"), goes_on("202", "1"), goes_on("87,", "0"), goes_on("S", "T")
    (True, True, True, True)
    >>> goes_on("Hạng", "sao"), goes_on("500", "g"), goes_on("Mật", "ong")
    (False, False, False)
    """
    if _FIGURES.fullmatch(begun):
        return bool(_MORE_FIGURES.fullmatch(rest))
    if _ABBREVIATED.fullmatch(begun + rest) or f"{begun}{rest}" in ("STT", "ĐVT"):
        return True
    return bool(_BEGUN.fullmatch(begun) and _REST.fullmatch(rest))


def mended(lines: Sequence[Sequence[Word]], frame: Frame, dpi: int) -> Lines:
    """``lines`` of a cell with the pieces of broken words joined; boxes stand around both.

    Args:
        lines: the words of the cell, boxes in pixels of the page.
        frame: of the cell, in pixels.
        dpi: of the picture.
    """
    room = frame[2] - frame[0] - _PADDING * dpi / _POINTS
    made: list[list[Word]] = []
    filled = 0.0
    for line in lines:
        words = list(line)
        if not words:
            continue
        width = words[-1].box[2] - words[0].box[0]
        if made and goes_on(made[-1][-1].text, words[0].text):
            first = words[0]
            if filled + first.box[2] - first.box[0] > room:
                begun = made[-1][-1]
                made[-1][-1] = replace(
                    begun,
                    text=begun.text + first.text,
                    box=around([begun.box, first.box]),
                    sure=min(begun.sure, first.sure),
                )
                words = words[1:]
        filled = width
        if words:
            made.append(words)
    return tuple(tuple(words) for words in made)
