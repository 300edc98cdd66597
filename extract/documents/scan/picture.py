"""Picture files, with one page or several, to a paper."""

from __future__ import annotations

import io
import struct
import warnings

import numpy as np
from PIL import Image, ImageOps

from extract.documents.means import Limits, Means, UnreadableError
from extract.documents.paper import Paper, Part
from extract.documents.scan.page import ScannedPage, read_page_image
from extract.model import Issue, Page

_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/gif": "GIF",
    "image/webp": "WEBP",
}
_POINTS = 72
_A4_WIDTH = 595.3
_PAGE_ASPECT = 1.6
_PLAUSIBLE_DPI = (100, 700)
_USUAL_DPI = 200.0
# What Pillow raises on broken files: its own errors are OSErrors, its readers of headers and
# tags let the others through.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, KeyError)


def read(payload: bytes, kind: str, means: Means) -> Paper:
    """Read a picture; each picture of a TIFF is a page, of an animation only the first.

    Raises:
        UnreadableError: ``damaged``, ``too_many_pixels``, ``too_many_pages``,
            ``needs_program``.
    """
    parts: list[Part] = []
    pages: list[Page] = []
    issues: list[Issue] = []
    with _opened(payload, kind) as file:
        count = _count_pages(file, kind, means.limits)
        for number in range(1, count + 1):
            try:
                image = _page_picture(file, number, means.limits)
                page, found = _read_page(image, number, means)
            except UnreadableError as error:
                if count == 1 or error.code == "needs_program":
                    raise
                where = f"page {number}"
                issues.append(Issue(error.code, error.message, where, error.advice))
                pages.append(Page(number, 0.0, 0.0, "unread"))
                continue
            pages.append(page)
            parts += found.parts
            issues += found.issues
    return Paper(tuple(parts), tuple(pages), tuple(issues))


def page_pixels(payload: bytes, kind: str, number: int, limits: Limits) -> Image.Image:
    """The picture of one page, as a reader is to see it.

    Raises:
        UnreadableError: ``damaged``, ``too_many_pixels`` or ``too_many_pages``.
    """
    with _opened(payload, kind) as file:
        _count_pages(file, kind, limits)
        return _page_picture(file, number, limits)


def _read_page(image: Image.Image, number: int, means: Means) -> tuple[Page, ScannedPage]:
    scale = _POINTS / _dpi(image)
    width, height = image.width * scale, image.height * scale
    found = read_page_image(image, page=number, width=width, height=height, means=means)
    return Page(number, width, height, "ocr" if found.parts else "blank"), found


def _opened(payload: bytes, kind: str) -> Image.Image:
    """The file with its head read; no pixel is decoded yet."""
    try:
        with warnings.catch_warnings():
            # Large pictures are refused by our own limit, not by Pillow's.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(payload), formats=[_FORMATS[kind]])
    except Image.DecompressionBombError as error:
        raise _too_large(str(error)) from error
    except _BROKEN as error:
        raise _damaged(error) from error


def _count_pages(file: Image.Image, kind: str, limits: Limits) -> int:
    """The pages of a TIFF; one of all else.

    Raises:
        UnreadableError: ``too_many_pages``.
    """
    if kind != "image/tiff":
        return 1
    for number in range(limits.pages + 1):
        try:
            file.seek(number)
        except EOFError:
            return number
        except Image.DecompressionBombError as error:
            raise _too_large(str(error)) from error
        except _BROKEN as error:
            if number == 0:
                raise _damaged(error) from error
            return number + 1  # the broken page is told when it is read
    raise UnreadableError(
        "too_many_pages",
        f"The picture has more than {limits.pages:,} pages; nothing was read.",
        "Split it, or raise the limit of pages if it is genuine.",
    )


def _page_picture(file: Image.Image, number: int, limits: Limits) -> Image.Image:
    """The pixels of a page, as its camera or scanner says that it is to be held.

    Raises:
        UnreadableError: ``damaged`` or ``too_many_pixels``.
    """
    try:
        file.seek(number - 1)  # the count of pages has left the file at its last one
        if file.width * file.height > limits.pixels:
            raise _too_large(f"It has {file.width:,} × {file.height:,} pixels.")
        file.load()
        image = _on_white(file)
        return ImageOps.exif_transpose(image)
    except _BROKEN as error:
        raise _damaged(error) from error


def _on_white(image: Image.Image) -> Image.Image:
    """Grey or RGB without transparency; the resolution is kept in ``info``."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        deep = np.asarray(image).astype(np.float64)
        flat = Image.fromarray((deep / max(deep.max(), 1.0) * 255).astype(np.uint8))
    elif image.mode in ("1", "L"):
        flat = image.convert("L")
    elif image.has_transparency_data:
        clear = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
    else:
        flat = image.convert("RGB")
    flat.info = {key: value for key, value in image.info.items() if key in ("dpi", "exif")}
    return flat


def _dpi(image: Image.Image) -> float:
    """The resolution that the file tells if it is plausible, else that of an A4 page."""
    told = float(image.info.get("dpi", (0, 0))[0])
    low, high = _PLAUSIBLE_DPI
    if low <= told <= high:
        return told
    short, long = sorted((image.width, image.height))
    if long > _PAGE_ASPECT * short:
        return _USUAL_DPI
    return min(max(short / _A4_WIDTH * _POINTS, low), high)


def _too_large(words: str) -> UnreadableError:
    return UnreadableError(
        "too_many_pixels",
        f"The picture is too large to be unpacked. {words}",
        "Make it smaller (300 dpi are enough) and load that, if it is genuine.",
    )


def _damaged(error: Exception) -> UnreadableError:
    return UnreadableError(
        "damaged",
        f"The picture cannot be decoded: {error}",
        "Fetch it again; if it still opens by hand, save it as PNG and load that.",
    )
