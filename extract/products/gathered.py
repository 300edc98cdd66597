"""The products of a document as its rows are read one after the other, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.model import Document, Issue, Product, Span
from extract.products.above import LEFT_OUT
from extract.products.columns import NAMED, Holds
from extract.products.doubts import EXCERPT
from extract.products.heads import Head, Stack
from extract.products.rows import products_of_row
from extract.products.setting import Cells, Setting
from extract.products.sheet import Line


@dataclass(slots=True)
class Gathered:
    """What was read so far; ``stack`` are the heads that are open.

    ``paper_head`` is what the paper as a whole gives, ``left_out`` the words by which the list
    that is being read says that it leaves rows out, ``begin`` the index of its first product.
    """

    document: Document
    stack: Stack = field(default_factory=Stack)
    products: list[Product] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    paper_head: Head | None = None
    left_out: Span | None = None
    begin: int = 0
    _name: Span | None = None
    _producer: Span | None = None

    # ── rows ─────────────────────────────────────────────────────────────────────────

    def add_row(self, setting: Setting, line: Line, cells: Cells) -> None:
        """The products of a row of a table, unless it only goes on with the one above."""
        if len(line.cells) != len(cells.columns):
            self._unread(line, "has other columns than the list")
        elif not self._goes_on(cells):
            self.add(setting, line, cells, self._producer_above(cells))

    def add(
        self, setting: Setting, line: Line, cells: Cells, producer_above: Span | None = None
    ) -> None:
        """The products of a line, or an issue where it names none."""
        found = list(
            products_of_row(setting, line.span, cells, self._heads_above(), producer_above)
        )
        if not found:
            self._unread(line, "names no product")
            return
        for product in found:
            row = len(self.products) + 1
            self.stack.count_row(row)
            self.products.append(replace(product, row=row))
        self._name = next((cells.by[holds] for holds in NAMED if holds in cells.by), None)
        self._producer = next((e.span for e in found[-1].evidence if e.role == "producer"), None)

    def doubt_last(self, doubt: str) -> None:
        """One more doubt of the last product."""
        made = self.products[-1]
        self.products[-1] = replace(made, reasons=(*made.reasons, doubt))

    def _heads_above(self) -> Sequence[Head]:
        """The open heads, and last what the paper as a whole gives."""
        above = self.stack.above()
        return [*above, self.paper_head] if self.paper_head else above

    def _goes_on(self, cells: Cells) -> bool:
        """Whether a row only goes on with the product above: its name is the same cell."""
        name = next((cells.by[holds] for holds in NAMED if holds in cells.by), None)
        if name is None or name != self._name:
            return False
        own = cells.by.get(Holds.PRODUCER)
        number = cells.by.get(Holds.NUMBER)
        evidence = self.products[-1].evidence if self.products else ()
        printed = [e.span for e in evidence if e.role == "number"]
        return own is None or bool(number and number in printed)

    def _producer_above(self, cells: Cells) -> Span | None:
        """The producer above, for a row that has neither a number nor a producer of its own."""
        if Holds.PRODUCER in cells.by or Holds.NUMBER in cells.by:
            return None
        held = {column.holds for column in cells.columns if column is not None}
        return self._producer if Holds.NUMBER in held else None

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

    # ── lists ────────────────────────────────────────────────────────────────────────

    def look_for_gap(self, lines: Sequence[Line]) -> None:
        """Note a line that says that rows are left out."""
        for line in lines:
            if self.products and LEFT_OUT.match(line.span.text):
                self.left_out = self.left_out or line.span

    def close_list(self) -> None:
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
