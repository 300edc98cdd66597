"""The same words with other counts, paper numbers or years: those change, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from extract.model import Role
from extract.text.numbers import parse
from metamorphic.variant import NUMBER, Edit, Variant, first_claims, lots, with_edits
from ocop.evaluate.gold import GoldDocument, Statement

# ── counts ───────────────────────────────────────────────────────────────────────────


def other_counts(document: GoldDocument) -> Variant | None:
    """Every count in digits, labelled or read, becomes another one with as many of them.

    The same number becomes the same, sums still add up, and the larger stays the larger.
    None where there is none, where a number is printed both in digits and in words, or
    where no other numbers fit.
    """
    counts = (*document.claims, *first_claims(document))
    printed = set(_printed(counts))
    values = {value for _, _, value in printed}
    in_words = {claim.count for claim in counts if _has_words(claim.quote)}
    if not values or values & in_words:
        return None
    others = _draw(document, values, lots(document))
    if others is None:
        return None
    edits = [
        (start, end, _written(others[value], document.text[start:end]))
        for start, end, value in printed
    ]
    changed = with_edits(document, edits)
    if changed is None:
        return None

    def follow(claim: Statement) -> Statement:
        if not NUMBER.search(claim.quote):
            return claim
        high = claim.count_high
        return replace(
            claim,
            count=others.get(claim.count, claim.count),
            count_high=None if high is None else others.get(high, high),
        )

    return Variant(changed, follow)


def _has_words(quote: str) -> bool:
    """Whether a number is told in words, alone or beside digits: ``hai (02) sản phẩm``."""
    return not NUMBER.search(quote) or "(" in quote


_CLASS = re.compile(r" ?(?:sao|\*)")


def _printed(counts: Iterable[Statement]) -> Iterator[tuple[int, int, int]]:
    """Where the numbers of claims stand in digits: start, end, value.

    In "4 sản phẩm 4 sao" the second number is no count.
    """
    for claim in counts:
        for found in NUMBER.finditer(claim.quote):
            if _CLASS.match(claim.quote, found.end()):
                continue
            value = parse(found.group())
            if value and value in (claim.count, claim.count_high):
                yield claim.start + found.start(), claim.start + found.end(), value


def _draw(document: GoldDocument, values: set[int], lot: Random) -> dict[int, int] | None:
    """New values, each for one old value; None when 400 draws find none that fit."""
    sums = _sums([claim.count for claim in document.claims])
    for _ in range(400):
        others: dict[int, int] = {}
        for value in sorted(values):  # the parts of a sum are smaller, so they are drawn first
            parts = [others.get(part, 0) for part in sums.get(value, ())]
            others[value] = sum(parts) if parts and all(parts) else _alike(value, lot)
        shapes = all(len(str(new)) == len(str(old)) for old, new in others.items())
        if shapes and len(set(others.values())) == len(others) and _same_order(others):
            return others
    return None


def _same_order(others: dict[int, int]) -> bool:
    """Whether every number has kept its rank: a part is not larger than its total."""
    return sorted(others.values()) == [others[value] for value in sorted(others)]


def _sums(counts: list[int]) -> dict[int, list[int]]:
    """Totals whose two to four parts follow them at once."""
    sums: dict[int, list[int]] = {}
    for i, total in enumerate(counts):
        for size in (4, 3, 2):
            parts = counts[i + 1 : i + 1 + size]
            if len(parts) == size and 0 not in parts and sum(parts) == total:
                sums[total] = parts
    return sums


def _alike(value: int, lot: Random) -> int:
    """Another number of as many digits, about as large and no year where it was none."""
    low, high = 10 ** (len(str(value)) - 1), 10 ** len(str(value)) - 1
    low, high = max(low, value * 2 // 3), min(high, max(value * 3 // 2, value + 3))
    drawn = [lot.randint(low, high) for _ in range(8)]
    good = [one for one in drawn if one != value and not 1990 <= one <= 2050]
    return good[0] if good else value


def _written(value: int, printed: str) -> str:
    """A number of as many digits in the writing of the old one: zeros, points, commas."""
    digits = iter(str(value).zfill(sum(map(str.isdigit, printed))))
    return "".join(next(digits) if char.isdigit() else char for char in printed)


# ── papers ───────────────────────────────────────────────────────────────────────────

_OF_A_PROVINCE = re.compile(r"\d+(?=/(?:QĐ|KH|TB|BC|TTr)-UBND$)")


def other_papers(document: GoldDocument) -> Variant | None:
    """Every decision, plan and report of a province gets another number of as many digits.

    Papers of the state keep theirs: they are known by number. None where there is none.
    """
    lot = lots(document)
    others = {
        paper.number: _OF_A_PROVINCE.sub(
            lambda found: _paper_number(found.group(), lot), paper.number
        )
        for paper in document.decisions
        if _OF_A_PROVINCE.match(paper.number) and paper.role is not Role.LEGAL_BASIS
    }
    edits: list[Edit] = []
    for old, new in others.items():
        number, siglum = old.split("/", 1)
        pattern = rf"(?<![\d/]){number}(?=\s*/\s*{re.escape(siglum)}(?!\w))"
        found = re.finditer(pattern, document.text)
        edits += [(match.start(), match.end(), new.split("/", 1)[0]) for match in found]
    changed = with_edits(document, edits) if edits else None
    if changed is None:
        return None
    return Variant(
        changed, lambda claim: replace(claim, decision=others.get(claim.decision, claim.decision))
    )


def _paper_number(number: str, lot: Random) -> str:
    low = 10 ** (len(number) - 1)
    return str(next(n for n in iter(lambda: lot.randint(low, 10 * low - 1), 0) if n != int(number)))


# ── years ────────────────────────────────────────────────────────────────────────────

_YEAR = re.compile(r"(?:(?<![\d.,])|(?<=\d\.\d\.)|(?<=\d\.\d\d\.))20[12]\d(?!\d|[.,]\d)")
_SHORT_YEAR = re.compile(r"(?<=\d/)[12]\d(?!\w|[/.,]\d)")


def next_year(document: GoldDocument) -> Variant | None:
    """Every year of the text becomes the next one, and so does that of publication.

    Only texts of before July 2024: later ones would come to, or have, the new map. None
    for others, and where a claim is of a last day of February.
    """
    published = document.published
    days = {claim.as_of or "" for claim in (*document.claims, *first_claims(document))}
    if published is None or published >= "2024-07" or any(re.search("-02-2[89]", d) for d in days):
        return None
    counts = {(start, end) for start, end, _ in _printed(document.claims)}
    found = [*_YEAR.finditer(document.text), *_short_years(document.text)]
    edits = [
        (match.start(), match.end(), str(int(match.group()) + 1))
        for match in found
        if match.span() not in counts
    ]
    changed = with_edits(document, edits)
    if changed is None:
        return None

    def later(date: str | None) -> str | None:
        return date and _YEAR.sub(lambda match: str(int(match.group()) + 1), date)

    def follow(claim: Statement) -> Statement:
        return replace(
            claim,
            as_of=later(claim.as_of),
            period=later(claim.period),
            decision=later(claim.decision),
        )

    return Variant(replace(changed, published=later(published)), follow)


def _short_years(text: str) -> Iterator[re.Match[str]]:
    """The years of days like 18/1/23."""
    for day in re.finditer(r"(?<![\d/])\d{1,2}/\d{1,2}/\d\d(?!\d|/)", text):
        yield from _SHORT_YEAR.finditer(text, day.end() - 2, day.end())
