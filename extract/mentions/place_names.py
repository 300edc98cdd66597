"""Runs of capitalised words, and the names of units inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.places.names import WORD, NameIndex
from extract.places.units import Unit

_UPPER = "".join(
    chr(c) for c in range(0x41, 0x1EFA) if chr(c).isupper() and (c < 0x250 or c >= 0x1E00)
)
_WORD = rf"[{_UPPER}]\w*(?:['’]\w+)*"
# Words joined by one blank or a hyphen. It begins with a letter class, so that the
# search jumps from capital to capital.
_RUN = re.compile(rf"{_WORD}(?:(?: | ?[-–] ?){_WORD})*")
_NAME_HERE = re.compile(rf"{_WORD}(?: {_WORD}){{0,3}}(?: \d{{1,2}}(?![\d./,]|\w| (?:sản|SẢN|sp)))?")
_FARM = re.compile(rf"[Nn]ông [Tt]rường {_WORD}(?: {_WORD}){{0,2}}")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name, and the run of capitalised words in which it stands.

    ``run`` is the text of the run; ``before`` and ``after`` are what surrounds the name
    inside it ("UBND " and "" in "UBND Nghệ An").
    """

    start: int
    end: int
    units: tuple[Unit, ...]
    run: str
    before: str
    after: str


def known_names(text: str, folded: str, index: NameIndex[Unit]) -> Iterator[NameHit]:
    """The longest known names in capitalised words, left to right, none overlapping."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = folded[start:end]
        if " " not in run and "-" not in run:
            if units := index.get(run):
                yield NameHit(start, end, units, match.group(), "", "")
        elif any(word in index.first_words for word in run.replace("-", " ").split()):
            yield from _names_in_run(text, folded, match, index)


def _names_in_run(
    text: str, folded: str, run: re.Match[str], index: NameIndex[Unit]
) -> Iterator[NameHit]:
    words = list(WORD.finditer(folded, run.start(), run.end()))
    keys = [word.group() for word in words]
    position = 0
    while position < len(words):
        size, units = index.longest(keys, position)
        if size:
            start, end = words[position].start(), words[position + size - 1].end()
            before, after = text[run.start() : start], text[end : run.end()]
            yield NameHit(start, end, units, run.group(), before, after)
        position += size or 1


def name_at(text: str, start: int) -> re.Match[str] | None:
    """Up to four capitalised words (and a number, "Móng Cái 2") that begin at ``start``."""
    return _FARM.match(text, start) or _NAME_HERE.match(text, start)
