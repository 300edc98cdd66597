"""Pictures in a Word document that take the place of text: scanned pages pasted into it."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from extract.documents.means import Means, UnreadableError
from extract.documents.office.package import OPEN_BY_HAND
from extract.documents.office.paragraphs import Picture
from extract.documents.paper import Part
from extract.documents.scan.page import read_page_image
from extract.model import Issue, Page

_PAGE_AREA = 200_000.0
"""Square points (of 501,000 on A4) from which a picture between text is one of a page."""
_LEAST_AREA = 60_000.0
_LEAST_SIDE = 600
"""Points and pixels that a picture needs to hold a text, where nothing else does."""
_A4_WIDTH = 595.0


def may_be_page(picture: Picture, *, alone: bool) -> bool:
    """Whether a picture is as large as one of a page; ``alone``: the document has no text."""
    area = picture.width * picture.height
    return area >= (_LEAST_AREA if alone else _PAGE_AREA) or (alone and area == 0)


def read_picture(
    data: bytes, picture: Picture, number: int, means: Means
) -> tuple[tuple[Part, ...], Page | None, tuple[Issue, ...]]:
    """Recognise the text of the ``number``-th picture of a page.

    Raises:
        UnreadableError: ``needs_program``; the whole document waits for the recogniser.
    """
    where = f"picture {number}"
    try:
        image = _open(data, means)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        return (), None, (Issue("damaged", f"A picture: {error}.", where, OPEN_BY_HAND),)
    except UnreadableError as error:
        return (), None, (Issue(error.code, error.message, where, error.advice),)
    if min(image.size) < _LEAST_SIDE:
        return (), None, ()
    width = picture.width or _A4_WIDTH
    height = picture.height or width * image.height / image.width
    try:
        scanned = read_page_image(image, page=number, width=width, height=height, means=means)
    except UnreadableError as error:
        if error.code == "needs_program":
            raise
        page = Page(number, width, height, "unread")
        return (), page, (Issue(error.code, error.message, where, error.advice),)
    told = Issue(
        code="picture_of_text",
        message="A picture stands in the place of text; it was read by OCR.",
        where=where,
        advice="Compare numbers and names with the picture.",
    )
    page = Page(number, width, height, "ocr" if scanned.parts else "blank")
    return scanned.parts, page, (*((told,) if scanned.parts else ()), *scanned.issues)


def _open(data: bytes, means: Means) -> Image.Image:
    """The picture, upright on white."""
    image = Image.open(io.BytesIO(data))
    if image.width * image.height > means.limits.pixels:
        raise UnreadableError(
            "too_many_pixels",
            f"It has {image.width} × {image.height} pixels; "
            f"at most {means.limits.pixels:,} are read.",
            "Make the picture smaller and load it by itself.",
        )
    image.load()
    if image.mode in ("RGBA", "LA", "P"):
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return image.convert("RGB")
