"""The shape of the sheets of an ODS file (OpenDocument 1.3 part 3, section 9)."""

from __future__ import annotations

import io
from dataclasses import dataclass

from lxml import etree

from extract.documents.means import Limits
from extract.documents.office.package import Package, damaged
from extract.documents.office.password import check_open
from extract.documents.office.survey import Seen, Survey, let_go

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_UNSEEN = frozenset({"collapse", "filter"})
_CONTENT = "content.xml"


def survey(package: Package, limits: Limits) -> dict[str, Survey]:
    """What the markup of each sheet tells, by the name of the sheet.

    Raises:
        UnreadableError: ``damaged``, ``encrypted``, or ``too_much_output`` where the area from
            the first cell to the last value of all sheets has more cells than ``limits``.
    """
    check_open(package)
    data = package.xml(_CONTENT)
    if data is None:
        raise damaged("It has no content.")
    found: dict[str, Survey] = {}
    sheet = _Sheet(Seen(limits.cells, limits.characters))
    left, letters = limits.cells, limits.characters
    try:
        for event, node in _events(data):
            if event == "start" and node.tag == f"{_TABLE}table":
                sheet = _Sheet(Seen(left, letters))
            elif event == "start" and node.tag == f"{_TABLE}table-column":
                sheet.add_column(node)
            elif event == "end" and node.tag == f"{_TABLE}table-row":
                sheet.add_row(node)
                let_go(node)
            elif event == "end" and node.tag == f"{_TABLE}table":
                left -= sheet.area()
                letters -= sheet.seen.letters
                found[node.get(f"{_TABLE}name", "")] = sheet.seen.survey()
                let_go(node)
    except etree.XMLSyntaxError as error:
        raise damaged(f"{_CONTENT} in it is not well-formed XML: {error.msg}.") from error
    return found


def _events(data: bytes) -> etree.iterparse:
    names = ("table", "table-row", "table-column")
    return etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=tuple(f"{_TABLE}{name}" for name in names),
        resolve_entities=False,
        no_network=True,
    )


@dataclass(slots=True)
class _Sheet:
    """One sheet being gone through, repeated rows and cells at once."""

    seen: Seen
    _at: int = 0
    _column: int = 0
    _height: int = 0
    _width: int = 0

    def add_column(self, node: etree._Element) -> None:
        count = _count(node, "number-columns-repeated")
        if node.get(f"{_TABLE}visibility") in _UNSEEN:
            self.seen.hide_columns(self._column, self._column + count - 1)
        self._column += count

    def add_row(self, node: etree._Element) -> None:
        repeated = _count(node, "number-rows-repeated")
        column, filled, before = 0, False, self.seen.letters
        for cell in node:
            if cell.tag in _CELLS:
                times = _count(cell, "number-columns-repeated")
                filled |= self._add_cell(cell, column, times)
                column += times
        if filled:
            self._height = self._at + repeated
            self.seen.letters += (self.seen.letters - before) * (repeated - 1)
            self._check()
            if node.get(f"{_TABLE}visibility") in _UNSEEN:
                self.seen.hidden_rows.update(range(self._at, self._at + repeated))
        self._at += repeated

    def _add_cell(self, cell: etree._Element, column: int, times: int) -> bool:
        """Note a cell; whether it holds something."""
        place = (self._at, column)
        wide = _count(cell, "number-columns-spanned")
        high = _count(cell, "number-rows-spanned")
        if wide * high > 1 and len(self.seen.merged) < self.seen.most_cells:
            self.seen.merged.append((place, (place[0] + high - 1, place[1] + wide - 1)))
        text = sum(len(node.text or "") for node in cell.iter("{*}p", "{*}span", "{*}a"))
        if cell.get(f"{_TABLE}formula") and not (cell.get(f"{_OFFICE}value-type") or text):
            self.seen.miss_value(place)
        if not (text or cell.get(f"{_OFFICE}value-type")):
            return False
        self.seen.letters += text * times
        self._width = max(self._width, column + times)
        self._check()
        self.seen.filled_columns.update(range(column, column + times))
        return True

    def _check(self) -> None:
        self.seen.check(max(self.area(), self._width))

    def area(self) -> int:
        """Cells from the first to the last value."""
        return self._height * self._width


def _count(node: etree._Element, name: str) -> int:
    text = node.get(f"{_TABLE}{name}", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1
