"""Ticks in columns of marks (x, X, v, +): the same mark is the same letter in every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from extract.documents.scan.digits import lone_glyph
from extract.documents.scan.recognise import Grey

_ALIKE = 0.85
_FEWEST = 3
_SHARE = 0.6


def name_ticks(pictures: Mapping[int, Grey], texts: Mapping[int, str]) -> dict[int, str]:
    """What most look-alikes of a cell's only glyph were read as, for cells that were not.

    Args:
        pictures: of the cells that hold one short word.
        texts: what each was read as.
    """
    lone = {index: lone_glyph(picture) for index, picture in pictures.items()}
    cells = {index: patch for index, patch in lone.items() if patch is not None}
    if len(cells) < _FEWEST:
        return {}
    order = list(cells)
    table = np.stack([cells[index] for index in order])
    alike = table @ table.T >= _ALIKE
    found: dict[int, str] = {}
    for row, index in enumerate(order):
        peers = Counter(texts[order[at]] for at in np.flatnonzero(alike[row]))
        text, count = peers.most_common(1)[0]
        if count >= _FEWEST and count >= _SHARE * peers.total() and text != texts[index]:
            found[index] = text
    return found
