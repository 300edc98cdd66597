"""Sentences inside the lines of a text, as offsets.

Lines come first (a heading has no full stop); inside a line a sentence ends at . ! ?
or … before a blank and a capital or a number, unless the dot belongs to an
abbreviation, an initial, a list number or a domain name. What runs on for thousands of
letters is a text without points and is cut at a comma or a blank: reading weighs every
count of a sentence against the others, and must end. underthesea's own splitter
ignores newlines and cuts after ``1.`` and ``TX.`` (measured, 9.5.0), so it is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# What stands before a dot that ends no sentence: titles, levels, abbreviations.
_ABBREVIATIONS = frozenset(
    {
        *("tp", "tx", "tt", "h", "q", "p", "x", "st", "ths", "ts", "pgs", "gs", "ks", "bs", "tr"),
        *("đ/c", "đc", "vd", "tel", "đt", "sđt", "fax", "no", "kv", "ql", "nxb", "cn", "gđ", "kts"),
    }
)
# It begins with the sign, to which the search leaps; what stands before is looked at then.
_END = re.compile(
    r"[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+[\"'”’)\]]*+(?=\s|$)"
    r"|(?<=\w[.!?])(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,} ))"
)
_LONGEST = 2000  # letters; of seven thousand sentences of labelled texts the longest had 716
_BLANKS = 24  # what may stand before the first word of a sentence
_CUTS = ("; ", ", ", " ")
_ROMAN = re.compile(r"[IVX]{1,5}")
_LAST_WORD = re.compile(r"[\w/]+$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of ``text[start:end]``, without surrounding blanks."""
    stop = len(text) if end is None else end
    position = start
    while position < stop:
        line_end = text.find("\n", position, stop)
        line_end = stop if line_end < 0 else line_end
        yield from _in_line(text, position, line_end)
        position = line_end + 1


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, begin, match.start(), match.end(), end):
            yield from _cut(text, begin, match.end())
            begin = match.end()
    yield from _cut(text, begin, end)


def _ends_sentence(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    if text[dot] != ".":
        return True
    word_match = _LAST_WORD.search(text, max(begin, dot - 24), dot)
    word = word_match.group() if word_match else ""
    following = text[after : min(after + 2, end)].lstrip()
    if not following:
        return True
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return False
    is_mark = word.isdigit() or len(word) == 1 or _is_roman(word)
    if is_mark and _opens(text, begin, dot - len(word)):
        return False  # "1. Mục tiêu", "a. …", "II. …"
    return not following[0].islower()


def _opens(text: str, begin: int, word: int) -> bool:
    """Whether nothing but a few blanks stands before the word of a sentence."""
    return word - begin < _BLANKS and not text[begin:word].strip()


def _is_roman(word: str) -> bool:
    return _ROMAN.fullmatch(word) is not None


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of at most ``_LONGEST`` letters: nearly always in one."""
    while end - start > _LONGEST:
        middle, stop = start + _LONGEST // 2, start + _LONGEST
        breaks = ((text.rfind(sign, middle, stop), len(sign)) for sign in _CUTS)
        after = next((at + size for at, size in breaks if at >= 0), stop)
        yield from _trimmed(text, start, after)
        start = after
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
