"""The ``ocop`` command: what can be typed, and how it is answered."""

from __future__ import annotations

from typing import Annotated

import typer

import ocop
from ocop.cli.answers import explain, query
from ocop.cli.corpus import extract, ingest, run, table
from ocop.cli.crawling import crawl
from ocop.cli.merging import merge
from ocop.cli.products import decisions, products
from ocop.cli.reading import read
from ocop.cli.sources import sources
from ocop.cli.terminal import EXIT_CODES, FrontDoor
from ocop.cli.training import train
from ocop.cli.upkeep import doctor, evaluate

app = typer.Typer(
    name="ocop",
    cls=FrontDoor,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: " + " · ".join(f"{code.value} {said}" for code, said in EXIT_CODES.items()),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ocop {ocop.__version__}")
        raise typer.Exit


@app.callback()
def front(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback when a command fails.")
    ] = False,
) -> None:
    """Counts of OCOP products that Vietnam's provinces publish.

    Each number is one click from the sentence and the archived page that say it.
    """


for command in (
    crawl,
    run,
    ingest,
    merge,
    extract,
    table,
    read,
    query,
    explain,
    products,
    decisions,
    evaluate,
    train,
    doctor,
):
    app.command()(command)
app.add_typer(sources)
