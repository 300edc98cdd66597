"""Unicode and white space: the readable text of a document, and its matching view.

``normalise`` changes characters (and so offsets) once, when a document is made, and
keeps the way back to the raw text. ``fold`` makes a view of the *same length* for
patterns, so that a match needs no mapping at all. What both survive was seen in the
wild: NFD, mixed tone-mark styles, Eth (Ð) for Đ, full-width digits, soft hyphens,
Cyrillic or zero look-alikes of OCOP.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

# Invisible characters that split words for a machine and not for a reader: zero-width
# spaces and joiners, bidi marks, soft hyphen, BOM, and C0/C1 controls but \t and \n.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
_NEW_LINES = "\r\x0b\x0c\x85\u2028\u2029"
_OTHER_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_BREAKS = re.compile(f"\r\n|[{_NEW_LINES}]")
_BLANKS = re.compile(f"[ {_OTHER_BLANKS}]+")
_ODD = re.compile(f"[{_UNSEEN}{_NEW_LINES}{_OTHER_BLANKS}]")
_LOOSE = ("  ", " \n", "\n ")
"""Blanks that ``normalise`` takes away."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """``text`` in NFC and, for each of its characters, the raw offset it came from.

    ``origin`` has ``len(text) + 1`` entries; the last is the length of the raw text.
    """

    text: str
    origin: Sequence[int]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of ``text[start:end]``, both ends inside the raw text."""
        if start >= end:
            return self.origin[start], self.origin[start]
        raw_end = self.origin[end]
        return self.origin[start], raw_end


def normalise(raw: str) -> Normalised:
    r"""Make NFC text without invisible characters, blanks folded to one space.

    Line breaks become ``\n``; blanks at the ends of a line are dropped; a run of
    blanks inside a line becomes one space. Idempotent.
    """
    if _is_clean(raw):
        return Normalised(raw, range(len(raw) + 1))
    chars: list[str] = []
    origin = array("q")
    for start, cluster in _clusters(raw):
        for char in cluster:
            chars.append(char)
            origin.append(start)
    return _squeeze("".join(chars), origin, len(raw))


def _is_clean(raw: str) -> bool:
    """Whether nothing needs a change: most texts are as they should be."""
    return (
        _ODD.search(raw) is None
        and raw[:1] != " "
        and raw[-1:] != " "
        and "  " not in raw
        and ("\n" not in raw or not any(blanks in raw for blanks in _LOOSE))
        and unicodedata.is_normalized("NFC", raw)
    )


def _clusters(raw: str) -> list[tuple[int, str]]:
    """Split into pieces that normalise on their own, as (raw offset, cleaned text)."""
    if _is_plain(raw):
        return [(i, c) for i, c in enumerate(raw)]
    pieces: list[tuple[int, str]] = []
    position = 0
    for match in _CLUSTER.finditer(raw):
        position = match.start()
        piece = match.group()
        if len(piece) > 1 and piece != "\r\n":
            piece = unicodedata.normalize("NFC", _INVISIBLE.sub("", piece))
        elif _INVISIBLE.match(piece):
            continue
        elif _BREAKS.match(piece):
            piece = "\n"
        elif not piece.isascii():
            piece = unicodedata.normalize("NFC", piece)
        pieces.append((position, piece))
    return pieces


# A base character with the combining marks (and invisible characters) that follow it.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_CLUSTER = re.compile(
    f"\r\n|[^{_MARKS}][\u200b-\u200d\u00ad]*[{_MARKS}][{_MARKS}\u200b-\u200d]*|.", re.S
)


def _is_plain(raw: str) -> bool:
    """Whether nothing but blanks needs a change: NFC, and no odd character."""
    return (
        unicodedata.is_normalized("NFC", raw)
        and not _INVISIBLE.search(raw)
        and not _BREAKS.search(raw)
    )


def _squeeze(text: str, origin: array[int], raw_length: int) -> Normalised:
    """Fold runs of blanks, and drop them at the ends of lines."""
    kept: list[str] = []
    source = array("q")
    position = 0
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        kept.append(text[position:start])
        source.extend(origin[position:start])
        position = end
        at_line_start = start == 0 or text[start - 1] == "\n"
        at_line_end = end == len(text) or text[end] == "\n"
        if not at_line_start and not at_line_end:
            kept.append(" ")
            source.append(origin[start])
    kept.append(text[position:])
    source.extend(origin[position:])
    source.append(raw_length)
    return Normalised("".join(kept), source)


# ── The matching view ────────────────────────────────────────────────────────────────


def _tone_styles() -> dict[str, str]:
    """Old-style to new-style tone marks of open syllables: hoà → hòa, thuỷ → thủy.

    Both spellings are in use; the view has the one that our patterns are written in.
    """
    pairs: dict[str, str] = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for mark in "\u0300\u0301\u0309\u0303\u0323":
            old = first + unicodedata.normalize("NFC", second + mark)
            new = unicodedata.normalize("NFC", first + mark) + second
            pairs[old] = new
    return pairs


_TONES = _tone_styles()
# Only at the end of a syllable (hoà, not hoàng); what stands before is looked at afterwards,
# so that the search may leap from o to u.
_TONE = re.compile(
    "(?:{})(?![^\\W\\d_])".format(
        "|".join(
            f"{first}[{''.join(old[1] for old in _TONES if old[0] == first)}]" for first in "ou"
        )
    )
)


def _new_style(match: re.Match[str]) -> str:
    """The new-style marks, but not after q (quý stays quý)."""
    old, start = match.group(), match.start()
    return old if match.string[start - 1 : start] == "q" else _TONES[old]


_SAME_LENGTH = {
    "ð": "đ",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "－": "-",
    "…": ".",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "´": "'",
    "`": "'",
    "／": "/",
    "：": ":",
    "，": ",",
    "．": ".",
    "％": "%",
    "（": "(",
    "）": ")",
    "⁄": "/",
    **{chr(0xFF10 + i): str(i) for i in range(10)},
    **{chr(0xFF21 + i): chr(ord("a") + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(ord("a") + i) for i in range(26)},
}
_OTHER_SIGN = re.compile("[{}]".format("".join(map(re.escape, _SAME_LENGTH))))
# OCOP as it is misspelt: zero for O, Cyrillic letters, points between. Each keeps its
# length, so only spellings of four letters are folded here; O.COP is a pattern's work.
_OCOP = re.compile(r"[o0оο][cсϲ][o0оο][pрρ](?!\w)")


def _ocop(match: re.Match[str]) -> str:
    """The right spelling, unless a word only ends so."""
    before = match.string[match.start() - 1 : match.start()]
    return match.group() if before.isalnum() or before == "_" else "ocop"


def fold(text: str) -> str:
    """A lower-case view of ``text`` for patterns, of exactly the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    view = _OTHER_SIGN.sub(lambda match: _SAME_LENGTH[match.group()], lowered)
    view = _TONE.sub(_new_style, view)
    return _OCOP.sub(_ocop, view)


_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})


def strip_marks(text: str) -> str:
    """Letters without diacritics, lower case: ``Đắk Lắk`` → ``dak lak`` (for look-ups)."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
