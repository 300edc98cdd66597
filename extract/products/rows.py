"""From a row of a list to its products, with what the heads above it give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from extract.model import Decision, Product, Span
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
from extract.products.columns import Holds
from extract.products.heads import Head
from extract.products.judged import class_in, group_in, score_in, standing_in
from extract.products.makers import maker_of
from extract.products.names import (
    enumerated,
    is_name,
    looks_like_several,
    own_line,
    parted,
    trimmed,
    with_address,
    without_note,
)
from extract.products.setting import Cells, Draft, Setting
from extract.text.normalise import fold


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
    for index, one in enumerate(names or (trimmed(name),)):
        draft = Draft()
        draft.note("row", one if names else row)
        if names:
            draft.doubt("row_split")
        elif looks_like_several(one.text):
            draft.doubt("several_products")
        if cells.contradicted:
            draft.doubt("columns_disagree")
        made = producer or producer_above
        if producer is None and (head := _from_heads(heads)) is not None:
            made, told = with_address(head)
            address = address or told
        own = _own_cells(cells, index, len(names)) if names else cells
        yield _product(setting, draft, own, heads, without_note(one), made, address)


_OF_EACH = (Holds.SCORE, Holds.STARS, Holds.NOTE, Holds.GROUP)


def _own_cells(cells: Cells, index: int, count: int) -> Cells:
    """The cells of one of several products: of a cell with a line for each, its own line."""
    lines = [
        own_line(cell, index, count) if column is not None and column.holds in _OF_EACH else cell
        for column, cell in zip(cells.columns, cells.cells, strict=False)
    ]
    return Cells(cells.columns, lines)


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
    draft: Draft,
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
    group = group_in(draft, cells, heads)
    score = score_in(draft, cells)
    told = class_in(setting, draft, cells, heads)
    standing, before = standing_in(setting, draft, cells, heads, told)
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
    setting: Setting, draft: Draft, cells: Cells, heads: Sequence[Head], address: Span | None
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
