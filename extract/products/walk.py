"""Reading the lists of a document in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.model import Act, Decision, Document, Span
from extract.products.above import LEFT_OUT
from extract.products.columns import Column
from extract.products.contents import columns_by_content, counts_goods, fits
from extract.products.dittos import in_full
from extract.products.gathered import Gathered
from extract.products.grid import (
    Titles,
    is_titled,
    numbers_columns,
    titles_numbers,
    titles_of,
)
from extract.products.items import cells_of, result_of, single_of
from extract.products.maker_lists import MadeBy, made_by
from extract.products.opening import Opening
from extract.products.row_heads import RowHeads, is_total_row
from extract.products.running import listed_in
from extract.products.setting import Cells, Setting
from extract.products.sheet import Line
from extract.products.standings import act_of_title
from extract.products.totals import Total, closes
from extract.text.normalise import fold


@dataclass(slots=True)
class Walk:
    """The lists of a document, read from its begin to its end into ``gathered``."""

    document: Document
    lines: Sequence[Line]
    decision: Decision | None
    gathered: Gathered = field(init=False)
    totals: list[Total] = field(default_factory=list)
    columns: tuple[Column | None, ...] | None = None
    titles: Titles | None = None
    _opening: Opening = field(init=False)
    _above: Sequence[Span] = ()

    def __post_init__(self) -> None:
        self.gathered = Gathered(self.document)
        self._opening = Opening(self.document, self.decision, self.gathered)

    def home_date(self) -> str | None:
        """The day of the paper, for the bands of its law."""
        return self.decision.date if self.decision else None

    def in_paper(self) -> bool:
        """Whether the document is a paper that does something for products."""
        return self.decision is not None and self.decision.act is not Act.OTHER

    def close(self, stop: int, *, last: bool) -> int:
        """Read what adds up the list that ends before ``stop``; returns the line after it."""
        rows = len(self.gathered.products)
        if stop < len(self.lines) and rows and closes(self.lines[stop], last=last):
            self.totals.append(Total.of(self.lines[stop], (), rows))
            return stop + 1
        return stop

    def finish(self, rest: Sequence[Line]) -> None:
        """What stands below the last table may say that it was an excerpt."""
        self.gathered.look_for_gap(rest[:1])
        self.gathered.close_list()

    # ── sentences ────────────────────────────────────────────────────────────────────

    def items(self, done: int, first: int, stop: int) -> None:
        """Read the sentences ``lines[first:stop]``, one product each, below those from ``done``."""
        setting = self._opening.open(self.lines[done:first], is_new=True)
        if setting is None:
            return
        for line in self.lines[first:stop]:
            cells = cells_of(line) or result_of(line)
            assert cells is not None
            self.gathered.add(setting, line, cells)

    def makers(self, done: int, first: int, stop: int) -> None:
        """Read ``lines[first:stop]``: producers, each with its products."""
        setting = self._opening.open(self.lines[done:first], is_new=True)
        if setting is not None:
            self._add(setting, made_by(self.lines[first:stop]))

    def _add(self, setting: Setting, rows: Iterable[MadeBy]) -> None:
        for one in rows:
            self.gathered.add(setting, Line(one.span), one.cells)
            for doubt in one.doubts:
                self.gathered.doubt_last(doubt)

    def running(self) -> None:
        """The products that the articles of a paper list in their sentences."""
        rows = list(listed_in(self.decision.articles)) if self.decision else []
        setting = self._opening.open([], is_new=True) if rows else None
        if setting is not None:
            self._add(setting, rows)

    def single(self) -> None:
        """The one product that the only recognising article of a paper names itself."""
        paper = self.decision
        acts = [a for a in paper.articles if a.act is Act.RECOGNISES] if paper else []
        cells = single_of(acts[0].span) if len(acts) == 1 else None
        setting = self._opening.open([], is_new=True) if cells is not None else None
        if cells is not None and setting is not None:
            span = acts[0].span
            text = span.text.split("\n")[0]
            self.gathered.add(setting, Line(Span(span.start, span.start + len(text), text)), cells)

    # ── tables ───────────────────────────────────────────────────────────────────────

    def table(self, done: int, first: int, stop: int) -> None:
        """Read ``lines[first:stop]``, below the words from ``done`` on."""
        titles = titles_of(self.lines, first, stop)
        columns = self._columns(titles, first, stop)
        if columns is None:
            return
        start = titles.first if titles else first
        words = [*self.lines[done:first], *self.lines[first:start]]
        setting = self._opening.open(words, is_new=titles is not None)
        if setting is None:
            return
        if titles is not None:
            self._above = ()
        self.columns, self.titles = columns, titles
        at = titles.stop if titles else first
        while at < stop:
            at, setting = self._next(at, stop, setting)

    def _columns(
        self, titles: Titles | None, first: int, stop: int
    ) -> tuple[Column | None, ...] | None:
        """What the columns hold: by their titles, as in the table above, or by their cells."""
        body = self.lines[first:stop]
        if titles is not None:
            return (
                None
                if counts_goods(titles.columns, self.lines[titles.stop : stop])
                else titles.columns
            )
        if self.columns is not None and fits(self.columns, body):
            return self.columns
        return columns_by_content(body) if self.in_paper() else None

    def _next(self, at: int, stop: int, setting: Setting) -> tuple[int, Setting]:
        """Read one line; returns the next one, and what holds for it."""
        line = self.lines[at]
        if self.titles is not None and self.titles.repeats(line):
            return at + 1, setting
        if is_titled(line):
            titles = titles_of(self.lines, at, stop)
            if titles is not None and titles.first == at:
                self.columns, self.titles = titles.columns, titles
                return titles.stop, setting
        if not numbers_columns(line) and not (line.texts() and titles_numbers(line.texts()[0])):
            setting = self._line(line, setting)
        return at + 1, setting

    def _line(self, line: Line, setting: Setting) -> Setting:
        """A row below the titles: a head, a total, or products."""
        assert self.columns is not None
        texts = line.texts()
        if not texts:
            return setting
        if LEFT_OUT.match(line.span.text):
            self.gathered.look_for_gap([line])
            return setting
        if is_total_row(texts):
            self.totals.append(Total.of(line, self.columns, len(self.gathered.products)))
            return setting
        head = RowHeads(self.document, self.columns, setting.home).read(line, texts)
        if head is None:
            names = self.titles.names if self.titles else ()
            self._above = in_full(line.cells, self.columns, names, self._above)
            self.gathered.add_row(setting, line, Cells(self.columns, self._above))
            return setting
        self.gathered.stack.add(head, in_table=True)
        if setting.act is Act.OTHER and "công nhận" in fold(head.span.text):
            return replace(setting, act=act_of_title(fold(head.span.text)))
        return setting
