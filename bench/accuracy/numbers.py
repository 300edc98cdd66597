"""Numbers: whether the value at each labelled count is the printed one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.peers import quantities
from bench.report import Say, Table
from bench.texts import Sample
from extract.mentions.numbers import find_numbers
from extract.text.normalise import fold, normalise
from ocop.evaluate import GoldDocument, Statement


@dataclass(slots=True)
class Tally:
    """Labelled counts by the way they are printed, and values that are wrong."""

    digits: int = 0
    digits_found: int = 0
    words: int = 0
    words_found: int = 0
    false: int = 0

    def add(self, document: GoldDocument, found: Sequence[quantities.Number]) -> None:
        """Count one document."""
        quotes = list(_quotes(document))
        for claim in quotes:
            right = any(value == claim.count for value, *span in found if _meet(claim, *span))
            if any(char.isdigit() for char in claim.quote):
                self.digits += 1
                self.digits_found += right
            else:
                self.words += 1
                self.words_found += right
        for value, start, end in found:
            here = [claim for claim in quotes if _meet(claim, start, end)]
            told = {n for claim in here for n in (claim.count, claim.count_high)}
            self.false += bool(here) and value not in told


def measure(sample: Sample, say: Say) -> Table:
    """Compare ocop's numbers with quantulum3's."""
    table = Table(
        "Numbers",
        ("reader", "counts in digits", "read", "in words", "read", "false values"),
        "*Read*: the labelled value was given at the labelled place. *False*: another value was "
        "given there (1.245 read as one and a quarter, 20 - 30 as 25, 22/23 as a fraction). "
        "quantulum3 reads English; it has no word on what is counted.",
        read=sample.told,
    )
    numbers = quantities.load()
    readers = [("ocop", ocop_numbers)] + ([("quantulum3", numbers)] if numbers else [])
    for name, read in readers:
        say(name)
        tally = Tally()
        for document in sample.read:
            tally.add(document, read(document.text))
        cells = (tally.digits, tally.digits_found, tally.words, tally.words_found, tally.false)
        table.add(name, *(f"{n:,}" for n in cells))
    if not numbers:
        table.add_missing("quantulum3")
    return table


def ocop_numbers(text: str) -> list[quantities.Number]:
    """Numbers as ocop's rules read them; a range and "x/y" are two."""
    normalised = normalise(text)
    found: list[quantities.Number] = []
    for number in find_numbers(fold(normalised.text), 0, len(normalised.text)):
        span = normalised.to_raw(number.start, number.end)
        values = (number.value, number.high, number.of)
        found += [(float(value), *span) for value in values if value is not None]
    return found


def _quotes(document: GoldDocument) -> Iterator[Statement]:
    """One label for each place and value; a negative prints no number."""
    seen = set()
    for claim in document.claims:
        if claim.count and (claim.start, claim.count) not in seen:
            seen.add((claim.start, claim.count))
            yield claim


def _meet(claim: Statement, start: int, end: int) -> bool:
    return claim.start < end and start < claim.end
