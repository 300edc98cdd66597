"""The outputs described for machines: a Frictionless Data Package.

https://datapackage.org/standard/data-package/. Every column is told with its type,
meaning and allowed values, straight from ``national.schema``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from national.schema import Column, Table

_TYPES = {
    "str": "string",
    "int64": "integer",
    "Int64": "integer",
    "float64": "number",
    "bool": "boolean",
}
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def describe(folder: Path, tables: Iterable[Table]) -> dict[str, object]:
    """The descriptor of the table files of ``folder``, each named after its table."""
    by_name = {table.name: table for table in tables}
    files = sorted(path for path in folder.iterdir() if path.suffix[1:] in _MEDIA_TYPES)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ocop-national-table",
        "title": "Counts of OCOP products that Vietnam's provinces publish",
        "version": version("ocop"),
        "resources": [_resource(path, by_name[path.stem]) for path in files],
    }


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _resource(path: Path, table: Table) -> dict[str, object]:
    kind = path.suffix[1:]
    return {
        "name": f"{table.name}-{kind}",
        "type": "table",
        "path": path.name,
        "description": table.about,
        "format": kind,
        "mediatype": _MEDIA_TYPES[kind],
        **(_csv_marks(path) if kind == "csv" else {}),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            # What stands for a missing number where Parquet is read by way of floats.
            "missingValues": [""] if kind == "csv" else ["", "nan"],
            "primaryKey": list(table.key),
        },
    }


def _csv_marks(path: Path) -> dict[str, object]:
    """Size and digest, which readers check for text files only (run.json has all)."""
    return {
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest_of(path)}",
    }


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": not column.nullable}
    if column.allowed is not None:
        constraints["enum"] = list(column.allowed)
    field: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.dtype],
        "description": column.about,
        "constraints": constraints,
    }
    if column.dtype == "bool":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    return field
