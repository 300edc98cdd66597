"""PDFs whose text layer has its accented letters out of order.

A font without Vietnamese letters makes programs take the accented ones from elsewhere and
draw them after the rest of the line. People see "TỈNH NGHỆ AN"; programs that read the
text in the order of drawing get "T NH NGH AN Ỉ Ệ".
"""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pdfplumber
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from papers.render.fonts import register


def scrambled(payload: bytes) -> bytes:
    """The same pages, drawn anew: lines of tables, western letters, then the accented ones."""
    register()
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    with pdfplumber.open(io.BytesIO(payload)) as old:
        for page in old.pages:
            canvas.setPageSize((page.width, page.height))
            for line in (*page.lines, *page.rects):
                canvas.setLineWidth(0.6)
                canvas.line(line["x0"], line["y0"], line["x1"], line["y1"])
            for line in _lines(page):
                _draw(canvas, line)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(page: Any) -> list[list[dict[str, Any]]]:
    """Letters of each stretch of text that was drawn on one height, without a wide gap."""
    heights: dict[tuple[float, float], list[dict[str, Any]]] = defaultdict(list)
    for letter in page.chars:
        heights[round(letter["matrix"][5], 1), round(letter["size"], 1)].append(letter)
    found = []
    for letters in heights.values():
        letters.sort(key=lambda letter: letter["x0"])
        current = [letters[0]]
        for before, letter in pairwise(letters):
            if letter["x0"] - before["x1"] > letter["size"]:
                found.append(current)
                current = []
            current.append(letter)
        found.append(current)
    return found


def _western(letter: dict[str, Any]) -> bool:
    return len(letter["text"]) == 1 and ord(letter["text"]) < 0x7F


def _draw(canvas: Canvas, letters: list[dict[str, Any]]) -> None:
    """Two operators for a stretch: western letters with gaps, then the others into the gaps."""
    size = letters[0]["size"]
    bold = "-Bold" if "Bold" in letters[0]["fontname"] else ""
    for western in (True, False):
        run = [letter for letter in letters if _western(letter) is western]
        if not run:
            continue
        starry = any(letter["text"] == "★" for letter in run)
        font = getFont("Stars" if starry else "Serif" + bold)
        pieces, pen, named = [], run[0]["x0"], ""
        for letter in run:
            gap = (pen - letter["x0"]) / size * 1000
            named, shown = _coded(canvas, font, letter["text"])
            pieces.append(f"{gap:.0f} ({shown})" if abs(gap) > 1 else f"({shown})")
            pen = letter["x0"] + font.stringWidth(letter["text"], size)
        text = canvas.beginText(run[0]["x0"], run[0]["matrix"][5])
        text._code.append(f"{named} {size:.1f} Tf [{' '.join(pieces)}] TJ")
        canvas.drawText(text)


def _coded(canvas: Any, font: Any, letter: str) -> tuple[str, str]:
    """The font as PDF operators name it, and the bytes of a letter in it."""
    ((subset, coded),) = font.splitString(letter, canvas._doc)
    return font.getSubsetInternalName(subset, canvas._doc), canvas._escape(coded)
