"""The view of a paper that its anatomy is read in: without diacritics, cut into lines.

Letterheads come from scans and old fonts, where marks are the first to go wrong (QUYÊT
ĐỊNH, Điêu 1). The skeleton of a paper is formulaic enough to be known without them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extract.model import Document, Span


class _Letters(dict[int, str]):
    """Each character without its marks, as one character."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0] if letter not in "đð" else "d"
        self[code] = base if len(base) == 1 and not unicodedata.combining(base) else letter
        return self[code]


_LETTERS = _Letters()


def bare(folded: str) -> str:
    """``folded`` without diacritics, of exactly the same length: ``thu hồi`` → ``thu hoi``."""
    return folded.translate(_LETTERS)


def rule_pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for the bare view that is written in plain Vietnamese, with its marks."""
    return re.compile(bare(words), flags)


@dataclass(frozen=True)
class View:
    """A document as its anatomy is read; all views are of the length of its text."""

    document: Document
    folded: str

    @cached_property
    def bare(self) -> str:
        """The folded article without diacritics."""
        return bare(self.folded)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The lines that hold words, without blanks at their ends, in order."""
        return tuple(_lines(self.folded))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines begin."""
        return tuple(start for start, _ in self.lines)

    def line_at(self, offset: int) -> int:
        """Number of the line that holds ``offset``, or of the last one before it."""
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def lines_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The lines that begin in ``[start, end)``, cut off at ``end``."""
        for begin, stop in self.lines[bisect_right(self.line_starts, start - 1) :]:
            if begin >= end:
                return
            yield begin, min(stop, end)

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text, without blanks at its ends."""
        return self.document.span(*_trimmed(self.document.text, start, end))

    def one_line(self, start: int, end: int) -> str:
        """The words of a run as printed, on one line."""
        return " ".join(self.document.text[start:end].replace("|", " ").split())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + len(line) - len(line.lstrip())
            yield begin, begin + len(words)
        start += len(line) + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
