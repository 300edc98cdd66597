"""``ocop doctor`` and ``ocop evaluate``: is all well, and how well does it read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.text import Text

from ocop.cli.options import JsonOption, WorkspaceOption
from ocop.cli.terminal import ExitCode, answer_json, out
from ocop.workspace import Workspace


def doctor(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """Check this machine and this workspace; say the command that mends what is wrong."""
    from ocop.doctor import Health, examine

    findings = []
    for finding in examine(Workspace.find(workspace)):
        findings.append(finding)
        if not as_json:
            colour = {"good": "green", "warning": "yellow", "bad": "bold red"}[finding.health]
            line = Text.assemble(
                (f"{finding.health:<8}", colour), f"{finding.check:<10} ", finding.found
            )
            out().print(line)
            if finding.mend:
                out().print(Text(f"{'':19}mend: {finding.mend}"), soft_wrap=True)
    if as_json:
        answer_json([asdict(finding) for finding in findings])
    if any(finding.health is Health.BAD for finding in findings):
        raise typer.Exit(ExitCode.FAILED)


def evaluate(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[GOLD]...",
            help="Files or folders of *.jsonl.",
            show_default="what --gate is about, else tests/gold of the checkout",
        ),
    ] = None,
    as_json: JsonOption = False,
    predictions: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Keep what was read.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="OUT.json", help="Keep the report.")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="OLD.json|REV", help="Show gains and losses since a report or git revision."
        ),
    ] = None,
    gate: Annotated[
        Path | None,
        typer.Option(metavar="BASELINE.json", help="Fail when a score is below the pinned one."),
    ] = None,
    pin: Annotated[
        bool, typer.Option("--pin", help="Pin the scores of now (baseline.json beside GOLD).")
    ] = False,
    leave_out: Annotated[
        Literal["file", "province"] | None,
        typer.Option(
            help="Read each part of the files or provinces by weights and networks that were "
            "learned without it. Takes long: three networks for each part."
        ),
    ] = None,
    folds: Annotated[int, typer.Option(min=2, help="Parts that --leave-out makes.")] = 5,
    epochs: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="How often --leave-out shows its networks each document (12); fewer is faster, "
            "and scores a little lower.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Draws which provinces go together.")] = 0,
    details: Annotated[bool, typer.Option("--details", help="Print every error.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this document (again: and this).")
    ] = None,
    grep: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD", help="Errors whose lines hold this (again: and this)."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes (default: one a core).")
    ] = None,
) -> None:
    """Compare the reader with labelled documents (docs: format of labelled documents).

    Leaves with 1 when the reader broke down, a score fell since --against or below
    --gate, with 2 when a file cannot be used.
    """
    from ocop.evaluate import LeaveOut, Options, run

    code = run(
        Options(
            gold=tuple(gold or ()),
            only=tuple(only or ()),
            details=details or bool(grep),
            words=tuple(grep or ()),
            json=as_json,
            predictions=predictions,
            report=report,
            against=against,
            gate=gate,
            pin=pin,
            leave_out=LeaveOut(leave_out) if leave_out else None,
            folds=folds,
            seed=seed,
            epochs=epochs,
            jobs=jobs,
        )
    )
    raise typer.Exit(code)
