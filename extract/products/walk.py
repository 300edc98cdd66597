"""Reading the lists of a document in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.model import Act, Decision, Document, Issue, Product, Span
from extract.products.above import (
    CITED,
    LEFT_OUT,
    LONGEST_HEAD,
    OTHER_SCHEME,
    REACH,
    begins_annex,
    class_of_paper,
    first_of_block,
)
from extract.products.checks import Total
from extract.products.columns import NAMED, Column, Holds
from extract.products.doubts import EXCERPT
from extract.products.grid import (
    Titles,
    columns_by_content,
    fits,
    is_titled,
    numbers_columns,
    titles_numbers,
    titles_of,
)
from extract.products.heads import (
    Head,
    Stack,
    is_total,
    label_of,
    read_head,
    speaks_as_head,
)
from extract.products.home import home_of
from extract.products.items import cells_of, products_after, single_of
from extract.products.rows import products_of_row
from extract.products.setting import Cells, Setting
from extract.products.sheet import Line
from extract.products.standings import act_of_title, takes_back
from extract.text.normalise import fold

_PUT_FORWARD = frozenset({"BB", "TTr"})
"""Minutes and submissions: what they rank waits for a decision."""


@dataclass(slots=True)
class Walk:
    """The lists of a document, read from its begin to its end."""

    document: Document
    lines: Sequence[Line]
    decision: Decision | None
    stack: Stack = field(default_factory=Stack)
    products: list[Product] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    columns: tuple[Column | None, ...] | None = None
    titles: Titles | None = None
    setting: Setting | None = None
    title: str = ""
    above: tuple[Span, ...] = ()
    last: Span | None = None
    paper_head: Head | None = None
    begin: int = 0
    left_out: Span | None = None

    def home_date(self) -> str | None:
        """The day of the paper, for the bands of its law."""
        return self.decision.date if self.decision else None

    # ── tables ───────────────────────────────────────────────────────────────────────

    def table(self, done: int, first: int, stop: int) -> None:
        """Read ``lines[first:stop]``, below the words from ``done`` on."""
        titles = titles_of(self.lines, first, stop)
        body = self.lines[first:stop]
        columns: tuple[Column | None, ...] | None
        if titles is not None:
            columns = titles.columns
        elif self.columns is not None and fits(self.columns, body):
            columns = self.columns
        else:
            columns = columns_by_content(body) if self.in_paper() else None
        if columns is None:
            return
        start = titles.first if titles else first
        words = [*self.lines[done:first], *self.lines[first:start]]
        if not self._open(words, is_new=titles is not None):
            return
        self.columns, self.titles = columns, titles
        at = titles.stop if titles else first
        while at < stop:
            at = self._next(at, stop)

    def finish(self, rest: Sequence[Line]) -> None:
        """What stands below the last table may say that it was an excerpt."""
        self._look_for_gap(rest[:1])
        self._close_list()

    def _look_for_gap(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if self.products and LEFT_OUT.match(line.span.text):
                self.left_out = self.left_out or line.span

    def _close_list(self) -> None:
        """The list ends; where it leaves rows out, they cannot be counted."""
        if self.left_out is not None and len(self.products) > self.begin:
            for index in range(self.begin, len(self.products)):
                product = self.products[index]
                self.products[index] = replace(product, reasons=(*product.reasons, EXCERPT))
            self.issues.append(
                Issue(
                    "excerpt",
                    "A list of products is an excerpt: it says that rows are left out.",
                    advice="Find the whole annex: the rows printed here are not all.",
                    document_id=self.document.id,
                    span=self.left_out,
                )
            )
        self.begin, self.left_out = len(self.products), None

    def in_paper(self) -> bool:
        """Whether the document is a paper that does something for products."""
        return self.decision is not None and self.decision.act is not Act.OTHER

    def items(self, done: int, first: int, stop: int) -> None:
        """Read the numbered sentences ``lines[first:stop]``, below the words from ``done``."""
        if not self._open(self.lines[done:first], is_new=True):
            return
        for line in self.lines[first:stop]:
            cells = cells_of(line)
            assert cells is not None
            self._add(line, cells, None)

    def makers(self, done: int, first: int, stop: int) -> None:
        """Read ``lines[first:stop]``, each a producer and its products."""
        if not self._open(self.lines[done:first], is_new=True):
            return
        for line in self.lines[first:stop]:
            rows = products_after(line)
            for span, cells in rows:
                self._add(Line(span), cells, None)
                if len(rows) > 1:
                    made = self.products[-1]
                    self.products[-1] = replace(made, reasons=(*made.reasons, "row_split"))

    def single(self) -> None:
        """The one product that the only recognising article of a paper names itself."""
        paper = self.decision
        acts = [a for a in paper.articles if a.act is Act.RECOGNISES] if paper else []
        cells = single_of(acts[0].span) if len(acts) == 1 else None
        if cells is not None and self._open([], is_new=True):
            span = acts[0].span
            text = span.text.split("\n")[0]
            self._add(Line(Span(span.start, span.start + len(text), text)), cells, None)

    def _next(self, at: int, stop: int) -> int:
        """Read one line; returns the next one."""
        line = self.lines[at]
        if self.titles is not None and self.titles.repeats(line):
            return at + 1
        if is_titled(line):
            titles = titles_of(self.lines, at, stop)
            if titles is not None and titles.first == at:
                self.columns, self.titles = titles.columns, titles
                return titles.stop
        if not numbers_columns(line) and not (line.texts() and titles_numbers(line.texts()[0])):
            self._line(line)
        return at + 1

    def _open(self, words: Sequence[Line], *, is_new: bool) -> bool:
        """Take what stands above a table; False where it is a list of another scheme."""
        near = [line for line in words if line.span.text.strip()]
        self._look_for_gap(near[:1])
        starts = [i for i, line in enumerate(near) if begins_annex(line)]
        if starts or is_new:
            self._close_list()
        if starts:
            self.stack.clear()
            near = near[first_of_block(starts) :]
            cited = [line.span for line in near[:4] if CITED.search(fold(line.span.text))]
            self.left_out = cited[0] if cited else None
            self.title = " ".join(fold(line.span.text) for line in near[:6])
        else:
            near = near[-REACH:] if self.products else near[-3:]
            if is_new and near:
                self.stack.close_rows()
        title = self.title or " ".join(fold(line.span.text) for line in near)
        if OTHER_SCHEME.search(title) and "ocop" not in title and "sao" not in title:
            return False
        self._set(title)
        for line in near:
            self._word_head(line)
        return True

    def _set(self, title: str) -> None:
        """The paper and the usual standing of the rows below."""
        published = self.document.published.date if self.document.published else None
        act = self.decision.act if self.decision else Act.OTHER
        if act is Act.OTHER:
            act = self._act_told(title)
        elif act is Act.RECOGNISES and takes_back(title):
            act = Act.REVOKES
        home = home_of(self.decision, published)
        self.setting = Setting(self.document, self.decision, home, act)
        if self.paper_head is None and act is Act.RECOGNISES:
            self.paper_head = class_of_paper(self.decision, home)

    def _act_told(self, title: str) -> Act:
        """What the title of a list says; only a decision recognises, minutes put forward."""
        act = act_of_title(title)
        if act is Act.RECOGNISES and self.decision and self.decision.type in _PUT_FORWARD:
            return Act.FORWARDS
        return act

    def _word_head(self, line: Line) -> None:
        """A line of words above a table that says something of its rows."""
        assert self.setting is not None
        text = line.span.text
        if (
            len(text) > LONGEST_HEAD
            or text.lstrip().startswith("(")
            or (line.cells and len(line.texts()) > 1)
        ):
            return
        head = read_head(line.span, self.setting.home)
        if head.gives:
            style = head.style
            if not _labelled(style):
                style = "title" if begins_annex(line) else f"above {style}"
            self.stack.add(replace(head, style=style), in_table=False)

    # ── rows ─────────────────────────────────────────────────────────────────────────

    def _line(self, line: Line) -> None:
        """A row below the titles: a head, a total, or products."""
        assert self.setting is not None
        assert self.columns is not None
        texts = line.texts()
        if not texts:
            return
        if LEFT_OUT.match(line.span.text):
            self._look_for_gap([line])
            return
        if is_total(fold(texts[0].text)) or (
            len(texts) > 1 and label_of(texts[0].text) and is_total(fold(texts[1].text))
        ):
            self.totals.append(Total.of(line, self.columns, len(self.products)))
            return
        head = self._head(line, texts)
        if head is not None:
            if self.setting.act is Act.OTHER and "công nhận" in fold(head.span.text):
                self.setting = replace(self.setting, act=act_of_title(fold(head.span.text)))
            self.stack.add(head, in_table=True)
            return
        self._products(line)

    def _head(self, line: Line, texts: Sequence[Span]) -> Head | None:
        """The head that a row is: one cell of words, or a label beside it."""
        assert self.setting is not None
        home = self.setting.home
        if len(texts) == 1:
            whole = sum(cell == texts[0] for cell in line.cells) > 1 or len(line.cells) == 1
            if texts[0] == self._cell(line, Holds.NUMBER) and not whole:
                is_words = any(c.isalpha() for c in texts[0].text) and len(texts[0].text) > 4
                return read_head(texts[0], home) if is_words else None
            if whole or speaks_as_head(texts[0].text, home):
                return read_head(texts[0], home)
            return None
        style = label_of(texts[0].text)
        if not style and len(texts) == 2 and sum(cell == texts[1] for cell in line.cells) > 1:
            first, last = sorted(texts, key=lambda text: text.start)
            return read_head(self.document.span(first.start, last.end), home)
        if not style or not self._may_be_head(line, texts, style):
            return None
        head = read_head(texts[1], home, _style(style, texts[0].text))
        counts = [text for text in texts[2:] if text.text.strip().isdigit()]
        if head.count is None and len(counts) == 1 and len(texts) == 3:
            head = replace(head, count=int(counts[0].text), number=counts[0])
        return head

    def _may_be_head(self, line: Line, texts: Sequence[Span], style: str) -> bool:
        assert self.setting is not None
        whole = sum(cell == texts[1] for cell in line.cells) > 1
        rest = texts[2:]
        if any(not _is_figure(text.text) for text in rest) or len(rest) > 2:
            return False
        if whole and not rest:
            return True
        if style != "arabic" and not rest:
            return True
        speaks = speaks_as_head(texts[1].text, self.setting.home)
        return speaks and (not rest or all(text.text.strip().isdigit() for text in rest))

    def _cell(self, line: Line, holds: Holds) -> Span | None:
        assert self.columns is not None
        for column, cell in zip(self.columns, line.cells, strict=False):
            if column is not None and column.holds is holds:
                return cell
        return None

    def _products(self, line: Line) -> None:
        assert self.setting is not None
        assert self.columns is not None
        if len(line.cells) != len(self.columns):
            self._unread(line, "has other columns than the list")
            return
        cells = Cells(self.columns, line.cells)
        if self._goes_on(cells):
            return
        self._add(line, cells, self._producer(cells))

    def _add(self, line: Line, cells: Cells, producer_above: Span | None) -> None:
        """The products of a row, or an issue where it has none."""
        assert self.setting is not None
        found = list(products_of_row(self.setting, line.span, cells, self._above(), producer_above))
        if not found:
            self._unread(line, "names no product")
            return
        for product in found:
            row = len(self.products) + 1
            self.stack.count_row(row)
            self.products.append(replace(product, row=row))
        self.last = next((cells.by[holds] for holds in NAMED if holds in cells.by), None)
        spans = [e.span for e in found[-1].evidence if e.role == "producer"]
        self.above = tuple(spans[:1])

    def _above(self) -> Sequence[Head]:
        """The open heads, and last what the paper as a whole gives."""
        above = self.stack.above()
        return [*above, self.paper_head] if self.paper_head else above

    def _goes_on(self, cells: Cells) -> bool:
        """Whether a row only goes on with the product above: its name is the same cell."""
        name = next((cells.by[holds] for holds in NAMED if holds in cells.by), None)
        if name is None or name != self.last:
            return False
        own = cells.by.get(Holds.PRODUCER)
        number = cells.by.get(Holds.NUMBER)
        evidence = self.products[-1].evidence if self.products else ()
        printed = [e.span for e in evidence if e.role == "number"]
        return own is None or bool(number and number in printed)

    def _producer(self, cells: Cells) -> Span | None:
        """The producer above, for a row that has neither a number nor a producer of its own."""
        if Holds.PRODUCER in cells.by or Holds.NUMBER in cells.by or not self.above:
            return None
        held = {column.holds for column in cells.columns if column is not None}
        return self.above[0] if Holds.NUMBER in held else None

    def _unread(self, line: Line, what: str) -> None:
        self.issues.append(
            Issue(
                "unread_row",
                f"A row of a list of products {what}: {' '.join(line.span.text.split())[:200]}",
                advice="Look at the row in the document and enter its product by hand.",
                document_id=self.document.id,
                span=line.span,
            )
        )


def _labelled(style: str) -> bool:
    return style in ("roman", "letter", "upper", "deep", "arabic", "dash")


def _style(style: str, label: str) -> str:
    return "upper" if style == "letter" and label.strip()[:1].isupper() else style


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(r"[\d\s.,%x-]+", text.strip().lower()))
