"""What is drawn on a page beside its text: ruling lines, pictures, and text that nobody sees."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extract.documents.pdf import calls
from extract.documents.pdf.frame import Boxes, Frame

THIN = 3.0
"""Points: what is drawn thinner than this is a line."""
_SHORT = 4.0
_DEEP = 4
_MOST = 60_000
"""Objects of a page that are looked at: maps and drawings have more."""
_SEGMENTS = 400
_CORNERS = 16
_UNSEEN = 3
"""Text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)."""
_PALE = 250
_FAINT = 10

Affine = tuple[float, float, float, float, float, float]


class Fault(IntEnum):
    """Why text may not be seen: it has no colour, is white, or lies outside of its clip."""

    CLEAR = 1
    WHITE = 2
    CUT_OFF = 3


@dataclass(slots=True)
class Drawings:
    """Boxes in PDF coordinates (left, bottom, right, top).

    ``lines`` are ruling lines, ``pictures`` images, ``shapes`` filled areas that are not
    white. ``faults`` say of text objects (by address) why they may not be seen. ``dots`` are
    the pixels of the largest image.
    """

    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    shapes: list[tuple[float, float, float, float]] = field(default_factory=list)
    faults: dict[int, Fault] = field(default_factory=dict)
    dots: int = 0
    many: bool = False

    def ruling(self, frame: Frame) -> Boxes:
        """The lines, with upright text."""
        boxes = _array(self.lines)
        return frame.to_reading(boxes) if self.lines else boxes


def _array(boxes: list[tuple[float, float, float, float]]) -> Boxes:
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


def read_drawings(page: object) -> Drawings:
    """Look at all objects of a pdfium page, and at those inside its forms."""
    drawings = Drawings()
    texts: list[int] = []
    free: list[bool] = []
    for number, (place, kind, matrix) in enumerate(_objects(page)):
        if number >= _MOST:
            drawings.many = True
            break
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(place)
            free.append(matrix is None)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _note_path(drawings, _thing(place), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            thing = _thing(place)
            drawings.pictures.append(_bounds(thing, matrix))
            drawings.dots = max(drawings.dots, _dots(thing))
    if texts:
        _note_texts(drawings, texts, np.array(free))
    return drawings


def _thing(place: int) -> object:
    return ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)


def _objects(page: object) -> Iterator[tuple[int, int, Affine | None]]:
    """Where objects are, with their kinds and, inside of forms, the matrix of the form."""
    for place, kind in calls.objects(page, _MOST + 1):
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _inside(_thing(place), None, 1)
        else:
            yield place, kind, None


def _inside(
    form: object, outer: Affine | None, depth: int
) -> Iterator[tuple[int, int, Affine | None]]:
    if depth > _DEEP:
        return
    matrix = _times(_matrix(form), outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        thing = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _inside(thing, matrix, depth + 1)
        else:
            yield calls.address(thing), kind, matrix


def _matrix(thing: object) -> Affine:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Affine, then: Affine | None) -> Affine:
    """The matrix that does ``first`` and ``then`` (ISO 32000-1, 8.3.4)."""
    if then is None:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r,
        c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _point(x: float, y: float, matrix: Affine | None) -> tuple[float, float]:
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(thing: object, matrix: Affine | None) -> tuple[float, float, float, float]:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *sides)
    left, bottom, right, top = (side.value for side in sides)
    if matrix is None:
        return left, bottom, right, top
    corners = [_point(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _note_texts(drawings: Drawings, texts: list[int], free: NDArray[np.bool_]) -> None:
    """Note the faults of text objects; only those that are ``free`` of a form may be cut off."""
    colours = calls.fill_colours(texts)
    clear = (calls.render_modes(texts) == _UNSEEN) | (colours[:, 3] < _FAINT)
    white = ~clear & (colours[:, :3].min(axis=1) >= _PALE)
    clipped = ~clear & ~white & free & (calls.clip_counts(texts) > 0)
    for marks, fault in ((clear, Fault.CLEAR), (white, Fault.WHITE)):
        drawings.faults.update((texts[i], fault) for i in np.flatnonzero(marks).tolist())
    for i in np.flatnonzero(clipped).tolist():
        if _is_cut_off(_thing(texts[i])):
            drawings.faults[texts[i]] = Fault.CUT_OFF


def _is_cut_off(thing: object) -> bool:
    """Whether the middle of an object stands outside of what it is clipped to."""
    clip = pdfium.FPDFPageObj_GetClipPath(thing)
    count = pdfium.FPDFClipPath_CountPaths(clip)
    if count <= 0:
        return False
    left, bottom, right, top = _bounds(thing, None)
    x, y = (left + right) / 2, (bottom + top) / 2
    for number in range(count):
        points = _points(clip, number)
        if len(points) > 1:
            xs, ys = zip(*points, strict=True)
            if not (min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)):
                return True
    return False


def _points(clip: object, number: int) -> list[tuple[float, float]]:
    """The corners of a path of a clip; none of one with many."""
    count = pdfium.FPDFClipPath_CountPathSegments(clip, number)
    if not 0 < count <= _CORNERS:
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, number, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        found.append((x.value, y.value))
    return found


def _colour(thing: object) -> tuple[int, int, int, int]:
    """Red, green, blue and cover (0–255) of what an object is filled with; black if unknown."""
    red, green, blue, cover = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, cover):
        return 0, 0, 0, 255
    return red.value, green.value, blue.value, cover.value


def _dots(image: object) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(image, width, height):
        return 0
    return width.value * height.value


def _note_path(drawings: Drawings, path: object, matrix: Affine | None) -> None:
    left, bottom, right, top = bounds = _bounds(path, matrix)
    if min(right - left, top - bottom) <= THIN:
        if max(right - left, top - bottom) >= _SHORT:
            drawings.lines.append(bounds)
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    if filled.value and min(_colour(path)[:3]) < _PALE:
        drawings.shapes.append(bounds)
    if stroked.value:
        own = _matrix(path)
        drawings.lines.extend(_strokes(path, _times(own, matrix)))


def _strokes(path: object, matrix: Affine) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright strokes of a path with several (a frame, or a whole grid)."""
    count = min(pdfium.FPDFPath_CountSegments(path), _SEGMENTS)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = _point(x.value, y.value, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _stroke(last, here)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _stroke(here, start)
            last = start


def _stroke(
    one: tuple[float, float], other: tuple[float, float]
) -> Iterator[tuple[float, float, float, float]]:
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(across, up) <= 1 and max(across, up) >= _SHORT:
        yield (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )
