"""Crawls of a workspace: which sources, into its corpus, and how it went."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.crawl import Report, crawl
from crawler.due import due, may_be_asked
from crawler.health import SourceHealth, health
from crawler.ledger import Ledger, LedgerError, Run
from crawler.source import Source
from crawler.sources import BUNDLED, SourcesError, load_sources
from crawler.spiderloader import NoSpiderError, crawlable
from crawler.trial import Trial, try_source
from ocop.errors import OcopError
from ocop.workspace import Workspace

CONTACT_VARIABLE = "OCOP_CONTACT"
SOURCES_VARIABLE = "OCOP_SOURCES"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sources: ids, or all that are due, or all that may be crawled."""

    ids: tuple[str, ...] = ()
    due: bool = False


def all_sources() -> dict[str, Source]:
    """Rows of the bundled ``sources.csv``, or of the file that ``OCOP_SOURCES`` names.

    Raises:
        OcopError: The file cannot be used; every wrong row is named.
    """
    path = sources_file()
    try:
        return load_sources(path)
    except (SourcesError, OSError) as error:
        raise OcopError(f"{path.name} cannot be used: {error}", "Mend these rows.") from error


def chosen(workspace: Workspace, choice: Choice, now: datetime) -> list[Source]:
    """The sources to crawl now.

    Raises:
        OcopError: An id is not known, or its source may not be crawled.
    """
    known = all_sources()
    if choice.ids:
        return [_crawlable(name, known) for name in dict.fromkeys(choice.ids)]
    if choice.due:
        with ledger_of(workspace) as ledger:
            return due(known.values(), ledger, now)
    return may_be_asked(known.values())


def crawl_now(
    workspace: Workspace,
    sources: Sequence[Source],
    *,
    since: str,
    jobs: int,
    settings: Mapping[str, object],
    report: Report,
) -> dict[str, Run]:
    """Crawl sources into the corpus of a workspace.

    Returns:
        The run of each source by its id; a source whose crawl could not begin has none.

    Raises:
        OcopError: No contact address is set, or the ledger cannot be used.
    """
    contact()
    begun = datetime.now(UTC)
    crawl(sources, workspace.corpus, since=since, jobs=jobs, settings=settings, report=report)
    with ledger_of(workspace) as ledger:
        runs = {one.id: ledger.runs(one.id, begun) for one in sources}
    return {name: found[0] for name, found in runs.items() if found}


def crawl_far(
    workspace: Workspace,
    sources: Sequence[Source],
    scheduler: str,
    *,
    since: str,
    settings: Mapping[str, object],
    report: Callable[[tuple[str, ...]], None],
) -> dict[str, Run]:
    """Crawl sources on the workers of a Dask scheduler, into the corpus of a workspace.

    Returns:
        The run of each source by its id; a source whose lane was lost has none.

    Raises:
        OcopError: No contact address is set, distributed is not installed, or no scheduler
            answers.
    """
    try:
        from crawler.farm import crawl_on
    except ImportError as error:
        advice = "Install it: pip install 'ocop[machines]', here and on every worker."
        raise OcopError(f"Many machines need Dask ({error}).", advice) from error
    begun = datetime.now(UTC)
    try:
        lost = crawl_on(
            scheduler,
            sources,
            sources_file(),
            workspace.corpus,
            contact=contact(),
            since=since,
            settings=settings,
            report=report,
        )
    except OSError as error:
        advice = "Start one with dask scheduler, or mend the address (tcp://host:8786)."
        raise OcopError(f"No scheduler answers at {scheduler}: {error}.", advice) from error
    failed = {one for lane in lost for one in lane.sources}
    with ledger_of(workspace) as ledger:
        runs = {one.id: ledger.runs(one.id, begun) for one in sources if one.id not in failed}
    return {name: found[0] for name, found in runs.items() if found}


def sources_file() -> Path:
    """The rows: those of ``OCOP_SOURCES``, else the bundled ones."""
    return Path(os.environ.get(SOURCES_VARIABLE) or BUNDLED)


def contact() -> str:
    """How the operators of the sites can reach who crawls.

    Raises:
        OcopError: Nothing is set.
    """
    said = os.environ.get(CONTACT_VARIABLE, "").strip()
    if not said:
        raise OcopError(
            "A crawl does not begin without a way to reach you.",
            f"Set {CONTACT_VARIABLE} to a web page or mail address that the operators of the "
            "sites can use, for example: export OCOP_CONTACT=https://example.org/our-crawl",
        )
    return said


def trial_of(name: str, settings: Mapping[str, object]) -> Trial:
    """Try one source: what a crawl would fetch, and what its first articles say.

    Raises:
        OcopError: No contact address is set, there is no such source, or it is not asked.
    """
    contact()
    return try_source(_crawlable(name, all_sources()), settings)


def health_now(workspace: Workspace, now: datetime) -> list[SourceHealth]:
    """How every source of the rows is, by the ledger of a workspace."""
    with ledger_of(workspace) as ledger:
        return health(ledger, all_sources().values(), now)


def ledger_of(workspace: Workspace) -> Ledger:
    """The ledger of a workspace.

    Raises:
        OcopError: It cannot be used.
    """
    workspace.corpus.mkdir(parents=True, exist_ok=True)
    try:
        return Ledger(workspace.corpus / "ledger.sqlite", now=lambda: datetime.now(UTC))
    except LedgerError as error:
        raise OcopError(str(error), "The archive holds what is needed to rebuild it.") from error


def _crawlable(name: str, known: Mapping[str, Source]) -> Source:
    try:
        return crawlable(known, name)
    except NoSpiderError as error:
        advice = "ocop sources lists all; mend the row if what it says is no longer true."
        raise OcopError(f"{str(error).capitalize()}.", advice) from error
