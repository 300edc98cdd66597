"""Pages of a PDF or scan with a box around every word that a claim or product rests on.

Colours are those of the terminal; the row of a product has a thin box of its own, red where a
person should look at it.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from extract.model import Document, Evidence, Page, Placed, Reading, Span
from ocop.errors import OcopError
from ocop.parsing import Parser
from ocop.phrases import Lang
from ocop.workspace import replacing

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

_Box = tuple[float, float, float, float]

PageKey = tuple[str | None, int]
"""Name of the file in an archive (None outside of one), and page from 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box (left, top, right, bottom in points) and how it is drawn."""

    box: _Box
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


def _boxes(document: Document, item: Evidence) -> Iterator[tuple[PageKey, _Box]]:
    for run in document.runs(item.span):
        origin = run.origin
        if origin.page is not None and origin.box is not None:
            yield (origin.member, origin.page), _cut(origin.box, run, item.span)


def _cut(box: _Box, run: Placed, span: Span) -> _Box:
    """The part of a line's box in which the words stand, as if all letters were of one width."""
    left, top, right, bottom = box
    letter = (right - left) / max(run.end - run.start, 1)
    begin, end = max(span.start, run.start), min(span.end, run.end)
    return left + (begin - run.start) * letter, top, left + (end - run.start) * letter, bottom


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


_SAID = {
    Lang.EN: ("{} shows {} places of evidence.", "{} could not be drawn: {}", "No page to draw."),
    Lang.VI: ("{}: {} chỗ có căn cứ.", "{} không vẽ được: {}", "Không có trang nào để vẽ."),
}


def draw_pages(
    reading: Reading, payload: bytes, parser: Parser, folder: Path, lang: Lang = Lang.EN
) -> Iterator[str]:
    """Write every page with evidence (the first page where none has any) into ``folder``.

    Args:
        reading: what was read from ``payload``.
        payload: a PDF or picture.
        parser: draws the pages in a child process.
        folder: made if it is not there; files of the same names are replaced.
        lang: language of the lines that are said.

    Yields:
        A line for each page: its file, or why there is none.

    Raises:
        OcopError: the folder cannot be written.
    """
    drawn, failed, none = _SAID[lang]
    pages = {(page.member, page.number): page for page in reading.document.pages}
    marks = marks_of(reading) or {key: [] for key in list(pages)[:1]}
    if not marks:
        yield none
    for key, name in names(marks).items():
        picture = parser.picture(payload, key[1])
        if isinstance(picture, str):
            yield failed.format(name, picture)
            continue
        with replacing_in(folder, name) as beside:
            beside.write_bytes(draw(picture, pages[key], marks[key]))
        yield drawn.format(folder / name, len(marks[key]))


@contextmanager
def replacing_in(folder: Path, name: str) -> Iterator[Path]:
    """As ``replacing``, with the folder made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OcopError(
            f"{folder} cannot be made: {error.strerror}.", "Choose another folder."
        ) from error
    with replacing(folder / name) as beside:
        yield beside


def names(pages: Mapping[PageKey, object]) -> dict[PageKey, str]:
    """A name of a file for each page: ``page-003.png``; files of an archive are numbered."""
    members = sorted({member for member, _ in pages if member is not None})
    places = {member: f"file-{n:02}-" for n, member in enumerate(members, 1)}
    return {
        key: f"{places[key[0]] if key[0] is not None else ''}page-{key[1]:03}.png" for key in pages
    }
