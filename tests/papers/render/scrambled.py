"""PDFs whose text layer has its accented letters out of order.

A font without Vietnamese letters makes programs take the accented ones from another font
and draw them after the rest of the line. People see "TỈNH NGHỆ AN"; programs that read the
text in the order of drawing get "T NH NGH AN Ỉ Ệ".
"""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
from reportlab.pdfgen.canvas import Canvas

from papers.render.fonts import register

_WESTERN = "Times-Roman"


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


def _draw(canvas: Any, letters: list[dict[str, Any]]) -> None:
    height, size = letters[0]["matrix"][5], letters[0]["size"]
    for western in (True, False):
        for fits, group in groupby(letters, key=_western):
            if fits is not western:
                continue
            run = list(group)
            canvas.setFont(_WESTERN if western else "Sans", size)
            canvas.drawString(run[0]["x0"], height, "".join(letter["text"] for letter in run))
