"""The words of one Word paragraph: without what was deleted or hidden, with what was inserted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extract.documents.office.letters import Letters, symbol
from extract.documents.office.styles import Styles
from extract.documents.office.wordml import (
    EMBED,
    GONE,
    RELATION,
    TEXT_BOX,
    child,
    plain_text,
    seen,
    w,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EMU = 12_700  # English Metric Units of DrawingML to a point
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object")})
_BREAKS = frozenset({w("br"), w("cr")})
# In TCVN3 the soft hyphen is the letter ư, so it goes on to the converter with its font.
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-", w("softHyphen"): "\u00ad"}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its relation, with width and height as printed in points (0: unknown)."""

    relation: str
    width: float = 0.0
    height: float = 0.0


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph: its lines (parted by hard breaks) and what hangs on it."""

    lines: list[list[Letters]] = field(default_factory=lambda: [[]])
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def has_words(self) -> bool:
        """Whether anything but blanks is printed."""
        return any(letters.text.strip() for line in self.lines for letters in line)


def read_inline(paragraph: etree._Element, styles: Styles) -> Inline:
    """Read ``paragraph`` (``w:p``)."""
    found = Inline()
    for node in _runs(paragraph):
        if node.tag in GONE:
            found.deleted.append(plain_text(node))
        elif node.tag != w("r"):
            _read_math(node, found)
        elif styles.is_hidden(node, paragraph):
            found.hidden.append(plain_text(node))
        else:
            _read_run(node, paragraph, styles, found)
    return found


def is_mark_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked change joined the paragraph to the one after it."""
    mark = child(paragraph, "pPr", "rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in GONE)


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in seen(paragraph):
        if node.tag in GONE or node.tag == w("r") or node.tag in _FORMULAS:
            yield node


_FORMULAS = frozenset({f"{_MATH}oMath", f"{_MATH}oMathPara"})


def _read_math(formula: etree._Element, found: Inline) -> None:
    text = "".join(node.text or "" for node in formula.iter(f"{_MATH}t"))
    found.lines[-1].append(Letters(text))


def _read_run(
    run: etree._Element, paragraph: etree._Element, styles: Styles, found: Inline
) -> None:
    font = styles.font(run, paragraph)
    for node in seen(run):
        if node.tag == w("t"):
            found.lines[-1].append(Letters(node.text or "", font))
        elif node.tag in _BREAKS:
            found.lines.append([])
        elif node.tag in _SIGNS:
            found.lines[-1].append(Letters(_SIGNS[node.tag], font))
        elif node.tag == w("sym"):
            found.lines[-1].append(Letters(_sign(node)))
        elif node.tag in _NOTES:
            found.notes.append((_NOTES[node.tag], node.get(w("id"), "")))
        elif node.tag in _DRAWINGS:
            _read_drawing(node, found)


def _sign(node: etree._Element) -> str:
    try:
        code = int(node.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return symbol(code, node.get(w("font"))) if code <= 0xFFFF else ""


def _read_drawing(drawing: etree._Element, found: Inline) -> None:
    """Text boxes and pictures of a drawing; what is hidden in it is not looked at."""
    shown = drawing.find(f".//{_WP}docPr")
    if shown is not None and _says_yes(shown.get("hidden")):
        return
    width, height = _extent(drawing)
    waiting = [drawing]
    while waiting:
        node = waiting.pop()
        if node.tag == TEXT_BOX:
            found.boxes.append(node)
            continue
        picture = node.get(EMBED) if node.tag == f"{_A}blip" else None
        if node.tag == f"{_V}imagedata":
            picture = node.get(RELATION)
        if picture:
            found.pictures.append(Picture(picture, width, height))
        waiting += reversed(list(seen(node)))


def _says_yes(said: str | None) -> bool:
    """What a truth value of DrawingML says."""
    return said in ("1", "true", "on")


def _extent(drawing: etree._Element) -> tuple[float, float]:
    extent = drawing.find(f".//{_WP}extent")
    if extent is not None:
        width, height = extent.get("cx", ""), extent.get("cy", "")
        if width.isdigit() and height.isdigit():
            return int(width) / _EMU, int(height) / _EMU
    for shape in drawing.iter(f"{_V}shape"):
        sizes = dict(
            part.strip().split(":", 1) for part in shape.get("style", "").split(";") if ":" in part
        )
        return _points(sizes.get("width", "")), _points(sizes.get("height", ""))
    return 0.0, 0.0


_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}


def _points(length: str) -> float:
    """A length of VML ("12.5pt") in points, 0 where it is none."""
    digits = length.strip().rstrip("abcdefghijklmnopqrstuvwxyz%")
    try:
        size = float(digits) * _UNITS.get(length.strip()[len(digits) :], 0.0)
    except ValueError:
        return 0.0
    return size if 0 < size < 1e5 else 0.0
