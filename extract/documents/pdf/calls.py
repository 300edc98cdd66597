"""Calls into pdfium by address, so that many letters or objects are asked in one sweep.

The functions of ``pypdfium2.raw`` check and convert a pointer at each call, which costs more
than most of the calls do. These take plain addresses: ``map`` runs over them without a loop
in Python, and what they write goes straight into an array.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Call: TypeAlias = Callable[..., Any]

_ADDRESS = ctypes.c_void_p
_NUMBER = ctypes.c_int
_NAME = 128
"""Bytes that the name of a font may have."""


def address(thing: object) -> int:
    """Where a thing of pdfium is, which tells one from another."""
    return ctypes.cast(thing, _ADDRESS).value or 0  # type: ignore[arg-type]


def _direct(function: Any, result: Any, *arguments: Any) -> Call:
    """A function of pdfium that takes addresses. It keeps the interpreter: it is short."""
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    made: Call = prototype(address(function))
    return made


# Without types of arguments: those made beforehand pass as they are, places as C's int.
_LOOSE_BOX = _direct(pdfium.FPDFText_GetLooseCharBox, None)
_SWEEP = 2048
_ROOM = (pdfium.FS_RECTF * _SWEEP)()
"""Where pdfium writes boxes before they are taken."""
_BOX = ctypes.sizeof(pdfium.FS_RECTF)
_PLACES = [ctypes.byref(_ROOM, at) for at in range(0, _SWEEP * _BOX, _BOX)]
_ONE_AT_A_TIME = Lock()
_FONT_INFO = _direct(
    pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _ADDRESS, _NUMBER, _ADDRESS, ctypes.c_ulong,
    _ADDRESS,
)  # fmt: skip
_TEXT_OBJECT = _direct(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _NUMBER)
_OBJECT = _direct(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _NUMBER)
_KIND = _direct(pdfium.FPDFPageObj_GetType, _NUMBER, _ADDRESS)
_COLOUR = _direct(pdfium.FPDFPageObj_GetFillColor, _NUMBER, *[_ADDRESS] * 5)
_MODE = _direct(pdfium.FPDFTextObj_GetTextRenderMode, _NUMBER, _ADDRESS)
_CLIP = _direct(pdfium.FPDFPageObj_GetClipPath, _ADDRESS, _ADDRESS)
_CLIP_PATHS = _direct(pdfium.FPDFClipPath_CountPaths, _NUMBER, _ADDRESS)


def _steps(array: NDArray[Any], offset: int = 0) -> range:
    """The addresses of the rows of an array."""
    start, step = array.ctypes.data + offset, array.strides[0]
    return range(start, start + step * len(array), step)


def loose_boxes(textpage: object, places: NDArray[np.int64]) -> NDArray[np.float32]:
    """(left, top, right, bottom) of the letters at ``places``, as high as their font."""
    boxes = np.zeros((len(places), 4), dtype=np.float32)
    page = repeat(_ADDRESS.from_param(address(textpage)))
    room = np.frombuffer(_ROOM, dtype=np.float32).reshape(-1, 4)
    for start in range(0, len(places), _SWEEP):
        some = places[start : start + _SWEEP].tolist()
        with _ONE_AT_A_TIME:
            room[: len(some)] = 0
            deque(map(_LOOSE_BOX, page, some, _PLACES), maxlen=0)
            boxes[start : start + len(some)] = room[: len(some)]
    return boxes


def font_names(textpage: object, places: Sequence[int]) -> list[bytes]:
    """The names of the fonts of the letters at ``places``; a longer one than 127 bytes is ""."""
    names = np.zeros((len(places),), dtype=f"S{_NAME}")
    if len(places):
        page, size = repeat(address(textpage)), repeat(_NAME)
        deque(map(_FONT_INFO, page, places, _steps(names), size, repeat(None)), maxlen=0)
    found: list[bytes] = names.tolist()
    return found


def text_objects(textpage: object, places: Iterable[int]) -> list[int]:
    """The addresses of the text objects of the letters at ``places``; 0 if one has none."""
    return [found or 0 for found in map(_TEXT_OBJECT, repeat(address(textpage)), places)]


def objects(page: object, most: int) -> list[tuple[int, int]]:
    """The addresses and kinds of the first objects of a page."""
    count = min(pdfium.FPDFPage_CountObjects(page), most)
    things = list(map(_OBJECT, repeat(address(page)), range(count)))
    return list(zip(things, map(_KIND, things), strict=True))


def fill_colours(things: list[int]) -> NDArray[np.uint32]:
    """Red, green, blue and cover (0–255) of what objects are filled with; black if unknown."""
    colours = np.zeros((len(things), 4), dtype=np.uint32)
    if things:
        sides = [_steps(colours, offset) for offset in (0, 4, 8, 12)]
        known = np.array(list(map(_COLOUR, things, *sides)), dtype=bool)
        colours[~known] = (0, 0, 0, 255)
    return colours


def render_modes(things: list[int]) -> NDArray[np.int64]:
    """How text objects are painted (ISO 32000-1, 9.3.6)."""
    return np.array(list(map(_MODE, things)), dtype=np.int64)


def clip_counts(things: list[int]) -> NDArray[np.int64]:
    """How many paths objects are clipped to."""
    return np.array(list(map(_CLIP_PATHS, map(_CLIP, things))), dtype=np.int64)
