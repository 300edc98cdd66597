"""Slices: the rows of some sources as a ledger of their own, for a crawl on another machine."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from crawler.ledger.database import Database
from crawler.ledger.pages import COLUMNS

_PAGES = ", ".join(COLUMNS)
# Numbers of runs are those of one file.
_PASTED = ", ".join("NULL" if one == "asked_run" else one for one in COLUMNS)
_RUNS = "source_id, started_at, ended_at, reason, counts"


def cut(ledger: Path, source_ids: Collection[str], target: Path) -> None:
    """Write what is known of these sources into a new ledger at ``target``.

    Raises:
        LedgerError: One of the files cannot be used.
    """
    Database(ledger).close()  # made or migrated, so that both have the same tables
    database = Database(target)
    with database.attached(ledger) as connection:
        for source in sorted(source_ids):
            for table, names, taken in (("pages", _PAGES, _PASTED), ("runs", _RUNS, _RUNS)):
                connection.execute(
                    f"INSERT INTO {table} ({names}) "  # noqa: S608 - names of columns
                    f"SELECT {taken} FROM other.{table} WHERE source_id = ? ORDER BY rowid",
                    (source,),
                )
    database.close()


def paste(part: Path, ledger: Path) -> None:
    """Put a slice back: its pages take the place of those of its sources, its new runs come in.

    Doing it twice changes nothing.

    Raises:
        LedgerError: One of the files cannot be used.
    """
    Database(part).close()
    database = Database(ledger)
    with database.attached(part) as connection:
        connection.execute(
            f"INSERT OR REPLACE INTO pages ({_PAGES}) "  # noqa: S608 - names of columns
            f"SELECT {_PASTED} FROM other.pages ORDER BY rowid"
        )
        connection.execute(
            f"INSERT INTO runs ({_RUNS}) SELECT {_RUNS} FROM other.runs AS new "  # noqa: S608
            "WHERE NOT EXISTS (SELECT 1 FROM runs WHERE source_id = new.source_id "
            "AND started_at = new.started_at) ORDER BY new.run"
        )
    database.close()
