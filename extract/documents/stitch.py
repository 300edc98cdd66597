"""Pages to one paper: tables and paragraphs that go on over a page break are made whole.

On the next page a table begins with its head again (which is furniture there), with the rest
of a row that the break cut, or right inside of cells that were merged over many rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.documents.paper import Cell, Paragraph, Part, Row
from extract.documents.table_break import has_own_head, mend, repeated, words

_NOTE = re.compile(
    r"[(\[]?(?:\*+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,2}(?=[)\]] ))[)\]]?(?= ?\S)|Ghi chú ?:|Chú thích ?:|Nguồn ?:"
)
"""How a note below a table begins."""
_ENDED = re.compile(r"[.;:!?/]['\"”)]?$")
_ITEM = re.compile(r"[a-zđ]\)")


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
    """The parts so far.

    ``table`` are the places of the rows of the table that may go on, ``notes`` those of the
    notes below its last row, ``late`` those of notes that stand between its rows.
    ``behind`` are the notes that have to come behind a row.
    """

    parts: list[Part] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)
    behind: dict[int, list[int]] = field(default_factory=dict)

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
        elif self.table and (self.notes or _NOTE.match(words(part.runs))):
            self.notes.append(place)
        else:
            self._close()

    def _close(self) -> None:
        if self.late:
            self.behind[self.table[-1]] = self.late
        self.table, self.notes, self.late = [], [], []

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
        heads = repeated(table, rows)
        if not heads and has_own_head(table, rows):
            self._close()
            return page
        self.parts += [replace(row, role="repeated_header", starts=False) for row in rows[:heads]]
        mended = mend(table, rows[heads:])
        self._replace(mended.cells)
        for row in mended.rows:
            self.table.append(len(self.parts))
            self.parts.append(replace(row, starts=False))
        self.late += self.notes
        self.notes = []
        return rest

    def _replace(self, cells: Mapping[int, Cell]) -> None:
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
        if before.kind != after.kind or not _goes_on(words(before.runs), words(after.runs)):
            return page
        self.parts[last] = replace(before, runs=before.runs + after.runs)
        return page[1:]

    def finish(self) -> tuple[Part, ...]:
        """All parts, notes behind their tables."""
        self._close()
        late = {note for notes in self.behind.values() for note in notes}
        made: list[Part] = []
        for place, part in enumerate(self.parts):
            if place not in late:
                made.append(part)
            made += [self.parts[note] for note in self.behind.get(place, ())]
        return tuple(made)


def _goes_on(before: str, after: str) -> bool:
    """Whether ``after`` is the rest of a sentence."""
    if not before or not after or _ENDED.search(before):
        return False
    return after[0].islower() and not _ITEM.match(after)
