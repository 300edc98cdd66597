"""The file: foreign, newer, damaged, shared."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.ledger import Fetched, Found, Kind, Ledger, LedgerError, Verdict, database

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def opened(path: Path) -> Ledger:
    return Ledger(path, now=lambda: NOW)


def filled(path: Path) -> Path:
    with opened(path) as ledger:
        ledger.found("bao_a", [Found(f"https://baoa.vn/{n}", words="x" * 50) for n in range(400)])
        ledger.fetched("bao_a", Fetched("https://baoa.vn/1", Kind.ARTICLE, Verdict.GONE, 404))
    return path


def test_it_is_made_with_its_folder_and_is_one_file_after_closing(tmp_path: Path) -> None:
    path = filled(tmp_path / "corpus" / "ledger.sqlite")
    assert [one.name for one in path.parent.iterdir()] == ["ledger.sqlite"]
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert database.execute("PRAGMA application_id").fetchone() == (0x4F434F50,)
    database.close()


def test_an_empty_file_is_a_ledger_that_was_not_begun(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    filled(tmp_path / "ledger.sqlite")


@pytest.mark.parametrize("content", [b"PK\x03\x04 no database", b"x" * 5000])
def test_another_file_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"ledger\.sqlite is damaged or no SQLite file: move"):
        opened(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE theirs (a)")
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="SQLite file of another program: give"):
        opened(path)
    assert path.read_bytes() == before


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(LedgerError, match=r"newer ocop \(format 99.*update ocop"):
        opened(path)


def test_a_folder_that_cannot_be_is_an_error_with_advice(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("a file")
    with pytest.raises(LedgerError, match="check the folder"):
        opened(tmp_path / "corpus" / "ledger.sqlite")


@pytest.mark.parametrize("place", ["header", "schema", "first pages", "middle", "end", "cut"])
def test_damage_is_an_error_with_advice_or_harmless(tmp_path: Path, place: str) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    data = bytearray(path.read_bytes())
    size = len(data)
    at = {"header": 0, "schema": 100, "first pages": 4096, "middle": size // 2, "end": size - 4096}
    if place == "cut":
        del data[size // 3 :]
    else:
        data[at[place] : at[place] + 2000] = b"\xff" * 2000
    path.write_bytes(bytes(data))
    with pytest.raises(LedgerError, match=r"is damaged.*move it away.*read back from the arch"):
        use_everything(path)


def use_everything(path: Path) -> None:
    with opened(path) as ledger:
        ledger.check()
        ledger.waiting("bao_a")


WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict
name = sys.argv[2]
with Ledger(Path(sys.argv[1]), now=lambda: datetime.now(UTC)) as ledger:
    run = ledger.begin_run(name)
    for number in range(60):
        url = f"https://{name}.vn/{number}"
        ledger.found(name, [Found(url), Found("https://all.vn/x")])
        ledger.fetched(name, Fetched(url, Kind.ARTICLE, Verdict.RELEVANT, 200, digest="sha256:1"))
    ledger.end_run(run, "finished", {"archived": 60})
"""


def test_processes_that_make_and_fill_it_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    names = [f"bao_{n}" for n in range(6)]
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, str(path), one]) for one in names]
    assert [one.wait() for one in writers] == [0] * 6
    with opened(path) as ledger:
        for name in names:
            assert len(list(ledger.documents(name))) == 60
            assert ledger.runs(name)[0].counts == {"archived": 60}
            assert "https://all.vn/x" in [one.url for one in ledger.waiting(name)]


def test_what_was_remembered_outlives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    script = WRITE.replace("range(60)", "__import__('itertools').count()").replace(
        "digest=", "title=str(print(number, flush=True)), digest="
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(path), "bao_a"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(30)]
    writer.kill()
    writer.communicate()
    with opened(path) as ledger:
        ledger.check()
        known = {one.url for one in ledger.documents("bao_a")}
        assert known >= {f"https://bao_a.vn/{number}" for number in told[:-1]}
        assert ledger.runs("bao_a")[0].ended_at is None


def test_a_full_disk_is_an_error_with_advice_and_costs_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    with opened(path) as ledger:
        with ledger._database.reading() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [Found(f"https://baoa.vn/new/{n}", words="x" * 500) for n in range(500)]
        with pytest.raises(LedgerError, match="cannot grow: free space on the disk"):
            ledger.found("bao_a", many)
        with ledger._database.reading() as connection:
            connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
        assert len(ledger.waiting("bao_a")) == 399
        assert ledger.found("bao_a", many) == 500


def test_a_ledger_that_is_held_for_long_is_an_error_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    with opened(path) as ledger:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"held by another process.*run again"):
            ledger.found("bao_a", [Found("https://baoa.vn/new")])
        assert len(ledger.waiting("bao_a")) == 399  # reading goes on
        holder.execute("ROLLBACK")
        assert ledger.found("bao_a", [Found("https://baoa.vn/new")]) == 1
    holder.close()


def test_an_older_ledger_is_migrated_and_keeps_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    later = (*database.MIGRATIONS, ("ALTER TABLE pages ADD COLUMN mood TEXT NOT NULL DEFAULT ''",))
    monkeypatch.setattr(database, "MIGRATIONS", later)
    with opened(path) as ledger:
        assert len(ledger.waiting("bao_a")) == 399
        ledger.found("bao_a", [Found("https://baoa.vn/new")])
    with opened(path) as again:
        assert len(again.waiting("bao_a")) == 400
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (2,)
    raw.close()


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    broken = ("ALTER TABLE pages ADD COLUMN mood TEXT", "CREATE TABLE pages (a)")
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, broken))
        with pytest.raises(LedgerError, match="already exists"):
            opened(path)
    with opened(path) as ledger:
        assert len(ledger.waiting("bao_a")) == 399
