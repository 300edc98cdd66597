"""The shape of the sheets of an XLS file ([MS-XLS] 2.4), before their values are read."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.documents.compound import Compound
from extract.documents.means import Limits
from extract.documents.office.package import encrypted, too_much
from extract.documents.office.survey import Survey

_BOF, _EOF, _FILEPASS, _SHEET = 0x0809, 0x0A, 0x2F, 0x85
_ROW, _COLUMNS, _DIMENSIONS = 0x0208, 0x7D, 0x0200
_VALUES = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK: all begin with row and column."""
_MANY_VALUES = 0xBD
_HIDDEN_ROW = 0x20
_UNICODE = 0x0600


@dataclass(slots=True)
class _Sheet:
    """One sheet being gone through."""

    name: str = ""
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def area(self) -> int:
        """Cells between the first and the last value."""
        if not self.rows:
            return 0
        height = max(self.rows) - min(self.rows) + 1
        return height * (max(self.columns) - min(self.columns) + 1)

    def survey(self) -> Survey:
        """What was seen."""
        return Survey(
            hidden_rows=frozenset(self.hidden_rows & self.rows),
            hidden_columns=frozenset(self.hidden_columns & self.columns),
        )


def survey(payload: bytes, limits: Limits) -> tuple[dict[str, Survey], bytes]:
    """What the records of each sheet tell, by its name; and the payload, with sizes unsaid.

    A library makes room for as many cells as a sheet says to have (DIMENSIONS), which
    may be any number. Where that is more than ``limits`` allow, it is overwritten.

    Raises:
        UnreadableError: ``encrypted``, or ``too_much_output`` where the area from the first to
            the last value of all sheets has more cells than ``limits``.
    """
    book = Compound(payload)
    root = book.root()
    entry = root.get("Workbook") or root.get("Book")
    stream = book.stream(entry) if entry is not None else b""
    found: dict[str, Survey] = {}
    left = limits.cells
    for at, name in _sheets(stream):
        sheet = _Sheet(name)
        for kind, data in _records(stream, at):
            _see(sheet, kind, data)
            if kind == _DIMENSIONS and _says_more(data, left):
                payload = _unsaid(payload, data)
        left -= sheet.area()
        if left < 0:
            raise too_much(f"Its sheets span more than {limits.cells:,} cells.")
        found[name] = sheet.survey()
    return found, payload


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from ``at`` to the end of their part of the stream."""
    while 0 <= at <= len(stream) - 4:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == _EOF:
            return
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[int, str]]:
    """Where each sheet begins, and its name."""
    version = 0
    for kind, data in _records(stream, 0):
        if kind == _FILEPASS:
            raise encrypted()
        if kind == _BOF and len(data) >= 2:
            version = struct.unpack_from("<H", data)[0]
        if kind == _SHEET and len(data) >= 8:
            yield struct.unpack_from("<I", data)[0], _name(data, version)


def _name(data: bytes, version: int) -> str:
    length = data[6]
    if version < _UNICODE:
        return data[7 : 7 + length].decode("cp1252", "replace")
    if data[7] & 1:
        return data[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return data[8 : 8 + length].decode("latin-1")


def _see(sheet: _Sheet, kind: int, data: bytes) -> None:
    if kind in _VALUES and len(data) >= 4:
        row, column = struct.unpack_from("<2H", data)
        sheet.rows.add(row)
        sheet.columns.add(column)
    elif kind == _MANY_VALUES and len(data) >= 6:
        row, first = struct.unpack_from("<2H", data)
        last = struct.unpack_from("<H", data, len(data) - 2)[0]
        sheet.rows.add(row)
        sheet.columns.update((first, last))
    elif kind == _ROW and len(data) >= 16:
        if struct.unpack_from("<H", data, 12)[0] & _HIDDEN_ROW:
            sheet.hidden_rows.add(struct.unpack_from("<H", data)[0])
    elif kind == _COLUMNS and len(data) >= 10:
        first, last, _, _, flags = struct.unpack_from("<5H", data)
        if flags & 1:
            sheet.hidden_columns.update(range(first, last + 1))


def _says_more(data: bytes, most: int) -> bool:
    """Whether a sheet says to have more cells than ``most``, or less than none."""
    if len(data) < 8:
        return True
    form = "<2I2H" if len(data) >= 14 else "<4H"
    top, bottom, left, right = map(int, struct.unpack_from(form, data))
    return bottom < top or right < left or (bottom - top) * (right - left) > most


def _unsaid(payload: bytes, data: bytes) -> bytes:
    """``payload`` with a size overwritten by that of a sheet with one cell.

    Raises:
        UnreadableError: ``too_much_output``; the record stands in two sectors.
    """
    head = struct.pack("<HH", _DIMENSIONS, len(data))
    if head + data not in payload or len(data) < 10:
        raise too_much("A sheet says to have more cells than any workbook.")
    wide = len(data) >= 14
    one = struct.pack("<2I2H", 0, 1, 0, 1) if wide else struct.pack("<4H", 0, 1, 0, 1)
    return payload.replace(head + data, head + one + data[len(one) :])
