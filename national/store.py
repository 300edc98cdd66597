"""Outputs read back, for questions and explanations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from national.schema import CELLS, CLAIMS, DOCUMENTS, Table


class NoOutputsError(FileNotFoundError):
    """A folder does not hold the outputs of a run; the message says what to do."""


@dataclass(frozen=True)
class Outputs:
    """The tables that a question needs, each checked against its schema."""

    cells: pd.DataFrame
    claims: pd.DataFrame
    documents: pd.DataFrame


def load(folder: Path) -> Outputs:
    """The tables that ``export`` wrote into ``folder``.

    Raises:
        NoOutputsError: a file is not there.
        UnfitTableError: a file was written by another version, or by hand.
    """
    return Outputs(*(_read(folder, table) for table in (CELLS, CLAIMS, DOCUMENTS)))


def _read(folder: Path, table: Table) -> pd.DataFrame:
    path = folder / f"{table.name}.parquet"
    if not path.is_file():
        raise NoOutputsError(f"{path.name} is not in {folder}: build the outputs with `ocop run`.")
    # Taking a few rows from a column in chunks would join the whole column each time.
    read = pq.read_table(path).combine_chunks()
    frame = read.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    whole = [c.name for c in table.columns if c.dtype == "int64" and c.name in frame]
    return table.validate(frame.astype(dict.fromkeys(whole, "int64")))
