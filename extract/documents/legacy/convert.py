"""Text in an old encoding to Unicode, where its font or the text itself proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from extract.documents.legacy.codes import Code, code_named, public
from extract.documents.legacy.fonts import font_code
from extract.documents.legacy.proof import UNICODE, evidence_for, may_be_legacy, recognise
from extract.text.split_words import mend_syllables
from extract.text.syllables import is_syllable

_LINE = re.compile(r"[^\r\n]+")
_LETTER = re.compile("[À-ÖØ-öø-ÿ]")
# TCVN3 writes ư as byte AD, which PDF and web software take for a hyphen.
_HYPHENED = re.compile(r"(?<![^\W\d_])(?<![-\d])[^\W\d_]*[-\u2010\u2011][^\W\d_]*(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class Converted:
    """Unicode text, and the encoding that it was in: tcvn3, vni, viscii, windows1258 or ""."""

    text: str
    encoding: str = ""


def convert(text: str, font: str | None = None) -> Converted:
    """Convert ``text`` if it is in an old encoding; give it back unchanged if it is not.

    Args:
        text: a run, line or whole text. Without a font the text itself must prove its
            encoding: at least three different words that only become syllables by it, and
            hardly any that do not. So give as much text as belongs together, or find the
            encoding of a whole document with ``encoding_of`` and use ``convert_as``.
        font: name of the font, as PDF, Word or a style sheet writes it. ``.Vn…``, ``VNI-…``
            and ``VI …`` decide if the text agrees, for a single word too; in fonts of
            capitals (``.VnTimeH``) every letter becomes one.

    Text in the other lines of which is proper Unicode is converted line by line.
    """
    named = font_code(font) if font else None
    if named is None:
        encoding = encoding_of(text)
        return Converted(convert_as(text, encoding), encoding) if encoding else Converted(text)
    if UNICODE.search(text) or not text.strip():
        return Converted(text)
    code = code_named(named.encoding)
    plain = public(text)
    if evidence_for(code, plain).denies or not code.signs.issuperset(_LETTER.findall(plain)):
        return Converted(text)
    read = _habits(code.read(plain), code)
    read = read.upper() if named.capitals else read
    return Converted(read, code.name if read != text else "")


def mend(text: str, font: str | None = None, *, spoilt: bool = False) -> Converted:
    """``convert``, and then join syllables whose letters stand apart.

    Readers of PDF and Office call it for each run or cell, before they lay out pages, so that
    no place moves. ``spoilt`` says that words are cut up elsewhere on the page: then lone
    vowels are joined as well (``extract.text.split_words.mend_syllables``).
    """
    found = convert(text, font)
    return Converted(mend_syllables(found.text, spoilt=spoilt), found.encoding)


def encoding_of(text: str) -> str:
    """The old encoding that ``text`` proves to be in, or ""."""
    if not may_be_legacy(text):
        return ""
    code = recognise(_LINE.findall(text))
    return code.name if code else ""


def convert_as(text: str, encoding: str) -> str:
    """Convert the lines of ``text`` that are in ``encoding``; others stay as they are.

    A line stays if it has letters that only Unicode has, or loses syllables.
    """
    code = code_named(encoding)
    return _LINE.sub(lambda line: _convert_line(line.group(), code), text)


def _convert_line(line: str, code: Code) -> str:
    if UNICODE.search(line):
        return line
    plain = public(line)
    if evidence_for(code, plain).doubts:
        return line
    return _habits(code.word.sub(partial(_convert_word, code), plain), code)


def _convert_word(code: Code, match: re.Match[str]) -> str:
    """A bullet, a © or × that stands alone is no letter, though a letter has its byte."""
    word, start = match.group(), match.start()
    read = code.read(word)
    if len(word) > 1 or word.isalpha() or word < "\xa0":
        return read
    if "-" in (match.string[start - 1 : start], match.string[match.end() : match.end() + 1]):
        return read  # ®-îc: the hyphen is a letter too
    if read == "đ":  # the unit of money
        return read if match.string[start - 1 : start].isdigit() else word
    before = match.string[:start].rstrip()
    return read if before and not before[-1].isdigit() and is_syllable(read) else word


def _habits(text: str, code: Code) -> str:
    """What TCVN3 leaves open: hyphens for ư, capitals whose font is gone."""
    if code.name != "tcvn3":
        return text
    text = _HYPHENED.sub(_hyphen, text)
    if not any(map(_is_half_capitals, _WORD.findall(text))):
        return text
    return _WORD.sub(_capitals, text) if _SMALL.search(text) else text.upper()


def _capitals(match: re.Match[str]) -> str:
    return match.group().upper() if _is_half_capitals(match.group()) else match.group()


def _is_half_capitals(word: str) -> bool:
    """Whether a word was typed in a font of capitals: QUYếT, HòA, ủY, but not Tố or HTX."""
    if _SMALL.search(word) or word.isupper() or word.islower():
        return False
    return word[0].islower() or sum(map(str.isupper, word)) > 1


def _hyphen(match: re.Match[str]) -> str:
    written = match.group()
    parts = [part for part in re.split("[-\u2010\u2011]", written) if part]
    joined = re.sub("[-\u2010\u2011]", "ư", written)
    cut = len(joined) == 2 or not all(map(is_syllable, parts))
    return joined if parts and cut and is_syllable(joined) else written
