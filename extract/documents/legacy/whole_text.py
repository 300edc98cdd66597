"""A whole plain text: its old encoding converted, its cut-up words joined, its places kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from extract.documents.legacy.convert import convert_as, encoding_of
from extract.documents.legacy.issues import Modernised
from extract.documents.legacy.proof import has_sign_of_d
from extract.text.split_words import is_cut_up, mend_syllables

_SHORT = 1000
"""Characters, below which a text may well be without đ."""
_SCRAPS = (" n ", " đ ", " N ")
"""The scraps that cut-up text has most: the coda behind an accented letter, an onset before."""


@dataclass(frozen=True, slots=True)
class WholeText(Modernised):
    """Text as it is meant."""

    text: str = ""


def modernise_text(text: str) -> WholeText:
    """Convert a whole text and join its cut-up words; lines stay lines."""
    encoding = encoding_of(text) if len(text) < _SHORT or has_sign_of_d(text) else ""
    meant = convert_as(text, encoding) if encoding else text
    cut_up = may_be_cut_up(meant) and is_cut_up(meant)
    whole = mend_syllables(meant, spoilt=True) if cut_up else meant
    return WholeText(encoding, cut_up, whole)


def may_be_cut_up(text: str) -> bool:
    """The cheap test: whether letters stand alone that are no words."""
    return any(scrap in text for scrap in _SCRAPS)


class Places:
    """Where the lines of a changed text stand in the text that it was made from.

    Conversion changes what stands in lines, but neither their number nor the blanks at their
    ends, so that the places of whole lines are exact.
    """

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = _line_starts(before), _line_starts(after)

    def start(self, offset: int) -> int:
        """The place of the begin of a line's words."""
        line = bisect_right(self._after, offset) - 1
        return self._before[line] + offset - self._after[line]

    def end(self, offset: int) -> int:
        """The place of the end of a line's words."""
        line = bisect_right(self._after, offset - 1) - 1
        return self._before[line + 1] - (self._after[line + 1] - offset)


def _line_starts(text: str) -> list[int]:
    """Offsets of the lines of ``text``, and of one that would follow."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
