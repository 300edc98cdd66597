"""How the command speaks: exit codes, plain errors, pure JSON, progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Task as ProgressTask
from rich.text import Text
from typer.core import TyperGroup

from ocop.errors import OcopError


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INPUT_LOST = 3
    ALARM = 4
    INTERRUPTED = 130
    PIPE_CLOSED = 141


EXIT_CODES = {
    ExitCode.DONE: "done: everything was read",
    ExitCode.FAILED: "failed: stderr says why and what to do; the outputs of before still stand",
    ExitCode.USAGE: "wrong usage: an unknown command, option or value",
    ExitCode.INPUT_LOST: "done, but some inputs could not be read: see outputs/issues.jsonl",
    ExitCode.ALARM: "done, but a source is in alarm: ocop sources says which and what to do",
    ExitCode.INTERRUPTED: "stopped with Ctrl-C: nothing is half written",
    ExitCode.PIPE_CLOSED: "the reader of the output went away (as in `ocop … | head`)",
}


class FrontDoor(TyperGroup):
    """The command group that turns failures into sentences and exit codes."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Run the command; only ``--debug`` shows a traceback."""
        speak_utf8()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            complain("Stopped.", "Nothing is half written: run the same command to do it again.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except BrokenPipeError:
            _close_stdout()
            raise typer.Exit(ExitCode.PIPE_CLOSED) from None
        except OcopError as error:
            if ctx.params.get("debug"):
                raise
            complain(error.what, error.advice)
            raise typer.Exit(ExitCode.FAILED) from None
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            complain(
                f"Something went wrong that ocop did not foresee: {type(error).__name__}: {error}.",
                "Run the command again with --debug before its name and report what it prints.",
            )
            raise typer.Exit(ExitCode.FAILED) from error


class PipeSafeConsole(Console):
    """A console that leaves a closed pipe to the front door."""

    def on_broken_pipe(self) -> NoReturn:
        """Let the error through instead of leaving with code 1."""
        raise BrokenPipeError


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; Vietnamese fits into no other terminal code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_stdout() -> None:
    """Point stdout at nothing, so that the flush at exit does not fail as well."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - lives until the exit


def out() -> Console:
    """The console for answers (stdout)."""
    return PipeSafeConsole(highlight=False, emoji=False, markup=False, legacy_windows=False)


def err() -> Console:
    """The console for errors, progress and hints (stderr)."""
    return PipeSafeConsole(stderr=True, highlight=False, emoji=False, markup=False)


def complain(what: str, advice: str = "") -> None:
    """Say on stderr what was wrong and what to do."""
    console = err()
    console.print(Text.assemble(("ocop: ", "bold red"), what), soft_wrap=True)
    if advice:
        console.print(Text(f"      {advice}"), soft_wrap=True)


def answer_json(value: object) -> None:
    """Print ``value`` as JSON and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Meter:
    """Where long work reports how far it is: a bar on a terminal, or nowhere."""

    progress: Progress | None = None
    task: TaskID | None = None

    @property
    def is_seen(self) -> bool:
        """Whether anybody looks, so that counting the work beforehand pays."""
        return self.progress is not None

    def __call__(self, done: int, total: int | None) -> None:
        """``done`` of ``total`` units are finished; None when nobody knows how many."""
        if self.progress is not None and self.task is not None:
            self.progress.update(self.task, completed=done, total=total)


class _RateColumn(TextColumn):
    """Units a second, from the speed of the last half minute."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: ProgressTask) -> Text:
        """Say the rate, or nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")


@contextmanager
def meter(what: str, *, quiet: bool) -> Iterator[Meter]:
    """A progress bar with a rate on stderr; silent when quiet or when stderr is no terminal."""
    console = err()
    if quiet or not console.is_terminal:
        yield Meter()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield Meter(progress, progress.add_task(what, total=None))
