"""The claims that the rows of an annex make, and those of the numbers that its heads print.

A row is a product; the number of rows is a number that nobody printed and everybody can
count. So the evidence of such a claim is one span for each row that it counts, and the
claim is grounded exactly when it counts as many as it shows. Where the head above the rows
prints the number as well, that number is evidence too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.annex_heads import place_of, stars_of
from extract.claims.annex_text import DOUBT
from extract.claims.annex_trust import confidence_under, doubts_of
from extract.claims.from_draft import VERSION
from extract.claims.papers import TIED
from extract.model import (
    Act,
    Claim,
    Decision,
    Document,
    Evidence,
    Kind,
    Level,
    Place,
    Product,
    Span,
)
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP
from extract.products.doubts import EXCERPT
from extract.products.heads import Head
from extract.products.read import ProductList

RULE = "annex.rows"
HEAD_RULE = "annex.head"
ALL = (3, 4, 5)
_RECOGNISED = (Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED)
_OTHERS = (Kind.WITHDRAWN, Kind.PROPOSED, Kind.REGISTERED)


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that one claim counts."""

    place: Place
    rows: tuple[Product, ...]
    stars: tuple[int, ...]
    kind: Kind
    potential: bool = False
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class RowClaims:
    """Makes the claims of an annex; its fields are what all of them have in common."""

    document: Document
    paper: Decision
    listed: ProductList
    content: str
    told: Sequence[Claim]

    def claims(self) -> Iterator[Claim]:
        """The claims of all rows, and for a paper of the nation those of each province."""
        rows = [p for p in self.listed.products if "standing_unknown" not in p.reasons]
        place = self._place()
        yield from self._of_place(place, rows, None)
        if place.level is Level.NATION:
            for province in dict.fromkeys(_province(row, place.regime) for row in rows):
                if province is not None:
                    own = [row for row in rows if _province(row, place.regime) == province]
                    yield from self._of_place(province, own, None)

    def _place(self) -> Place:
        issuer = self.paper.issuer
        return issuer.place if issuer else Place(Level.PROVINCE, None)

    def _of_place(
        self, place: Place, rows: Sequence[Product], whole: str | None
    ) -> Iterator[Claim]:
        given = tuple(r for r in rows if r.standing in _RECOGNISED and _counts(r))
        kinds = [kind for kind in _RECOGNISED if any(r.standing is kind for r in given)]
        if len(kinds) > 1 and self._is_told_as_new(len(given)):
            batch = list(self._of_kind(place, given, Kind.NEW, whole))
            yield from batch
            whole = batch[0].claim_id if batch else whole
        for kind in (*kinds, *_OTHERS, Kind.ASSESSED):
            own = tuple(r for r in rows if r.standing is kind and _counts(r))
            if own and (kind is not Kind.ASSESSED or self._are_scores(rows)):
                yield from self._of_kind(place, own, kind, whole)

    def _are_scores(self, rows: Sequence[Product]) -> bool:
        """Whether a paper that forwards lists scores, each with its class.

        What a recognising paper only assessed fell short, and so did a row without a class.
        """
        scored = all(row.standing is Kind.ASSESSED and row.stars for row in rows)
        return scored and self.paper.act is Act.FORWARDS

    def _of_kind(
        self, place: Place, rows: tuple[Product, ...], kind: Kind, whole: str | None
    ) -> Iterator[Claim]:
        """The rows of a kind in all, and by class where there are several."""
        if not self._is_whole(rows):
            return
        classes = classes_of(rows)
        parts = list(_by_class(rows))
        if len(parts) != 1 or len(parts[0][2]) != len(rows):
            total = self._claim(_Group(place, rows, classes, kind, part_of=whole))
            yield total
            whole = total.claim_id
        for stars, potential, own in parts:
            yield self._claim(_Group(place, own, stars, kind, potential, whole))

    def _is_told_as_new(self, count: int) -> bool:
        """Whether the paper itself calls products of several standings one new batch."""
        return any(claim.kind is Kind.NEW and claim.count == count for claim in self.told)

    def _is_whole(self, rows: Sequence[Product]) -> bool:
        """Whether the rows can be all: an excerpt is not, nor numbers with an unexplained gap."""
        doubts = {doubt for row in rows for doubt in row.reasons}
        if EXCERPT in doubts:
            return False
        printed = {head.count for head in self.listed.heads} | {c.count for c in self.told}
        return "number_gap" not in doubts or len(rows) in printed

    def _claim(self, group: _Group) -> Claim:
        rows = {row.row for row in group.rows}
        head = self._head(rows)
        first = row_span(group.rows[0])
        evidence = [Evidence("row", row_span(row)) for row in group.rows]
        if head is not None and head.number is not None and head.count == len(rows):
            evidence.insert(0, Evidence("number", head.number))
        doubts = tuple(d for d in doubts_of(group.rows) if d != DOUBT or self._is_disputed(group))
        quote = head.span if head is not None else first
        return self._finished(group, len(rows), quote, evidence, doubts, RULE)

    def _is_disputed(self, group: _Group) -> bool:
        """Whether the text tells another number of this very class."""
        return any(DOUBT in claim.reasons and claim.stars == group.stars for claim in self.told)

    def _finished(
        self,
        group: _Group,
        count: int,
        quote: Span,
        evidence: Sequence[Evidence],
        doubts: tuple[str, ...],
        rule: str,
    ) -> Claim:
        paper = self.paper
        named = {"number": "decision", "date": "time", "issuer": "place"}
        own = [Evidence(named[e.role], e.span) for e in paper.evidence if e.role in named]
        if group.place.name is None:
            doubts = ("place_unknown", *doubts)
        if paper.date is None:
            doubts = (*doubts, "time_unknown")
        claim = Claim(
            document_id=self.document.id,
            place=group.place,
            count=count,
            stars=group.stars,
            kind=group.kind,
            potential5=group.potential,
            period=paper.period,
            round=paper.round,
            as_of=paper.date,
            as_of_anchor="decision" if paper.date else None,
            decision=paper.number if group.kind in TIED else None,
            decision_date=paper.date if group.kind in TIED else None,
            part_of=group.part_of,
            quote=quote,
            evidence=(*evidence, *own),
            confidence=confidence_under(doubts),
            reasons=doubts,
            reader="table",
            rule=rule,
            version=VERSION,
        )
        return replace(claim, claim_id=claim.digest(quote.text, self.content))

    def _head(self, rows: set[int]) -> Head | None:
        """The lowest head that stands above exactly these rows."""
        fitting = [head for head in self.listed.heads if set(head.rows) == rows]
        return fitting[-1] if fitting else None

    def of_heads(self, known: Sequence[Claim]) -> Iterator[Claim]:
        """What heads print that is no claim yet: of a part of the rows, or another number."""
        for head in self.listed.heads:
            rows = tuple(self.listed.products[row - 1] for row in head.rows)
            stars, kinds = stars_of(head), {row.standing for row in rows}
            if head.number is None or head.count is None or stars is None or len(kinds) != 1:
                continue
            if head.group is not None or head.producer or any(_tells(c, head) for c in known):
                continue
            place = place_of(head, self.paper) or self._place()
            group = _Group(place, rows, (stars,), kinds.pop(), head.potential5)
            evidence = [Evidence("number", head.number), Evidence("sentence", head.span)]
            whole = len(rows) == head.count or EXCERPT in rows[0].reasons
            doubts = () if whole else ("rows_against_head",)
            yield self._finished(group, head.count, head.span, evidence, doubts, HEAD_RULE)


def _tells(claim: Claim, head: Head) -> bool:
    """Whether the text reader told the number of a head already."""
    inside = head.span.start <= claim.quote.start and claim.quote.end <= head.span.end
    return inside and claim.count == head.count


def _counts(row: Product) -> bool:
    """Whether a row counts: two stars and less make no OCOP product (148/QĐ-TTg)."""
    return row.stars is None or row.stars >= 3


def classes_of(rows: Sequence[Product]) -> tuple[int, ...]:
    """The classes that a number over rows covers: its own, or all of an OCOP product."""
    stars = {row.stars for row in rows}
    only = next(iter(stars)) if len(stars) == 1 else None
    return ALL if only is None else (only,)


def _by_class(
    rows: Sequence[Product],
) -> Iterator[tuple[tuple[int, ...], bool, tuple[Product, ...]]]:
    """The rows of each class; potential five stars are a class of their own."""
    tests: tuple[tuple[int, bool, Callable[[Product], bool]], ...] = (
        (5, False, lambda row: row.stars == 5 and not row.potential5),
        (5, True, lambda row: row.potential5),
        (4, False, lambda row: row.stars == 4),
        (3, False, lambda row: row.stars == 3),
    )
    for rank, potential, test in tests:
        own = tuple(row for row in rows if test(row))
        if own:
            yield (rank,), potential, own


def row_span(row: Product) -> Span:
    """Where the row stands in the text."""
    return next(evidence.span for evidence in row.evidence if evidence.role == "row")


def _province(row: Product, regime: int) -> Place | None:
    name = row.province34 if regime == NEW_MAP else row.province63
    unit = gazetteer().province(name, regime) if name else None
    return unit.place() if unit else None
