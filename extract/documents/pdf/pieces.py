"""Words of a text layer whose letters stand apart ("sả n phẩ m"), joined with their boxes.

Where gaps are as wide as blanks, geometry does not tell them apart, but the language does.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extract.documents.legacy.whole_text import may_be_cut_up
from extract.documents.pdf.layer import Layer, join_words
from extract.text.split_words import is_cut_up, mend_syllables

_WIDE = 0.6
"""A gap of more than this share of the height of a line parts columns (a blank has 0.2)."""


def join_pieces(layer: Layer) -> tuple[Layer, bool]:
    """The layer with whole words, if its words are cut up, and whether they were."""
    if not may_be_cut_up(layer.text):
        return layer, False
    texts = [unicodedata.normalize("NFC", text) for text in layer.texts]
    whole = replace(layer, texts=texts)
    gaps = _gaps(whole)
    written = "".join(text + gap for text, gap in zip(texts, gaps, strict=True))
    if not is_cut_up(written):
        return layer, False
    mended = mend_syllables(written, spoilt=True)
    joined = np.zeros(len(texts) - 1, dtype=bool)
    at = 0
    for i, (text, gap) in enumerate(zip(texts[:-1], gaps[:-1], strict=True)):
        at += len(text)
        if mended.startswith(gap, at):
            at += len(gap)
        else:
            joined[i] = True
    return join_words(whole, joined), True


def _gaps(layer: Layer) -> list[str]:
    """What stands behind each word: a blank, or a line break at the end of a line or column."""
    boxes = layer.boxes
    wide = boxes[1:, 0] - boxes[:-1, 2] > _WIDE * (boxes[1:, 3] - boxes[1:, 1])
    ends: NDArray[np.bool_] = np.append(wide | layer.breaks[1:], True)
    return ["\n" if end else " " for end in ends.tolist()]
