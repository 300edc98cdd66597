"""Write the learning curve of docs/accuracy.md: ``python docs/curve.py CURVE.json``.

The file is what ``python -m bench.curve`` printed. Figures are copied as measured, into the
block between the comments ``<!-- curve -->`` and ``<!-- end -->`` and into the picture.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
PAGE = DOCS / "accuracy.md"
PLOT = DOCS / "images" / "learning.svg"
BLOCK = re.compile(r"(<!-- curve -->\n).*?(<!-- end -->)", re.DOTALL)

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 420, 260, 48, 44, 16, 90
LINES = {"strict": ("all claims", "#1f6f8b"), "table": ("for the table", "#b5651d")}
STEP = 0.05
"""Between two marks of the scores."""

Point = Mapping[str, float]


def table(points: Sequence[Point]) -> str:
    """The points as a table in Markdown."""
    heads = ("documents learned from", "F1, strict", "F1, for the table")
    lines = [heads, ["---"] * len(heads)]
    lines += [
        (
            f"{point['documents']:,}",
            f"{point['strict']:.3f}",
            f"{point['table']:.3f}",
        )
        for point in points
    ]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


class Frame:
    """Where documents and scores lie in the picture: each step to the right twice as many."""

    def __init__(self, points: Sequence[Point]) -> None:
        scores = [point[name] for point in points for name in LINES]
        self.low = math.floor(min(scores) / STEP) * STEP
        self.high = math.ceil(max(scores) / STEP) * STEP
        self._first, self._last = (math.log2(points[at]["documents"]) for at in (0, -1))

    def across(self, documents: float) -> float:
        """The distance of a number of documents from the left."""
        part = (math.log2(documents) - self._first) / (self._last - self._first)
        return LEFT + (WIDTH - LEFT - RIGHT) * part

    def down(self, score: float) -> float:
        """The distance of a score from the top."""
        part = (score - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part


def picture(points: Sequence[Point]) -> str:
    """Score against number of documents, as SVG."""
    frame = Frame(points)
    title = "Learning curve: F1 against number of labelled documents learned from"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{title}" font-family="sans-serif" font-size="10">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_axes(frame, [point["documents"] for point in points]),
    ]
    for name, (said, colour) in LINES.items():
        dots = [(frame.across(point["documents"]), frame.down(point[name])) for point in points]
        path = " L".join(f"{x:.1f} {y:.1f}" for x, y in dots)
        parts.append(f'<path d="M{path}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in dots]
        x, y = dots[-1]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 3:.1f}" fill="{colour}">{said}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axes(frame: Frame, documents: Sequence[float]) -> list[str]:
    """The axes, their marks and what they mean."""
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts = [
        f'<path d="M{LEFT} {TOP} V{HEIGHT - BOTTOM} H{WIDTH - RIGHT}" stroke="#333" fill="none"/>',
        f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">documents learned from</text>',
        f'<text x="12" y="{HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 12 {HEIGHT / 2})">F1 of hands left out</text>',
    ]
    for mark in range(round((frame.high - frame.low) / STEP) + 1):
        score = frame.low + mark * STEP
        y = frame.down(score)
        parts.append(
            f'<path d="M{LEFT} {y:.1f} H{WIDTH - RIGHT}" stroke="#ddd"/>'
            f'<text x="{LEFT - 6}" y="{y + 3:.1f}" text-anchor="end">{score:.2f}</text>'
        )
    parts += [
        f'<text x="{frame.across(number):.1f}" y="{HEIGHT - BOTTOM + 14}" '
        f'text-anchor="middle">{number:,}</text>'
        for number in documents
    ]
    return parts


def block(found: Mapping[str, Any]) -> str:
    """What stands between the marks of the page."""
    times = f"The network saw each document that it learned from {found['epochs']} times."
    return f"\nRead: {found['read']}. {times}\n\n{table(found['points'])}\n"


def main(arguments: Sequence[str]) -> int:
    """Renew the block of the page and the picture."""
    found = json.loads(Path(arguments[0]).read_text("utf-8"))
    page, blocks = BLOCK.subn(
        lambda match: match[1] + block(found) + match[2], PAGE.read_text("utf-8")
    )
    if blocks != 1:
        sys.exit(f"{PAGE.name} has {blocks} blocks for the curve, not one")
    PAGE.write_text(page, "utf-8")
    PLOT.write_text(picture(found["points"]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
