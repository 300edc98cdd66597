# ruff: noqa: T201 (a program that prints what it measured)
"""How well the papers are read: ``python -m blind.measure [KEY…]`` tells every difference.

A key is that of a paper or the name of a collection: ``north`` (``blind.collection``), ``south``
or ``districts``.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from blind import collection, collection_districts, collection_south
from blind.truth import Claimed, Line, Truth
from extract.documents.load import load
from extract.model import Claim, Kind, Product, Reading
from extract.reading import read

COLLECTIONS = {
    "north": collection.ALL,
    "south": collection_south.ALL,
    "districts": collection_districts.ALL,
}
FACTS = ("number", "date", "issuer", "level", "act")
CELLS = ("producer", "stars", "score", "standing")


@dataclass(slots=True)
class Marks:
    """What was right of one paper; ``faults`` tells all that was not."""

    lines: int = 0
    found: int = 0
    invented: int = 0
    facts: int = 0
    cells: Counter[str] = field(default_factory=Counter)
    doubted: int = 0
    claims: int = 0
    claimed: int = 0
    wrong_claims: int = 0
    faults: list[str] = field(default_factory=list)


def reading_of(paper: Truth) -> Reading:
    """The paper as ocop reads it."""
    return read(load(paper.make(), document_id=paper.key))


def compare(paper: Truth, reading: Reading) -> Marks:
    """Every fact, row, cell and claim of the paper beside what was read."""
    marks = Marks(lines=len(paper.lines))
    for fault in _facts(paper, reading):
        marks.faults.append(fault)
    marks.facts = len(FACTS) - len(marks.faults)
    _rows(paper, reading.products, marks)
    _claims(paper, reading.claims, marks)
    return marks


def _facts(paper: Truth, reading: Reading) -> Iterator[str]:
    decision = reading.decision
    issuer = decision.issuer if decision else None
    got = {
        "number": decision.number if decision else None,
        "date": decision.date if decision else None,
        "issuer": issuer.place.name if issuer else None,
        "level": issuer.place.level if issuer else None,
        "act": decision.act if decision else None,
    }
    for fact in FACTS:
        if got[fact] != getattr(paper, fact):
            yield f"{fact}: {got[fact]} for {getattr(paper, fact)}"


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _rows(paper: Truth, products: Sequence[Product], marks: Marks) -> None:
    read_rows = {_key(product.name): product for product in products}
    for line in paper.lines:
        product = read_rows.pop(_key(line.product), None)
        if product is None:
            marks.faults.append(f"row missing: {line.product}")
            continue
        marks.found += 1
        marks.doubted += bool(product.reasons)
        for cell, (true, got) in _cells(line, product).items():
            right = got in line.standings if cell == "standing" else got == true
            marks.cells[cell] += right
            if not right:
                marks.faults.append(f"{line.product}: {cell} {got!r} for {true!r}")
    marks.invented = len(read_rows)
    marks.faults += [f"row invented: {row.name!r} {row.stars}" for row in read_rows.values()]


def _cells(line: Line, product: Product) -> dict[str, tuple[object, object]]:
    return {
        "producer": (_key(line.producer), _key(product.producer)),
        "stars": (line.stars, product.stars),
        "score": (line.score, product.score),
        "standing": (line.standings, product.standing),
    }


def _claims(paper: Truth, claims: Sequence[Claim], marks: Marks) -> None:
    # Rows that an amendment corrects stand already: they are no new number. Rows without a
    # star have no class to be counted in; what may be claimed of them stands in the counts.
    own = [line for line in paper.lines if Kind.IN_FORCE not in line.standings and line.stars]
    wanted = Counter((line.standings, line.stars) for line in own)
    for (kinds, stars), count in wanted.items():
        marks.claims += 1
        told = any(c.kind in kinds and c.stars == (stars,) and c.count == count for c in claims)
        marks.claimed += told
        if not told:
            marks.faults.append(f"claim missing: {count} × {stars} {kinds[0]}")
    for claim in claims:
        if not _true(paper, claim):
            marks.wrong_claims += 1
            text = claim.quote.text[:90]
            marks.faults.append(f"claim wrong: {claim.count} {claim.stars} {claim.kind} «{text}»")


def _true(paper: Truth, claim: Claim) -> bool:
    if Claimed(claim.kind, claim.stars, claim.count) in paper.counts:
        return True
    if not any(claim.kind in line.standings for line in paper.lines):
        return False
    same = [line for line in paper.lines if claim.kind in line.standings]
    return claim.count == sum(line.stars in claim.stars or not claim.stars for line in same)


def readable(paper: Truth) -> bool:
    """Whether this machine can make the paper."""
    return not paper.needs or shutil.which(paper.needs) is not None


def main(keys: Sequence[str]) -> None:
    """Print the faults of each paper and the sums."""
    chosen = [
        paper
        for name, papers in COLLECTIONS.items()
        for paper in papers
        if (not keys or name in keys or paper.key in keys) and readable(paper)
    ]
    everything = {paper.key: compare(paper, reading_of(paper)) for paper in chosen}
    for key, marks in everything.items():
        print(f"{key}: {marks.found}/{marks.lines} rows, {marks.facts}/{len(FACTS)} facts")
        for fault in marks.faults:
            print("   ", fault)
    found = sum(marks.found for marks in everything.values())
    print(f"papers {len(everything)}, rows {found}/{sum(m.lines for m in everything.values())}")
    print("invented", sum(marks.invented for marks in everything.values()))
    for cell in CELLS:
        print(cell, sum(marks.cells[cell] for marks in everything.values()), "of", found)
    for fact in FACTS:
        right = sum(
            not any(f.startswith(f"{fact}:") for f in m.faults) for m in everything.values()
        )
        print(fact, right, "of", len(everything))
    claimed = sum(marks.claimed for marks in everything.values())
    print("claims", claimed, "of", sum(marks.claims for marks in everything.values()))
    print("wrong claims", sum(marks.wrong_claims for marks in everything.values()))


if __name__ == "__main__":
    main(sys.argv[1:])
