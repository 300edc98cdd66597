"""A shelf: the archive of one writer, until it is put away into the corpus.

Any number of crawls write at once, each into ``corpus/shelves/<writer>/``. At its end a
crawl puts its shelf away: under the lock of the corpus its captures move into
``corpus/warc`` and ``corpus/index.cdxj``, where readers find them. The shelf of a crawl
that was killed is put away by the next one (``collect``): the kernel has freed its lock.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive import MAX_WARC_BYTES, Archive
from crawler.captures import Capture, Fault
from crawler.lock import WriterAtWorkError
from crawler.merging import Merged, take
from crawler.warcs import WarcFiles

PATIENCE = 60.0
"""Seconds to wait for the corpus; when it is busy for longer, the next start puts away."""


@dataclass(frozen=True, slots=True)
class Collected:
    """Shelves of killed writers that were put away, and how many are being written."""

    shelves: tuple[str, ...]
    captures: int
    faults: tuple[Fault, ...]
    at_work: int


class Shelf(Archive):
    """An archive to write to, beside any number of others, that knows what the corpus holds.

    A payload that an address gave before, on this shelf or in the corpus, becomes a revisit.
    The folder is made at the first write; ``close`` puts the shelf away.
    """

    def __init__(self, corpus: Path, *, max_warc_bytes: int = MAX_WARC_BYTES) -> None:
        self.corpus = Archive(corpus)
        writer = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{os.getpid()}-{secrets.token_hex(4)}"
        super().__init__(corpus / "shelves" / writer, max_warc_bytes=max_warc_bytes, writer=writer)

    def find(self, digest: str) -> Capture | None:
        """The capture that holds the payload with this digest, here or in the corpus."""
        return super().find(digest) or self.corpus.find(digest)

    def at(self, url: str) -> list[Capture]:
        """Captures of an address, here and in the corpus, oldest first."""
        both = [*self.corpus.at(url), *super().at(url)]
        return sorted(both, key=lambda one: one.fetched_at)

    def begin_writing(self, patience: float = 0.0) -> None:
        """Make the folder and take its lock, while nobody looks for shelves to put away."""
        with _door(self.corpus.root):
            super().begin_writing(patience)

    def close(self, patience: float = PATIENCE) -> None:
        """Put the shelf away into the corpus.

        When the corpus is being written for longer than ``patience`` seconds, the shelf stays
        for the next start; ``faults`` says so.
        """
        if self._lock is None:
            return
        try:
            self.faults += _put_away(self, self.corpus, patience).faults
        except WriterAtWorkError as error:
            advice = "nothing is lost: the next crawl puts it away when it starts"
            where = f"shelves/{self.root.name}"
            self.faults.append(Fault("shelf_left", str(error), where, advice))
        finally:
            self.release()

    def _files_of(self, capture: Capture) -> WarcFiles:
        here = self.files.path(capture).is_file()
        return self.files if here else self.corpus.files


def collect(
    corpus: Path,
    *,
    before: Callable[[Archive], object] = lambda _: None,
    patience: float = PATIENCE,
) -> Collected:
    """Put away the shelves whose writers were killed.

    Args:
        corpus: The corpus.
        before: Told each shelf, mended, before it is put away: what the ledger does not know
            of it is to be entered now. When this is interrupted it happens again.
        patience: Seconds to wait for another writer of the corpus.

    Raises:
        ArchiveError: The corpus is being written for longer, or the disk refused.
    """
    names, done, at_work = [], Merged(), 0
    with Archive(corpus) as into:
        for root in sorted(one for one in (corpus / "shelves").glob("*") if one.is_dir()):
            try:
                with _door(corpus):
                    shelf = Archive(root, writer=root.name)
                    shelf.begin_writing()
            except WriterAtWorkError:
                at_work += 1
                continue
            try:
                before(shelf)
                done.add(_put_away(shelf, into, patience))
            finally:
                shelf.release()
            done.faults += shelf.faults
            names.append(root.name)
    return Collected(tuple(names), done.captures, tuple(done.faults), at_work)


def _put_away(shelf: Archive, into: Archive, patience: float) -> Merged:
    """Move all captures of a shelf that is locked, then the shelf itself goes."""
    done = Merged()
    if shelf.files.names():
        try:
            into.begin_writing(patience)
            done = take(shelf, into, move=True)
            for torn in sorted(shelf.files.folder.glob("*.torn-*")):
                torn.rename(into.files.folder / torn.name)
        finally:
            into.close()
    for one in (shelf.index.path, shelf.index.journal, shelf.files.coming):
        one.unlink(missing_ok=True)
    try:
        with _door(into.root):
            if shelf.files.folder.is_dir():
                shelf.files.folder.rmdir()
            (shelf.root / ".lock").unlink(missing_ok=True)
            shelf.root.rmdir()
    except OSError as error:
        where, advice = f"shelves/{shelf.root.name}", "look what it is, then remove the folder"
        message = f"the empty shelf could not be removed ({error.strerror or error})"
        done.faults.append(Fault("shelf_left", message, where, advice))
    return done


@contextlib.contextmanager
def _door(corpus: Path) -> Iterator[None]:
    """Held for a moment by who makes, looks for or removes a shelf.

    Without it a shelf could be taken for a dead one between its making and its locking.
    """
    (corpus / "shelves").mkdir(parents=True, exist_ok=True)
    with (corpus / "shelves" / ".door").open("ab") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield
