"""The products that a document lists, on a terminal: a table, and the doubts below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from extract.model import Product
from ocop.indented import Indented
from ocop.phrases import LANGUAGES, Lang
from ocop.row_wording import DOUBTS


@dataclass(frozen=True, slots=True)
class _Labels:
    title: str
    columns: tuple[str, ...]
    review: str
    potential: str


_LABELS = {
    Lang.EN: _Labels(
        "Products",
        ("", "Product", "Producer", "Place", "Points", "Stars", "Standing"),
        "Rows to look at",
        "potential",
    ),
    Lang.VI: _Labels(
        "Sản phẩm trong danh sách",
        ("", "Sản phẩm", "Chủ thể", "Địa bàn", "Điểm", "Sao", "Kết quả"),
        "Dòng cần xem lại",
        "tiềm năng",
    ),
}


def products_on_screen(
    products: Sequence[Product], lang: Lang = Lang.EN
) -> Iterator[RenderableType]:
    """The rows as a table; those with doubts are marked "?" and told below it."""
    labels = _LABELS[lang]
    yield Rule(f"{labels.title} ({len(products)})", align="left")
    table = Table(box=box.SIMPLE, pad_edge=False)
    for number, column in enumerate(labels.columns):
        table.add_column(column, justify="right" if number in (0, 4) else "left")
    for product in products:
        table.add_row(*_cells(product, labels, lang), style="yellow" if product.reasons else None)
    yield table
    doubtful = [product for product in products if product.reasons]
    if doubtful:
        yield Rule(f"{labels.review} ({len(doubtful)})", align="left")
    for product in doubtful:
        words = "; ".join(DOUBTS[lang].get(reason, reason) for reason in product.reasons)
        yield Indented(Text(f"{product.name}: {words}"), 6, f"{product.row:>4}. ")


def _cells(product: Product, labels: _Labels, lang: Lang) -> tuple[Text, ...]:
    stars = f"{product.stars}" if product.stars is not None else "–"
    if product.potential5:
        stars += f" ({labels.potential})"
    if product.stars_before is not None:
        stars = f"{product.stars_before} → {stars}"
    places = (product.commune, product.district, product.province34)
    standing = LANGUAGES[lang].kinds[product.standing].partition("|")[0]
    score = "" if product.score is None else f"{product.score:g}"
    mark = "? " if product.reasons else ""
    cells = (
        f"{mark}{product.row}",
        product.name,
        product.producer,
        ", ".join(dict.fromkeys(place for place in places if place)),
        score.replace(".", ",") if lang is Lang.VI else score,
        stars,
        standing,
    )
    return tuple(Text(cell) for cell in cells)
