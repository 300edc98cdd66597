"""Fonts of this machine that have all Vietnamese letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOMS = tuple(
    Path(room)
    for room in (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts/Supplemental",
        "C:/Windows/Fonts",
    )
)
SERIF = {
    "": ("DejaVuSerifCondensed.ttf", "times.ttf", "Times New Roman.ttf"),
    "-Bold": ("DejaVuSerifCondensed-Bold.ttf", "timesbd.ttf", "Times New Roman Bold.ttf"),
    "-Italic": ("DejaVuSerifCondensed-Italic.ttf", "timesi.ttf", "Times New Roman Italic.ttf"),
}
"""Liberation, which stands in for Times on Linux, lacks most Vietnamese letters."""
SANS = {"": ("DejaVuSansCondensed.ttf", "arial.ttf", "Arial.ttf")}
STARS = {"": ("DejaVuSans.ttf", "seguisym.ttf", "Apple Symbols.ttf")}
"""The serif font has no ★."""
MISSING = "no font with Vietnamese letters (Debian: fonts-dejavu)"


@cache
def find(names: tuple[str, ...]) -> Path | None:
    """The first of these font files that is installed."""
    for name in names:
        for room in ROOMS:
            for path in sorted(room.rglob(name)):
                return path
    return None


def installed() -> bool:
    """Whether PDFs can be made here."""
    return all(find(names) for names in (*SERIF.values(), *SANS.values(), *STARS.values()))


@cache
def register() -> None:
    """Make the fonts known to reportlab as Serif, Serif-Bold, Serif-Italic, Sans, Stars."""
    for family, faces in (("Serif", SERIF), ("Sans", SANS), ("Stars", STARS)):
        for face, names in faces.items():
            path = find(names)
            if path is None:
                raise FileNotFoundError(MISSING)
            pdfmetrics.registerFont(TTFont(family + face, str(path)))
