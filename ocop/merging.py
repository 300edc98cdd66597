"""Corpora of other machines into that of a workspace: archive and ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crawler.archive import Archive, ArchiveError
from crawler.merging import Merged, merge
from crawler.source import host_of
from ocop.crawling import all_sources, ledger_of
from ocop.errors import OcopError
from ocop.workspace import Workspace


def merge_corpora(workspace: Workspace, corpora: Sequence[Path]) -> Merged:
    """Take in every capture of other corpora, and let the ledger know of them.

    Args:
        workspace: Whose corpus grows; the caller holds its lock.
        corpora: Folders of corpora, or of workspaces that hold one.

    Raises:
        OcopError: One of them is no corpus, or the own corpus cannot be written.
    """
    done = Merged()
    try:
        for given in corpora:
            inside = given / "corpus"
            done.add(merge(inside if inside.is_dir() else given, workspace.corpus))
    except ArchiveError as error:
        raise OcopError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    by_host = {host: one.id for one in all_sources().values() for host in one.hosts}
    with ledger_of(workspace) as ledger:
        ledger.reconcile(Archive(workspace.corpus), lambda url: by_host.get(host_of(url)))
    return done
