"""``ocop query`` and ``ocop explain``: what is known of a place, and who says so."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ocop.cli.options import JsonOption, LangOption, WorkspaceOption
from ocop.cli.terminal import answer_json, out
from ocop.phrases import Lang
from ocop.workspace import Workspace


def query(
    place: Annotated[str, typer.Argument(help="Name (accents may be left out) or GSO code.")],
    star: Annotated[
        str | None, typer.Option(help="Only this star class: 3+, 5, potential5, 4, 3 …")
    ] = None,
    series: Annotated[
        str | None,
        typer.Option(help="Only this series: new, cumulative, in_force, target …"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="What held at this time: 2022-12-31.")
    ] = None,
    regime: Annotated[
        int | None, typer.Option(help="The map: 63 (until 30 June 2025) or 34 provinces.")
    ] = None,
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
) -> None:
    """Print the latest numbers of a province, or of the country ("cả nước")."""
    from national.query import UnansweredError
    from national.query import query as ask
    from ocop.query_view import answer_on_screen
    from ocop.tables import load_outputs

    outputs = load_outputs(Workspace.find(workspace).outputs)
    try:
        answer = ask(
            outputs.cells,
            outputs.claims,
            place=place,
            star=star,
            series=series,
            as_of=as_of,
            regime=regime,
        )
    except UnansweredError as error:
        raise typer.BadParameter(str(error)) from error
    if as_json:
        answer_json(asdict(answer))
    else:
        out().print(answer_on_screen(answer, lang))


def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|CELL", help="Identifier of a claim or a cell, or a unique beginning."
        ),
    ],
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
) -> None:
    """Lead from a number to its sentence, the archived page and the address."""
    from ocop.explain import captures_of, explain_number
    from ocop.explanation_view import explanation_on_screen, explanation_record
    from ocop.tables import load_outputs

    place = Workspace.find(workspace)
    explanations = explain_number(load_outputs(place.outputs), what)
    find = captures_of(place.corpus)
    if as_json:
        answer_json([explanation_record(one, find, lang) for one in explanations])
    else:
        for one in explanations:
            out().print(explanation_on_screen(one, find, lang))
