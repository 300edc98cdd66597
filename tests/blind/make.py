"""Bytes of papers: Word files from a list of parts, PDFs of them, workbooks, pages."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import xlsxwriter
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A row of one text is merged over all columns; None joins the cell above."""

    rows: Sequence[Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Head:
    """The two-column letterhead: body (lines), number line, place and date line."""

    body: str
    number: str
    dated: str


@dataclass(frozen=True, slots=True)
class Middle:
    """A centred bold paragraph."""

    text: str


Part = str | Table | Head | Middle


def docx(parts: Sequence[Part]) -> bytes:
    """A Word file of ``parts`` in order."""
    document = Document()
    for part in parts:
        match part:
            case Head():
                _letterhead(document, part)
            case Table():
                _table(document, part.rows)
            case Middle():
                paragraph = document.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.add_run(part.text).bold = True
            case _:
                document.add_paragraph(part)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _letterhead(document, head: Head) -> None:  # type: ignore[no-untyped-def]
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = head.body
    table.cell(0, 1).text = "\n".join(MOTTO)
    table.cell(1, 0).text = head.number
    table.cell(1, 1).text = head.dated


def _table(document, rows: Sequence[Sequence[str | None]]) -> None:  # type: ignore[no-untyped-def]
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    for line, row in enumerate(rows):
        if len(row) == 1:
            table.cell(line, 0).merge(table.cell(line, width - 1)).text = row[0] or ""
            continue
        for column, text in enumerate(row):
            if text is not None:
                table.cell(line, column).text = text
    _join_down(table, rows)


def _join_down(table, rows: Sequence[Sequence[str | None]]) -> None:  # type: ignore[no-untyped-def]
    for column in range(max(map(len, rows))):
        start = 0
        for line in range(1, len(rows) + 1):
            goes_on = line < len(rows) and len(rows[line]) > 1 and rows[line][column] is None
            if goes_on:
                continue
            if line - start > 1:
                text = rows[start][column] or ""
                merged = table.cell(start, column).merge(table.cell(line - 1, column))
                merged.text = text
            start = line


@cache
def pdf(parts: tuple[Part, ...]) -> bytes:
    """The Word file of ``parts`` as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.docx")
        source.write_bytes(docx(parts))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return Path(folder, "paper.pdf").read_bytes()


Sheet = Sequence[Sequence[str | float | None]]


def xlsx(sheets: dict[str, Sheet]) -> bytes:
    """A workbook; a row of one text is merged over the sheet's width."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            width = max(map(len, rows))
            for line, row in enumerate(rows):
                if len(row) == 1 and width > 1:
                    sheet.merge_range(line, 0, line, width - 1, row[0])
                    continue
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(line, column, value)
    return out.getvalue()


def page(body: str, title: str = "Văn bản") -> bytes:
    """An HTML page as portals serve it."""
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    ).encode()
