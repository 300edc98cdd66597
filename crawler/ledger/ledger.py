"""Memory of all crawls: the frontier, the answers, the runs."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from crawler.captures import Capture
from crawler.ledger.database import Database
from crawler.ledger.model import Fetched, Found, Kind, Run, Seen, Waiting
from crawler.ledger.pages import answered, first_met, met_again
from crawler.ledger.reconcile import enter, forget_lost
from crawler.ledger.rows import page_of, pages, save, with_others
from crawler.reader import Reader

logger = logging.getLogger(__name__)

_DAY = 86400


class Ledger:
    """Memory of all crawls in one SQLite file.

    Args:
        path: ``corpus/ledger.sqlite``; made when missing, migrated when older.
        now: The clock (aware, UTC).
        refetch_days: Ask again after so many days, whatever the schedule says; 0: everything
            is due, once a run. None: by the schedule (``schedule.py``).

    Raises:
        LedgerError: The file is no ledger, is newer than this program, or is damaged. Every
            method may raise it.
    """

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], refetch_days: float | None = None
    ) -> None:
        self._now = now
        self._refetch = None if refetch_days is None else int(refetch_days * _DAY)
        self._under_way: dict[int, str] = {}
        self._database = Database(path)
        self._mend_times()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def found(self, source_id: str, found: Sequence[Found], then: Found | None = None) -> int:
        """Put addresses into the frontier; returns how many articles and files were new to it.

        An address that was asked before comes in again when its ``lastmod`` became another
        and is not clearly older than the last fetch, or when it was given up long ago; by
        itself it comes back when it is due. A page of links (INDEX) always comes in, but is
        asked once a run.

        Args:
            source_id: Whose frontier.
            found: What was met.
            then: Where the listing goes on: comes in, in the same transaction, if anything
                in ``found`` was new. A killed crawl thus never forgets the rest of a listing.
        """
        with self._database.writing() as database:
            new = sum(self._enter(database, source_id, one) for one in found)
            if then is not None and new:
                self._enter(database, source_id, then)
        return new

    def waiting(self, source_id: str, limit: int = 1000, kind: Kind | None = None) -> list[Waiting]:
        """Addresses of a source to be asked now: new ones first, then those that are due.

        What was asked since ``begin_run`` does not come again before the next run.
        """
        due = "due_at <= :now"
        if self._refetch is not None:
            due = (
                "(due_at = 0 OR asked_at + :pause <= :now OR asked_at > :now"
                " OR attempts > 0 AND due_at <= :now)"
            )
        runs = ", ".join(map(str, self._under_way))
        query = (
            "SELECT * FROM pages"  # noqa: S608 - made of constants and numbers
            f" WHERE source_id = :source AND due_at IS NOT NULL AND {due}"
            " AND (:kind IS NULL OR kind = :kind)"
            f" AND (asked_run IS NULL OR asked_run NOT IN ({runs}))"
            " ORDER BY asked_at IS NOT NULL, due_at, rowid LIMIT :limit"
        )
        values = {
            "source": source_id,
            "now": self._seconds(),
            "pause": self._refetch,
            "kind": kind,
            "limit": limit,
        }
        with self._database.reading() as database:
            return [page_of(row).waiting() for row in database.execute(query, values)]

    def seen(self, url: str, source_id: str | None = None) -> Seen | None:
        """What is known of an address (by this source); None when it was never asked."""
        query = (
            "SELECT * FROM pages WHERE url = ? AND verdict IS NOT NULL"
            " AND source_id = coalesce(?, source_id) ORDER BY asked_at DESC, rowid LIMIT 1"
        )
        with self._database.reading() as database:
            row = database.execute(query, (url, source_id)).fetchone()
        return None if row is None else page_of(row).seen()

    def fetched(self, source_id: str, answer: Fetched) -> None:
        """Remember an answer: it leaves the frontier, its next time is set (``schedule.py``).

        The answer counts for every source that met the address, except that each source
        reads pages of links for itself.
        """
        now = self._seconds()
        run = next((run for run, whose in self._under_way.items() if whose == source_id), None)
        with self._database.writing() as database:
            if not pages(database, answer.url, source_id):
                self._enter(database, source_id, Found(answer.url, answer.kind))
            for page in pages(database, answer.url):
                shared = Kind.INDEX not in (page.kind, answer.kind)
                if page.source_id == source_id or shared:
                    save(database, answered(page, answer, now, run))

    def documents(self, source_id: str, since: datetime | None = None) -> Iterator[Seen]:
        """Articles and attachments of a source that were archived, latest first archived first.

        Those that are gone by now are among them: ``verdict`` says so. ``since`` is compared
        with ``stored_at``.
        """
        query = (
            "SELECT * FROM pages WHERE source_id = ? AND stored_at >= ? AND verdict IS NOT NULL"
            " ORDER BY stored_at DESC, rowid DESC"
        )
        with self._database.reading() as database:
            rows = database.execute(query, (source_id, _since(since))).fetchall()
        return (page_of(row).seen() for row in rows)

    def begin_run(self, source_id: str) -> int:
        """Note that a crawl of a source begins; returns its number."""
        self._mend_times()
        with self._database.writing() as database:
            run = database.execute(
                "INSERT INTO runs (source_id, started_at) VALUES (?, ?)",
                (source_id, self._seconds()),
            ).lastrowid
        assert run is not None
        self._under_way[run] = source_id
        return run

    def end_run(self, run: int, reason: str, counts: dict[str, int]) -> None:
        """Note how it ended."""
        with self._database.writing() as database:
            database.execute(
                "UPDATE runs SET ended_at = ?, reason = ?, counts = ? WHERE run = ?",
                (self._seconds(), reason, json.dumps(counts, sort_keys=True), run),
            )
        self._under_way.pop(run, None)

    def runs(self, source_id: str, since: datetime | None = None) -> list[Run]:
        """Runs of a source, latest first."""
        query = "SELECT * FROM runs WHERE source_id = ? AND started_at >= ? ORDER BY run DESC"
        with self._database.reading() as database:
            rows = database.execute(query, (source_id, _since(since))).fetchall()
        return [_run(row) for row in rows]

    @property
    def rebuilt(self) -> bool:
        """Whether everything that the archive holds has been entered once."""
        with self._database.reading() as database:
            query = "SELECT 1 FROM facts WHERE name = 'rebuilt'"
            return database.execute(query).fetchone() is not None

    def reconcile(self, archive: Reader, source_of: Callable[[str], str | None]) -> list[Capture]:
        """Enter captures that the ledger does not know, so that they are not fetched again.

        A crawl that is killed after a page was archived, and before the ledger was told,
        leaves such captures on its shelf.

        Args:
            archive: A shelf, or the corpus.
            source_of: Id of the source of an address, for captures that do not tell it; None
                when it belongs to none.

        Returns:
            The latest capture of each address that was entered.
        """
        return list(enter(self._database, archive, source_of))

    def rebuild(self, archive: Reader, source_of: Callable[[str], str | None]) -> list[Capture]:
        """Reconcile with the whole corpus, both ways: what the corpus lost is to be asked again.

        For a ledger that is new, or older or newer than a corpus that was restored.
        """
        entered = self.reconcile(archive, source_of)
        lost = forget_lost(self._database, archive)
        logger.info("the ledger learned %d addresses from the archive", len(entered))
        if lost:
            logger.warning("%d payloads have left the archive: they are asked again", lost)
        with self._database.writing() as database:
            database.execute(
                "INSERT OR REPLACE INTO facts VALUES ('rebuilt', ?)", (self._seconds(),)
            )
        return entered

    def check(self) -> None:
        """Read the whole file; raise ``LedgerError`` when it is damaged."""
        self._database.check()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    def _enter(self, database: sqlite3.Connection, source_id: str, found: Found) -> bool:
        """Put one address into the frontier; whether it is an article or a file new to it."""
        now = self._seconds()
        known = pages(database, found.url, source_id)
        if not known:
            page = with_others(database, first_met(source_id, found, now))
            new = page.verdict is None
        elif known[0].asked_run in self._under_way:
            return False
        else:
            page = met_again(known[0], found, now)
            new = page.due_at != known[0].due_at
        save(database, page)
        return new and found.kind is not Kind.INDEX

    def _mend_times(self) -> None:
        """Take a time that has not come yet, because the clock went back, for now.

        Otherwise what was asked while the clock ran ahead would be hidden until then.
        """
        values = {"now": self._seconds()}
        with self._database.reading() as database:
            query = "SELECT 1 FROM pages WHERE asked_at > :now LIMIT 1"
            if database.execute(query, values).fetchone() is None:
                return
        with self._database.writing() as database:
            database.execute(
                "UPDATE pages SET asked_at = :now, due_at = CASE WHEN due_at > asked_at"
                " THEN due_at - asked_at + :now ELSE due_at END WHERE asked_at > :now",
                values,
            )

    def _seconds(self) -> int:
        return int(self._now().timestamp())


def _run(row: sqlite3.Row) -> Run:
    ended = row["ended_at"]
    return Run(
        source_id=row["source_id"],
        started_at=datetime.fromtimestamp(row["started_at"], UTC),
        ended_at=None if ended is None else datetime.fromtimestamp(ended, UTC),
        reason=row["reason"],
        counts=json.loads(row["counts"]),
    )


def _since(since: datetime | None) -> int:
    return 0 if since is None else int(since.timestamp())
