"""Leaves to spreadsheets: XLSX by xlsxwriter, XLS by xlwt, ODS by odfpy."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from papers.leaves import Box, Grid, Leaf, NewPage, Words
from papers.render.zips import steady_zip

_DECIMAL = re.compile(r"\d{1,3},\d{1,2}")


def value_of(text: str) -> object:
    """What an office types: a number where the text is one, else the text."""
    if text.isdigit() and not text.startswith("0") and len(text) < 9:
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return text


def _cells(parts: Sequence[Leaf]) -> Iterator[tuple[int, int, Box]]:
    """Every cell with its row and column, tables below each other."""
    at = 0
    for part in parts:
        if isinstance(part, NewPage):
            continue
        if isinstance(part, Words):
            yield at, 0, Box(part.text, bold=part.bold)
            at += 1
            continue
        assert isinstance(part, Grid)
        for row in part.rows:
            for column, box in enumerate(row):
                if box is not None:
                    yield at, column, box
            at += 1
        at += 1


def to_xlsx(
    parts: Sequence[Leaf], *, hidden: Sequence[Leaf] = (), day: str = "", name: str = "Danh sach"
) -> bytes:
    """An XLSX; ``hidden`` is a hidden sheet, ``day`` a date kept as a number under the table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2024, 1, 2)})
    if hidden:
        sheet = book.add_worksheet("Ban nhap")
        sheet.hide()
        _fill(book, sheet, hidden, "")
    shown = book.add_worksheet(name)
    shown.activate()
    shown.set_first_sheet()
    _fill(book, shown, parts, day)
    book.close()
    return steady_zip(out.getvalue())


def _fill(book: Any, sheet: Any, parts: Sequence[Leaf], day: str) -> None:
    bold, plain = book.add_format({"bold": True, "text_wrap": True}), book.add_format()
    last = 0
    for row, column, box in _cells(parts):
        style = bold if box.bold else plain
        last = max(last, row + box.down)
        if box.down > 1 or box.across > 1:
            end = row + box.down - 1, column + box.across - 1
            sheet.merge_range(row, column, *end, value_of(box.text), style)
        else:
            sheet.write(row, column, value_of(box.text), style)
    if day:
        sheet.write(last + 1, 0, "Ngày lập")
        date = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(last + 1, 1, datetime.datetime.fromisoformat(day), date)


def to_xls(parts: Sequence[Leaf]) -> bytes:
    """An XLS of Excel 97."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Danh sach")
    for row, column, box in _cells(parts):
        value = value_of(box.text)
        if box.down > 1 or box.across > 1:
            sheet.write_merge(row, row + box.down - 1, column, column + box.across - 1, value)
        else:
            sheet.write(row, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_ods(parts: Sequence[Leaf]) -> bytes:
    """An ODS; cells under a merged one are covered cells."""
    _know_all_namespaces()
    book = OpenDocumentSpreadsheet()
    table = Table(name="Danh sach")
    boxes = {(row, column): box for row, column, box in _cells(parts)}
    covered = {
        (row + r, column + c)
        for (row, column), box in boxes.items()
        for r in range(box.down)
        for c in range(box.across)
        if r or c
    }
    places = set(boxes) | covered
    width = max(column for _, column in places) + 1
    for r in range(max(row for row, _ in places) + 1):
        line = TableRow()
        for c in range(width):
            line.addElement(_ods_cell(boxes.get((r, c)), (r, c) in covered))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    return steady_zip(out.getvalue())


@cache
def _know_all_namespaces() -> None:
    """Odfpy writes the namespaces that this process has met: let it meet all of them."""
    book = OpenDocumentSpreadsheet()
    book.spreadsheet.addElement(Table(name="x"))
    book.write(io.BytesIO())


def _ods_cell(box: Box | None, covered: bool) -> Any:
    if box is None:
        return CoveredTableCell() if covered else TableCell()
    spans: dict[str, object] = {}
    if box.down > 1 or box.across > 1:
        spans = {"numberrowsspanned": box.down, "numbercolumnsspanned": box.across}
    value = value_of(box.text)
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=value, **spans)
    else:
        cell = TableCell(valuetype="string", **spans)
    for line in box.text.split("\n"):
        cell.addElement(P(text=line))
    return cell
