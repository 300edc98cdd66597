"""From an annex to leaves: heads over one to three rows, merged cells, totals, notes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from random import Random

from extract.model import Group, Kind
from papers.goods import person
from papers.leaves import Box, Grid, Leaf, NewPage, Words
from papers.truth import Annex, Column, Entry, Section

GROUPS = {
    Group.FOOD: "Thực phẩm",
    Group.DRINK: "Đồ uống",
    Group.HERBAL: "Dược liệu và sản phẩm từ dược liệu",
    Group.CRAFT: "Thủ công mỹ nghệ",
    Group.ORNAMENTAL: "Sinh vật cảnh",
    Group.TOURISM: "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
}
STANDINGS = {
    Kind.NEW: "Công nhận mới",
    Kind.RE_RECOGNISED: "Công nhận lại",
    Kind.UPGRADED: "Nâng hạng",
}
CENTRED = frozenset(
    {"number", "score", "stars", "before", "marks3", "marks4", "marks5", "standing"}
)


def leaves_of(annex: Annex) -> Iterator[Leaf]:
    """The page of ``annex``: heading, tables, notes."""
    yield NewPage(annex.landscape)
    for number, line in enumerate(annex.heading):
        yield Words(line, "center", bold=number < len(annex.heading) - 1, italic=line[0] == "(")
    if annex.listed:
        yield from _sentences(annex)
        return
    standing = [section for section in annex.sections if not section.apart]
    if standing:
        yield _grid(annex, standing)
    for section in annex.sections:
        if section.apart:
            yield Words(f"{section.label} {section.text}".strip(), bold=True)
            yield _grid(annex, [replace(section, label="", text="")])
    for note in annex.notes:
        yield Words(note, italic=True)


def _sentences(annex: Annex) -> Iterator[Words]:
    for section in annex.sections:
        if section.text:
            yield Words(f"{section.label} {section.text}".strip(), bold=True)
        for entry in section.entries:
            yield Words(
                annex.listed.format(
                    number=entry.number,
                    name=entry.name,
                    producer=entry.producer,
                    address=address(annex, entry),
                    stars=_stars(annex, entry),
                    score=_score(annex, entry),
                ),
                "justify",
            )


def _grid(annex: Annex, sections: Sequence[Section]) -> Grid:
    heads = _heads(annex.columns)
    if annex.column_numbers:
        heads.append(
            [Box(f"({n})", italic=True, align="center") for n, _ in enumerate(annex.columns, 1)]
        )
    rows = list(heads)
    for section in sections:
        rows.extend(_section(annex, section))
    if annex.total:
        rows.append(_total(annex))
    return Grid(
        rows=tuple(tuple(row) for row in rows),
        widths=tuple(column.width for column in annex.columns),
        heads=len(heads),
        numbered=next((i for i, c in enumerate(annex.columns) if c.holds == "number"), None),
    )


def _heads(columns: Sequence[Column]) -> list[list[Box | None]]:
    """The rows of the head: equal upper heads side by side are one cell."""
    depth = max(len(column.heads) for column in columns)
    rows: list[list[Box | None]] = [[None] * len(columns) for _ in range(depth)]
    for level in range(depth):
        keyed = [(column.heads[: level + 1], i) for i, column in enumerate(columns)]
        for path, places in groupby(keyed, key=lambda pair: pair[0]):
            at = [i for _, i in places]
            if len(path) <= level:
                continue
            ends = all(len(columns[i].heads) == level + 1 for i in at)
            groups = [[i] for i in at] if ends else [at]
            for group in groups:
                rows[level][group[0]] = Box(
                    path[-1],
                    bold=True,
                    align="center",
                    down=depth - level if ends else 1,
                    across=len(group),
                )
    return rows


def _section(annex: Annex, section: Section) -> Iterator[list[Box | None]]:
    if section.text:
        yield _head_row(annex, section)
    yield from _entry_rows(annex, section.entries)
    for deeper in section.under:
        yield from _section(annex, deeper)


def _head_row(annex: Annex, section: Section) -> list[Box | None]:
    """The head of a section: its label in the first column where there is one for numbers."""
    row: list[Box | None] = [None] * len(annex.columns)
    labelled = bool(section.label) and annex.columns[0].holds == "number"
    if labelled:
        row[0] = Box(section.label, bold=True, align="center")
    text = section.text if labelled else f"{section.label} {section.text}".strip()
    start = 1 if labelled else 0
    row[start] = Box(text, bold=True, across=len(annex.columns) - start)
    return row


def _entry_rows(annex: Annex, entries: Sequence[Entry]) -> list[list[Box | None]]:
    rows: list[list[Box | None]] = [
        [
            Box(
                cell_text(annex, column.holds, entry),
                align="center" if column.holds in CENTRED else "left",
            )
            for column in annex.columns
        ]
        for entry in entries
    ]
    for at, column in enumerate(annex.columns):
        if column.holds in annex.merged:
            _merge(rows, at)
    return rows


def _merge(rows: list[list[Box | None]], at: int) -> None:
    start = 0
    for _, group in groupby([row[at].text for row in rows if row[at]]):  # type: ignore[union-attr]
        length = len(list(group))
        first = rows[start][at]
        assert first is not None
        rows[start][at] = replace(first, down=length)
        for covered in range(start + 1, start + length):
            rows[covered][at] = None
        start += length


def _total(annex: Annex) -> list[Box | None]:
    """The last row: under columns of marks their number, else one cell over all columns."""
    row: list[Box | None] = [None] * len(annex.columns)
    marked = [i for i, column in enumerate(annex.columns) if column.holds.startswith("marks")]
    across = marked[0] if marked else len(annex.columns)
    row[0] = Box(annex.total, bold=True, align="center", across=across)
    for at in range(across, len(annex.columns)):
        holds = annex.columns[at].holds
        count = sum(bool(cell_text(annex, holds, entry)) for entry in annex.entries())
        row[at] = Box(str(count) if at in marked else "", bold=True, align="center")
    return row


def address(annex: Annex, entry: Entry) -> str:
    """The address as this annex prints addresses."""
    text = annex.address_form.format(
        village=f"{entry.village}, " if entry.village else "",
        commune=entry.commune,
        district=entry.district,
        province=entry.province,
    )
    return text.removesuffix(", ").strip()


def cell_text(annex: Annex, holds: str, entry: Entry) -> str:
    """What the cell of ``entry`` in a column of this kind holds."""
    if holds.startswith("marks"):
        return "x" if entry.stars == int(holds[-1]) else ""
    return _CELLS[holds](annex, entry)


def _score(annex: Annex, entry: Entry) -> str:
    if entry.score is None:
        return ""
    return annex.score_form.format(entry.score).replace(".", ",")


def _part(share: float) -> Callable[[Annex, Entry], str]:
    """A part of the score, as three columns of parts print it before their sum."""

    def text(annex: Annex, entry: Entry) -> str:
        part = None if entry.score is None else round(entry.score * share, 1)
        return _score(annex, replace(entry, score=part))

    return text


def _stars(annex: Annex, entry: Entry) -> str:
    if entry.stars is None:
        return ""
    if entry.potential5:
        return "Tiềm năng " + annex.star_form.format(5).lower()
    if "*" in annex.star_form:
        return "*" * entry.stars
    if "★" in annex.star_form:
        return "★" * entry.stars
    return annex.star_form.format(entry.stars)


_WORDS = {3: "Ba sao", 4: "Bốn sao", 5: "Năm sao"}


def _steady(entry: Entry) -> int:
    """A number that belongs to an entry."""
    return zlib.crc32(entry.name.encode())


def _person(entry: Entry) -> str:
    return person(Random(entry.name))


_CELLS: dict[str, Callable[[Annex, Entry], str]] = {
    "number": lambda annex, entry: entry.number,
    "name": lambda annex, entry: entry.name,
    "producer": lambda annex, entry: entry.producer,
    "name_producer": lambda annex, entry: f"{entry.name}\n({entry.producer})",
    "producer_address": lambda annex, entry: f"{entry.producer}\nĐịa chỉ: {address(annex, entry)}",
    "address": address,
    "commune": lambda annex, entry: entry.commune[:1].upper() + entry.commune[1:],
    "district": lambda annex, entry: entry.district[:1].upper() + entry.district[1:],
    "province": lambda annex, entry: entry.province,
    "group": lambda annex, entry: GROUPS[entry.group] if entry.group else "",
    "score": _score,
    "part_a": _part(0.36),
    "part_b": _part(0.24),
    "part_c": _part(0.40),
    "stars": _stars,
    "before": lambda annex, entry: f"{entry.stars_before} sao" if entry.stars_before else "",
    "standing": lambda annex, entry: STANDINGS.get(entry.standing, ""),
    "note": lambda annex, entry: entry.note,
    "lower_score": lambda annex, entry: _score(
        annex, replace(entry, score=(entry.score or 0) + 1.5)
    ),
    "person": lambda annex, entry: _person(entry),
    "phone": lambda annex, entry: f"09{_steady(entry) % 10**8:08}",
    "year": lambda annex, entry: str(2020 + _steady(entry) % 2) if entry.stars_before else "",
    "words": lambda annex, entry: _WORDS.get(entry.stars or 0, ""),
    "empty": lambda annex, entry: "",
}
