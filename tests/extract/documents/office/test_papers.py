"""Our test papers as Office files: every row of their tables is found, every cell is right."""

from __future__ import annotations

import re
import unicodedata

import pytest
from papers import build
from papers.collection import papers
from papers.forms import annex_only, fits, missing
from papers.leaves import Grid
from papers.letter import annex_leaves, leaves
from papers.truth import TestPaper

from extract.documents.load import load
from extract.model import BlockKind

SHEETS = ("xlsx", "xlsx-hidden", "xls", "ods")
WORD = ("docx", "docx-tcvn3", "docx-vni", "docx-tracked")
BY_OFFICE = ("doc", "rtf", "odt")
# Files of Word take long to make: only short papers are, and fewer of those that LibreOffice
# converts. ``python -m papers.measure`` reads all.
SHORT = 12
SOME, FEW = 14, 2


def expanded(grid: Grid, *, automatic: bool) -> list[list[str | None]]:
    """The text of every place of a grid; None where Word itself would count."""
    rows: list[list[str | None]] = [[""] * len(grid.widths) for _ in grid.rows]
    for r, row in enumerate(grid.rows):
        for c, box in enumerate(row):
            if box is None:
                continue
            counted = automatic and c == grid.numbered and box.text.isdigit()
            for below in rows[r : r + box.down]:
                width = min(box.across, len(below) - c)
                below[c : c + width] = [None if counted else plain(box.text)] * width
    return rows


def plain(text: str) -> str:
    """A text on one line; a number as its value, which is all that a spreadsheet keeps."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if re.fullmatch(r"\d+[.,]\d*", line):
        return line.replace(".", ",").rstrip("0").rstrip(",")
    return line


def wrong_cells(paper: TestPaper, form: str) -> list[str]:
    """What differs, in words."""
    parts = annex_leaves(paper) if annex_only(form) else leaves(paper)
    grids = [part for part in parts if isinstance(part, Grid) and part.ruled]
    automatic = form == "docx-tracked"
    expected = [row for grid in grids for row in expanded(grid, automatic=automatic)]
    document = load(build.built(paper, form), document_id=paper.key)
    found = [
        [plain(cell.text) for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]
    if [len(row) for row in expected] != [len(row) for row in found]:
        return [f"{paper.key}: {len(expected)} rows became {len(found)}, or other columns"]
    return [
        f"{paper.key}: {right!r} became {read!r}"
        for row, line in zip(expected, found, strict=True)
        for right, read in zip(row, line, strict=True)
        if right is not None and right != read
    ]


def chosen(form: str, most: int | None = None) -> list[TestPaper]:
    """The papers that fit a form; ``most`` of those that are short, the longest first."""
    fitting = [paper for paper in papers().values() if fits(paper, form)]
    if most is None:
        return fitting
    short = [paper for paper in fitting if len(paper.entries()) <= SHORT]
    return sorted(short, key=lambda paper: (-len(paper.entries()), paper.key))[:most]


@pytest.mark.parametrize("form", SHEETS)
def test_every_cell_of_every_spreadsheet(form: str) -> None:
    wanted = chosen(form)
    assert len(wanted) >= 30
    assert [wrong for paper in wanted for wrong in wrong_cells(paper, form)] == []


@pytest.mark.parametrize("form", WORD)
def test_every_cell_of_texts(form: str) -> None:
    wanted = chosen(form, SOME)
    assert len(wanted) == SOME
    assert [wrong for paper in wanted for wrong in wrong_cells(paper, form)] == []


@pytest.mark.xdist_group("office")
@pytest.mark.parametrize("form", BY_OFFICE)
def test_every_cell_through_libreoffice(form: str) -> None:
    if lacking := missing(form):
        pytest.skip(f"not installed: {lacking}")
    wanted = chosen(form, FEW)
    build.prepare(wanted, form)
    assert [wrong for paper in wanted for wrong in wrong_cells(paper, form)] == []
