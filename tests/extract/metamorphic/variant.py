"""A changed document, what becomes of its claims, and how both are read and compared."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from extract.reading import read
from extract.text.normalise import fold
from extract.text.numbers import parse
from ocop.evaluate.gold import GoldDocument, Statement
from ocop.evaluate.predict import Unlabelled, predict_one, unlabelled

NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class Variant:
    """A changed document; ``follow`` is what each claim of the first one must become."""

    document: Unlabelled
    follow: Callable[[Statement], Statement] = lambda claim: claim


Edit = tuple[int, int, str]
"""Start and end in a text, and what stands there instead."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits, which do not overlap."""
    pieces, position = [], 0
    for start, end, new in sorted(set(edits)):
        pieces += [text[position:start], new]
        position = end
    return "".join([*pieces, text[position:]])


def with_edits(document: GoldDocument, edits: Iterable[Edit]) -> Unlabelled | None:
    """The document with edits in its text, and so in its title; None where the title is not
    a part of the text, for nobody could say what became of it."""
    edits = list(edits)
    start = document.text.find(document.title)
    if start < 0:
        return None
    end = start + len(document.title)
    inside = [(a - start, b - start, new) for a, b, new in edits if start <= a and b <= end]
    return replace(
        unlabelled(document),
        text=edited(document.text, edits),
        title=edited(document.title, inside),
    )


def lots(document: GoldDocument) -> random.Random:
    """Chance that is the same in every run, and another for every document."""
    return random.Random(document.id)


def read_claims(item: Unlabelled) -> list[Statement]:
    """The printed claims of a document; each stands in its text, with its number.

    Counts of rows are printed nowhere: they change with every row, and have their own tests.
    """
    prediction = predict_one(read, item)
    assert prediction.failure is None, (item.id, prediction.failure)
    printed = [claim for claim in prediction.claims if claim.rule != "annex.rows"]
    for claim in printed:
        assert item.text[claim.start : claim.end] == claim.quote, item.id
        assert is_printed(claim), (item.id, claim.count, claim.quote)
    return printed


@cache
def first_claims(document: GoldDocument) -> tuple[Statement, ...]:
    """What is read from the document as it is."""
    return tuple(read_claims(unlabelled(document)))


def is_printed(claim: Statement) -> bool:
    """Whether the quote holds the number in digits; one in words has its own tests."""
    values = {parse(found) for found in NUMBER.findall(fold(claim.quote))}
    high = claim.count_high is None or claim.count_high in values
    return not values or (claim.count in values and high)


def meaning(claim: Statement) -> Statement:
    """All that a claim says, without where and how it was read."""
    return replace(claim, quote="", start=0, rule="", confidence=None)
