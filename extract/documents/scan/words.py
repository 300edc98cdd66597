"""Words that Tesseract recognised, as its TSV tells them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in pixels of the recognised picture and how sure Tesseract was (0-1).

    ``picture`` counts the pictures that were recognised together from 0; ``line`` names block,
    paragraph and line of the word in its picture.
    """

    text: str
    box: Box
    sure: float
    picture: int
    line: tuple[int, int, int]


def parse_words(table: bytes) -> tuple[Word, ...]:
    """The words of Tesseract's TSV in its own order (https://tesseract-ocr.github.io/tessdoc)."""
    lines = io.StringIO(table.decode("utf-8", "replace"))
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        _word(row) for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip()
    )


def _word(row: dict[str, str]) -> Word:
    left, top = int(row["left"]), int(row["top"])
    return Word(
        text=row["text"].strip(),
        box=(left, top, left + int(row["width"]), top + int(row["height"])),
        sure=min(max(float(row["conf"]) / 100, 0.0), 1.0),
        picture=int(row["page_num"]) - 1,
        line=(int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
    )


def around(boxes: list[Box]) -> Box:
    """The smallest box around ``boxes`` (at least one)."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
