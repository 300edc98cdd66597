"""underthesea's words inside a spaCy Doc whose tokens keep exact offsets.

underthesea 9.5 rewrites what it returns (white space, tone-mark placement), but each
character stays one character after NFC, so a walk that skips blanks finds every token
again. One sentence at a time: whole documents give other tokens (measured). No
``fixed_words`` (it leaks into every later call of the process), never its ``ner``.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_FIRST_CALL = threading.Lock()


class TokeniseError(ValueError):
    """A tokeniser returned characters that the sentence does not have."""


@cache
def _words_of() -> object:
    """Load and warm up underthesea once (its first call is not thread-safe)."""
    with _FIRST_CALL:
        from underthesea import word_tokenize

        word_tokenize("Sản phẩm OCOP")
        return word_tokenize


@cache
def _pipeline() -> Language:
    import spacy

    return spacy.blank("xx")


def offsets(sentence: str) -> list[tuple[int, int]]:
    """Offsets ``[start, end)`` of the words of one sentence (NFC, no newline).

    Raises:
        TokeniseError: if the words do not lie in the sentence in their order.
    """
    word_tokenize = _words_of()
    assert callable(word_tokenize)
    position = 0
    found: list[tuple[int, int]] = []
    for word in word_tokenize(sentence):
        start = end = _skip_blanks(sentence, position)
        for char in word:
            if char.isspace():
                continue
            end = _skip_blanks(sentence, end)
            if end >= len(sentence):
                raise TokeniseError(f"the word {word!r} does not stand in {sentence!r}")
            end += 1
        found.append((start, end))
        position = end
    if sentence[position:].strip():
        raise TokeniseError(f"no word covers {sentence[position:]!r}")
    return found


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def tokenise(sentence: str) -> Doc:
    """The sentence as a spaCy Doc: ``doc.text == sentence``, one token a word."""
    return _doc(sentence, offsets(sentence), _pipeline().vocab)


_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


def pieces(sentence: str, vocab: Vocab) -> Doc:
    """The sentence as a Doc of syllables, runs of digits and single marks.

    Twenty times as fast as ``tokenise``, and nothing is joined that a name may end
    between: underthesea makes one word of "Tân Văn | THT".
    """
    return _doc(sentence, [match.span() for match in _PIECE.finditer(sentence)], vocab)


def _doc(sentence: str, runs: Iterable[tuple[int, int]], vocab: Vocab) -> Doc:
    """A Doc of the runs.

    Blanks other than the single one after a word become tokens of their own, as spaCy
    does it, so that ``token.idx`` is the offset in ``sentence``.
    """
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in runs:
        if start > position:
            words.append(sentence[position:start])
            spaces.append(False)
        space = sentence[end : end + 1] == " "
        words.append(sentence[start:end])
        spaces.append(space)
        position = end + space
    if position < len(sentence):
        words.append(sentence[position:])
        spaces.append(False)
    return Doc(vocab, words=words, spaces=spaces)
