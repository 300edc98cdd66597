"""Outputs read back, for questions and explanations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from national.paper_schema import DECISIONS, PAPERS, PRODUCTS
from national.schema import CELLS, CLAIMS, DOCUMENTS, Table


class NoOutputsError(FileNotFoundError):
    """A folder does not hold the outputs of a run; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The written tables ``CLAIMS``, ``DOCUMENTS``, ``CELLS`` and ``PAPERS``."""

    claims: pd.DataFrame
    documents: pd.DataFrame
    cells: pd.DataFrame
    papers: pd.DataFrame


@dataclass(frozen=True, slots=True)
class PaperTables:
    """The written tables ``PRODUCTS`` and ``DECISIONS``."""

    products: pd.DataFrame
    decisions: pd.DataFrame


def load(folder: Path) -> Outputs:
    """The tables that answers about numbers need, each checked against its schema.

    Raises:
        NoOutputsError: a file is not there.
        UnfitTableError: a file was written by another version, or by hand.
    """
    return Outputs(*(_read(folder, table) for table in (CLAIMS, DOCUMENTS, CELLS, PAPERS)))


def load_papers(folder: Path) -> PaperTables:
    """The tables of products and decisions, each checked against its schema.

    Raises:
        NoOutputsError, UnfitTableError: as ``load``.
    """
    return PaperTables(_read(folder, PRODUCTS), _read(folder, DECISIONS))


def _read(folder: Path, table: Table) -> pd.DataFrame:
    path = folder / f"{table.name}.parquet"
    if not path.is_file():
        raise NoOutputsError(f"{path.name} is not in {folder}: build the outputs with `ocop run`.")
    # Taking a few rows from a column in chunks would join the whole column each time.
    read = pq.read_table(path).combine_chunks()
    # Parquet knows no nullable integers, the schema does.
    frame = read.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    types = {column.name: column.dtype for column in table.columns if column.name in frame}
    return table.validate(frame.astype(types))
