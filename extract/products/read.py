"""From a document to the products of its annexes: every row is a product or an issue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.model import Decision, Document, Issue, Product
from extract.products.checks import checked
from extract.products.heads import Head
from extract.products.items import runs_of_items, runs_of_results
from extract.products.maker_lists import runs_of_makers
from extract.products.sheet import lines_of, tables_of
from extract.products.walk import Walk


@dataclass(frozen=True, slots=True)
class ProductList:
    """The products of a document, the heads above them, and what did not fit."""

    products: tuple[Product, ...] = ()
    heads: tuple[Head, ...] = ()
    issues: tuple[Issue, ...] = ()


NO_PRODUCTS = ProductList()


def products_of(document: Document, folded: str, decision: Decision | None) -> ProductList:
    """The products that the lists of a document name.

    Args:
        document: the document.
        folded: ``fold(document.text)``.
        decision: the paper that the document is, if it is one.
    """
    lines = lines_of(document)
    tables = list(tables_of(lines))
    walk = Walk(document, lines, decision)
    items = [*runs_of_items(lines), *runs_of_results(lines)] if walk.in_paper() else []
    makers = list(runs_of_makers(lines)) if walk.in_paper() else []
    if not (tables or walk.in_paper()) or not _speaks_of_products(folded):
        return NO_PRODUCTS
    done = 0
    lists = [
        *((*run, walk.table) for run in tables),
        *((*run, walk.items) for run in items),
        *((*run, walk.makers) for run in makers),
    ]
    lists.sort(key=lambda run: run[:2])
    for number, (first, stop, read) in enumerate(lists, start=1):
        read(done, first, stop)
        done = walk.close(stop, last=number == len(lists))
    walk.finish(lines[done:])
    found = walk.gathered
    if not found.products:
        walk.running()
    if not found.products:
        walk.single()
    heads = found.stack.heads
    products, issues = checked(document, found.products, heads, walk.totals, walk.home_date())
    return ProductList(products, tuple(heads), (*found.issues, *issues))


_OCOP = re.compile(r"ocop|mỗi (?:xã|làng)|sản phẩm|hạng sao|[345] sao")


def _speaks_of_products(folded: str) -> bool:
    return _OCOP.search(folded) is not None
