"""Lines of a text as a reader sees them: prose, headline, list item or table cell.

The looks of a line (its length, how it begins and ends) are all that a pasted article
leaves of its layout; every rule about whole lines starts from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A line this long is a paragraph, however it ends; no menu, title or date line reaches it.
LONG_LINE = 200
_SHORT_SENTENCE = 60

_LIST_MARK = re.compile(
    r"(?:[-–—•·●○▪■□◦‣►▶➢➤✓✔❖♦◆◊▣👉📍📣+*»>]+|>>|⇨|→|o(?= [A-ZĐ])|[a-zđ]\)|"
    r"\d{1,2}(?:\.\d{1,2}){0,3}[.)])"
    r"(?=\s)",
)
_BULLET = re.compile(r"[-–—•·●○▪■□◦‣►▶➢➤✓✔❖♦◆◊▣+*»>⇨→]")
_HEADING_MARK = re.compile(
    r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)/]\s|(?:Phần thứ|Chương|Mục|Điều)\s",
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$|[\"”’][.!?…]?$|\./\.$")
_OPEN_END = re.compile(r"(?:[,(\[/–-]|\b(?:và|của|các|những|là|với|cho|năm|tháng|ngày|số|về))$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something: ``text == document[start:end]``.

    ``gap`` tells whether a blank line stands above it.
    """

    start: int
    end: int
    text: str
    gap: bool = False


def split_lines(text: str) -> Iterator[Line]:
    """Lines of ``text`` (normalised: no blanks at the ends of lines) that hold something."""
    start = 0
    gap = False
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield Line(start, end, text[start:end], gap)
            gap = False
        else:
            gap = True
        start = end + 1


def is_long(line: str) -> bool:
    """Whether the line is too long to be anything but a paragraph."""
    return len(line) > LONG_LINE


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence: with a full stop, or a closing quote."""
    return bool(_SENTENCE_END.search(line[-6:]))


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: long, or a whole sentence."""
    return is_long(line) or (len(line) >= _SHORT_SENTENCE and ends_sentence(line))


def list_mark(line: str) -> int:
    """Length of the list mark (``- ``, ``• ``, ``1.``, ``a)``) that opens the line, or 0."""
    match = _LIST_MARK.match(line)
    return match.end() if match else 0


def has_bullet(line: str) -> bool:
    """Whether the line opens with a sign that lists use (no number or letter)."""
    return bool(_BULLET.match(line))


def is_heading(line: str) -> bool:
    """Whether a short line is a heading inside a text: numbered, capital, or unfinished."""
    if len(line) > 120 or ends_sentence(line):
        return False
    if _HEADING_MARK.match(line):
        return not line.endswith((";", ",", ":")) or line.isupper()
    letters = sum(map(str.isalpha, line))
    return letters >= 4 and line.isupper()


def runs_on(line: str, following: str) -> bool:
    """Whether ``following`` obviously continues the sentence of ``line``.

    A wrapped line ends without sentence punctuation and the next starts in lower case
    (or with a number, when the line ends in the middle of a phrase).
    """
    if ends_sentence(line) or line.endswith((";", ":", "|")) or "|" in following[:80]:
        return False
    if list_mark(following) or not following:
        return False
    first = following[0]
    if _OPEN_END.search(line[-12:]) and len(line) >= 20:
        return first.islower() or first.isdigit()
    return len(line) >= 45 and first.islower()
