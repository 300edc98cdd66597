"""The text layer of a page: its words, each with the box in which it stands.

Calls into pdfium cost more than what they do, so only the first and the last letter of
each word are asked for their boxes: a page costs little more than its text alone.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extract.documents.pdf.calls import loose_boxes
from extract.documents.pdf.frame import Boxes, Frame

_OTHER_BLANKS = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff]")
"""What parts words beside white space."""
_WHITE = re.compile(r"\s")
_NEW_LINE = ord("\n")
_BEYOND = 0x10000
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.8
_KERNED = 0.06
"""A gap of less than this share of the height of a line is no blank (a blank has 0.2)."""
_LONG = 3
_MOSTLY = 0.6
Codes: TypeAlias = NDArray[np.uint16] | NDArray[np.uint32]
"""The characters of a text, each as its number in Unicode."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Words in the order of the page's content.

    ``boxes`` have upright text; ``breaks`` marks words that begin a new line of the content;
    ``ends`` are the places of the first and last letter of each word among the letters of
    the page (none in a layer that pdfium did not make).
    """

    texts: list[str]
    boxes: Boxes
    breaks: NDArray[np.bool_]
    ends: NDArray[np.int64]

    @property
    def text(self) -> str:
        """All words, with blanks between."""
        return " ".join(self.texts)

    def only(self, keep: NDArray[np.bool_]) -> Layer:
        """The words marked in ``keep``."""
        if keep.all():
            return self
        texts = [text for text, kept in zip(self.texts, keep, strict=True) if kept]
        # A word after one that is left out begins a line.
        breaks = self.breaks.copy()
        breaks[1:] |= ~keep[:-1]
        return Layer(texts, self.boxes[keep], breaks[keep], self.ends[keep])


def make_layer(texts: Sequence[str], boxes: Boxes, breaks: Sequence[bool]) -> Layer:
    """A layer of words that another program read."""
    ends = np.full((len(texts), 2), -1, dtype=np.int64)
    return Layer(list(texts), boxes.reshape(-1, 4), np.array(breaks, dtype=bool), ends)


def read_layer(textpage: object, frame: Frame) -> tuple[Layer, Frame]:
    """The words of a pdfium text page, and its frame turned so that they stand upright."""
    text, codes, places = _letters(textpage)
    if _parting().take(codes, mode="clip").any():
        text = _OTHER_BLANKS.sub(" ", text)
    texts = text.split()
    if not texts:
        return make_layer([], np.zeros((0, 4)), []), frame
    spans, breaks = _spans(codes)
    ends = spans if places is None else places[spans]
    raw = _rectangles(textpage, ends.ravel())
    upright = frame.to_reading(raw)
    turn = _turn(spans[:, 1] - spans[:, 0], upright[::2], upright[1::2])
    if turn:
        frame = replace(frame, turn=turn)
        upright = frame.to_reading(raw)
    first, last = upright[::2], upright[1::2]
    boxes = np.concatenate(
        [np.minimum(first[:, :2], last[:, :2]), np.maximum(first[:, 2:], last[:, 2:])], axis=1
    )
    layer = Layer(texts, boxes, breaks, ends)
    layer = _raise_notes(textpage, frame, layer, first, last)
    return join_kerned(layer), frame


def _spans(codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The first and last letter of each word, and whether a line begins with it."""
    solid = np.zeros(len(codes) + 2, dtype=bool)
    solid[1:-1] = solid_codes().take(codes, mode="clip")
    spans = (solid[1:] != solid[:-1]).nonzero()[0].reshape(-1, 2)
    spans[:, 1] -= 1
    breaks = np.zeros(len(spans) + 1, dtype=bool)
    breaks[0] = True
    # The first word behind each line break.
    breaks[spans[:, 0].searchsorted((codes == _NEW_LINE).nonzero()[0])] = True
    return spans, breaks[:-1]


@cache
def _parting() -> NDArray[np.bool_]:
    """For each code up to ``_BEYOND`` whether it is one of ``_OTHER_BLANKS``."""
    return _marked(_OTHER_BLANKS)


@cache
def solid_codes() -> NDArray[np.bool_]:
    """For each code up to ``_BEYOND`` whether it is part of a word."""
    return ~(_marked(_WHITE) | _parting())


def _marked(pattern: re.Pattern[str]) -> NDArray[np.bool_]:
    """For each code up to ``_BEYOND`` whether its character fits."""
    every = "".join(map(chr, range(_BEYOND + 1)))
    marks = np.zeros(len(every), dtype=bool)
    marks[[match.start() for match in pattern.finditer(every)]] = True
    return marks


def _letters(textpage: object) -> tuple[str, Codes, NDArray[np.int64] | None]:
    """The text of the page, its characters as numbers, and their places.

    Places are those among pdfium's letters; None where both are counted alike.
    """
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return "", np.zeros(0, dtype=np.uint32), None
    room = (ctypes.c_ushort * (2 * count + 1))()
    written = max(pdfium.FPDFText_GetText(textpage, 0, count, room) - 1, 0)
    units = np.frombuffer(room, dtype=np.uint16, count=written)
    text = units.tobytes().decode("utf-16-le", "replace")
    if len(text) == count == written:
        return text, units, None
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(text) == count:
        return text, codes, None
    step = pdfium.FPDFText_GetCharIndexFromTextIndex
    places: list[int] = []
    unit = 0
    for char in text:
        places.append(max(step(textpage, unit), 0))
        unit += 2 if char > "\uffff" else 1
    return text, codes, np.array(places, dtype=np.int64)


def _rectangles(textpage: object, places: NDArray[np.int64]) -> Boxes:
    """Boxes (left, bottom, right, top) of the letters at ``places``, as high as their font."""
    return loose_boxes(textpage, places).astype(np.float64)[:, [0, 3, 2, 1]]


def _turn(steps: NDArray[np.int64], first: Boxes, last: Boxes) -> int:
    """How the page must be turned so that most long words run from left to right.

    ``steps`` are how many letters the last one of a word comes after its first.
    """
    long = steps >= _LONG - 1
    way = last - first
    across, along = way[:, 0] + way[:, 2], way[:, 1] + way[:, 3]
    upright = long & (across > np.abs(along))
    count = np.count_nonzero(long)
    if np.count_nonzero(upright) >= _MOSTLY * count:
        return 0
    across, along = across[long], along[long]
    down = np.abs(along) > np.abs(across)
    most = _MOSTLY * count
    if np.count_nonzero(down) > most:
        return 270 if np.median(along[down]) > 0 else 90
    return 180 if np.count_nonzero(across < 0) > most else 0


def _raise_notes(textpage: object, frame: Frame, layer: Layer, first: Boxes, last: Boxes) -> Layer:
    """Take raised small digits (notes) off the words that they follow: 48¹ is not 481."""
    tall, small = first[:, 3] - first[:, 1], last[:, 3] - last[:, 1]
    raised = (small < _SMALL * tall) & (last[:, 3] < first[:, 3] - 0.1 * tall)
    chosen = [i for i in np.flatnonzero(raised).tolist() if layer.texts[i][-1].isdecimal()]
    if not chosen:
        return layer
    texts, breaks = list(layer.texts), layer.breaks
    boxes, ends = layer.boxes.copy(), layer.ends
    for i in reversed(chosen):
        text, (start, end) = texts[i], ends[i].tolist()
        if end - start + 1 != len(text):
            continue
        letters = frame.to_reading(_rectangles(textpage, np.arange(start, end + 1)))
        low = letters[:, 3] < letters[0, 3] - 0.1 * tall[i]
        cut = int(np.flatnonzero(~low)[-1]) + 1
        note = text[cut:].translate(_RAISED)
        if not text[cut - 1].isdecimal():
            texts[i] = text[:cut] + note
            continue
        texts[i : i + 1] = [text[:cut], note]
        halves = [_around(letters[:cut]), _around(letters[cut:])]
        boxes = np.concatenate([boxes[:i], halves, boxes[i + 1 :]])
        breaks = np.insert(breaks, i + 1, False)
        middle = [(start, start + cut - 1), (start + cut, end)]
        ends = np.concatenate([ends[:i], middle, ends[i + 1 :]])
    return Layer(texts, boxes, breaks, ends)


def _around(boxes: Boxes) -> Boxes:
    """The box around ``boxes``."""
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])


def join_kerned(layer: Layer) -> Layer:
    """Join what stands so close that no reader sees a blank ("ĐIỀ U" printed as ĐIỀU)."""
    boxes = layer.boxes
    heights = boxes[:, 3] - boxes[:, 1]
    gap = boxes[1:, 0] - boxes[:-1, 2]
    level = np.abs(boxes[1:, 3] - boxes[:-1, 3]) < 0.1 * heights[1:]
    joined = ~layer.breaks[1:] & level & (np.abs(gap) < _KERNED * heights[1:])
    return join_words(layer, joined)


def join_words(layer: Layer, joined: NDArray[np.bool_]) -> Layer:
    """Write each word marked in ``joined`` (all but the last) as one with the next."""
    boxes = layer.boxes
    if not joined.any():
        return layer
    starts = np.flatnonzero(np.concatenate([[True], ~joined]))
    stops = np.append(starts[1:], len(layer.texts))
    texts = ["".join(layer.texts[a:b]) for a, b in zip(starts, stops, strict=True)]
    low = np.minimum.reduceat(boxes[:, :2], starts)
    high = np.maximum.reduceat(boxes[:, 2:], starts)
    ends = np.stack([layer.ends[starts, 0], layer.ends[stops - 1, 1]], axis=1)
    return Layer(texts, np.concatenate([low, high], axis=1), layer.breaks[starts], ends)
