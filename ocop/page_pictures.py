"""Pages of a PDF or scan with a box around every word that a claim or product rests on.

Colours are those of the terminal; the row of a product has a thin box of its own, red where a
person should look at it.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from extract.model import Document, Evidence, Page, Reading

COLOURS = {
    "number": "#188038",
    "noun": "#188038",
    "stars": "#b06000",
    "place": "#007b83",
    "time": "#a142f4",
    "decision": "#1a73e8",
    "kind": "#d93025",
    "name": "#188038",
    "producer": "#007b83",
    "score": "#a142f4",
    "standing": "#d93025",
    "head": "#1a73e8",
}
"""A colour for each role of evidence that is drawn."""

_DOUBTFUL = "#d93025"
_CERTAIN = "#9aa0a6"

PageKey = tuple[str | None, int]
"""Name of the file in an archive (None outside of one), and page from 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box (left, top, right, bottom in points) and how it is drawn."""

    box: tuple[float, float, float, float]
    colour: str
    width: int


def marks_of(reading: Reading) -> dict[PageKey, list[Mark]]:
    """What is to be drawn on each page that has anything, each mark once."""
    found: dict[PageKey, dict[Mark, None]] = defaultdict(dict)
    for product in reading.products:
        colour = _DOUBTFUL if product.reasons else _CERTAIN
        for item in product.evidence:
            drawn = (colour, 1) if item.role == "row" else (COLOURS.get(item.role, ""), 2)
            for key, box in _boxes(reading.document, item):
                if drawn[0]:
                    found[key][Mark(box, *drawn)] = None
    for claim in reading.claims:
        for item in claim.evidence:
            if item.role in COLOURS:
                for key, box in _boxes(reading.document, item):
                    found[key][Mark(box, COLOURS[item.role], 2)] = None
    return {key: list(marks) for key, marks in sorted(found.items(), key=lambda pair: str(pair[0]))}


def _boxes(
    document: Document, item: Evidence
) -> Iterator[tuple[PageKey, tuple[float, float, float, float]]]:
    for origin in document.origins(item.span):
        if origin.page is not None and origin.box is not None:
            yield (origin.member, origin.page), origin.box


def draw(picture: bytes, page: Page, marks: Sequence[Mark]) -> bytes:
    """A PNG of a page with its marks; the picture shows the whole page, at any resolution."""
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    across, down = image.width / page.width, image.height / page.height
    pen = ImageDraw.Draw(image)
    for mark in marks:
        left, top, right, bottom = mark.box
        around = (left * across - 2, top * down - 2, right * across + 2, bottom * down + 2)
        pen.rectangle(around, outline=mark.colour, width=mark.width)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def names(pages: Mapping[PageKey, object]) -> dict[PageKey, str]:
    """A name of a file for each page: ``page-003.png``; files of an archive are numbered."""
    members = sorted({member for member, _ in pages if member is not None})
    places = {member: f"file-{n:02}-" for n, member in enumerate(members, 1)}
    return {
        key: f"{places[key[0]] if key[0] is not None else ''}page-{key[1]:03}.png" for key in pages
    }
