"""The black print of a page without stamps, signatures, shadows and tinted grounds.

Stamps are red and signatures blue (Nghị định 30/2020/NĐ-CP, Appendix I, III). Coloured ink of
their size is taken out; black print under it stays, since both inks together are dark. Smaller
coloured marks stay too: the number of a paper is often stamped or written in blue.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extract.documents.scan.recognise import Grey

Colour = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_COLOURED = 48
"""Difference of channels from which a pixel is coloured; shadows of JPEG stay below."""
_STAMP_HEIGHT = (32.0, 190.0)  # points; a provincial stamp measures 36 to 42 mm
_STAMP_WIDTH = 280.0
_STAMP_FILLED = 0.55  # more of its frame filled: a tinted ground, not lines of ink
_POINTS = 72


def black_print(image: Image.Image, dpi: int) -> Grey:
    """The print of a page in even light: black on white."""
    grey = _even_light(np.asarray(image.convert("L")), dpi)
    return _without_stamps(grey, image, dpi)


def _without_stamps(grey: Grey, image: Image.Image, dpi: int) -> Grey:
    """``grey``, the print of ``image``, without its stamps and signatures."""
    if image.mode in ("1", "L", "LA"):
        return grey
    red, green, blue = cv2.split(np.asarray(image.convert("RGB")))
    lightest = cv2.max(cv2.max(red, green), blue)
    coloured = cv2.subtract(lightest, cv2.min(cv2.min(red, green), blue)) >= _COLOURED
    if not coloured.any():
        return grey
    clean = grey.copy()
    for frame, ink in _stamps(coloured, dpi):
        # The lightest channel sees a coloured ink as pale and black print as black.
        part = lightest[frame]
        bright = max(float(np.median(part[ink])), 1.0)
        pale = np.minimum(part.astype(np.float32) * (255 / bright), 255).astype(np.uint8)
        clean[frame] = np.where(_with_rim(ink), np.maximum(pale, grey[frame]), grey[frame])
    return clean


def _with_rim(ink: Mask) -> Mask:
    """The strokes of an ink with their pale edges."""
    return cv2.dilate(ink.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)


def _stamps(coloured: Mask, dpi: int) -> Iterator[tuple[tuple[slice, slice], Mask]]:
    """The frame of each stamp and signature, and its coloured pixels."""
    unit = dpi / _POINTS
    reach = max(round(1.5 * unit), 1)
    joined = cv2.dilate(coloured.astype(np.uint8), np.ones((reach, reach), np.uint8))
    count, _, frames, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    low, high = (side * unit for side in _STAMP_HEIGHT)
    for left, top, width, height, area in frames[1:count]:
        drawn = area < _STAMP_FILLED * width * height
        if drawn and low <= height <= high and width <= _STAMP_WIDTH * unit:
            frame = (slice(top, top + height), slice(left, left + width))
            if coloured[frame].any():
                yield frame, coloured[frame]


def _even_light(grey: Grey, dpi: int) -> Grey:
    """``grey`` divided by its ground, so that white is white from edge to edge."""
    step = max(dpi // 25, 1)
    height, width = grey.shape
    small = cv2.resize(
        grey, (max(width // step, 1), max(height // step, 1)), interpolation=cv2.INTER_AREA
    )
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 5)
    # Dark grounds with light letters on them are left as they are.
    floor = max(float(np.median(ground)) * 0.5, 1.0)
    ground = np.maximum(ground, floor).astype(np.uint8)
    whole = cv2.resize(ground, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, whole, scale=255).astype(np.uint8)
