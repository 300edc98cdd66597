"""Draws a page of an official paper: lines of text, tables with merged cells, a stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

A4 = (595.0, 842.0)
MARGIN = 50.0
_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerifCondensed",
    "/usr/share/fonts/dejavu-serif-fonts/DejaVuSerifCondensed",
    "/usr/share/fonts/TTF/DejaVuSerifCondensed",
)
_CUTS = {"": ".ttf", "bold": "-Bold.ttf", "italic": "-Italic.ttf"}
# DejaVu's letters are larger than those of Times at the same size.
_LARGER = 0.86


def has_fonts() -> bool:
    """Whether a font with all Vietnamese letters is installed."""
    return any(Path(folder + _CUTS[""]).exists() for folder in _FOLDERS)


def font(points: float, dpi: int, cut: str = "") -> ImageFont.FreeTypeFont:
    folder = next(f for f in _FOLDERS if Path(f + _CUTS[cut]).exists())
    return ImageFont.truetype(folder + _CUTS[cut], round(points * _LARGER * dpi / 72))


@dataclass
class Drawn:
    """A page on which things are drawn from the top; all places and sizes are in points."""

    dpi: int
    size: tuple[float, float] = A4
    y: float = MARGIN
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        width, height = (round(side * self.dpi / 72) for side in self.size)
        self.image = Image.new("RGB", (width, height), "white")
        self.pen = ImageDraw.Draw(self.image)

    def px(self, points: float) -> float:
        return points * self.dpi / 72

    def text(
        self, x: float, y: float, words: str, size: float = 13, cut: str = "", ink: str = "black"
    ) -> None:
        self.pen.text((self.px(x), self.px(y)), words, font=font(size, self.dpi, cut), fill=ink)

    def centred(self, middle: float, y: float, words: str, size: float = 13, cut: str = "") -> None:
        width = font(size, self.dpi, cut).getlength(words) / self.dpi * 72
        self.text(middle - width / 2, y, words, size, cut)

    def letterhead(self, left: Sequence[str], right: Sequence[str]) -> None:
        for middle, lines in ((160.0, left), (415.0, right)):
            for i, line in enumerate(lines):
                self.centred(middle, self.y + 16 * i, line, 12, "bold")
        self.y += 16 * max(len(left), len(right)) + 10

    def paragraph(self, words: str, size: float = 13, cut: str = "", indent: float = 28) -> None:
        x = MARGIN + indent
        for line in wrap(words, font(size, self.dpi, cut), self.px(A4[0] - 2 * MARGIN - indent)):
            self.text(x, self.y, line, size, cut)
            x, self.y = MARGIN, self.y + size * 1.25
        self.y += 4

    def title(self, words: str, size: float = 13) -> None:
        self.centred(self.size[0] / 2, self.y, words, size, "bold")
        self.y += size * 1.4

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[str | None]],
        size: float = 11,
        line: float = 0.6,
    ) -> None:
        """Draw rows; None goes on with the cell above, "<" with the cell to the left."""
        edges = [MARGIN + sum(widths[:i]) for i in range(len(widths) + 1)]
        pitch, top = size * 1.2, self.y
        tops = [top]
        for row in rows:
            heights = [
                len(self._lines(text, self._span(row, c, edges), size)) * pitch
                for c, text in enumerate(row)
                if text and text != "<"
            ]
            tops.append(tops[-1] + max([*heights, pitch]) + 4)
        stroke = max(round(self.px(line)), 1)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                left, right = self.px(edges[c]), self.px(edges[c + 1])
                above, below = self.px(tops[r]), self.px(tops[r + 1])
                if text is not None:
                    self.pen.line([left, above, right, above], "black", stroke)
                if text != "<":
                    self.pen.line([left, above, left, below], "black", stroke)
                if text and text != "<":
                    self._cell(text, r, c, rows, edges, tops, size)
        bottom = self.px(tops[-1])
        self.pen.line([self.px(edges[0]), bottom, self.px(edges[-1]), bottom], "black", stroke)
        self.pen.line(
            [self.px(edges[-1]), self.px(top), self.px(edges[-1]), bottom], "black", stroke
        )
        self.y = tops[-1] + 8

    def _span(self, row: Sequence[str | None], c: int, edges: Sequence[float]) -> float:
        last = c + 1
        while last < len(row) and row[last] == "<":
            last += 1
        return edges[last] - edges[c]

    def _lines(self, text: str, width: float, size: float) -> list[str]:
        return wrap(text, font(size, self.dpi), self.px(width - 6))

    def _cell(
        self,
        text: str,
        r: int,
        c: int,
        rows: Sequence[Sequence[str | None]],
        edges: Sequence[float],
        tops: Sequence[float],
        size: float,
    ) -> None:
        last = r + 1
        while last < len(rows) and rows[last][c] is None:
            last += 1
        width = self._span(rows[r], c, edges)
        lines = self._lines(text, width, size)
        y = (tops[r] + tops[last] - len(lines) * size * 1.2) / 2
        short = len(text) < 8
        for i, line in enumerate(lines):
            at = y + i * size * 1.2
            if short:
                self.centred(edges[c] + width / 2, at, line, size)
            else:
                self.text(edges[c] + 3, at, line, size)

    def stamp(self, x: float, y: float, radius: float = 52, ink: str = "#d03030") -> None:
        """A round stamp around (x, y): two rings, words along them, a sun within."""
        layer, pen = self._layer()
        for r, stroke in ((radius, 2.0), (radius - 16, 1.0), (10, 6.0)):
            box = [self.px(x - r), self.px(y - r), self.px(x + r), self.px(y + r)]
            pen.ellipse(box, outline=ink, width=max(round(self.px(stroke)), 1))
        words = "ỦY BAN NHÂN DÂN TỈNH "
        for i, letter in enumerate(words):
            patch = Image.new("L", (round(self.px(14)),) * 2, 0)
            ImageDraw.Draw(patch).text((self.px(3), 0), letter, font=font(10, self.dpi), fill=255)
            angle = 180 - 360 * i / len(words)
            middle = (
                x + (radius - 8) * cos(radians(angle)) - 7,
                y - (radius - 8) * sin(radians(angle)) - 7,
            )
            place = (round(self.px(middle[0])), round(self.px(middle[1])))
            layer.paste(Image.new("RGB", patch.size, ink), place, patch.rotate(angle - 90))
        self._print(layer)

    def signature(self, x: float, y: float, ink: str = "#2038b0") -> None:
        """A scrawl of a pen from (x, y) to the right."""
        layer, pen = self._layer()
        points = [(0, 20), (8, -16), (14, 26), (22, -8), (30, 30), (44, 6), (50, 22), (90, 4)]
        places = [(self.px(x + dx), self.px(y + dy)) for dx, dy in points]
        pen.line(places, fill=ink, width=max(round(self.px(1.4)), 1), joint="curve")
        self._print(layer)

    def _layer(self) -> tuple[Image.Image, ImageDraw.ImageDraw]:
        layer = Image.new("RGB", self.image.size, "white")
        return layer, ImageDraw.Draw(layer)

    def _print(self, layer: Image.Image) -> None:
        """Ink over print: both together are darker than each."""
        self.image = ImageChops.multiply(self.image, layer)
        self.pen = ImageDraw.Draw(self.image)


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The words of ``text`` in lines that are at most ``width`` pixels wide."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
