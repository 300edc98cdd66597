"""The SQLite file of the ledger: opened, migrated, shared between processes.

Times are whole seconds since 1970 (UTC), so no zone can slip into them.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.ledger.model import LedgerError

APPLICATION = int.from_bytes(b"OCOP")
"""``PRAGMA application_id``: says that a SQLite file is a ledger of ours."""

BUSY_SECONDS = 60.0
"""Patience with other processes; a transaction here takes milliseconds."""

# One script a version; ``PRAGMA user_version`` is the number of those that were run. A
# script that was published is never changed: the next one is added.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE pages (
            source_id TEXT NOT NULL,
            url TEXT NOT NULL,
            kind TEXT NOT NULL,
            words TEXT NOT NULL DEFAULT '',
            via TEXT NOT NULL DEFAULT '',
            way TEXT NOT NULL DEFAULT '',
            lastmod TEXT NOT NULL DEFAULT '',
            title TEXT NOT NULL DEFAULT '',
            published TEXT NOT NULL DEFAULT '',
            found_at INTEGER NOT NULL,
            asked_at INTEGER,          -- the last answer, or the last try
            asked_run INTEGER,         -- the run that it belonged to
            due_at INTEGER,            -- 0: at once; NULL: not in the frontier
            verdict TEXT,              -- NULL: never asked
            times INTEGER NOT NULL DEFAULT 0,     -- so often in a row that verdict
            attempts INTEGER NOT NULL DEFAULT 0,  -- failures in a row
            alarms INTEGER NOT NULL DEFAULT 0,    -- changes in lastmod that were none
            status INTEGER,
            etag TEXT NOT NULL DEFAULT '',
            last_modified TEXT NOT NULL DEFAULT '',
            digest TEXT NOT NULL DEFAULT '',
            changed_at INTEGER,
            stored_at INTEGER,
            code TEXT NOT NULL DEFAULT '',
            message TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (source_id, url)
        )
        """,
        "CREATE INDEX pages_by_url ON pages (url)",
        "CREATE INDEX pages_due ON pages (source_id, due_at) WHERE due_at IS NOT NULL",
        "CREATE INDEX pages_stored ON pages (source_id, stored_at) WHERE stored_at IS NOT NULL",
        "CREATE INDEX pages_asked ON pages (asked_at)",
        """
        CREATE TABLE runs (
            run INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            reason TEXT NOT NULL DEFAULT '',
            counts TEXT NOT NULL DEFAULT '{}'
        )
        """,
        "CREATE INDEX runs_by_source ON runs (source_id, run)",
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
)


class Database:
    """A connection to the ledger's file; errors come out as ``LedgerError``.

    Args:
        path: The file; made when missing, its folder too.

    Raises:
        LedgerError: The file is no ledger, is newer than this program, damaged or locked.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one statement."""
        with self._told():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that no other writer is in."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite ends it by itself on a full disk
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def attached(self, path: Path) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction, with another ledger as the schema ``other``."""
        with self._told():
            self._connection.execute("ATTACH DATABASE ? AS other", (str(path),))
            try:
                with self.writing() as connection:
                    yield connection
            finally:
                self._connection.execute("DETACH DATABASE other")

    def check(self) -> None:
        """Raise ``LedgerError`` when the file is damaged; reads all of it."""
        with self._told():
            found = str(self._one("PRAGMA integrity_check"))
            if found != "ok":
                raise sqlite3.DatabaseError(f"malformed: {found.splitlines()[0]}")

    def close(self) -> None:
        """Write the log back into the file and let go; a second call does nothing."""
        with self._told():
            self._connection.close()

    def _prepare(self) -> None:
        self._refuse_others()
        self._write_ahead()
        self._connection.execute("PRAGMA synchronous = NORMAL")
        if self._version() == len(MIGRATIONS):
            return
        with self.writing() as database:
            for script in MIGRATIONS[self._version() :]:
                for statement in script:
                    database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _refuse_others(self) -> None:
        """Nothing may be written before it is known that the file is ours."""
        owner = self._one("PRAGMA application_id")
        if owner != APPLICATION and (owner or self._one("SELECT count(*) FROM sqlite_schema")):
            raise LedgerError(
                f"{self.path} is a SQLite file of another program: give the ledger another path, "
                "or move this file away"
            )
        if self._version() > len(MIGRATIONS):
            raise LedgerError(
                f"{self.path} was written by a newer ocop (format {self._version()}, this one "
                f"knows {len(MIGRATIONS)}): update ocop"
            )

    def _write_ahead(self) -> None:
        """Switch to WAL; SQLite does not wait by itself when two processes do so at once."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                mode = self._one("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.01)
                continue
            if mode != "wal":
                raise LedgerError(
                    f"{self.path} cannot be shared between processes (its file system allows no "
                    "write-ahead log): keep the corpus on a local disk"
                )
            return

    def _version(self) -> int:
        return int(str(self._one("PRAGMA user_version")))

    def _one(self, statement: str) -> object:
        return self._connection.execute(statement).fetchone()[0]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what SQLite said, and what to do."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(f"{self.path} {_advice(error)} ({error})") from error


def _advice(error: Exception) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT") or "malformed" in str(error):
        return (
            "is damaged or no SQLite file: move it away with its -wal and -shm files and start "
            "again; the ledger is read back from the archive"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"was held by another process for {BUSY_SECONDS:.0f} s: see what hangs, run again"
    if name.startswith("SQLITE_FULL"):
        return "cannot grow: free space on the disk, then run again"
    return "cannot be used: check the folder, the rights and the space, then run again"
