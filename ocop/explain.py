"""From a number back to what says it: cell, claim, sentence, capture, address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pandas as pd

from crawler.archive import Archive, Capture
from extract.model import Claim, Comparator, Kind, Level, Place, Span
from ocop.errors import OcopError
from ocop.tables import Outputs

CANDIDATES_SHOWN = 8


class Part(StrEnum):
    """What a claim does for a cell."""

    CHOSEN = "chosen"
    AGREES = "agrees"
    RIVAL = "rival"


@dataclass(frozen=True, slots=True)
class Page:
    """The document of a claim and the capture that keeps it (None: not in this archive)."""

    document_id: str
    title: str
    url: str | None
    published: str | None
    source: str
    capture: Capture | None


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim with its sentence and its page; ``part`` is None when no cell was asked for."""

    claim: Claim
    sentence: Span | None
    page: Page
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cell (its columns as plain values) or None, and the claims behind it."""

    cell: dict[str, str | int | float | bool | None] | None
    grounds: tuple[Ground, ...]


class Explainer:
    """Looks up claims and cells of one workspace by their identifiers or a unique beginning."""

    def __init__(self, outputs: Outputs, corpus: Path) -> None:
        self._claims = outputs.claims
        self._documents = outputs.documents.set_index("document_id")
        self._cells = outputs.cells
        self._archive = Archive(corpus)

    def explain(self, wanted: str) -> Explanation:
        """Explain a cell or a claim.

        Raises:
            OcopError: nothing, or more than one thing, has an identifier that begins so.
        """
        known = pd.concat([self._cells["cell_id"], self._claims["claim_id"]])
        identity = _the_one(wanted, known)
        cells = self._cells[self._cells["cell_id"] == identity]
        if cells.empty:
            return Explanation(None, tuple(self._grounds([identity], None)))
        cell = _plain(cells.iloc[0])
        return Explanation(cell, tuple(self._parts(cell)))

    def _parts(self, cell: dict[str, str | int | float | bool | None]) -> Iterator[Ground]:
        agreeing = str(cell["claim_ids"] or "").split()
        yield from self._grounds(agreeing[:1], Part.CHOSEN, str(cell["document_id"]))
        yield from self._grounds(agreeing[1:], Part.AGREES)
        yield from self._grounds(str(cell["rival_claim_ids"] or "").split(), Part.RIVAL)

    def _grounds(
        self, claim_ids: Iterable[str], part: Part | None, document_id: str | None = None
    ) -> Iterator[Ground]:
        """One ground for each claim; of a claim in several captures that of ``document_id``."""
        for claim_id in claim_ids:
            rows = self._claims[self._claims["claim_id"] == claim_id]
            own = rows[rows["document_id"] == document_id]
            row = _plain((rows if own.empty else own).iloc[0])
            yield Ground(_claim(row), _sentence(row), self._page(str(row["document_id"])), part)

    def _page(self, document_id: str) -> Page:
        row = _plain(self._documents.loc[[document_id]].iloc[0])
        return Page(
            document_id=document_id,
            title=str(row["title"]),
            url=_text(row["url"]),
            published=_text(row["published"]),
            source=str(row["source_name"]),
            capture=self._archive.find(f"sha256:{document_id}"),
        )


def _the_one(wanted: str, known: pd.Series[str]) -> str:
    """The identifier that is ``wanted``, or the only one that begins so."""
    if (known == wanted).any():
        return wanted
    begin = sorted(set(known[known.str.startswith(wanted)])) if wanted else []
    if len(begin) == 1:
        return begin[0]
    if not begin:
        raise OcopError(
            f"No claim and no cell has an identifier that begins with {wanted!r}.",
            "Identifiers stand in the answers of ocop query PLACE and in outputs/.",
        )
    shown = ", ".join(begin[:CANDIDATES_SHOWN])
    more = f" and {len(begin) - CANDIDATES_SHOWN} more" if len(begin) > CANDIDATES_SHOWN else ""
    raise OcopError(
        f"{wanted!r} begins {len(begin)} identifiers: {shown}{more}.", "Give more of the one."
    )


def _plain(row: pd.Series) -> dict[str, str | int | float | bool | None]:
    """A row as Python values; what is missing is None."""
    values: dict[str, str | int | float | bool | None] = json.loads(row.to_json(force_ascii=False))
    return values


def _text(value: str | float | bool | None) -> str | None:
    return None if value is None else str(value)


def _int(value: str | float | bool | None) -> int | None:
    return None if value is None else int(value)


def _claim(row: dict[str, str | int | float | bool | None]) -> Claim:
    """A claim as the table of claims holds it; spans of its evidence stay in the table."""
    place = Place(
        level=Level(str(row["place_level"])),
        name=_text(row["place_name"]),
        regime=int(row["place_regime"] or 63),
        code=_text(row["place_code"]),
        province=_text(row["province"]),
        province_code=_text(row["province_code"]),
    )
    return Claim(
        document_id=str(row["document_id"]),
        place=place,
        count=int(row["count"] or 0),
        count_high=_int(row["count_high"]),
        comparator=Comparator(str(row["comparator"])),
        stars=tuple(int(star) for star in str(row["stars"]).split(",")),
        potential5=bool(row["potential5"]),
        kind=Kind(str(row["kind"])),
        period=_text(row["period"]),
        round=_int(row["round"]),
        as_of=_text(row["as_of"]),
        as_of_anchor=_text(row["as_of_anchor"]),
        decision=_text(row["decision"]),
        decision_date=_text(row["decision_date"]),
        part_of=_text(row["part_of"]),
        quote=Span(int(row["quote_start"] or 0), int(row["quote_end"] or 0), str(row["quote"])),
        confidence=float(row["confidence"] or 0),
        reasons=tuple(json.loads(str(row["reasons"]))),
        reader=str(row["reader"]),
        rule=str(row["rule"]),
        version=str(row["version"]),
        claim_id=str(row["claim_id"]),
    )


def _sentence(row: dict[str, str | int | float | bool | None]) -> Span | None:
    if row["sentence"] is None:
        return None
    start, text = int(row["sentence_start"] or 0), str(row["sentence"])
    return Span(start, start + len(text), text)
