"""``ocop products`` and ``ocop decisions``: what the annexes list, and whether news agree."""

from __future__ import annotations

from typing import Annotated

import typer

from ocop.cli.options import JsonOption, LangOption, WorkspaceOption
from ocop.cli.terminal import answer_json, out
from ocop.phrases import Lang
from ocop.workspace import Workspace

ProvinceOption = Annotated[
    str | None, typer.Option(help="Only this province: name (accents may be left out) or code.")
]
YearOption = Annotated[int | None, typer.Option(help="Only decisions of this year.")]
LimitOption = Annotated[int, typer.Option(min=0, help="Rows to print at the most; 0 prints all.")]
_FEW = 50


def products(
    province: ProvinceOption = None,
    star: Annotated[
        str | None, typer.Option(help="Only this star class: 3, 4, 5 or potential5.")
    ] = None,
    year: YearOption = None,
    decision: Annotated[
        str | None, typer.Option(help="Only rows of this decision: 1234/QĐ-UBND or 1234.")
    ] = None,
    in_force: Annotated[
        str | None,
        typer.Option("--in-force", metavar="DAY", help="Only what is in force on this day."),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Only rows that a person should look at.")
    ] = False,
    standing: Annotated[
        str | None,
        typer.Option(help="Only rows of this standing: new, upgraded, registered, assessed …"),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Also rows printed again, and rows that recognise nothing."),
    ] = False,
    limit: LimitOption = _FEW,
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
) -> None:
    """List the products that decisions recognise, each once, with stars and doubts."""
    from national.product_query import Wanted, find_products, left_out
    from national.query import UnansweredError
    from ocop.products_view import products_on_screen
    from ocop.tables import load_papers, rows_of

    tables = load_papers(Workspace.find(workspace).outputs)
    wanted = Wanted(province, star, year, decision, in_force, review, standing, every)
    try:
        found = find_products(tables.products, wanted)
    except UnansweredError as error:
        raise typer.BadParameter(str(error)) from error
    if as_json:
        answer_json(rows_of(found, parsed=("reasons", "evidence")))
    else:
        left = left_out(tables.products, wanted)
        out().print(products_on_screen(found, left, limit, lang))


def decisions(
    province: ProvinceOption = None,
    year: YearOption = None,
    agreement: Annotated[
        str | None,
        typer.Option(help="Only these: agree, disagree, only_paper or only_news."),
    ] = None,
    limit: LimitOption = _FEW,
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
) -> None:
    """List the decisions that papers and news tell of, and whether their numbers agree."""
    from national.product_query import find_decisions
    from national.query import UnansweredError
    from ocop.products_view import decisions_on_screen
    from ocop.tables import load_papers, rows_of

    tables = load_papers(Workspace.find(workspace).outputs)
    try:
        found = find_decisions(tables.decisions, province=province, year=year, agreement=agreement)
    except UnansweredError as error:
        raise typer.BadParameter(str(error)) from error
    if as_json:
        answer_json(rows_of(found, parsed=("counts",)))
    else:
        out().print(decisions_on_screen(found, limit, lang))
