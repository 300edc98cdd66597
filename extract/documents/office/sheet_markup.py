"""The shape of the sheets of an XLSX file (ECMA-376 part 1, 18.3), before their values are read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from extract.documents.means import Limits
from extract.documents.office.cell_text import cell_place
from extract.documents.office.package import Package, Relation, damaged
from extract.documents.office.survey import Seen, Survey, let_go
from extract.documents.office.wordml import RELATION

_ON = ("1", "true")
_WORKBOOK = "/xl/workbook.xml"


def survey(package: Package, limits: Limits) -> dict[str, Survey]:
    """What the markup of each sheet tells, by the name of the sheet.

    Raises:
        UnreadableError: ``damaged``, or ``too_much_output`` where the area from the first to
            the last value of all sheets has more cells than ``limits``.
    """
    targets = (r.target for r in package.relations("").values() if r.type == "officeDocument")
    workbook = next(targets, _WORKBOOK)
    root = package.tree(workbook)
    if root is None:
        raise damaged("It has no list of sheets.")
    relations = package.relations(workbook)
    found: dict[str, Survey] = {}
    shared = _shared_lengths(package, relations)
    left, letters = limits.cells, limits.characters
    for node in root.iter("{*}sheet"):
        relation = relations.get(node.get(RELATION, ""))
        data = package.xml(relation.target) if relation and not relation.outside else None
        if data is None:
            continue
        walk = _Walk(Seen(left, letters), shared)
        try:
            walk.read(data)
        except etree.XMLSyntaxError as error:
            name = node.get("name", "")
            raise damaged(f"The sheet “{name}” is not well-formed XML: {error.msg}.") from error
        left -= walk.area()
        letters -= walk.seen.letters
        found[node.get("name", "")] = walk.seen.survey()
    return found


def _shared_lengths(package: Package, relations: Mapping[str, Relation]) -> list[int]:
    """The lengths of the texts that cells share (18.4.8)."""
    name = next((r.target for r in relations.values() if r.type == "sharedStrings"), None)
    data = package.xml(name) if name else None
    lengths: list[int] = []
    if data is None:
        return lengths
    walk = etree.iterparse(
        io.BytesIO(data), tag="{*}si", resolve_entities=False, no_network=True, remove_comments=True
    )
    try:
        for _, node in walk:
            lengths.append(sum(len(text.text or "") for text in node.iter("{*}t")))
            let_go(node)
    except etree.XMLSyntaxError as error:
        raise damaged(f"Its texts are not well-formed XML: {error.msg}.") from error
    return lengths


class _Walk:
    """Goes through the cells of one sheet, keeping none."""

    def __init__(self, seen: Seen, shared: Sequence[int]) -> None:
        self.seen = seen
        self._shared = shared
        self._rows: tuple[int, int] | None = None
        self._columns: tuple[int, int] | None = None

    def read(self, data: bytes) -> None:
        row, column, hidden = -1, -1, False
        for event, node in _events(data):
            name = node.tag.rpartition("}")[2]
            if event == "start" and name == "row":
                said = node.get("r", "")
                row, column = (int(said) - 1 if said.isdigit() else row + 1), -1
                hidden = node.get("hidden") in _ON
            elif event == "end" and name == "c":
                place = cell_place(node.get("r", ""))
                row, column = place if place is not None else (row, column + 1)
                self._see(node, row, column, hidden=hidden)
            elif event == "end" and name == "col":
                self._see_columns(node)

    def _see_columns(self, node: etree._Element) -> None:
        first, last = node.get("min", ""), node.get("max", "")
        if node.get("hidden") in _ON and first.isdigit() and last.isdigit():
            self.seen.hide_columns(int(first) - 1, int(last) - 1)

    def _see(self, node: etree._Element, row: int, column: int, *, hidden: bool) -> None:
        value = node.find("{*}v")
        holds = (value is not None and bool(value.text)) or node.find("{*}is") is not None
        if not holds:
            if node.find("{*}f") is not None:
                self.seen.miss_value((row, column))
            return
        self._rows = _widened(self._rows, row)
        self._columns = _widened(self._columns, column)
        self.seen.filled_columns.add(column)
        if hidden:
            self.seen.hidden_rows.add(row)
        self.seen.letters += self._length(node, value)
        self.seen.check(self.area())

    def _length(self, node: etree._Element, value: etree._Element | None) -> int:
        """Letters of a cell; thousands of cells may share one long text."""
        text = (value.text or "") if value is not None else ""
        if node.get("t") == "s" and text.isdigit() and int(text) < len(self._shared):
            return self._shared[int(text)]
        return len(text)

    def area(self) -> int:
        """Cells between the first and the last value."""
        if self._rows is None or self._columns is None:
            return 0
        height = self._rows[1] - self._rows[0] + 1
        return height * (self._columns[1] - self._columns[0] + 1)


def _widened(known: tuple[int, int] | None, place: int) -> tuple[int, int]:
    return (place, place) if known is None else (min(known[0], place), max(known[1], place))


def _events(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Starts and ends of rows, cells and columns; what was read is let go."""
    walk = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}col"),
        resolve_entities=False,
        no_network=True,
    )
    for event, node in walk:
        yield event, node
        name = node.tag.rpartition("}")[2]
        if event == "end" and name != "c":
            let_go(node)
