"""Pages to one paper: tables and paragraphs that go on over a page break are made whole.

On the next page a table begins with its head again (which is furniture there), with the rest
of a row that the break cut, or right inside of cells that were merged over many rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.documents.paper import Cell, Paragraph, Part, Row, Run

_HEAD = 6
"""Rows that a table may repeat on each page."""
_NOTE = re.compile(
    r"[(\[]?(?:\*+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,2}(?=[)\]] ))[)\]]?(?= ?\S)|Ghi chú ?:|Chú thích ?:|Nguồn ?:"
)
"""How a note below a table begins."""
_ENDED = re.compile(r"[.;:!?/]['\"”)]?$")
_NUMBER = re.compile(r"\W*(?:\d{1,4}|[IVXLC]{1,6}|[a-zđ])\W*")
_SHORT = 12


def stitch(pages: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """The parts of all pages, in order; nothing of them is lost.

    A repeated head becomes furniture (``repeated_header``), a row in two pieces one row,
    and a merged cell whose text stands on the page before the same cell. Notes between the
    pieces of a table come after it.
    """
    thread = _Thread()
    for page in pages:
        thread.add_page(page)
    return thread.finish()


@dataclass(slots=True)
class _Thread:
    """The parts so far. ``table`` are the places of the rows of the table that may go on."""

    parts: list[Part] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    moved: dict[int, list[int]] = field(default_factory=dict)

    def add_page(self, page: Sequence[Part]) -> None:
        first = next((n for n, part in enumerate(page) if not part.role), len(page))
        self.parts += page[:first]
        rest = page[first:]
        if rest and isinstance(rest[0], Row) and self._may_go_on(rest[0]):
            rest = self._go_on(rest)
        elif rest:
            rest = self._text_goes_on(rest)
            self._close()
        for part in rest:
            self._add(part)

    def _add(self, part: Part) -> None:
        place = len(self.parts)
        self.parts.append(part)
        if part.role:
            return
        if isinstance(part, Row):
            if part.starts or self.notes:
                self._close()
            self.table.append(place)
        elif self.table and (self.notes or _NOTE.match(_words(part.runs))):
            self.notes.append(place)
        else:
            self._close()

    def _close(self) -> None:
        if self.table and self.notes:
            self.moved.setdefault(self.table[-1], []).extend(
                note for note in self.notes if note < self.table[-1]
            )
        self.table, self.notes = [], []

    def _may_go_on(self, row: Row) -> bool:
        return bool(self.table) and len(self._row(-1).cells) == len(row.cells)

    def _row(self, number: int) -> Row:
        row = self.parts[self.table[number]]
        assert isinstance(row, Row)
        return row

    def _go_on(self, page: Sequence[Part]) -> Sequence[Part]:
        """Take in the rows at the top of a page; what comes after them is given back."""
        rows: list[Row] = []
        for part in page:
            if not isinstance(part, Row) or (rows and part.starts):
                break
            rows.append(part)
        rest = page[len(rows) :]
        table = [self._row(n) for n in range(len(self.table))]
        repeated = _repeated(table, rows)
        if not repeated and _has_own_head(table, rows):
            self._close()
            return page
        self.parts += [
            replace(row, role="repeated_header", starts=False) for row in rows[:repeated]
        ]
        new = _Break(table, rows[repeated:]).mend()
        if new.last is not None:
            self._replace(new.last)
        for row in new.rows:
            self.table.append(len(self.parts))
            self.parts.append(replace(row, starts=False))
        # Notes on the page before stand between the rows; later ones stand below them all.
        self.moved.setdefault(self.table[-1], [])
        return self._after_notes(rest)

    def _after_notes(self, rest: Sequence[Part]) -> Sequence[Part]:
        if self.notes:
            self.moved[self.table[-1]] += self.notes
            self.notes = []
        return rest

    def _replace(self, cells: dict[int, Cell]) -> None:
        """Put new cells in the place of old ones, in all rows of the table."""
        for place in self.table:
            row = self.parts[place]
            assert isinstance(row, Row)
            self.parts[place] = replace(row, cells=tuple(cells.get(id(c), c) for c in row.cells))

    def _text_goes_on(self, page: Sequence[Part]) -> Sequence[Part]:
        """Join a sentence that the page break cut."""
        last = next((n for n in range(len(self.parts) - 1, -1, -1) if not self.parts[n].role), -1)
        if last < 0:
            return page
        before, after = self.parts[last], page[0]
        if not isinstance(before, Paragraph) or not isinstance(after, Paragraph):
            return page
        old, new = _words(before.runs), _words(after.runs)
        if (
            not old
            or not new
            or _ENDED.search(old)
            or not new[0].islower()
            or before.kind != after.kind
        ):
            return page
        if _NUMBER.match(new) and re.match(r"[a-zđ]\)", new):
            return page
        self.parts[last] = replace(before, runs=before.runs + after.runs)
        return page[1:]

    def finish(self) -> tuple[Part, ...]:
        """All parts, notes behind their tables."""
        self._close()
        late = {note for notes in self.moved.values() for note in notes}
        made: list[Part] = []
        for place, part in enumerate(self.parts):
            if place not in late:
                made.append(part)
            made += [self.parts[note] for note in self.moved.get(place, ())]
        return tuple(made)


def _words(runs: Sequence[Run]) -> str:
    return " ".join(" ".join(run.text for run in runs).split())


def _key(row: Row) -> tuple[str, ...]:
    return tuple("".join(_words(cell.runs).split()).casefold() for cell in row.cells)


def _repeated(table: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the top of ``rows`` print the head of ``table`` again."""
    count = 0
    for old, new in zip(table[:_HEAD], rows, strict=False):
        if _key(old) != _key(new) or not any(_key(new)):
            break
        count += 1
    # A first row that is repeated is a head only if it holds names of columns.
    return count if count and not _is_data(rows[0]) else 0


def _is_data(row: Row) -> bool:
    """Whether a row begins with its number."""
    return _NUMBER.fullmatch(_words(row.cells[0].runs)) is not None


def _has_own_head(table: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether a table of as many columns begins anew: other names of columns, or from 1 again."""
    first = rows[0]
    words = [_words(cell.runs) for cell in first.cells]
    if len({id(cell) for cell in first.cells}) < len(first.cells) or not all(words):
        return False
    if _is_data(first) or not any(_is_data(row) for row in rows[1:]):
        return False
    return not _is_data(table[-1]) or words[0].casefold() in ("tt", "stt", "số tt")


@dataclass(frozen=True, slots=True)
class _Mended:
    """The rows of the new page; ``last`` are new cells for old ones (by identity)."""

    rows: list[Row]
    last: dict[int, Cell] | None = None


@dataclass(frozen=True, slots=True)
class _Break:
    """A table before a page break, and the rows after it."""

    table: Sequence[Row]
    rows: Sequence[Row]

    def mend(self) -> _Mended:
        """Join the row that was cut, and cells that reach over the break."""
        if not self.rows:
            return _Mended([])
        if self._is_rest(self.rows[0]):
            return self._join_row()
        return _Mended(self._fill_down())

    def _is_rest(self, rest: Row) -> bool:
        """Whether the first row is the end of the last one: it has text only where that had.

        The number of the row and other short cells stand whole before the break, so the rest
        has none of them.
        """
        last = self.table[-1]
        filled = [n for n, cell in enumerate(rest.cells) if cell.runs]
        if not filled or rest.cells[0].runs or not _is_data(last):
            return False
        if any(not last.cells[n].runs for n in filled):
            return False
        short = [n for n in self._short_columns() if last.cells[n].runs]
        return bool(short) and not any(n in filled for n in short)

    def _short_columns(self) -> list[int]:
        """Columns with numbers, stars and the like in the rows before the break."""
        widths = [0] * len(self.table[-1].cells)
        for row in self.table[-8:]:
            if _is_data(row):
                for n, cell in enumerate(row.cells):
                    widths[n] = max(widths[n], len(_words(cell.runs)))
        return [n for n, width in enumerate(widths) if 0 < width <= _SHORT]

    def _join_row(self) -> _Mended:
        last, rest = self.table[-1], self.rows[0]
        joined: dict[int, Cell] = {}
        into: dict[int, Cell] = {}
        for old, new in zip(last.cells, rest.cells, strict=True):
            if id(old) not in joined:
                joined[id(old)] = Cell(old.runs + new.runs) if new.runs else old
            into[id(new)] = joined[id(old)]
        rows = [
            replace(row, cells=tuple(into.get(id(cell), cell) for cell in row.cells))
            for row in self.rows[1:]
        ]
        return _Mended(rows, joined)

    def _fill_down(self) -> list[Row]:
        """Empty cells at the top that go on with a cell of the page before."""
        first, last = self.rows[0], self.table[-1]
        into = {
            id(new): old
            for n, (old, new) in enumerate(zip(last.cells, first.cells, strict=True))
            if not new.runs and old.runs and self._reaches_over(n)
        }
        return [
            replace(row, cells=tuple(into.get(id(cell), cell) for cell in row.cells))
            for row in self.rows
        ]

    def _reaches_over(self, column: int) -> bool:
        """Whether an empty cell at the top of the page is the rest of a merged one."""
        new, old = self.rows[0].cells[column], self.table[-1].cells[column]
        if len({id(cell) for cell in self.rows[0].cells}) == 1:
            return False
        above = len(self.table) > 1 and self.table[-2].cells[column] is old
        below = len(self.rows) > 1 and self.rows[1].cells[column] is new
        return above or below or self._never_empty(column)

    def _never_empty(self, column: int) -> bool:
        rows = [row for row in (*self.table, *self.rows[1:]) if row.cells[column] is not None]
        data = [row for row in rows if _is_data(row)]
        return len(data) > 1 and all(row.cells[column].runs for row in data)
