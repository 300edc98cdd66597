"""Spreadsheets (XLSX, XLSM, XLS, ODS) to papers: what a reader of their sheets sees."""

from __future__ import annotations

import io
from collections.abc import Mapping

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from extract.documents.kinds import ODS, XLS
from extract.documents.means import Limits, Means, UnreadableError
from extract.documents.office import old_sheets, open_sheets, sheet_markup
from extract.documents.office.cell_text import Value, cell_name, printed
from extract.documents.office.grid import Grid, lay_out
from extract.documents.office.old_letters import in_unicode
from extract.documents.office.package import Package, damaged, encrypted, too_much
from extract.documents.office.survey import EMPTY, Survey
from extract.documents.paper import Cell, Paper, Paragraph, Part, Run
from extract.model import Issue, Origin

_SHOWN = 5
_BINARY_BOOK = "xl/workbook.bin"
_PANIC = "PanicException"


def read(payload: bytes, kind: str, means: Means) -> Paper:
    """Read all visible sheets.

    Raises:
        UnreadableError: ``damaged``, ``encrypted`` or ``too_much_output``.
    """
    surveys: Mapping[str, Survey] = {}
    if kind == XLS:
        surveys, payload = old_sheets.survey(payload, means.limits)
    else:
        package = Package(payload, means.limits)
        if _BINARY_BOOK in package.names:
            raise UnreadableError(
                "unsupported_format",
                "It is a binary workbook (XLSB), which is not read here.",
                "Open it in a spreadsheet program, save it as XLSX, and load that.",
            )
        survey = open_sheets.survey if kind == ODS else sheet_markup.survey
        surveys = survey(package, means.limits)
        payload = package.repacked()
    try:
        with load_workbook(io.BytesIO(payload)) as book:
            return in_unicode(_Reading(book, surveys, means.limits).paper())
    except PasswordError as error:
        raise encrypted() from error
    except CalamineError as error:
        raise damaged(f"The sheets cannot be read: {error}.") from error
    except BaseException as error:  # a panic of the library is no Exception
        if type(error).__name__ != _PANIC:
            raise
        raise damaged("The sheets are broken in a way that no program writes.") from error


class _Reading:
    """One workbook being read."""

    def __init__(
        self, book: CalamineWorkbook, surveys: Mapping[str, Survey], limits: Limits
    ) -> None:
        self._book = book
        self._surveys = surveys
        self._limits = limits
        self._left = limits.cells
        self._issues: list[Issue] = []

    def paper(self) -> Paper:
        parts: list[Part] = []
        for index, about in enumerate(self._book.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = self._book.get_sheet_by_index(index)
            self._spend(sheet)
            if about.visible is SheetVisibleEnum.Visible:
                parts += self._sheet(sheet)
            elif sheet.height:
                self._issues.append(_hidden_sheet(sheet))
        return Paper(tuple(parts), issues=tuple(self._issues))

    def _spend(self, sheet: CalamineSheet) -> None:
        self._left -= sheet.height * sheet.width
        if self._left < 0:
            raise too_much(f"Its sheets span more than {self._limits.cells:,} cells.")

    def _sheet(self, sheet: CalamineSheet) -> list[Part]:
        survey = self._surveys.get(sheet.name, EMPTY)
        self._issues += _issues(sheet.name, survey)
        name = Paragraph((Run(sheet.name, Origin(sheet=sheet.name)),), role="sheet")
        grid = _grid(sheet, survey)
        return [name, *lay_out(grid)]


def _grid(sheet: CalamineSheet, survey: Survey) -> Grid:
    """The cells by place, with those merged standing wherever they reach."""
    top, left = sheet.start or (0, 0)
    values: list[list[Value]] = sheet.to_python() if sheet.start else []
    rows = {
        i: {j: cell for j, cell in enumerate(cells, left) if cell.runs}
        for i, row in enumerate(values, top)
        for cells in [[_cell(value, sheet.name, i, j) for j, value in enumerate(row, left)]]
    }
    return Grid.of(
        rows,
        sheet.merged_cell_ranges or survey.merged,
        hidden_rows=survey.hidden_rows,
        hidden_columns=survey.hidden_columns,
    )


def _cell(value: Value, sheet: str, row: int, column: int) -> Cell:
    text = printed(value)
    if not text.strip():
        return Cell()
    return Cell((Run(text, Origin(sheet=sheet, cell=cell_name(row, column))),))


def _hidden_sheet(sheet: CalamineSheet) -> Issue:
    return Issue(
        code="hidden_sheet",
        message=f"The sheet “{sheet.name}” with {sheet.height} rows is hidden; it was not read.",
        where=f"sheet {sheet.name}",
        advice="Show it in a spreadsheet program; if it is part of the decision, load a copy "
        "in which it is visible.",
    )


def _issues(name: str, survey: Survey) -> list[Issue]:
    issues: list[Issue] = []
    if survey.without_value:
        cells = [cell_name(*place) for place in survey.without_value[:_SHOWN]]
        more = " …" if len(survey.without_value) > _SHOWN else ""
        issues.append(
            Issue(
                code="formula_without_value",
                message=f"{len(survey.without_value)} formulas have no result in the file: "
                f"{', '.join(cells)}{more}.",
                where=f"sheet {name}, cell {cells[0]}",
                advice="Open and save it in a spreadsheet program, which computes them; "
                "load that copy.",
            )
        )
    if survey.hidden_rows or survey.hidden_columns:
        issues.append(
            Issue(
                code="hidden_rows",
                message=f"{len(survey.hidden_rows)} rows and {len(survey.hidden_columns)} columns "
                "that hold something are hidden; they were not read.",
                where=f"sheet {name}",
                advice="Show them in a spreadsheet program (a filter may hide them); if they are "
                "part of the decision, load a copy in which they are visible.",
            )
        )
    return issues
