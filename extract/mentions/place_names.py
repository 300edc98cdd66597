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


@dataclass(slots=True)
class NameHit:
    """A known name, and the run of capitalised words in which it stands.

    ``upper`` says whether the whole run is in capital letters.
    """

    start: int
    end: int
    units: tuple[Unit, ...]
    run_start: int
    run_end: int
    upper: bool


def known_names(text: str, folded: str, index: NameIndex[Unit]) -> Iterator[NameHit]:
    """The longest known names in capitalised words, left to right, none overlapping."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = folded[start:end]
        if " " not in run and "-" not in run:
            if units := index.get(run):
                yield NameHit(start, end, units, start, end, match.group().isupper())
        elif any(word in index.first_words for word in run.replace("-", " ").split()):
            yield from _names_in_run(folded, match, index)


def _names_in_run(folded: str, run: re.Match[str], index: NameIndex[Unit]) -> Iterator[NameHit]:
    run_start, run_end = run.span()
    upper = run.group().isupper()
    words = list(WORD.finditer(folded, run_start, run_end))
    keys = [word.group() for word in words]
    position = 0
    while position < len(words):
        size, units = index.longest(keys, position)
        if size:
            start, end = words[position].start(), words[position + size - 1].end()
            yield NameHit(start, end, units, run_start, run_end, upper)
        position += size or 1


def goes_on(text: str, hit: NameHit) -> bool:
    """Whether capitalised words follow the name with no more than a blank between."""
    after = text[hit.end : min(hit.end + 2, hit.run_end)]
    return after[:1] == " " and after[1:] not in ("-", "–")


def name_at(text: str, start: int) -> re.Match[str] | None:
    """Up to four capitalised words (and a number, "Móng Cái 2") that begin at ``start``."""
    return _FARM.match(text, start) or _NAME_HERE.match(text, start)


def run_around(text: str, offset: int) -> re.Match[str] | None:
    """The run of capitalised words that covers ``offset``, looked for in its line."""
    line = max(text.rfind("\n", 0, offset) + 1, offset - 60)
    return next((m for m in _RUN.finditer(text, line, offset + 60) if m.end() > offset), None)
