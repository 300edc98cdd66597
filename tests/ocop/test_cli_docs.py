"""docs/cli.md tells of every command, option and exit code, and of none that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from ocop.cli import app
from ocop.cli.terminal import EXIT_CODES, ExitCode

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
ROOT = typer.main.get_command(app)
COMMANDS = dict(ROOT.commands)  # type: ignore[attr-defined]


def sections() -> dict[str, str]:
    parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


def options_of(command: typer.main.TyperCommand) -> set[str]:
    """Options of a command, and of the commands under it."""
    under = getattr(command, "commands", {}).values() if command is not ROOT else ()
    return {
        name
        for one in (command, *under)
        for parameter in one.params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("-") and name not in {"--help", "-h"}
    }


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_told(name: str) -> None:
    section = sections()[f"ocop {name}"]
    told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section))
    assert options_of(COMMANDS[name]) <= told


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_option_is_told_that_is_gone(name: str) -> None:
    section = sections()[f"ocop {name}"]
    told = set(re.findall(r"`(--[a-z][a-z-]*)", section))
    assert told <= options_of(COMMANDS[name])


def test_no_command_is_told_that_is_gone() -> None:
    told = {title.removeprefix("ocop ") for title in sections() if title.startswith("ocop ")}
    assert told == set(COMMANDS)


def test_options_of_the_command_itself_are_told() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in options_of(ROOT) if f"`{name}`" not in page] == []  # type: ignore[arg-type]


def test_every_exit_code_is_told() -> None:
    assert set(EXIT_CODES) == set(ExitCode)
    section = sections()["Exit codes"]
    assert set(map(int, re.findall(r"^\| (\d+) \|", section, re.MULTILINE))) == set(ExitCode)
