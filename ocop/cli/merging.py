"""``ocop merge``: what other machines crawled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from ocop.cli.options import JsonOption, QuietOption, WorkspaceOption
from ocop.cli.terminal import ExitCode, answer_json, err, out
from ocop.workspace import Workspace


def merge(
    corpora: Annotated[
        list[Path], typer.Argument(metavar="CORPUS...", help="Corpora that were copied here.")
    ],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take the captures of other corpora into this one; they stay as they are."""
    from dataclasses import asdict

    from ocop.merging import merge_corpora

    place = Workspace.find(workspace)
    with place.writing():
        done = merge_corpora(place, corpora)
    if as_json:
        answer_json(asdict(done))
    else:
        out().print(
            f"{done.captures:,} captures came into {place.shown(place.corpus)}; "
            f"{done.known:,} were there."
        )
        for fault in done.faults:
            err().print(Text(f"! {fault.where}: {fault.message} → {fault.advice}"))
        if not quiet:
            err().print("Next: ocop run")
    if done.faults:
        raise typer.Exit(ExitCode.INPUT_LOST)
