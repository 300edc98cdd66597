"""Outputs: the same claims give the same bytes, and no file is ever half written.

Every file is first written beside its place, in a folder of this run, and flushed to
the disk; then all are renamed, ``run.json`` last. It holds the SHA-256 of every other
file, so that a reader can tell a set that was interrupted between two renames
(``verify``). Nothing holds a time of day or a path of the machine.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from national.choose import Choice
from national.datapackage import describe, digest_of
from national.map import draw
from national.paper_schema import DECISIONS, PAPERS, PRODUCTS
from national.schema import CELLS, CLAIMS, DOCUMENTS, ISSUES, LEFT_OUT, Table
from national.table import provinces_table, table_of

RUN_FILE = "run.json"
PARTS = ("ocop", "pandas", "pandera", "pyarrow", "underthesea", "spacy")

# A cell that a spreadsheet would take for a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_ROWS_PER_GROUP = 100_000
_FOR_SPREADSHEETS = ("cells", "provinces34", "provinces63", "products", "decisions")


@dataclass(frozen=True)
class National:
    """All tables of one run; ``inputs`` are SHA-256 digests by name."""

    choice: Choice
    claims: pd.DataFrame
    documents: pd.DataFrame
    issues: pd.DataFrame
    products: pd.DataFrame
    papers: pd.DataFrame
    decisions: pd.DataFrame
    inputs: Mapping[str, str]

    @cached_property
    def provinces(self) -> dict[int, pd.DataFrame]:
        """The wide table of each map."""
        return {regime: provinces_table(self.choice.cells, regime) for regime in (34, 63)}


def export(national: National, folder: Path) -> dict[str, object]:
    """Write every output into ``folder`` and return what ``run.json`` says.

    Files that are there are replaced; other files in ``folder`` stay.

    Raises:
        OSError: the disk refused; then nothing in ``folder`` has changed, or
            ``verify`` names what has.
        UnfitTableError: a table does not fit its schema; nothing has been written.
    """
    tables = _tables(national)
    for table, frame in tables:
        table.validate(frame)
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".unfinished-{os.getpid()}"
    beside.mkdir()
    try:
        _write_all(national, tables, beside)
        report = _report(national, beside)
        _write(beside / RUN_FILE, _json(report))
        _publish(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return report


def verify(folder: Path) -> list[str]:
    """Names of files in ``folder`` that are missing or differ from ``run.json``."""
    report = json.loads((folder / RUN_FILE).read_text("utf-8"))
    return [
        name
        for name, digest in report["files"].items()
        if not (folder / name).is_file() or digest_of(folder / name) != digest
    ]


def _tables(national: National) -> list[tuple[Table, pd.DataFrame]]:
    """Every table that is written in columns."""
    choice = national.choice
    return [
        (CELLS, choice.cells),
        (LEFT_OUT, choice.left_out),
        (CLAIMS, national.claims),
        (DOCUMENTS, national.documents),
        (PRODUCTS, national.products),
        (PAPERS, national.papers),
        (DECISIONS, national.decisions),
        *((table_of(regime), frame) for regime, frame in national.provinces.items()),
    ]


def _write_all(national: National, tables: list[tuple[Table, pd.DataFrame]], beside: Path) -> None:
    for table, frame in tables:
        if table.name in _FOR_SPREADSHEETS:
            _write(beside / f"{table.name}.csv", csv_bytes(table.sort(frame)))
        if not table.name.startswith("provinces"):
            _write_parquet(beside / f"{table.name}.parquet", table, frame)
    _write(beside / "issues.jsonl", jsonl_bytes(ISSUES.validate(national.issues)))
    for regime, frame in national.provinces.items():
        _write(beside / f"map{regime}.svg", draw(frame, regime).encode())
    _write(beside / "datapackage.json", _json(describe(beside, [table for table, _ in tables])))


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """RFC 4180 in UTF-8; text that a spreadsheet would run is made text by a ``'``."""
    guarded = frame.copy()
    for name in guarded.columns[guarded.dtypes == "str"]:
        text = guarded[name]
        guarded[name] = ("'" + text).where(text.str.startswith(_FORMULA, na=False), text)
    return guarded.to_csv(index=False, lineterminator="\r\n").encode()


def jsonl_bytes(frame: pd.DataFrame) -> bytes:
    """One JSON object a line; what is missing is null."""
    if frame.empty:
        return b""
    return frame.to_json(orient="records", lines=True, force_ascii=False).encode()


def _write_parquet(path: Path, table: Table, frame: pd.DataFrame) -> None:
    """Write in the order of the key, group by group."""
    frame = table.sort(frame)
    with path.open("wb") as file, pq.ParquetWriter(file, _arrow(table), compression="zstd") as out:
        for start in range(0, len(frame), _ROWS_PER_GROUP):
            rows = frame.iloc[start : start + _ROWS_PER_GROUP]
            out.write_table(pa.Table.from_pandas(rows, out.schema, preserve_index=False))
        out.close()
        file.flush()
        os.fsync(file.fileno())


def _arrow(table: Table) -> pa.Schema:
    """Column types without the marks of the library that wrote them."""
    types = {
        "str": pa.string(),
        "int64": pa.int64(),
        "Int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
    }
    return pa.schema([(column.name, types[column.dtype]) for column in table.columns])


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _report(national: National, beside: Path) -> dict[str, object]:
    choice = national.choice
    return {
        "versions": {part: version(part) for part in PARTS},
        "extractor_versions": sorted(national.claims["version"].unique()),
        "inputs": dict(sorted(national.inputs.items())),
        "counts": {
            "documents": len(national.documents),
            "claims": len(national.claims),
            "issues": len(national.issues),
            "papers": len(national.papers),
            "products": len(national.products),
            "decisions": len(national.decisions),
            "decisions_by_agreement": _counts(national.decisions["agreement"]),
            "cells": len(choice.cells),
            "cells_by_status": _counts(choice.cells["status"]),
            "left_out_by_reason": _counts(choice.left_out["reason"]),
        },
        "files": {path.name: digest_of(path) for path in sorted(beside.iterdir())},
    }


def _counts(values: pd.Series) -> dict[str, int]:
    return {str(value): int(n) for value, n in values.value_counts().sort_index().items()}


def _publish(beside: Path, folder: Path) -> None:
    """Rename every file into its place, ``run.json`` last."""
    for path in sorted(beside.iterdir(), key=lambda path: (path.name == RUN_FILE, path.name)):
        path.replace(folder / path.name)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
