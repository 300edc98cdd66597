"""What an answer is found to be."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.identity.codes import Code
from crawler.identity.meanings import MEANINGS
from crawler.ledger import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Identity:
    """What an answer is.

    Attributes:
        verdict: How the ledger remembers it. An answer in which nothing is wrong is INDEX or
            RELEVANT by its kind; whether it speaks of OCOP is decided after this.
        code: What is odd, counted as ``ocop/identity/<code>``; ``Code.NONE`` for nothing. An
            oddity that is no fault (``type_differs``) has a code and a good verdict.
        message: What was seen, in words; empty for nothing.
        advice: What an operator should do; empty for nothing.
        media_type: What the bytes are; empty when they do not tell.
    """

    verdict: Verdict
    code: Code = Code.NONE
    message: str = ""
    advice: str = ""
    media_type: str = ""

    @property
    def ok(self) -> bool:
        """Whether the answer is what was asked for."""
        return self.verdict in (Verdict.RELEVANT, Verdict.INDEX)


def found(code: Code, kind: Kind, seen: str = "", media_type: str = "") -> Identity:
    """The identity that a code stands for; ``seen`` are the words that show it."""
    if code is Code.NONE:
        return Identity(_good(kind), media_type=media_type)
    meaning = MEANINGS[code]
    message = f"{meaning.en} ({seen})" if seen else meaning.en
    return Identity(meaning.verdict or _good(kind), code, message, meaning.advice, media_type)


def _good(kind: Kind) -> Verdict:
    return Verdict.INDEX if kind is Kind.INDEX else Verdict.RELEVANT
