"""The answer to a query on a terminal: the cells of a place, and what to know beside them."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extract.model import Comparator
from national.query import QueryAnswer
from national.records import AnsweredCell
from national.schema import Status
from ocop.national_view import LABELS as TABLE_LABELS
from ocop.national_view import MARKS, SIGNS, STYLES
from ocop.phrases import Lang
from ocop.wording import number_in_words

_COLUMNS = {
    Lang.EN: ("Series", "Stars", "Number", "Time", "Sources", "Cell"),
    Lang.VI: ("Loại số liệu", "Sao", "Số lượng", "Thời điểm", "Nguồn", "Ô"),
}


def answer_on_screen(answer: QueryAnswer, lang: Lang = Lang.EN) -> RenderableType:
    """A table for each map in which the place has numbers, then the notes."""
    parts: list[RenderableType] = []
    for regime in sorted({cell.regime for cell in answer.cells}):
        cells = [cell for cell in answer.cells if cell.regime == regime and cell.value is not None]
        if cells:
            title = f"{cells[0].province} · {TABLE_LABELS[lang].maps[regime]}"
            parts.append(_table(title, cells, lang))
    parts += [Text(note) for note in answer.notes]
    return Group(*parts)


def _table(title: str, cells: Iterable[AnsweredCell], lang: Lang) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=0,  # so that a cell's id, which is copied, stands on one line of 80 columns
    )
    for name in _COLUMNS[lang]:
        table.add_column(name, overflow="fold")
    for cell in cells:
        table.add_row(
            cell.series,
            cell.star_class,
            _number(cell, lang),
            Text(f"{cell.time or '–'}{f' ({cell.round})' if cell.round else ''}"),
            str(cell.n_sources),
            Text(cell.cell_id, "dim"),
        )
    return table


def _number(cell: AnsweredCell, lang: Lang) -> Text:
    status = Status(cell.status)
    sign = SIGNS[Comparator(cell.comparator or Comparator.EXACT)]
    said = number_in_words(cell.value or 0, lang)
    if cell.value_high is not None:
        said = f"{said}–{number_in_words(cell.value_high, lang)}"
    text = Text(f"{sign}{said}{MARKS.get(status, '')}", STYLES.get(status, "bold"))
    return text.append(f" ({cell.rival_values})", "dim") if cell.rival_values else text
