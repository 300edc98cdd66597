"""``ocop run`` and its three steps: ingest, extract, table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from ocop.cli.options import (
    JsonOption,
    LangOption,
    PaperMegabytesOption,
    PaperSecondsOption,
    QuietOption,
    WorkspaceOption,
)
from ocop.cli.terminal import ExitCode, Meter, answer_json, err, meter, out
from ocop.errors import OcopError
from ocop.phrases import Lang
from ocop.workspace import Workspace

if TYPE_CHECKING:
    from ocop.extraction import Extraction
    from ocop.intake import Intake
    from ocop.pipeline import Read
    from ocop.records import Json
    from ocop.tables import NationalTables

SHOWN_ISSUES = 10

JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        help="Processes to read in: 0 is this one alone.",
        show_default="one a core, and this one for a few documents",
    ),
]
SecondsOption = Annotated[
    float, typer.Option("--seconds", min=1, help="Longest time for one document.")
]
MegabytesOption = Annotated[
    int, typer.Option("--max-mb", min=1, help="Largest file or payload to take in, in MB.")
]


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files, folders, WARC files. None: the corpus."),
    ] = None,
    workspace: WorkspaceOption = None,
    jobs: JobsOption = None,
    seconds: SecondsOption = 120,
    max_mb: MegabytesOption = 20,
    paper_seconds: PaperSecondsOption = 600,
    paper_mb: PaperMegabytesOption = 2048,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take in PATHs, read the whole corpus, print the national table."""
    from ocop.tables import NationalTables

    place = Workspace.find(workspace)
    with place.writing():
        intake = _ingest(place, paths or [], max_mb, quiet=quiet)
        patience = _Patience(seconds, paper_seconds, paper_mb)
        extraction = _extract(place, jobs, patience, quiet=quiet)
        tables = NationalTables.write(extraction, place.outputs)
    if as_json:
        answer_json({**_summary(intake, extraction), "table": tables.records()})
    else:
        out().print(tables.on_screen(lang))
        _say_read(extraction)
        _say_lost(place, extraction)
        _say_next(place, tables, quiet=quiet)
    _leave(extraction)


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="What to take in.")],
    workspace: WorkspaceOption = None,
    max_mb: MegabytesOption = 20,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take files, folders and WARC files into the corpus."""
    from dataclasses import asdict

    from ocop.extraction import HARMLESS

    place = Workspace.find(workspace)
    with place.writing():
        intake = _ingest(place, paths, max_mb, quiet=quiet)
    if as_json:
        answer_json(
            {"captures": intake.captures, "faults": [asdict(fault) for fault in intake.faults]}
        )
    else:
        out().print(f"{intake.captures:,} captures are in {place.shown(place.corpus)}.")
        for fault in intake.faults:
            err().print(Text(f"! {fault.where}: {fault.message} → {fault.advice}"))
        if not quiet:
            err().print("Next: ocop extract")
    if any(fault.code not in HARMLESS for fault in intake.faults):
        raise typer.Exit(ExitCode.INPUT_LOST)


def extract(
    workspace: WorkspaceOption = None,
    jobs: JobsOption = None,
    seconds: SecondsOption = 120,
    paper_seconds: PaperSecondsOption = 600,
    paper_mb: PaperMegabytesOption = 2048,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read every document of the corpus into claims and issues."""
    place = Workspace.find(workspace)
    with place.writing():
        patience = _Patience(seconds, paper_seconds, paper_mb)
        extraction = _extract(place, jobs, patience, quiet=quiet)
    if as_json:
        answer_json(_summary(None, extraction))
    else:
        _say_read(extraction)
        _say_lost(place, extraction)
        if not quiet:
            err().print("Next: ocop table")
    _leave(extraction)


def table(
    workspace: WorkspaceOption = None,
    lang: LangOption = Lang.EN,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Choose the numbers of the national table from the extracted claims."""
    from ocop.extraction import Extraction
    from ocop.tables import NationalTables

    place = Workspace.find(workspace)
    with place.writing():
        tables = NationalTables.write(Extraction.load(place.outputs), place.outputs)
    if as_json:
        answer_json(tables.records())
        return
    out().print(tables.on_screen(lang))
    _say_next(place, tables, quiet=quiet)


def _ingest(place: Workspace, paths: list[Path], max_mb: int, *, quiet: bool) -> Intake:
    from ocop.intake import take_in

    with meter("Taking in", quiet=quiet) as report:
        intake = take_in(place, paths, max_bytes=max_mb << 20, report=report)
    for fault in intake.mended:
        err().print(Text(f"Mended {fault.where}: {fault.message} ({fault.advice})"))
    return intake


@dataclass(frozen=True, slots=True)
class _Patience:
    """What one document may take: to read, and before that to become text."""

    seconds: float
    paper_seconds: float
    paper_megabytes: int


def _extract(place: Workspace, jobs: int | None, patience: _Patience, *, quiet: bool) -> Extraction:
    from ocop.extraction import gather
    from ocop.faultlog import FaultLog
    from ocop.guard import Limits
    from ocop.parsing import Allowance, Parser
    from ocop.pipeline import count_documents, read_archive

    faults = FaultLog(place.corpus).faults()
    allowance = Allowance(seconds=patience.paper_seconds, memory=patience.paper_megabytes << 20)
    with meter("Reading", quiet=quiet) as report:
        total = count_documents(place.corpus) if report.is_seen else None
        reads = read_archive(
            place.corpus,
            jobs=jobs,
            limits=Limits(seconds=patience.seconds),
            parser=Parser(allowance, place.outputs),
        )
        extraction = gather(_reported(reads, report, total), faults)
    if extraction.documents.empty and extraction.issues.empty:
        raise OcopError(
            f"There is nothing to read: {place.shown(place.corpus)} holds no capture.",
            "Type ocop run PATH with a file, a folder or a WARC file.",
        )
    extraction.save(place.outputs)
    return extraction


def _reported(reads: Iterable[Read], report: Meter, total: int | None) -> Iterator[Read]:
    """Pass readings on and report how many there were."""
    for done, one in enumerate(reads, 1):
        yield one
        report(done, total)


def _summary(intake: Intake | None, extraction: Extraction) -> dict[str, Json]:
    """Counts, and the issues because of which input was lost."""
    from ocop.records import issue_record

    taken: dict[str, Json] = {} if intake is None else {"captures": intake.captures}
    return {
        **taken,
        "documents": len(extraction.documents),
        "claims": len(extraction.claims),
        "issues": len(extraction.issues),
        "issues_by_code": dict(extraction.issues_by_code()),
        "lost": [issue_record(issue) for issue in extraction.lost],
    }


def _say_read(extraction: Extraction) -> None:
    """Counts in one line, and what the issues are about in another."""
    lost = f", {len(extraction.lost)} inputs lost" if extraction.lost else ""
    out().print(
        f"{len(extraction.documents):,} documents, {len(extraction.claims):,} claims, "
        f"{len(extraction.issues):,} issues{lost}."
    )
    kinds = extraction.issues_by_code()
    if kinds:
        said = ", ".join(f"{code} {number:,}" for code, number in kinds.items())
        out().print(Text(f"Issues: {said}."))


def _say_lost(place: Workspace, extraction: Extraction) -> None:
    """The first inputs that could not be read, each with what to do."""
    lost = extraction.lost
    for issue in lost[:SHOWN_ISSUES]:
        line = f"! {issue.where}: {issue.message}"
        err().print(Text(f"{line} → {issue.advice}" if issue.advice else line))
    if len(lost) > SHOWN_ISSUES:
        more = place.shown(place.outputs / "issues.jsonl")
        err().print(f"  and {len(lost) - SHOWN_ISSUES:,} more in {more}")


def _say_next(place: Workspace, tables: NationalTables, *, quiet: bool) -> None:
    """Where everything was written, and what to type next with names that work."""
    if quiet:
        return
    err().print(Text(f"Written to {place.shown(place.outputs)}/ (cells.csv, claims.parquet …)"))
    province, cell = tables.example()
    if cell:
        err().print(Text(f'Next: ocop query "{province}" · ocop explain {cell}'))
    else:
        err().print("Next: ocop read FILE shows what one document says.")


def _leave(extraction: Extraction) -> None:
    if extraction.lost:
        raise typer.Exit(ExitCode.INPUT_LOST)
