"""Runs of capitalised words, and the names of units inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from extract.places.names import NameIndex
from extract.places.units import Unit

_UPPER = "".join(
    chr(c) for c in range(0x41, 0x1EFA) if chr(c).isupper() and (c < 0x250 or c >= 0x1E00)
)
CAPITALISED = rf"[{_UPPER}]\w*(?:['’]\w+)*"
# Words joined by one blank or a hyphen. It begins with a letter class, so that the
# search jumps from capital to capital.
_RUN = re.compile(rf"{CAPITALISED}(?:(?: | ?[-–] ?){CAPITALISED})*")
_NAME_HERE = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,3}}")
_FARM = re.compile(rf"[Nn]ông [Tt]rường {CAPITALISED}(?: {CAPITALISED}){{0,2}}")


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
    starts_no_name = index.first_words.isdisjoint
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = folded[start:end].replace("-", " ").split(" ")
        if not starts_no_name(words):
            upper = match.group().isupper()
            for at, stop, units in _names_in_run(words, index):
                yield NameHit(start + at, start + stop, units, start, end, upper)


def _names_in_run(
    words: list[str], index: NameIndex[Unit]
) -> Iterator[tuple[int, int, tuple[Unit, ...]]]:
    """Offsets in the run and units of the names among its words.

    ``words`` are split at single blanks: where a hyphen was there are empty ones, which
    keep the offsets right and do not count as words.
    """
    keys = [word for word in words if word]
    real: list[int] = []
    position = 0
    while position < len(keys):
        size, units = index.longest(keys, position)
        if size:
            real = real or _starts(words)
            last = position + size - 1
            yield real[position], real[last] + len(keys[last]), units
        position += size or 1


def _starts(words: list[str]) -> list[int]:
    """Where each word that is not empty begins."""
    starts = accumulate((len(word) + 1 for word in words), initial=0)
    return [start for start, word in zip(starts, words, strict=False) if word]


def goes_on(text: str, hit: NameHit) -> bool:
    """Whether capitalised words follow the name with no more than a blank between."""
    after = text[hit.end : min(hit.end + 2, hit.run_end)]
    return after[:1] == " " and after[1:] not in ("-", "–")


def name_at(text: str, start: int) -> re.Match[str] | None:
    """Up to four capitalised words that begin at ``start``."""
    return _FARM.match(text, start) or _NAME_HERE.match(text, start)


def run_around(text: str, offset: int) -> re.Match[str] | None:
    """The run of capitalised words that covers ``offset``, looked for in its line."""
    line = max(text.rfind("\n", 0, offset) + 1, offset - 60)
    return next((m for m in _RUN.finditer(text, line, offset + 60) if m.end() > offset), None)
