"""The national table of a workspace: chosen from the claims, written to ``outputs/``."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pandas as pd
from rich.console import RenderableType

from national import store
from national.choose import choose
from national.decisions import decisions_frame, periods, tie
from national.export import RUN_FILE, National, export, verify
from national.history import with_history
from national.store import Outputs, PaperTables
from ocop.errors import OcopError
from ocop.extraction import Extraction
from ocop.national_view import national_on_screen
from ocop.phrases import Lang
from ocop.records import Json

_Tables = TypeVar("_Tables")

UNFINISHED = ".unfinished-*"
"""What a killed export leaves behind in ``outputs/``."""


@dataclass(frozen=True, slots=True)
class NationalTables:
    """The cells (table ``CELLS``), with and without a number, and the wide table of each map."""

    cells: pd.DataFrame
    provinces: Mapping[int, pd.DataFrame]

    @classmethod
    def write(cls, extraction: Extraction, outputs: Path) -> NationalTables:
        """Choose, and write every output; the caller holds the lock of the workspace.

        Raises:
            OcopError: the disk refused.
        """
        claims, papers = extraction.claims, extraction.papers
        tied = tie(claims, papers)
        named = claims.assign(**periods(claims, papers, tied))
        choice = choose(named, extraction.documents, papers)
        national = National(
            choice=choice,
            claims=claims,
            documents=extraction.documents,
            issues=extraction.issues,
            products=with_history(extraction.rows, papers),
            papers=papers,
            decisions=decisions_frame(claims, papers, extraction.rows, tied),
            inputs=_inputs(extraction),
        )
        try:
            for left in outputs.glob(UNFINISHED):
                shutil.rmtree(left)
            export(national, outputs)
        except OSError as error:
            raise OcopError(
                f"The outputs in {outputs} could not be written: {error.strerror or error}.",
                "Free some disk space or mend the permissions, then type ocop table.",
            ) from error
        return cls(choice.cells, national.provinces)

    @property
    def valued(self) -> pd.DataFrame:
        """The cells that hold a number."""
        return self.cells[self.cells["value"].notna()]

    def records(self) -> list[Json]:
        """The cells that hold a number, as JSON values."""
        rows: list[Json] = json.loads(self.valued.to_json(orient="records", force_ascii=False))
        return rows

    def on_screen(self, lang: Lang) -> RenderableType:
        """The latest numbers, laid out for a terminal."""
        return national_on_screen(self.cells, self.provinces, lang)

    def example(self) -> tuple[str, str]:
        """A place and a cell that can be asked for; empty when there is none."""
        if self.valued.empty:
            return "", ""
        best = self.valued.sort_values(["n_claims", "cell_id"], ascending=[False, True]).iloc[0]
        return str(best["province"]), str(best["cell_id"])


def load_outputs(outputs: Path) -> Outputs:
    """Read the tables that were written.

    Raises:
        OcopError: nothing was written yet, a run was interrupted while writing, or
            another version of ocop wrote them.
    """
    return _told(store.load, outputs)


def load_papers(outputs: Path) -> PaperTables:
    """Read the tables of products and decisions that were written.

    Raises:
        OcopError: as ``load_outputs``.
    """
    return _told(store.load_papers, outputs)


def rows_of(frame: pd.DataFrame, parsed: Sequence[str] = ()) -> list[Json]:
    """The rows of a table as JSON values; columns in ``parsed`` hold JSON themselves."""
    rows: list[dict[str, Json]] = json.loads(frame.to_json(orient="records", force_ascii=False))
    for row in rows:
        row |= {name: json.loads(str(row[name])) for name in parsed}
    return [*rows]


def _told(load: Callable[[Path], _Tables], outputs: Path) -> _Tables:
    """What ``load`` reads; what is wrong is told with what to type."""
    if not (outputs / RUN_FILE).is_file():
        raise OcopError(f"There is no national table in {outputs} yet.", "Type ocop run PATH.")
    try:
        return load(outputs)
    except (OSError, ValueError, KeyError) as error:
        raise OcopError(
            f"The outputs in {outputs} cannot be used: {error}",
            "Type ocop extract and then ocop table to write them again.",
        ) from error


def unfit_outputs(outputs: Path) -> list[str] | None:
    """Names of files that are not of the last whole run; None when there was no run."""
    if not (outputs / RUN_FILE).is_file():
        return None
    try:
        return verify(outputs)
    except (ValueError, KeyError, TypeError):
        return [RUN_FILE]


def _inputs(extraction: Extraction) -> dict[str, str]:
    """One digest for the documents that were read; their identifiers are digests themselves."""
    identifiers = "\n".join(extraction.documents["document_id"])
    return {"documents": hashlib.sha256(identifiers.encode()).hexdigest()}
