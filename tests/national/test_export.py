from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from extract.model import Issue, Kind
from national.export import National, csv_bytes, export, jsonl_bytes, verify
from national.frames import issues_frame
from national.schema import CELLS, CLAIMS, UnfitTableError
from national.table import table_of

FILES = {
    "cells.csv",
    "cells.parquet",
    "claims.parquet",
    "datapackage.json",
    "decisions.csv",
    "decisions.parquet",
    "documents.parquet",
    "issues.jsonl",
    "left_out.parquet",
    "map34.svg",
    "map63.svg",
    "papers.parquet",
    "products.csv",
    "products.parquet",
    "provinces34.csv",
    "provinces63.csv",
    "run.json",
}
INPUTS = {"sample": "ab" * 32}


def _national(desk, seed: int | None = None) -> National:
    claims, documents = desk.claims, desk.documents
    if seed is not None:
        claims = claims.sample(frac=1, random_state=seed)
        documents = documents.sample(frac=1, random_state=seed)
    issue = Issue("bad_file", "Không đọc được", where="quyết định.pdf")
    return desk.national(claims, documents, (issue,), INPUTS)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_claims_in_any_order_give_the_same_bytes(crowd, tmp_path) -> None:
    desk = crowd(1000, 2)
    export(_national(desk), tmp_path / "a")
    export(_national(desk, seed=7), tmp_path / "b")
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")
    assert set(_bytes(tmp_path / "a")) == FILES
    assert verify(tmp_path / "a") == []


def test_no_file_knows_the_machine(crowd, tmp_path) -> None:
    export(_national(crowd(20, 3)), tmp_path)
    for name, content in _bytes(tmp_path).items():
        assert str(tmp_path).encode() not in content, name
        assert str(Path.home()).encode() + b"/" not in content, name
    metadata = pq.read_metadata(tmp_path / "cells.parquet").metadata or {}
    assert b"pandas" not in metadata


def test_the_run_says_what_went_in_and_came_out(desk, tmp_path) -> None:
    desk.add(403)
    desk.add(99, as_of=None)
    report = export(_national(desk), tmp_path)
    assert report == json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert report["inputs"] == INPUTS
    assert report["counts"]["claims"] == 2
    assert report["counts"]["issues"] == 1
    assert report["counts"]["left_out_by_reason"] == {"unknown_time": 1}
    assert report["counts"]["cells_by_status"] == {"automatic": 1, "missing": 193}
    assert set(report["files"]) == FILES - {"run.json"}
    assert {"ocop", "pandas"} <= set(report["versions"])


def test_csv_is_rfc_4180(desk, tmp_path) -> None:
    desk.add(403)
    export(_national(desk), tmp_path)
    content = (tmp_path / "cells.csv").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert content.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    assert list(rows[0]) == CELLS.names
    row = next(row for row in rows if row["value"])
    assert (row["province"], row["value"], row["province_code"]) == ("Nghệ An", "403", "40")
    assert row["value_high"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(start) -> None:
    frame = pd.DataFrame(
        {"text": pd.Series([start + "HYPERLINK(1)", "3+", None, "a=b"], dtype="str")}
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode(), newline="")))
    # csv.reader has no row for a line that holds one empty field.
    assert [row[0] for row in rows if row and row[0]][1:] == [
        "'" + start + "HYPERLINK(1)",
        "3+",
        "a=b",
    ]


def test_line_breaks_and_quotes_survive() -> None:
    text = 'Một "sao"\r\nhai, ba'
    frame = pd.DataFrame({"a": pd.Series([text], dtype="str"), "n": [1]})
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode(), newline="")))
    assert rows == [["a", "n"], [text, "1"]]


def test_issues_are_json_lines(desk, tmp_path) -> None:
    desk.add(403)
    export(_national(desk), tmp_path)
    lines = (tmp_path / "issues.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 1
    issue = json.loads(lines[0])
    assert (issue["code"], issue["where"]) == ("bad_file", "quyết định.pdf")
    assert issue["document_id"] is None
    assert jsonl_bytes(issues_frame([])) == b""


def test_parquet_reads_back_as_it_was(crowd, tmp_path) -> None:
    national = _national(crowd(60, 4))
    export(national, tmp_path)
    claims = pd.read_parquet(tmp_path / "claims.parquet", dtype_backend="numpy_nullable")
    expected = CLAIMS.sort(national.claims).convert_dtypes()
    pd.testing.assert_frame_equal(claims, expected, check_dtype=False)


def test_the_data_package_tells_every_column(desk, tmp_path) -> None:
    desk.add(403)
    export(_national(desk), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert set(resources) == {name for name in FILES if name.endswith((".csv", ".parquet"))}
    for name, table in (("cells.csv", CELLS), ("provinces34.csv", table_of(34))):
        fields = resources[name]["schema"]["fields"]
        header = (tmp_path / name).read_bytes().decode().split("\r\n")[0].split(",")
        assert [field["name"] for field in fields] == header == table.names
        assert resources[name]["bytes"] == (tmp_path / name).stat().st_size
    codes = {f["name"]: f for f in resources["provinces63.csv"]["schema"]["fields"]}
    assert codes["code"]["type"] == "string"


class DiskFullError(OSError):
    pass


@pytest.mark.parametrize("at", [1, 5, 11])
def test_a_full_disk_leaves_the_outputs_of_before(desk, tmp_path, monkeypatch, at) -> None:
    desk.add(403)
    export(_national(desk), tmp_path)
    before = _bytes(tmp_path)
    desk.add(500, kind=Kind.IN_FORCE)
    calls = 0
    fsync = os.fsync

    def failing(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise DiskFullError
        fsync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(DiskFullError):
        export(_national(desk), tmp_path)
    assert _bytes(tmp_path) == before


def test_an_interrupted_renaming_is_found(desk, tmp_path, monkeypatch) -> None:
    desk.add(403)
    export(_national(desk), tmp_path)
    desk.add(500, kind=Kind.IN_FORCE)
    replace = Path.replace
    done: list[str] = []

    def failing(self: Path, target: Path) -> Path:
        if len(done) == 2:
            raise DiskFullError
        done.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(DiskFullError):
        export(_national(desk), tmp_path)
    assert done == ["cells.csv", "cells.parquet"]
    assert verify(tmp_path) == done
    monkeypatch.undo()
    export(_national(desk), tmp_path)
    assert verify(tmp_path) == []


def test_a_table_that_does_not_fit_writes_nothing(desk, tmp_path) -> None:
    desk.add(403)
    good = _national(desk)
    bad = replace(good, claims=good.claims.assign(kind="sold"))
    with pytest.raises(UnfitTableError):
        export(bad, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_other_files_in_the_folder_stay(desk, tmp_path) -> None:
    (tmp_path / "README.md").write_text("ours", "utf-8")
    desk.add(403)
    export(_national(desk), tmp_path)
    assert set(_bytes(tmp_path)) == FILES | {"README.md"}


def test_the_readme_of_the_folder_names_every_file() -> None:
    readme = (Path(__file__).parents[2] / "outputs" / "README.md").read_text("utf-8")
    assert [name for name in sorted(FILES) if f"`{name}`" not in readme] == []
