"""``ocop explain``: where a number comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from ocop.cli.options import JsonOption, LangOption, WorkspaceOption
from ocop.cli.terminal import answer_json, out
from ocop.phrases import Lang
from ocop.workspace import Workspace


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
    from ocop.explain import Explainer
    from ocop.explanation_view import explanation_on_screen, explanation_record
    from ocop.tables import load_outputs

    place = Workspace.find(workspace)
    explanation = Explainer(load_outputs(place.outputs), place.corpus).explain(what)
    if as_json:
        answer_json(explanation_record(explanation, lang))
    else:
        out().print(explanation_on_screen(explanation, lang))
