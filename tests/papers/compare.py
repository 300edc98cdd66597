"""What a reading has right and wrong, beside what is true of the paper."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extract.model import Act, Claim, Kind, Product, Reading
from papers.forms import annex_only
from papers.truth import Entry, TestPaper, Told

RECOGNISED = frozenset(
    {Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.CUMULATIVE, Kind.IN_FORCE}
)
ALIKE = 55.0
"""Names with less similarity than this (0–100) are those of two products."""

OF_EVERY_SCAN = "recognised_from_picture"
"""Sends every row of a scan to review; only a doubt beside it tells which row is worse."""


@dataclass(slots=True)
class Marks:
    """The marks of one reading. ``facts`` are number, date, issuer (the unit it
    governs), letterhead (its printed name), level, act, right or not.

    ``mistaken`` are rows with a wrong cell, ``hidden`` those of them that no doubt of their
    own sends to review (``hidden_stars``: with a wrong star). ``unnoticed`` are faults of the
    paper that the reading did not tell. ``read_as`` says that a paper that recognises nothing
    was read as if it did.
    """

    rows: int = 0
    found: int = 0
    extra: int = 0
    names: int = 0
    producers: int = 0
    stars: int = 0
    standings: int = 0
    communes: int = 0
    likeness: float = 0.0
    mistaken: int = 0
    hidden: int = 0
    hidden_stars: int = 0
    facts: dict[str, bool] = field(default_factory=dict)
    told: int = 0
    told_found: int = 0
    told_wrong: int = 0
    faults: int = 0
    unnoticed: list[str] = field(default_factory=list)
    read_as: bool = False
    notes: list[str] = field(default_factory=list)


def compare(paper: TestPaper, form: str, reading: Reading) -> Marks:
    """The marks of ``reading`` of ``paper`` as a file of ``form``."""
    marks = Marks()
    if paper.rows_known:
        _rows(paper, reading, marks)
    if not annex_only(form):
        _facts(paper, reading, marks)
        _told(paper, reading.claims, marks)
        _faults(paper, reading, marks)
    _acts(paper, reading, marks)
    return marks


def same_words(text: str) -> str:
    """A text as cells are compared: NFC, blanks folded, outer quotation marks left out."""
    return " ".join(unicodedata.normalize("NFC", text).split()).strip("“”\"'")


def _rows(paper: TestPaper, reading: Reading, marks: Marks) -> None:
    entries, products = paper.entries(), reading.products
    pairs = tuple(aligned(entries, products))
    marks.rows = len(entries)
    marks.extra = len(products) - len(pairs)
    met = {id(product) for _, product in pairs}
    marks.notes += [f"extra row: {p.name!r}" for p in products if id(p) not in met]
    found = {id(entry): product for entry, product in pairs}
    for entry in entries:
        if id(entry) in found:
            marks.found += 1
            _row(entry, found[id(entry)], marks)
        else:
            marks.notes.append(f"lost row: {entry.number} {entry.name!r}")


def _row(entry: Entry, product: Product, marks: Marks) -> None:
    name = same_words(product.name) == same_words(entry.name)
    producer = same_words(product.producer) == same_words(entry.producer)
    stars = (product.stars, product.potential5) == (entry.stars, entry.potential5)
    marks.names += name
    marks.producers += producer
    marks.stars += stars
    marks.standings += product.standing is entry.standing
    marks.communes += _bare(entry.commune) == (product.commune or "")
    likeness = fuzz.ratio(same_words(product.name), same_words(entry.name)) / 100
    marks.likeness += likeness
    if product.standing is not entry.standing:
        marks.notes.append(f"standing {product.standing} for {entry.standing}: {entry.name!r}")
    for right, is_, was in (
        (name, product.name, entry.name),
        (producer, product.producer, entry.producer),
        (stars, product.stars, entry.stars),
    ):
        if not right:
            marks.notes.append(f"{is_!r} for {was!r}")
    if not (name and producer and stars):
        marks.mistaken += 1
        told = set(product.reasons) - {OF_EVERY_SCAN}
        marks.hidden += not told
        marks.hidden_stars += not told and not stars
    for doubt in entry.doubts:
        if not set(product.reasons) - {OF_EVERY_SCAN}:
            marks.unnoticed.append(f"{doubt}: {entry.name!r}")


def _bare(unit: str) -> str:
    """ "xã Tân Tiến" without its kind."""
    for kind in ("xã ", "phường ", "thị trấn ", "đặc khu "):
        unit = unit.removeprefix(kind)
    return unit


def aligned(
    entries: Sequence[Entry], products: Sequence[Product]
) -> Iterator[tuple[Entry, Product]]:
    """Rows of truth and of the reading that belong together, in one order."""
    width = len(products) + 1
    best = [[0.0] * width for _ in range(len(entries) + 1)]
    likeness = [[_likeness(entry, product) for product in products] for entry in entries]
    for i in range(len(entries) - 1, -1, -1):
        for j in range(len(products) - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(entries) and j < len(products):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield entries[i], products[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(entry: Entry, product: Product) -> float:
    name = fuzz.ratio(same_words(product.name), same_words(entry.name))
    return name + (product.number == entry.number) if name >= ALIKE else 0.0


def _facts(paper: TestPaper, reading: Reading, marks: Marks) -> None:
    decision = reading.decision
    issuer = decision.issuer if decision else None
    marks.facts = {
        "number": bool(decision) and decision.number == paper.number,
        "date": bool(decision) and decision.date == paper.date,
        "issuer": bool(issuer) and issuer.place.name == paper.unit,
        "letterhead": bool(issuer) and _letters(issuer.name) == _letters(paper.issuer),
        "level": bool(issuer) and issuer.place.level is paper.level,
        "act": bool(decision) and decision.act is paper.act,
    }
    for fact, right in marks.facts.items():
        if not right:
            got = {"level": issuer and issuer.place, "letterhead": issuer and issuer.name}
            wanted = paper.issuer if fact == "letterhead" else getattr(paper, fact)
            marks.notes.append(
                f"{fact} {got.get(fact, getattr(decision, fact, None))!r} for {wanted!r}"
            )


def _letters(text: str) -> str:
    """An issuer's name for comparison: the two ways to set the tone of "uỷ" are one."""
    folded = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return folded.replace("uỷ", "ủy")


def _told(paper: TestPaper, claims: Sequence[Claim], marks: Marks) -> None:
    exact = {Told(c.count, c.stars, c.kind, c.potential5) for c in claims if c.count_high is None}
    marks.told = len(paper.told)
    marks.told_found = sum(told in exact for told in paper.told)
    marks.notes += [f"not told: {told}" for told in paper.told if told not in exact]
    for claim in sorted(exact - _may_be_told(paper), key=repr):
        marks.told_wrong += 1
        marks.notes.append(f"told wrongly: {claim}")


def _may_be_told(paper: TestPaper) -> set[Told]:
    """What the text tells, and every sum over rows that a reader may make itself."""
    found = set(paper.told)
    entries = paper.entries()
    groups: Counter[tuple[object, ...]] = Counter()
    for entry in entries:
        stars = {(3, 4, 5)} if entry.stars is None or entry.stars >= 3 else set()
        stars |= set() if entry.stars is None else {(entry.stars,)}
        # A batch is new as a whole, and so are those of its rows that are recognised first.
        kinds = {("own", entry.standing)}
        kinds |= {("batch", Kind.NEW)} if paper.act is Act.RECOGNISES else set()
        for kind in kinds:
            for of in stars:
                for part in ("", entry.district, entry.commune, entry.province, entry.group):
                    groups[part, of, kind, entry.potential5] += 1
                    groups[part, of, kind, False] += entry.potential5
    found |= {Told(n, of, kind, five) for (_, of, (_, kind), five), n in groups.items()}  # type: ignore[arg-type, misc]
    both = {of for _, of, *_ in groups}
    found |= {Told(len(entries), of, kind) for of in both for kind in Kind if kind in _kinds(paper)}
    return found


def _kinds(paper: TestPaper) -> set[Kind]:
    return {entry.standing for entry in paper.entries()}


def _faults(paper: TestPaper, reading: Reading, marks: Marks) -> None:
    """A fault of the whole paper has to show: an issue, or doubts at rows or claims."""
    whole = [fault for fault in paper.faults if not any(e.doubts for e in paper.entries())]
    marks.faults = len(paper.faults)
    doubts = any(set(product.reasons) - {OF_EVERY_SCAN} for product in reading.products)
    if whole and not doubts and not reading.issues:
        marks.unnoticed += whole


def _acts(paper: TestPaper, reading: Reading, marks: Marks) -> None:
    """Whether a paper that recognises nothing was read as if it did."""
    if paper.act is Act.RECOGNISES:
        return
    as_act = reading.decision is not None and reading.decision.act is Act.RECOGNISES
    as_rows = any(product.standing in RECOGNISED for product in reading.products)
    as_claims = any(claim.kind in RECOGNISED for claim in reading.claims)
    marks.read_as = as_act or (as_rows and paper.act is not Act.AMENDS) or as_claims
    if marks.read_as:
        marks.notes.append(f"read as recognition (act {as_act}, rows {as_rows}, {as_claims})")
