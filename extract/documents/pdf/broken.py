"""Words that a narrow cell breaks, without a hyphen: "ROBUST" over "A", "Điể" over "m".

Programs break a word anywhere where it is longer than its line. Two pieces are one word only
where the line above is full, so that the first letter of the second had no room there, and
where the language leaves no other reading. Figures are never joined: two years may stand one
above the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.documents.pdf.frame import Box
from extract.documents.pdf.layer import Layer
from extract.documents.pdf.segments import Segment, segments_of
from extract.text.syllables import is_syllable

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_FOREIGN = 4
"""Letters from which on a word that is no syllable may be the begin of a foreign one."""
_TAIL = 2
_PADDING = 9.0
"""The most points that programs leave free at the side of a cell."""


def goes_on(begun: str, rest: str) -> bool:
    """Whether ``rest`` can only be the end of the word ``begun``.

    >>> goes_on("Điể", "m"), goes_on("ROBUST", "A"), goes_on("Macadam", "ia")
    (True, True, True)
    >>> goes_on("Mật", "ong"), goes_on("Vitamin", "C"), goes_on("202", "1"), goes_on("Tổ", "A")
    (False, False, False, False)
    """
    if not (_LETTERS.fullmatch(begun) and _LETTERS.fullmatch(rest)):
        return False
    if begun[-1].isupper() != rest[0].isupper():
        return False
    if not is_syllable(begun) and not is_syllable(rest) and is_syllable(begun + rest):
        return True
    foreign = len(begun) >= _FOREIGN and not is_syllable(begun) and not is_syllable(begun + rest)
    return foreign and len(rest) <= _TAIL and _VOWEL.search(rest) is not None


def whole_words(lines: Sequence[Segment], cell: Box, layer: Layer) -> list[Segment]:
    """The lines of a cell, words that its width broke written in their first line."""
    made = list(lines[:1])
    for line in lines[1:]:
        above = made[-1]
        rest, _, more = line.text.partition(" ")
        if not goes_on(above.text, rest) or _has_room(above, line, cell, layer):
            made.append(line)
            continue
        made[-1] = _joined(above, line.words[0], layer)
        if more:
            made.append(segments_of(layer, line.words[1:]))
    return made


def _joined(above: Segment, word: int, layer: Layer) -> Segment:
    """A line with the rest of its word, in a box around both."""
    left, _, right, bottom = layer.boxes[word].tolist()
    return replace(
        above,
        text=above.text + layer.texts[word],
        left=min(above.left, round(left, 2)),
        right=max(above.right, round(right, 2)),
        bottom=round(bottom, 2),
        words=(*above.words, word),
    )


def _has_room(above: Segment, line: Segment, cell: Box, layer: Layer) -> bool:
    """Whether a line could take the first letter of the line below it."""
    left = above.left - cell[0]
    if left > _PADDING:  # centred: nobody knows how full it is
        return True
    word = line.words[0]
    width = layer.boxes[word, 2] - layer.boxes[word, 0]
    free = cell[2] - above.right - left
    return bool(free >= width / len(layer.texts[word]))
