"""Pages as a scanner of a commune office gives them: crooked, grey, stamped, signed."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import pdfplumber
import pikepdf
import pypdfium2
from docx import Document
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from papers.render.fonts import SANS, find
from papers.render.zips import steady_zip

RED, BLUE = (196, 30, 44), (34, 52, 150)


@dataclass(frozen=True, slots=True)
class Scanner:
    """How badly a page is scanned: ``skew`` in degrees at most, ``noise`` in grey levels."""

    dpi: int = 200
    skew: float = 1.2
    blur: float = 0.6
    noise: float = 6.0
    quality: int = 70


def scan(payload: bytes, scanner: Scanner, seed: str) -> list[Image.Image]:
    """The pages of a PDF as pictures; the signature is stamped and signed."""
    draw = Random(seed)
    pages = []
    document = pypdfium2.PdfDocument(payload)
    try:
        for number, place in enumerate(_signatures(payload)):
            scale = scanner.dpi / 72
            page = document[number].render(scale=scale).to_pil().convert("RGB")
            if place:
                _stamp(page, place[0] * scale, place[1] * scale, scale)
                _sign(page, place[0] * scale, place[1] * scale, scale, draw)
            pages.append(_worn(page, scanner, draw))
    finally:
        document.close()
    return pages


def _signatures(payload: bytes) -> list[tuple[float, float] | None]:
    """For every page the point where the signature stands, in points from the top left."""
    found: list[tuple[float, float] | None] = []
    with pdfplumber.open(io.BytesIO(payload)) as pages:
        for page in pages.pages:
            marks = [w for w in page.extract_words() if w["text"] in ("TM.", "KT.")]
            found.append((marks[0]["x0"] + 20, marks[0]["bottom"] + 34) if marks else None)
    return found


def _stamp(page: Image.Image, x: float, y: float, scale: float) -> None:
    """A round red stamp, one third over the name, as the rules want it."""
    radius = 40 * scale
    seal = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(seal)
    for share, width in ((1.0, 2.2), (0.93, 1.0), (0.55, 1.0)):
        r = radius * share
        pen.ellipse((x - r, y - r, x + r, y + r), outline=(*RED, 190), width=int(width * scale))
    font = ImageFont.truetype(str(find(SANS[""])), int(7 * scale))
    for at, letter in enumerate("ỦY BAN NHÂN DÂN * TỈNH * "):
        angle = math.radians(-150 + at * 14)
        where = x + radius * 0.73 * math.cos(angle), y + radius * 0.73 * math.sin(angle)
        pen.text(where, letter, font=font, fill=(*RED, 190), anchor="mm")
    points = [
        (
            x + radius * size * math.sin(math.radians(at * 36)),
            y - radius * size * math.cos(math.radians(at * 36)),
        )
        for at in range(10)
        for size in (0.42 if at % 2 == 0 else 0.17,)
    ]
    pen.polygon(points, outline=(*RED, 190))
    page.paste(Image.alpha_composite(page.convert("RGBA"), seal).convert("RGB"))


def _sign(page: Image.Image, x: float, y: float, scale: float, draw: Random) -> None:
    """A blue signature across stamp and name."""
    pen = ImageDraw.Draw(page)
    points = [(x + (20 + at * 4) * scale, y + (draw.uniform(-14, 14)) * scale) for at in range(16)]
    pen.line(points, fill=BLUE, width=max(2, int(1.2 * scale)), joint="curve")


def _worn(page: Image.Image, scanner: Scanner, draw: Random) -> Image.Image:
    angle = draw.choice((-1, 1)) * draw.uniform(scanner.skew / 3, scanner.skew)
    turned = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(252, 252, 250))
    pixels = cv2.GaussianBlur(np.asarray(turned), (0, 0), scanner.blur)
    noise = np.random.default_rng(draw.randrange(2**32)).normal(0, scanner.noise, (509, 509))
    height, width = pixels.shape[:2]
    tiles = np.tile(noise.astype(np.int16), (height // 509 + 1, width // 509 + 1))
    grains = cv2.merge([tiles[:height, :width]] * 3)
    return Image.fromarray(cv2.add(pixels, grains, dtype=cv2.CV_8U))


def _jpeg(page: Image.Image, quality: int) -> io.BytesIO:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality)
    out.seek(0)
    return out


def to_image_pdf(pages: Sequence[Image.Image], scanner: Scanner) -> bytes:
    """A PDF without any text."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        size = page.width * 72 / scanner.dpi, page.height * 72 / scanner.dpi
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(_jpeg(page, scanner.quality)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def to_png(page: Image.Image, scanner: Scanner) -> bytes:
    out = io.BytesIO()
    page.convert("L").save(out, "PNG", dpi=(scanner.dpi, scanner.dpi))
    return out.getvalue()


def to_tiff(pages: Sequence[Image.Image], scanner: Scanner) -> bytes:
    """A TIFF of many pages, in grey."""
    out = io.BytesIO()
    first, *rest = [page.convert("L") for page in pages]
    first.save(
        out,
        "TIFF",
        save_all=True,
        append_images=rest,
        compression="tiff_lzw",
        dpi=(scanner.dpi, scanner.dpi),
    )
    return out.getvalue()


def to_image_docx(pages: Sequence[Image.Image], scanner: Scanner) -> bytes:
    """A Word file that holds pictures of pages and no words."""
    made = Document()
    for page in pages:
        wide = page.width > page.height
        made.add_picture(_jpeg(page, scanner.quality), width=Cm(24 if wide else 16))
    out = io.BytesIO()
    made.save(out)
    return steady_zip(out.getvalue())


def mixed(text: bytes, scanned: bytes) -> bytes:
    """The first page of one PDF with its text, the other pages from a scan of it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(text)) as typed, pikepdf.open(io.BytesIO(scanned)) as pictures:
        made = pikepdf.Pdf.new()
        made.pages.append(typed.pages[0])
        made.pages.extend(pictures.pages[1:])
        made.save(out, deterministic_id=True)
    return out.getvalue()
