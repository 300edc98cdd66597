"""From lines to blocks: what pasted texts and pages have in common.

Whoever made the lines (a pasted text, the elements of a page), the same words tell the
title, the date line, furniture and the end of a wrapped line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.documents.datelines import Strength, read_date_line
from extract.documents.furniture import label_furniture
from extract.documents.lines import Line, is_heading, is_long, is_prose, list_mark, runs_on
from extract.documents.publication import find_publication
from extract.documents.titles import find_title, is_letterhead, says_title
from extract.model import BlockKind, Span

_CAPTION = re.compile(
    r"^(?:ảnh(?:\s\d)?\s*[:.]|\(?ảnh minh họa|hình\s?\d*\s*:|chú thích|nguồn ảnh|photo\s*:)|"
    r"^[\w.%-]+\.(?:jpe?g|png|gif|webp)$|^!\[|^.{0,150}\bảnh\s*:\s*[^.]{2,40}\.?$",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*\|\s*")
_HEADER_CELL = re.compile(r"^(?:tt|stt|số tt|no\.?)$")
_INDEX = re.compile(r"^0*(\d{1,4})\.?$")
_MAX_CELL = 120
_SURE_KINDS = frozenset({BlockKind.LEAD, BlockKind.CAPTION})
_JOINABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LEAD, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Marked:
    """A block as a run of lines: ``lines[first : last + 1]``."""

    kind: BlockKind
    first: int
    last: int
    role: str = ""
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a text say about themselves.

    ``day`` is the day of publication told in the text (ISO), or None.
    """

    blocks: tuple[Marked, ...]
    titles: frozenset[int]
    day: str | None


@dataclass(frozen=True, slots=True)
class Hints:
    """What the makers of the lines know of them, by index of the line.

    ``rows`` holds the cells of table rows. ``linked`` are the lines that are links as a
    whole, None where links are unknown (pasted text).
    """

    roles: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[int, BlockKind] = field(default_factory=dict)
    rows: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    linked: frozenset[int] | None = None


NO_HINTS = Hints()


def lay_out(lines: Sequence[Line], *, title: str = "", hints: Hints = NO_HINTS) -> Layout:
    """Make blocks of ``lines``; every line belongs to exactly one of them.

    ``title`` is the title where it is known from elsewhere: what stands above its line and
    is no prose, date or letterhead then belongs to the page and not to the text.
    """
    titles = frozenset(i for i, kind in hints.kinds.items() if kind is BlockKind.TITLE)
    titles = titles or find_title(lines, title) - frozenset(hints.rows)
    roles = label_furniture(lines, titles, hints.linked)
    for i, role in hints.roles.items():
        roles[i] = "" if i in titles else role or roles[i]
    if titles and says_title(lines[min(titles)].text, title):
        _label_above(lines, roles, min(titles))
    found = find_publication(lines, roles, titles)
    _label_clocks(lines, roles, titles, None if found is None else found[1])
    rows = _rows(lines, roles, hints.rows)
    blocks = _blocks(lines, roles, titles, rows, hints.kinds)
    return Layout(tuple(blocks), titles, found[0] if found else None)


def _label_above(lines: Sequence[Line], roles: list[str], title: int) -> None:
    """What a page prints above a title that is sure: names of sections, tickers."""
    for i in range(title):
        text = lines[i].text
        if not (roles[i] or is_prose(text) or is_letterhead(text) or read_date_line(text)):
            roles[i] = "masthead"


def _label_clocks(
    lines: Sequence[Line], roles: list[str], titles: frozenset[int], dated: int | None
) -> None:
    """Clocks of the site: by their words, or a second date line above the title."""
    first = min(titles, default=0)
    for i, line in enumerate(lines):
        found = None if roles[i] or i in titles else read_date_line(line.text)
        if found is None or i == dated:
            continue
        other = i < first and dated is not None and found.strength >= Strength.PLAIN
        if other or (found.strength is Strength.CLOCK and not is_prose(line.text)):
            roles[i] = "clock"


# ── Table rows ───────────────────────────────────────────────────────────────────────

_Rows = dict[int, tuple[int, tuple[Span, ...]]]


def _rows(
    lines: Sequence[Line], roles: Sequence[str], tabs: Mapping[int, tuple[Span, ...]]
) -> _Rows:
    """Table rows as first line → (last line, cells)."""
    rows: _Rows = {i: (i, cells) for i, cells in tabs.items() if not roles[i]}
    for i, line in enumerate(lines):
        cells = () if roles[i] or i in rows else _barred_cells(line)
        if len(cells) >= 3 or (len(cells) == 2 and _near_bars(lines, i)):
            rows[i] = (i, cells)
    rows.update(_stacked_rows(lines, roles))
    return rows


def _barred_cells(line: Line) -> tuple[Span, ...]:
    if "|" not in line.text or is_long(line.text) or read_date_line(line.text):
        return ()
    cells: list[Span] = []
    start = 0
    for match in [*_BAR.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        if start < end or start > 0:
            cells.append(Span(line.start + start, line.start + end, line.text[start:end]))
        start = match.end() if match else end
    return tuple(cells)


def _near_bars(lines: Sequence[Line], i: int) -> bool:
    return any("|" in lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _stacked_rows(lines: Sequence[Line], roles: Sequence[str]) -> _Rows:
    """Tables pasted one cell a line: a header from ``TT`` on, then rows 1, 2, 3 and so on."""
    rows: _Rows = {}
    i = 0
    while i < len(lines):
        if not _HEADER_CELL.match(lines[i].text.lower()):
            i += 1
            continue
        width = next((n for n in range(2, 12) if _index(lines, i + n) == 1), 0)
        start, number = i, 0
        while width and _is_row(lines, roles, start, width, number):
            rows[start] = (
                start + width - 1,
                tuple(_cell(lines[j]) for j in range(start, start + width)),
            )
            start, number = start + width, number + 1
        i = max(start, i + 1)
    return rows


def _index(lines: Sequence[Line], i: int) -> int | None:
    match = _INDEX.match(lines[i].text) if i < len(lines) else None
    return int(match[1]) if match else None


def _is_row(
    lines: Sequence[Line], roles: Sequence[str], start: int, width: int, number: int
) -> bool:
    if start + width > len(lines) or (number and _index(lines, start) != number):
        return False
    return all(
        len(lines[j].text) <= _MAX_CELL and not roles[j] for j in range(start, start + width)
    )


def _cell(line: Line) -> Span:
    return Span(line.start, line.end, line.text)


# ── Blocks ───────────────────────────────────────────────────────────────────────────


def _blocks(
    lines: Sequence[Line],
    roles: Sequence[str],
    titles: frozenset[int],
    rows: _Rows,
    kinds: Mapping[int, BlockKind],
) -> list[Marked]:
    lead = _lead(lines, roles, titles, rows)
    blocks: list[Marked] = []
    i = 0
    while i < len(lines):
        if i in rows and i not in titles:
            last, cells = rows[i]
            blocks.append(Marked(BlockKind.TABLE_ROW, i, last, cells=cells))
        else:
            kind = BlockKind.FURNITURE if roles[i] else kind_of(lines[i].text, kinds.get(i))
            kind = BlockKind.TITLE if i in titles else BlockKind.LEAD if i == lead else kind
            last = i
            while kind in _JOINABLE and _joins(lines, roles, titles, rows, last + 1):
                last += 1
            blocks.append(Marked(kind, i, last, roles[i]))
        i = last + 1
    return blocks


def _lead(
    lines: Sequence[Line], roles: Sequence[str], titles: frozenset[int], rows: _Rows
) -> int | None:
    """The first paragraph below the title (of the text, where no title is found)."""
    start = max(titles, default=-1) + 1
    for i in range(start, len(lines)):
        if not roles[i] and i not in rows and is_prose(lines[i].text):
            return i
    return None


def kind_of(text: str, hinted: BlockKind | None) -> BlockKind:
    """The kind of a line of content, by its looks where the markup tells nothing sure."""
    if hinted in _SURE_KINDS:
        return hinted
    dated = read_date_line(text)
    if dated is not None and dated.strength >= Strength.PLAIN and not is_prose(text):
        return BlockKind.DATELINE
    if len(text) <= 250 and _CAPTION.match(text):
        return BlockKind.CAPTION
    if is_heading(text) or (hinted is BlockKind.HEADING and not is_prose(text)):
        return BlockKind.HEADING
    listed = list_mark(text) or hinted is BlockKind.LIST_ITEM
    return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH


def _joins(
    lines: Sequence[Line], roles: Sequence[str], titles: frozenset[int], rows: _Rows, i: int
) -> bool:
    """Whether line ``i`` continues the sentence of the line above it."""
    if i >= len(lines) or roles[i] or i in titles or i in rows or lines[i].gap:
        return False
    return runs_on(lines[i - 1].text, lines[i].text)
