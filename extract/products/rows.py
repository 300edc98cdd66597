"""From a row of a list to its products, with what the heads above it give."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Act, Decision, Document, Evidence, Group, Kind, Level, Product, Span
from extract.places.names import name_key
from extract.products.addresses import (
    NOTHING_NAMED,
    Home,
    Named,
    Where,
    commune_named,
    named_in,
    where_of,
)
from extract.products.classes import (
    BANDS_SINCE,
    ClassTold,
    class_of_cell,
    class_of_words,
    is_marked,
    score_of,
)
from extract.products.columns import Column, Holds
from extract.products.heads import Head
from extract.products.makers import group_of, maker_of
from extract.products.names import (
    enumerated,
    is_name,
    looks_like_several,
    parted,
    trimmed,
    with_address,
)
from extract.products.standings import OF_ACT, RECOGNISED, standing_of, standing_of_cell
from extract.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every row of a list: its document, paper, home and usual standing."""

    document: Document
    paper: Decision | None
    home: Home
    act: Act

    @property
    def standing(self) -> Kind:
        """What a row gets that says nothing of its standing."""
        return OF_ACT.get(self.act, Kind.CUMULATIVE)

    @property
    def recognises(self) -> bool:
        """Whether rows may be new, re-recognised or upgraded by this paper."""
        return self.act is Act.RECOGNISES

    @property
    def gives_five(self) -> bool:
        """Whether the paper itself can give five stars: the nation, or anybody before 1048."""
        issuer = self.paper.issuer if self.paper else None
        if issuer is None or issuer.place.level is Level.NATION:
            return True
        return bool(self.home.date and self.home.date < BANDS_SINCE)


@dataclass(slots=True)
class Cells:
    """The cells of a row by what they hold; empty ones are left out."""

    columns: Sequence[Column | None]
    cells: Sequence[Span]
    by: dict[Holds, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column, cell in zip(self.columns, self.cells, strict=False):
            if column is not None and cell.text.strip(" -–.") and column.holds not in self.by:
                self.by[column.holds] = cell

    def folded(self, holds: Holds) -> str:
        """The folded words of the cell, or nothing."""
        cell = self.by.get(holds)
        return fold(cell.text).strip() if cell else ""

    def marks(self, holds: Holds) -> list[tuple[Column, Span]]:
        """The marked columns of this sort."""
        return [
            (column, cell)
            for column, cell in zip(self.columns, self.cells, strict=False)
            if column is not None and column.holds is holds and is_marked(fold(cell.text))
        ]


@dataclass(slots=True)
class _Draft:
    """A row as it is read: evidence and doubts grow."""

    evidence: list[Evidence] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def note(self, role: str, span: Span | None) -> None:
        if span is not None and span.text:
            self.evidence.append(Evidence(role, span))

    def doubt(self, name: str) -> None:
        if name not in self.doubts:
            self.doubts.append(name)


def products_of_row(
    setting: Setting,
    row: Span,
    cells: Cells,
    heads: Sequence[Head],
    producer_above: Span | None,
) -> Iterator[Product]:
    """The products of a row: one, several that a cell enumerates, or none without a name.

    Args:
        setting: what holds for the list.
        row: the row as printed.
        cells: its cells.
        heads: the open heads, the lowest first.
        producer_above: the producer of the row above, for rows that leave theirs out.
    """
    name, producer, address = _named(cells)
    if name is None or not is_name(name.text):
        return
    names = enumerated(name)
    for one in names or (trimmed(name),):
        draft = _Draft()
        draft.note("row", one if names else row)
        if names:
            draft.doubt("row_split")
        elif looks_like_several(one.text):
            draft.doubt("several_products")
        made = producer or _from_heads(heads) or producer_above
        yield _product(setting, draft, cells, heads, one, made, address)


def _named(cells: Cells) -> tuple[Span | None, Span | None, Span | None]:
    """The spans of name, producer and address."""
    by = cells.by
    name, producer, address = by.get(Holds.NAME), by.get(Holds.PRODUCER), by.get(Holds.ADDRESS)
    if Holds.NAME_PRODUCER in by and name is None:
        name, producer = parted(by[Holds.NAME_PRODUCER])
    elif Holds.PRODUCER_NAME in by and name is None:
        name, producer = parted(by[Holds.PRODUCER_NAME], producer_first=True)
    if producer is None and Holds.PRODUCER_ADDRESS in by:
        producer, address = with_address(by[Holds.PRODUCER_ADDRESS], always=True)
    elif producer is not None and address is None:
        producer, address = with_address(producer)
    return name, trimmed(producer) if producer else None, address


def _from_heads(heads: Sequence[Head]) -> Span | None:
    head = next((head for head in heads if head.producer), None)
    if head is None:
        return None
    at = head.span.text.find(head.producer)
    return Span(head.span.start + at, head.span.start + at + len(head.producer), head.producer)


def _product(
    setting: Setting,
    draft: _Draft,
    cells: Cells,
    heads: Sequence[Head],
    name: Span,
    producer: Span | None,
    address: Span | None,
) -> Product:
    number = cells.by.get(Holds.NUMBER)
    draft.note("number", number)
    draft.note("name", name)
    draft.note("producer", producer)
    if producer is None:
        draft.doubt("producer_missing")
    printed, named = _address(setting, draft, cells, heads, address)
    where = where_of(named, setting.home)
    group = _group(draft, cells, heads)
    score = _score(draft, cells)
    told = _class(setting, draft, cells, heads)
    standing, before = _standing(setting, draft, cells, heads, told)
    for head in heads:
        if head.gives:
            draft.note("head", head.span)
    paper = setting.paper
    maker = producer.text if producer else ""
    return Product(
        document_id=setting.document.id,
        row=0,
        name=name.text,
        product_id=_identity(paper, name.text, maker, where),
        number=number.text.strip(" .)") if number else "",
        producer=maker,
        maker=maker_of(fold(maker)),
        address=printed,
        commune=where.commune,
        district=where.district,
        place=where.place,
        province63=where.province63,
        province34=where.province34,
        group=group,
        score=score,
        stars=told.stars,
        potential5=told.potential,
        standing=standing,
        stars_before=before,
        decision=paper.number if paper else None,
        decision_date=paper.date if paper else None,
        evidence=tuple(draft.evidence),
        reasons=tuple(draft.doubts),
    )


# ── place ────────────────────────────────────────────────────────────────────────────


def _address(
    setting: Setting, draft: _Draft, cells: Cells, heads: Sequence[Head], address: Span | None
) -> tuple[str, Named]:
    """The printed address and the units that address, columns and heads name."""
    home = setting.home
    named = NOTHING_NAMED
    printed: list[str] = []
    for holds in (Holds.COMMUNE, Holds.DISTRICT, Holds.PROVINCE):
        cell = cells.by.get(holds)
        if cell is None:
            continue
        named = named.over(_of_column(holds, trimmed(cell).text, home))
        printed.append(trimmed(cell).text)
        draft.note("address", cell)
    if address is not None:
        named = named.over(named_in(address.text, home))
        printed.insert(0, trimmed(address).text)
        draft.note("address", address)
    for head in heads:
        named = named.over(head.named)
    if named.district is None and named.commune and home.district is not None:
        named = Named(named.commune, home.district.name, named.province)
    return ", ".join(printed), named


def _of_column(holds: Holds, text: str, home: Home) -> Named:
    named = named_in(text, home)
    if named != NOTHING_NAMED:
        return named
    if holds is Holds.COMMUNE:
        return Named(commune=text)
    if holds is Holds.PROVINCE:
        return Named(province=text)
    commune = commune_named(text, home)
    return Named(commune=commune) if commune else Named(district=text)


# ── group, score, class, standing ────────────────────────────────────────────────────


def _group(draft: _Draft, cells: Cells, heads: Sequence[Head]) -> Group | None:
    cell = cells.by.get(Holds.GROUP)
    if cell is not None:
        found = group_of(fold(cell.text))
        if found is not None:
            draft.note("group", cell)
            return found
    return next((head.group for head in heads if head.group is not None), None)


def _score(draft: _Draft, cells: Cells) -> float | None:
    cell = cells.by.get(Holds.SCORE)
    value = None
    if cell is not None:
        value = score_of(cells.folded(Holds.SCORE))
        value = score_of(cells.folded(Holds.SCORE), alone=False) if value is None else value
        if value is None:
            draft.doubt("score_unread")
    if value is None and (cell := cells.by.get(Holds.STARS)) is not None:
        value = score_of(cells.folded(Holds.STARS), alone=False)
    if value is None:
        return None
    draft.note("score", cell)
    if value > 100:
        draft.doubt("score_over_100")
        return None
    return value


def _class(setting: Setting, draft: _Draft, cells: Cells, heads: Sequence[Head]) -> ClassTold:
    """The class of a row: its own, else that of the lowest head that gives one."""
    told = _own_class(draft, cells)
    above = next((head for head in heads if head.stars), None)
    if told.failed:
        draft.doubt("not_recognised")
        return told
    if told.outside:
        draft.doubt("stars_outside")
    elif told.stars is None and above is not None:
        told = ClassTold(above.stars, above.potential5, told.before or above.stars_before)
    elif above is not None and told.stars is not None and above.stars != told.stars:
        draft.doubt("stars_against_head")
    if told.stars is None and setting.recognises and not told.outside:
        draft.doubt("stars_unknown")
    potential = told.potential or _proposed(cells) or bool(above and above.potential5)
    if told.stars == 5 and not setting.gives_five:
        potential = True
    return ClassTold(told.stars, potential, told.before)


def _proposed(cells: Cells) -> bool:
    """Whether a note puts the product forward for five stars."""
    note = cells.folded(Holds.NOTE)
    return "5 sao" in note and class_of_words(note).potential


def _own_class(draft: _Draft, cells: Cells) -> ClassTold:
    marks = cells.marks(Holds.MARK)
    if len(marks) == 1:
        draft.note("stars", marks[0][1])
        return ClassTold(marks[0][0].stars)
    if len(marks) > 1:
        draft.doubt("several_marks")
        return ClassTold()
    cell = cells.by.get(Holds.STARS)
    if cell is not None:
        told = class_of_cell(cells.folded(Holds.STARS))
        if told.stars or told.failed or told.outside:
            draft.note("stars", cell)
            return told
        if score_of(cells.folded(Holds.STARS)) is None:
            draft.doubt("stars_unread")
    for holds in (Holds.SCORE, Holds.NOTE):
        words = cells.folded(holds)
        if "sao" in words:
            told = class_of_words(words)
            if told.stars and not told.potential:
                draft.note("stars", cells.by[holds])
                return told
    return ClassTold()


def _standing(
    setting: Setting, draft: _Draft, cells: Cells, heads: Sequence[Head], told: ClassTold
) -> tuple[Kind, int | None]:
    """The standing of a row and the class before an upgrade."""
    if told.failed:
        return Kind.ASSESSED, None
    base = setting.standing
    before = told.before
    cell = cells.by.get(Holds.BEFORE)
    if cell is not None and before is None:
        before = class_of_cell(fold(cell.text)).stars
    if setting.act is Act.OTHER:
        draft.doubt("standing_unknown")
    if not setting.recognises:
        return base, before if base is Kind.PROPOSED else None
    standing = _own_standing(draft, cells)
    if standing is None and before is not None and told.stars is not None:
        draft.note("standing", cell)
        standing = Kind.UPGRADED if before < told.stars else Kind.RE_RECOGNISED
    if standing is None:
        above = next((head for head in heads if head.standing in _GIVEN), None)
        if above is not None:
            standing, before = above.standing, before or above.stars_before
    return standing or base, before if standing is Kind.UPGRADED else None


_GIVEN = RECOGNISED | {Kind.PROPOSED}


def _own_standing(draft: _Draft, cells: Cells) -> Kind | None:
    marked = [(c, cell) for c, cell in cells.marks(Holds.STANDING) if c.standing is not None]
    if len(marked) == 1:
        draft.note("standing", marked[0][1])
        return marked[0][0].standing
    bracket = re.search(r"\(([^()]{3,40})\)$", cells.folded(Holds.NAME))
    if bracket and (kind := standing_of_cell(bracket[1])) is not None:
        draft.note("standing", cells.by[Holds.NAME])
        return kind
    reads = (
        (Holds.STANDING, standing_of),
        (Holds.STARS, standing_of_cell),
        (Holds.NOTE, standing_of_cell),
    )
    for holds, read in reads:
        kind = read(cells.folded(holds))
        if kind is not None:
            draft.note("standing", cells.by[holds])
            return kind
    return None


def _identity(paper: Decision | None, name: str, producer: str, where: Where) -> str:
    """Hash of what the row says: decision, product, producer and place, without offsets."""
    issuer = paper.issuer.place if paper and paper.issuer else None
    key = [
        [issuer.level.value, issuer.name, issuer.province] if issuer else None,
        [paper.number, paper.date] if paper else None,
        name_key(name),
        name_key(producer),
        [where.commune, where.district, where.province63, where.province34],
    ]
    return hashlib.sha256(json.dumps(key, ensure_ascii=False).encode()).hexdigest()[:16]
