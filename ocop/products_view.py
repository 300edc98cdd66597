"""Products and decisions on a terminal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pandas as pd
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from national.paper_schema import Agreement
from national.product_query import distinct
from ocop.phrases import Lang
from ocop.wording import number_in_words


@dataclass(frozen=True, slots=True)
class _Labels:
    products: tuple[str, ...]
    decisions: tuple[str, ...]
    no_products: str
    no_decisions: str
    more: str
    summary: str
    rows: str
    again: str
    nothing: str
    legend: str
    agreements: dict[Agreement, str]
    sides: dict[str, str]


_LABELS = {
    Lang.EN: _Labels(
        products=("Product", "Producer", "Province", "Stars", "Standing", "Decision", "Until"),
        decisions=("Decision", "Date", "Issued by", "Act", "Rows", "News", "Numbers"),
        no_products="No product fits. Annexes are read by: ocop run PATH",
        no_decisions="No decision fits. Papers and news are read by: ocop run PATH",
        more="… and {} more: --limit 0 prints all, outputs/ holds them as CSV and Parquet.",
        summary="{} products: {}",
        rows="{} rows of {} products: {}",
        again="{} rows printed again",
        nothing="{} that recognise nothing",
        legend="? a person should look at the row (--review); until: last day of 36 months.",
        agreements={
            Agreement.AGREE: "agree",
            Agreement.DISAGREE: "disagree",
            Agreement.ONLY_PAPER: "paper only",
            Agreement.ONLY_NEWS: "news only",
        },
        sides={"rows": "rows", "paper": "paper", "news": "news"},
    ),
    Lang.VI: _Labels(
        products=("Sản phẩm", "Chủ thể", "Tỉnh", "Sao", "Kết quả", "Quyết định", "Đến ngày"),
        decisions=("Quyết định", "Ngày", "Cơ quan", "Nội dung", "Dòng", "Tin", "Số liệu"),
        no_products="Không có sản phẩm nào. Đọc phụ lục bằng: ocop run ĐƯỜNG_DẪN",
        no_decisions="Không có quyết định nào. Đọc văn bản và tin bằng: ocop run ĐƯỜNG_DẪN",
        more="… và {} dòng nữa: --limit 0 in tất cả, outputs/ có CSV và Parquet.",
        summary="{} sản phẩm: {}",
        rows="{} dòng của {} sản phẩm: {}",
        again="{} dòng in lại",
        nothing="{} dòng không phải công nhận",
        legend="? dòng cần người xem lại (--review); đến ngày: hết 36 tháng.",
        agreements={
            Agreement.AGREE: "khớp",
            Agreement.DISAGREE: "không khớp",
            Agreement.ONLY_PAPER: "chỉ có văn bản",
            Agreement.ONLY_NEWS: "chỉ có tin",
        },
        sides={"rows": "dòng", "paper": "văn bản", "news": "tin"},
    ),
}
_STYLES = {Agreement.AGREE: "green", Agreement.DISAGREE: "yellow"}


def products_on_screen(
    products: pd.DataFrame, left: tuple[int, int], limit: int, lang: Lang
) -> RenderableType:
    """The rows (table ``PRODUCTS``), at most ``limit`` (0: all), and how many of each class.

    ``left`` are the rows left out: those printed again, and those that recognise nothing.
    """
    labels = _LABELS[lang]
    if products.empty:
        return Group(Text(labels.no_products), *_left_out(left, labels))
    shown = products.head(limit) if limit else products
    table = _table(labels.products)
    for row in shown.to_dict("records"):
        name = Text(f"{row['name']}")
        if row["for_review"]:
            name.append(" ?", "yellow")
        table.add_row(
            name,
            Text(str(row["producer"])),
            Text(_said(row["province34"])),
            _stars(row["stars"], potential=bool(row["potential5"])),
            Text(str(row["standing"])),
            Text(_said(row["decision"])),
            Text(_said(row["valid_until"])),
        )
    parts: list[RenderableType] = [table, *_rest(len(products) - len(shown), labels)]
    parts += [Text(_summary(products, labels, lang), "bold"), *_left_out(left, labels)]
    return Group(*parts, Text(labels.legend, "dim"))


def _summary(products: pd.DataFrame, labels: _Labels, lang: Lang) -> str:
    rows, goods = len(products), distinct(products)
    counts = [number_in_words(count, lang) for count in dict.fromkeys((rows, goods))]
    form = labels.summary if rows == goods else labels.rows
    return form.format(*counts, _classes(products))


def _left_out(left: tuple[int, int], labels: _Labels) -> list[RenderableType]:
    told = [
        form.format(n) for form, n in zip((labels.again, labels.nothing), left, strict=True) if n
    ]
    return [Text(f"+ {', '.join(told)}: --all", "dim")] if told else []


def decisions_on_screen(decisions: pd.DataFrame, limit: int, lang: Lang) -> RenderableType:
    """The rows (table ``DECISIONS``), at most ``limit`` (0: all)."""
    labels = _LABELS[lang]
    if decisions.empty:
        return Text(labels.no_decisions)
    shown = decisions.head(limit) if limit else decisions
    table = _table(labels.decisions)
    for row in shown.to_dict("records"):
        agreement = Agreement(row["agreement"])
        numbers = Text(labels.agreements[agreement], _STYLES.get(agreement, "dim"))
        if agreement is Agreement.DISAGREE:
            numbers.append(_numbers(str(row["counts"]), labels), "dim")
        table.add_row(
            Text(str(row["number"])),
            Text(_said(row["date"])),
            Text(_said(row["place_name"])),
            Text(_said(row["act"])),
            str(row["n_products"]),
            str(row["n_news"]),
            numbers,
        )
    return Group(table, *_rest(len(decisions) - len(shown), labels))


def _table(columns: tuple[str, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _rest(left: int, labels: _Labels) -> list[RenderableType]:
    return [Text(labels.more.format(left), "dim")] if left > 0 else []


def _said(value: Any) -> str:
    return "–" if pd.isna(value) else str(value)


def _stars(stars: Any, *, potential: bool) -> Text:
    if pd.isna(stars):
        return Text("?", "yellow")
    return Text(f"{stars}★" + (" (5?)" if potential else ""))


def _classes(products: pd.DataFrame) -> str:
    """``12 × 4★, 30 × 3★, 2 × ?``, the highest class first."""
    classes = products["stars"].value_counts().sort_index(ascending=False)
    told = [f"{n} × {stars}★" for stars, n in classes.items()]
    unknown = int(products["stars"].isna().sum())
    return ", ".join([*told, *([f"{unknown} × ?"] if unknown else [])])


def _numbers(counts: str, labels: _Labels) -> str:
    """What each side says of the classes for which no number is common to all sides."""
    told = [
        f" {name}: "
        + ", ".join(f"{labels.sides[side]} {'/'.join(map(str, n))}" for side, n in sides.items())
        for name, sides in json.loads(counts).items()
        if not set.intersection(*map(set, sides.values()))
    ]
    return ";".join(told)
