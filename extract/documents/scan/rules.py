"""The ruled lines of a page: where tables have their edges and walls."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extract.documents.scan.recognise import Grey

_POINTS = 72
# Points; letters of 14 pt have stems of at most 10 pt and bars of at most 8 pt.
_SHORTEST_ACROSS = 17.0
_SHORTEST_DOWN = 12.5
_PIECE = 9.0
_GAP = 5.0
_WINDOW = 15.0
_CONTRAST = 14


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a picture as masks of its size (255 on a line)."""

    across: Grey
    down: Grey

    def both(self) -> Grey:
        """The pixels of all lines."""
        return cv2.bitwise_or(self.across, self.down).astype(np.uint8)


def find_rules(picture: Grey, dpi: int) -> Rules:
    """The ruled lines of an upright page, thin and broken ones too.

    All lengths grow with ``dpi``: a line of letters is never taken for a ruled one.
    """
    unit = dpi / _POINTS
    window = round(_WINDOW * unit) | 1
    dark = cv2.adaptiveThreshold(
        picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, _CONTRAST
    ).astype(np.uint8)
    return Rules(
        across=_lines(dark, unit, _SHORTEST_ACROSS),
        down=_lines(dark.T, unit, _SHORTEST_DOWN).T,
    )


def _lines(dark: Grey, unit: float, shortest: float) -> Grey:
    """The lines from left to right: pieces, joined over small gaps, that are long enough."""
    dark = np.ascontiguousarray(dark)
    piece, gap, length = (max(round(size * unit), 3) for size in (_PIECE, _GAP, shortest))
    # A line that runs a little askew steps from one row of pixels to the next.
    thick = cv2.dilate(dark, np.ones((3, 1), np.uint8))
    pieces = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, piece), np.uint8))
    joined = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    return cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)).astype(np.uint8)
