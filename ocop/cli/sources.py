"""``ocop sources``: how every source is, and a trial of one."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from ocop.cli.crawling import SetOption, log_file, scrapy_settings
from ocop.cli.options import JsonOption, LangOption, QuietOption, WorkspaceOption
from ocop.cli.terminal import ExitCode, answer_json, err, out
from ocop.phrases import Lang
from ocop.workspace import Workspace

if TYPE_CHECKING:
    from crawler.health import SourceHealth
    from crawler.trial import Trial

sources = typer.Typer(name="sources", invoke_without_command=True, no_args_is_help=False)

_COLOURS = {
    "ok": "green",
    "never": "dim",
    "late": "yellow",
    "silent": "yellow",
    "failing": "bold red",
    "refused": "bold red",
    "moved": "magenta",
}
SHOWN_DOCUMENTS = 12


@sources.callback()
def health_of_sources(
    context: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Only sources in alarm; leave with 4 if there are.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Also sources that were never crawled or are not asked.")
    ] = False,
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """How every source is: last success, last new document, alarms, what to do.

    Writes outputs/health.json and outputs/health.html, the page to look at.
    """
    if context.invoked_subcommand is not None:
        return
    from crawler.health import as_json as records
    from crawler.health import worst, write
    from ocop.crawling import health_now

    place = Workspace.find(workspace)
    now = datetime.now(UTC)
    found = health_now(place, now)
    written = write(found, place.outputs, now)
    alarmed = worst(found) > 0
    if as_json:
        answer_json(records(found, now))
    elif not check or alarmed:
        shown = [one for one in found if _is_shown(one, check=check, every=every)]
        out().print(_table(shown, lang))
        _say_counts(found)
        if not quiet:
            err().print(Text(f"The page is {place.shown(written.html)}."))
    if check and alarmed:
        raise typer.Exit(ExitCode.ALARM)


@sources.command("try")
def try_one(
    source: Annotated[str, typer.Argument(metavar="ID", help="Id of the source.")],
    settings: SetOption = None,
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what a crawl of one source would fetch; nothing is kept or remembered."""
    from ocop.crawling import trial_of

    place = Workspace.find(workspace)
    log = log_file(place, "try")
    # A trial is polite beside a crawl that is under way: both keep the delays of their hosts.
    own = {"LOG_FILE": str(log), "OCOP_LEASES": str(place.corpus / "hosts")}
    with nullcontext() if quiet else err().status(f"Asking {source} …"):
        trial = trial_of(source, {**own, **scrapy_settings(settings or [])})
    if as_json:
        answer_json(_trial_record(trial))
    else:
        _say_trial(trial)
        if not quiet:
            err().print(Text(f"What happened is in {place.shown(log)}."))
    if not trial.documents:
        raise typer.Exit(ExitCode.INPUT_LOST)


def _is_shown(one: SourceHealth, *, check: bool, every: bool) -> bool:
    if check:
        return bool(one.alarms) and one.is_asked
    return every or one.last_run is not None


def _table(found: list[SourceHealth], lang: Lang) -> Table:
    heads = {
        Lang.EN: ("source", "is", "last success", "last new", "month", "what to do"),
        Lang.VI: ("nguồn", "tình trạng", "lần được gần nhất", "bài mới", "tháng", "cần làm"),
    }[lang]
    table = Table(*heads, box=None, pad_edge=False)
    table.columns[4].justify = "right"
    for one in found:
        said = one.advice_vi if lang is Lang.VI else one.advice
        alarm = next(iter(one.alarms), None)
        why = "" if alarm is None else alarm.message_vi if lang is Lang.VI else alarm.message
        table.add_row(
            one.source.id,
            Text(one.status.value, style=_COLOURS[one.status.value]),
            _day(one.last_success),
            _day(one.last_document),
            f"{one.documents_this_month:,}",
            Text(": ".join(filter(None, (why, said)))),
        )
    return table


def _day(moment: datetime | None) -> str:
    return "–" if moment is None else f"{moment:%Y-%m-%d}"


def _say_counts(found: list[SourceHealth]) -> None:
    asked = [one for one in found if one.is_asked]
    counts: dict[str, int] = {}
    for one in asked:
        counts[one.status.value] = counts.get(one.status.value, 0) + 1
    said = ", ".join(f"{number:,} {status}" for status, number in counts.items())
    out().print(f"{len(found):,} sources, {len(asked):,} asked: {said or 'none'}.")


def _say_trial(trial: Trial) -> None:
    """Index pages, what would be fetched, and what the first articles say."""
    console = out()
    source = trial.source
    console.print(Text(f"{source.id}: {source.publisher}, {source.home}", style="bold"))
    table = Table("way", "page", "links", "on OCOP", "", box=None, pad_edge=False)
    for index in trial.indexes:
        kind = index.kind if index.proved else f"{index.kind} (guess)"
        table.add_row(kind, index.url, f"{index.links}", f"{index.on_ocop}", Text(index.problem))
    console.print(table)
    console.print(f"{len(trial.documents):,} documents would be fetched:")
    for document in trial.documents[:SHOWN_DOCUMENTS]:
        console.print(Text(f"  {document.words[:70] or '–'}\n    {document.url}"), soft_wrap=True)
    if len(trial.documents) > SHOWN_DOCUMENTS:
        console.print(f"  and {len(trial.documents) - SHOWN_DOCUMENTS:,} more")
    for tried in trial.articles:
        console.print(Text(f"Read {tried.url}", style="bold"), soft_wrap=True)
        article = tried.article
        if article is None:
            console.print(Text(f"  {tried.verdict}: {tried.problem}"))
            continue
        console.print(Text(f"  title      {article.title or 'not found'}"))
        console.print(Text(f"  published  {article.published or 'not found'}"))
        console.print(Text(f"  lead       {article.summary[:90] or 'not found'}"))
        console.print(Text(f"  body       {len(article.body):,} characters"))
        console.print(Text(f"  files      {len(article.attachments)}"))
        console.print(Text(f"  verdict    {tried.verdict}"))


def _trial_record(trial: Trial) -> dict[str, object]:
    from dataclasses import asdict

    return {
        "source": trial.source.id,
        "indexes": [asdict(one) for one in trial.indexes],
        "documents": [
            {"url": one.url, "words": one.words, "published": one.published}
            for one in trial.documents
        ],
        "articles": [asdict(one) for one in trial.articles],
    }
