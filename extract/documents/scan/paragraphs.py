"""Words outside of tables to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.documents.paper import Paragraph
from extract.documents.scan.sheet import Sheet
from extract.documents.scan.words import Box, Word, around


def paragraphs(words: Sequence[Word], sheet: Sheet) -> Iterator[tuple[Box, Paragraph]]:
    """The paragraphs that Tesseract saw, each with its box in pixels."""
    for _, found in groupby(words, key=lambda word: word.line[:2]):
        group = list(found)
        lines = [list(line) for _, line in groupby(group, key=lambda word: word.line)]
        yield around([word.box for word in group]), Paragraph(sheet.runs(lines))
