"""``ocop crawl``: bring documents in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from ocop.cli.options import JsonOption, QuietOption, WorkspaceOption
from ocop.cli.terminal import ExitCode, answer_json, err, meter, out
from ocop.errors import OcopError
from ocop.workspace import Workspace

if TYPE_CHECKING:
    from crawler.crawl import Progress as News
    from crawler.crawl import Report
    from crawler.ledger import Run
    from crawler.sources import Source

SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="A Scrapy setting for this crawl."),
]
_TOLD = ("new", "changed", "unchanged", "irrelevant", "failed")


def crawl(
    source: Annotated[
        list[str] | None,
        typer.Option("--source", "-s", metavar="ID", help="Only this source (again: and this)."),
    ] = None,
    due: Annotated[
        bool, typer.Option("--due", help="Only sources that were not asked today (this week).")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Read listings back to this day (2018-01-31)."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Hosts that are asked at once.")
    ] = 16,
    settings: SetOption = None,
    engine: Annotated[
        Literal["here", "dask"], typer.Option("--engine", help="This machine, or many.")
    ] = "here",
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Of Dask: tcp://host:8786."),
    ] = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Ask sources for new documents on OCOP and keep them in the corpus.

    Politely: robots.txt obeyed, one request at a time to a host, seconds between two. It
    needs OCOP_CONTACT, an address at which the operators of the sites can reach you.
    """
    from ocop.crawling import Choice, chosen, crawl_far, crawl_now

    if source and due:
        raise typer.BadParameter("say --source or --due, not both", param_hint="--due")
    if (engine == "dask") != bool(scheduler):
        raise typer.BadParameter("--engine dask and --scheduler go together", param_hint="--engine")
    place = Workspace.find(workspace)
    own, day = scrapy_settings(settings or []), _day(since)
    picked = chosen(place, Choice(tuple(source or ()), due), datetime.now(UTC))
    log = log_file(place, "crawl")
    runs: dict[str, Run] = {}
    if picked and scheduler:
        with _lane_meter(len(picked), quiet=quiet) as told:
            runs = crawl_far(place, picked, scheduler, since=day, settings=own, report=told)
    elif picked:
        logged = {"LOG_FILE": str(log), "LOG_LEVEL": "INFO", **own}
        with _crawl_meter(len(picked), quiet=quiet) as report:
            runs = crawl_now(place, picked, since=day, jobs=jobs, settings=logged, report=report)
    if as_json:
        answer_json([_run_record(one, runs.get(one.id)) for one in picked])
    else:
        _say_crawled(place, picked, runs, log, quiet=quiet)
    if any(one.id not in runs or _is_bad(runs[one.id]) for one in picked):
        raise typer.Exit(ExitCode.INPUT_LOST)


def _day(since: str | None) -> str:
    try:
        return datetime.strptime(since, "%Y-%m-%d").date().isoformat() if since else ""
    except ValueError as error:
        raise typer.BadParameter("write a day as 2018-01-31", param_hint="--since") from error


def scrapy_settings(given: list[str]) -> dict[str, str]:
    """Settings out of ``NAME=VALUE``."""
    pairs = dict(one.partition("=")[::2] for one in given)
    if wrong := [one for one in given if "=" not in one]:
        raise typer.BadParameter(f"{wrong[0]!r} is not NAME=VALUE", param_hint="--set")
    return pairs


def log_file(place: Workspace, what: str) -> Path:
    """A new log in the outputs of a workspace."""
    folder = place.outputs / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OcopError(
            f"{place.shown(folder)} cannot be written: {error.strerror}.",
            "Choose another workspace with --workspace.",
        ) from error
    return folder / f"{what}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.log"


@contextmanager
def _crawl_meter(sources: int, *, quiet: bool) -> Iterator[Report]:
    """A bar of sources with counts of pages and documents; silent when nobody looks."""
    from crawler.crawl import Step

    console = err()
    if quiet or not console.is_terminal:
        yield lambda _: None
        return
    columns = (
        TextColumn("Crawling"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pages]:,} pages, {task.fields[new]:,} new"),
        TextColumn("{task.fields[now]}", style="dim"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=sources, pages=0, new=0, now="")
        pages = ended = 0
        new: dict[str, int] = {}

        def report(news: News) -> None:
            nonlocal pages, ended
            pages += news.step is Step.PAGE
            ended += news.step is Step.ENDED
            new[news.source.id] = news.counts.get("new", 0)
            progress.update(
                task, completed=ended, pages=pages, new=sum(new.values()), now=news.source.id
            )

        yield report


@contextmanager
def _lane_meter(sources: int, *, quiet: bool) -> Iterator[Callable[[tuple[str, ...]], None]]:
    """A bar of sources that workers have brought in."""
    with meter("Crawling", quiet=quiet) as bar:
        done = 0

        def told(ids: tuple[str, ...]) -> None:
            nonlocal done
            done += len(ids)
            bar(done, sources)

        yield told


def _is_bad(run: Run) -> bool:
    """Whether a crawl of a source brought nothing at all, or did not come to its end."""
    asked = sum(run.counts.get(name, 0) for name in ("index_pages", "documents_asked"))
    return run.ended_at is None or not asked or run.counts.get("indexes_lost", 0) > 0


def _run_record(source: Source, run: Run | None) -> dict[str, object]:
    return {
        "source": source.id,
        "publisher": source.publisher,
        "province_code": source.province_code,
        "started_at": run.started_at.isoformat() if run else None,
        "ended_at": run.ended_at.isoformat() if run and run.ended_at else None,
        "reason": run.reason if run else "it could not begin",
        "counts": dict(run.counts) if run else {},
    }


def _say_crawled(
    place: Workspace,
    sources: list[Source],
    runs: dict[str, Run],
    log: Path,
    *,
    quiet: bool,
) -> None:
    """A line for each source that brought or lost something, and the sums."""
    if not sources:
        out().print("No source is due: ocop sources says when each was asked.")
        return
    table = Table("source", *_TOLD, "how it ended", box=None, pad_edge=False)
    for column in table.columns[1 : 1 + len(_TOLD)]:
        column.justify = "right"
    sums = dict.fromkeys(_TOLD, 0)
    for source in sources:
        run = runs.get(source.id)
        counts = run.counts if run else {}
        for name in _TOLD:
            sums[name] += counts.get(name, 0)
        if run is None or _is_bad(run) or any(counts.get(name) for name in ("new", "changed")):
            cells = (f"{counts.get(name, 0):,}" for name in _TOLD)
            table.add_row(source.id, *cells, run.reason if run else "could not begin")
    if table.row_count:
        out().print(table)
    said = ", ".join(f"{number:,} {name}" for name, number in sums.items())
    out().print(f"{len(sources):,} sources: {said}.")
    if not quiet:
        err().print(Text(f"What happened is in {place.shown(log)}."))
        err().print("Next: ocop run reads what came; ocop sources tells who has gone quiet.")
