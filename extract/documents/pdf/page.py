"""One page of a PDF, read by the best of three ways."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pypdfium2

from extract.documents.means import Means, UnreadableError
from extract.documents.paper import Part
from extract.documents.pdf.drawings import Drawings, read_drawings
from extract.documents.pdf.frame import Boxes, Frame
from extract.documents.pdf.language import has_orphans, is_scrambled, worth
from extract.documents.pdf.layer import Layer, read_layer
from extract.documents.pdf.old_fonts import convert_letters
from extract.documents.pdf.pictures import read_picture
from extract.documents.pdf.pieces import join_pieces
from extract.documents.pdf.poppler import Poppler
from extract.documents.pdf.visibility import covered, over, seen, seen_again
from extract.model import Issue

_WHOLE = 0.5
"""A picture that covers this share of a page is the page."""
_LARGE = 0.2
_FEW = 12
_OUTLINES = 40
_POPPLER_BETTER = 0.03
_PERFECT = 0.96


@dataclass(slots=True)
class PageResult:
    """A page as read: the words of its text layer, or the parts that a recogniser saw.

    ``read_by`` is as in ``Page``; ``encoding`` an old encoding that was converted; ``hidden``
    are the boxes of words that nobody sees.
    """

    number: int
    frame: Frame
    read_by: str = "text"
    layer: Layer | None = None
    drawings: Drawings = field(default_factory=Drawings)
    parts: tuple[Part, ...] = ()
    issues: list[Issue] = field(default_factory=list)
    encoding: str = ""
    hidden: Boxes = field(default_factory=lambda: np.zeros((0, 4)))

    def tell(self, code: str, message: str, advice: str) -> None:
        """Note an issue of this page."""
        self.issues.append(Issue(code, message, f"page {self.number}", advice))


def read_page(
    page: pypdfium2.PdfPage, number: int, characters: int, poppler: Poppler, means: Means
) -> PageResult:
    """Read the page ``number`` (from 1), of which at most ``characters`` are taken.

    Raises:
        UnreadableError: ``too_much_output``.
    """
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > characters:
            raise UnreadableError(
                "too_much_output",
                f"The PDF has more than {means.limits.characters:,} characters.",
                "Look at the document: it may be made to do harm; else cut out what matters.",
            )
        layer, frame = read_layer(textpage.raw, Frame.of(page.raw))
        drawings = read_drawings(page.raw)
        result = PageResult(number, frame, drawings=drawings)
        marks = seen(textpage.raw, layer, drawings, frame)
        visible = layer.only(marks)
        result.hidden = layer.boxes[~marks]
        _tell_hidden(result, layer, visible)
        letters, result.encoding = convert_letters(textpage.raw, visible)
        result.layer, cut_up = _whole(letters)
    finally:
        textpage.close()
    _judge(result, page, poppler, means)
    if cut_up and result.read_by == "text":
        result.tell(
            "split_syllables",
            "Words whose letters stood apart were joined.",
            "Compare names with the page.",
        )
    return result


def _whole(letters: Layer) -> tuple[Layer, bool]:
    """The layer with pieces of words joined, and whether that was needed and right.

    Accents that stand apart may be in another order too, which no joining mends: then only
    a result without a fault is kept.
    """
    joined, cut_up = join_pieces(letters)
    if cut_up and has_orphans(letters.text) and worth(joined.text) <= _PERFECT:
        return letters, False
    return joined, cut_up


def _tell_hidden(result: PageResult, layer: Layer, visible: Layer) -> None:
    hidden = len(layer.texts) - len(visible.texts)
    if hidden:
        result.tell(
            "hidden_text",
            f"{hidden} words are tiny, cut off, without colour or off the page; all left out.",
            "Look at the page: what cannot be seen there is no evidence.",
        )


def _judge(result: PageResult, page: pypdfium2.PdfPage, poppler: Poppler, means: Means) -> None:
    """Keep the text layer if it is good; else read it again, and then the picture."""
    assert result.layer is not None
    text = result.layer.text
    pictures = covered(result.drawings.pictures, result.frame)
    if not text:
        if result.drawings.pictures or len(result.drawings.shapes) > _OUTLINES:
            _recognise(result, page, means)
        else:
            result.read_by = "blank"
    elif pictures > _WHOLE and len(result.layer.texts) < _FEW:
        _recognise(result, page, means)
    elif is_scrambled(text):
        _read_again(result, page, poppler, means)
    elif pictures > _LARGE and not _is_behind(result):
        result.tell(
            "picture_unread",
            f"A picture covers {pictures:.0%} of the page; only the text beside it was read.",
            "Look at the page; if the picture holds a table, load it as a picture.",
        )


def _is_behind(result: PageResult) -> bool:
    """Whether many of the words stand over the pictures: these are scans with a text layer."""
    assert result.layer is not None
    if not result.drawings.pictures:
        return True
    return bool(over(result.layer, result.drawings.pictures, result.frame).mean() > _WHOLE)


def _read_again(
    result: PageResult, page: pypdfium2.PdfPage, poppler: Poppler, means: Means
) -> None:
    """A page whose letters are scrambled: by poppler, or by its picture."""
    try:
        if read_better(result, poppler):
            return
    except UnreadableError as error:
        result.tell(error.code, error.message, error.advice)
    result.tell(
        "scrambled_text",
        "The text of the page is scrambled: its fonts do not tell which letters they show. "
        "It was not kept; the picture of the page is read instead.",
        "Compare the numbers with the page.",
    )
    _recognise(result, page, means)


def read_better(result: PageResult, poppler: Poppler) -> bool:
    """Read a page by poppler and keep that if it is clearly better Vietnamese.

    Raises:
        UnreadableError: pdftotext is missing or failed.
    """
    if result.layer is None or worth(result.layer.text) > _PERFECT:
        return False
    second = poppler.read(result.number, result.frame)
    if len(result.hidden):
        second = second.only(seen_again(second, result.layer.boxes, result.hidden))
    better = worth(second.text) > worth(result.layer.text) + _POPPLER_BETTER
    if not better or is_scrambled(second.text):
        return False
    result.layer, result.read_by = second, "poppler"
    return True


def _recognise(result: PageResult, page: pypdfium2.PdfPage, means: Means) -> None:
    """Read the picture of the page."""
    result.layer = None
    try:
        read = read_picture(page, result.number, result.frame, result.drawings, means)
    except UnreadableError as error:
        result.read_by = "unread"
        result.tell(error.code, error.message, error.advice)
        return
    result.parts = read.parts
    result.issues.extend(read.issues)
    result.read_by = "ocr" if read.parts else "blank"
