"""The national table on a terminal: latest numbers of the provinces that have any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from extract.model import Comparator
from national.latest import latest
from national.provinces import names
from national.schema import NATION_CODE, Status
from national.series import TOTAL
from ocop.phrases import Lang
from ocop.wording import number_in_words

MEASURES = ("cumulative_3plus", "in_force_3plus", "new_3plus", "target_3plus")
SERIES = ("cumulative", "in_force", "new", "target")

SIGNS = {
    Comparator.EXACT: "",
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE_THAN: "> ",
    Comparator.ABOUT: "≈ ",
    Comparator.NEARLY: "≲ ",
    Comparator.AT_MOST: "≤ ",
}
MARKS = {Status.DISPUTED: "!", Status.DOUBTFUL: "?", Status.REVIEWED: "✓"}
STYLES = {Status.DISPUTED: "yellow", Status.DOUBTFUL: "dim", Status.REVIEWED: "green"}


@dataclass(frozen=True, slots=True)
class ViewLabels:
    """The fixed words of the table in one language."""

    maps: dict[int, str]
    columns: tuple[str, ...]
    silent: str
    nothing: str
    legend: str


LABELS = {
    Lang.EN: ViewLabels(
        maps={
            63: "The 63 provinces, until 30 June 2025",
            34: "The 34 provinces, since 1 July 2025",
        },
        columns=("Place", "So far", "In force", "New", "Target"),
        silent="{} of {} provinces have no number yet.",
        nothing="No number has entered the national table yet.",
        legend="Products of 3 stars and more, and the time of the number: recognised so far, "
        "in force, newly recognised, aimed at. "
        "≥ at least, > more than, ≈ about, ≲ nearly; "
        "! sources disagree, ? doubtful, ✓ reviewed.",
    ),
    Lang.VI: ViewLabels(
        maps={63: "63 tỉnh, thành (đến 30/6/2025)", 34: "34 tỉnh, thành (từ 1/7/2025)"},
        columns=("Địa phương", "Lũy kế", "Còn hiệu lực", "Mới", "Mục tiêu"),
        silent="{} trong {} tỉnh, thành chưa có số liệu.",
        nothing="Chưa có số liệu nào vào bảng toàn quốc.",
        legend="Sản phẩm từ 3 sao trở lên và thời điểm của số liệu: lũy kế đã công nhận, "
        "còn hiệu lực, mới công nhận, mục tiêu. "
        "≥ ít nhất, > hơn, ≈ khoảng, ≲ gần; "
        "! các nguồn không khớp, ? chưa chắc, ✓ đã duyệt.",
    ),
}


def national_on_screen(
    cells: pd.DataFrame, provinces: Mapping[int, pd.DataFrame], lang: Lang = Lang.EN
) -> RenderableType:
    """The maps in which something is known, each as a table.

    Args:
        cells: table ``CELLS``; the country's own numbers are taken from it.
        provinces: the wide table of each map, by its number of provinces.
        lang: language of the headings.
    """
    labels = LABELS[lang]
    maps = (_map(cells, provinces[regime], regime, lang) for regime in sorted(provinces)[::-1])
    tables = [table for table in maps if table is not None]
    if not tables:
        return Text(labels.nothing)
    return Group(*tables, Text(labels.legend, "dim"))


def _map(cells: pd.DataFrame, wide: pd.DataFrame, regime: int, lang: Lang) -> RenderableType | None:
    labels = LABELS[lang]
    rows = [*_nation(cells, regime, lang), *_provinces(wide, lang)]
    if not rows:
        return None
    table = Table(
        title=labels.maps[regime],
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
    )
    for number, name in enumerate(labels.columns):
        table.add_column(name, justify="left" if number == 0 else "right")
    for place, *numbers in rows:
        table.add_row(place, *numbers)
    known = sum(place.plain in names(regime).values() for place, *_ in rows)
    total = len(names(regime))
    return Group(table, Text(labels.silent.format(total - known, total), "dim"))


def _provinces(wide: pd.DataFrame, lang: Lang) -> Iterator[list[Text]]:
    """Name and numbers of each province that has one."""
    for row in wide.to_dict("records"):
        numbers = [
            _number(
                row[measure],
                row[f"{measure}_high"],
                row[f"{measure}_comparator"],
                row[f"{measure}_as_of"],
                row[f"{measure}_status"],
                lang,
            )
            for measure in MEASURES
        ]
        if any(number.plain for number in numbers):
            yield [Text(str(row["name"])), *numbers]


def _nation(cells: pd.DataFrame, regime: int, lang: Lang) -> Iterator[list[Text]]:
    """The country's own numbers: printed ones, never a sum of provinces."""
    whole = cells[(cells["province_code"] == NATION_CODE) & (cells["regime"] == regime)]
    now = latest(whole)
    totals = {row["series"]: row for row in now[now["star_class"] == TOTAL].to_dict("records")}
    if not totals:
        return
    numbers = [
        _number(
            row["value"], row["value_high"], row["comparator"], row["time"], row["status"], lang
        )
        if (row := totals.get(series))
        else Text()
        for series in SERIES
    ]
    yield [Text("Việt Nam", "bold"), *numbers]


def _number(
    value: object, high: object, comparator: object, time: object, status: object, lang: Lang
) -> Text:
    """A number with its signs and its time; empty when there is none."""
    if not _is_known(value):
        return Text()
    state = Status(str(status))
    said = number_in_words(int(str(value)), lang)
    if _is_known(high):
        said = f"{said}–{number_in_words(int(str(high)), lang)}"
    sign = SIGNS[Comparator(str(comparator))]
    text = Text(f"{sign}{said}{MARKS.get(state, '')}", STYLES.get(state, "bold"))
    return text.append(f" {_to_the_month(str(time))}", "not bold dim") if _is_known(time) else text


def _to_the_month(edtf: str) -> str:
    """A day cut to its month: the table is an overview, ``ocop query`` tells the day."""
    return "/".join(part[: len("2020-06")] for part in edtf.split("/"))


def _is_known(value: object) -> bool:
    """Whether a cell of a frame holds something: neither None, NA nor NaN."""
    return value is not None and value is not pd.NA and value == value
