"""What every table of the national room holds: columns, types, allowed values.

A ``Table`` is the one place where a column is named. Frames are built from it
(``Table.frame``), checked against it (``Table.validate``, by pandera) and described
from it (``datapackage.json``). An unknown column, value or type is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import combinations

import numpy as np
import pandas as pd
import pandera.pandas as pandera

from extract.model import Comparator, FoundBy, Kind, Level
from national.columns import ranks_of

REGIMES = (63, 34)
NATION_CODE = "VN"
NATION_NAME = "Việt Nam"


class Status(StrEnum):
    """How far a cell can be trusted.

    REVIEWED and STALE are set by releases that know verdicts and earlier releases.
    """

    REVIEWED = "reviewed"
    AUTOMATIC = "automatic"
    DISPUTED = "disputed"
    DOUBTFUL = "doubtful"
    INFERRED = "inferred"
    STALE = "stale"
    MISSING = "missing"


class Reason(StrEnum):
    """Why a claim stands outside of the national table."""

    BELOW_PROVINCE = "below_province"
    REGION = "region"
    UNKNOWN_PLACE = "unknown_place"
    UNKNOWN_TIME = "unknown_time"
    UNREADABLE_TIME = "unreadable_time"
    PART_OF_ITS_TOTAL = "part_of_its_total"


class UnfitTableError(ValueError):
    """A frame does not fit its table; the message names column, fault and example."""


@dataclass(frozen=True)
class Column:
    """One column: pandas ``dtype`` (text is ``str``), meaning, and what may be missing.

    ``allowed`` lists the only values that the column may hold (None: any).
    """

    name: str
    dtype: str
    about: str
    nullable: bool = False
    allowed: tuple[str | int, ...] | None = None

    def check(self) -> pandera.Column:
        """The pandera form of this column."""
        checks = [] if self.allowed is None else [pandera.Check.isin(self.allowed)]
        return pandera.Column(self.dtype, checks=checks, nullable=self.nullable)


@dataclass(frozen=True)
class Table:
    """A named list of columns; ``key`` is unique and gives the stable order of rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = field(default=())

    @cached_property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    @cached_property
    def _checks(self) -> pandera.DataFrameSchema:
        columns = {column.name: column.check() for column in self.columns}
        return pandera.DataFrameSchema(columns, strict=True, ordered=True, name=self.name)

    def frame(self, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
        """A typed frame of ``rows``, each with one value per column, in order."""
        values = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        return self.typed(dict(zip(self.names, values, strict=True)))

    def typed(self, values: Mapping[str, Iterable[object]]) -> pd.DataFrame:
        """A typed frame of the ``values`` of every column; None is missing."""
        return pd.DataFrame(
            {
                column.name: pd.Series(list(values[column.name]), dtype=column.dtype)
                for column in self.columns
            }
        )

    def validate(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return ``frame`` unchanged, or say what does not fit.

        Raises:
            UnfitTableError: a column is missing, unknown or of another type, a value is not
                allowed, or the key is not unique.
        """
        try:
            self._checks.validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as error:
            raise UnfitTableError(self._fault(error.failure_cases)) from error
        if self.key and frame.duplicated(list(self.key)).any():
            twice = frame.loc[frame.duplicated(list(self.key)), list(self.key)].iloc[0]
            raise UnfitTableError(f"Table {self.name}: key {dict(twice)} stands more than once.")
        return frame

    def _fault(self, cases: pd.DataFrame) -> str:
        first = cases.iloc[0]
        where = "" if pd.isna(first["column"]) else f" column {first['column']},"
        return (
            f"Table {self.name}:{where} {first['check']}: found {first['failure_case']!r} "
            f"({len(cases)} faults in all). Known columns: {', '.join(self.names)}."
        )

    def sort(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows in the order of the key; no copy if they already are."""
        order = np.lexsort([ranks_of(frame[name]) for name in reversed(self.key)])
        in_order = np.array_equal(order, np.arange(len(frame)))
        return (frame if in_order else frame.iloc[order]).reset_index(drop=True)


def text(name: str, about: str, *, nullable: bool = False, of: Iterable[str] = ()) -> Column:
    """A column of text; ``of`` are the only values that it may hold."""
    return Column(name, "str", about, nullable, tuple(map(str, of)) or None)


def maybe(name: str, about: str, of: Iterable[str] = ()) -> Column:
    """A column of text that may be missing."""
    return text(name, about, nullable=True, of=of)


def number(name: str, about: str, *, nullable: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, "Int64" if nullable else "int64", about, nullable)


def star_sets() -> tuple[str, ...]:
    """Every star set as a table writes it, such as ``3`` and ``3,4,5``."""
    return tuple(",".join(s) for n in range(1, 6) for s in combinations("12345", n))


CLAIMS = Table(
    "claims",
    "One row for each statement that N OCOP products have some standing in some place.",
    (
        text("claim_id", "Hash of the meaning, the sentence and the words of the document"),
        text("document_id", "The document that makes the claim"),
        text("place_level", "Administrative level of the place", of=list(Level)),
        maybe("place_name", "Bare name of the place; missing when nobody names it"),
        maybe("place_code", "GSO code of the place in the map of place_regime"),
        Column("place_regime", "int64", "Map: 63 or 34 provinces", allowed=REGIMES),
        maybe("province", "Province in which the place lies"),
        maybe("province_code", "GSO code of that province in the map of place_regime"),
        number("count", "Number of products as printed"),
        number("count_high", "Upper end of a printed range", nullable=True),
        text("comparator", "How the printed number relates to the true", of=list(Comparator)),
        text("stars", "Star classes that the number covers", of=star_sets()),
        Column("potential5", "bool", "Proposed for 5 stars, not yet recognised nationally"),
        text("kind", "Standing of the products", of=list(Kind)),
        maybe("period", "Assessment period (EDTF)"),
        number("round", "Round (đợt) of the period", nullable=True),
        maybe("as_of", "Time for which the number holds (EDTF)"),
        maybe("as_of_anchor", "What gave as_of: text, decision, publication, period"),
        maybe("decision", "Number of the recognising decision tied to the count"),
        maybe("decision_date", "Date of that decision (EDTF)"),
        maybe("part_of", "claim_id of the total that this number is a part of"),
        text("quote", "Shortest run of text with the number"),
        number("quote_start", "Offset of the quote in the document, in code points"),
        number("quote_end", "End of the quote (exclusive)"),
        maybe("sentence", "The sentence that makes the claim"),
        number("sentence_start", "Offset of the sentence in the document", nullable=True),
        text("evidence", "W3C Web Annotation selectors by role (JSON)"),
        Column("confidence", "float64", "Probability that the claim is read rightly"),
        text("reasons", "Named grounds for the reading or for doubt (JSON list)"),
        text("reader", "Which reader made the claim: rules, ner or table"),
        text("rule", "Identifier of the rule"),
        text("version", "Version of the extractor"),
    ),
    key=("claim_id", "document_id", "quote_start"),
)

DOCUMENTS = Table(
    "documents",
    "One row for each document that was read, with the archived capture that holds it.",
    (
        text("document_id", "SHA-256 of the payload, or the caller's own identifier"),
        maybe("url", "Address of the page"),
        text("title", "Title as printed"),
        maybe("published", "Publication date (EDTF)"),
        maybe("published_found_by", "How that date was found", of=list(FoundBy)),
        text("source_name", "Who published it"),
        text("source_type", "newspaper, portal, department, ntm_office …"),
        maybe("source_province", "Province of the publisher"),
        text("media_type", "Media type of the payload"),
        text("encoding", "Character encoding of the payload"),
        maybe("digest", "SHA-256 of the payload"),
        maybe("warc", "Name of the WARC file with the capture"),
        number("offset", "Byte offset of the record in the WARC file", nullable=True),
        text("content_digest", "Digest of the words: equal for copies of one article"),
        number("n_claims", "Claims read from the document"),
        number("n_issues", "Issues met in the document"),
    ),
    key=("document_id",),
)

ISSUES = Table(
    "issues",
    "What was met and not understood; published, never swallowed.",
    (
        text("code", "Stable name of the kind of issue"),
        text("message", "What was wrong"),
        text("where", "File, address or span"),
        text("advice", "What a person should do"),
        maybe("document_id", "The document in which it was met"),
        number("start", "Offset in the document", nullable=True),
        number("end", "End in the document (exclusive)", nullable=True),
        maybe("text", "The words at that place"),
    ),
)

CELLS = Table(
    "cells",
    "One row for each place, series, star class and time: a value chosen from claims.",
    (
        text("cell_id", "regime.province_code.series.time[.rN].star_class; + is up, / is _"),
        Column("regime", "int64", "Map: 63 or 34 provinces", allowed=REGIMES),
        text("province_code", "GSO code in that map, VN for the nation"),
        text("province", "Bare name of the province, Việt Nam for the nation"),
        text("series", "Official series; different series are never added or compared"),
        Column("result", "bool", "Whether the series counts recognised products"),
        text("star_class", "3+ (total), 5, potential5, 4, 3, and other printed sets"),
        maybe("time", "Period of a flow, as_of of a stock or target (EDTF)"),
        number("round", "Round (đợt) of a flow", nullable=True),
        maybe("period", "Assessment period of the chosen claim (EDTF)"),
        maybe("as_of", "Time for which the chosen claim holds (EDTF)"),
        number("value", "Number of products; missing when no claim gives one", nullable=True),
        number("value_high", "Upper end of a printed range", nullable=True),
        maybe("comparator", "How the value relates to the true number", of=list(Comparator)),
        text("status", "How far the value can be trusted", of=list(Status)),
        number("n_claims", "Claims on this cell, rivals included"),
        number("n_sources", "Independent sources of the value; copies count once"),
        maybe("decision", "Recognising decision of the chosen claim"),
        maybe("decision_date", "Date of that decision (EDTF)"),
        Column("confidence", "float64", "Confidence of the chosen claim", nullable=True),
        maybe("claim_id", "The chosen claim"),
        maybe("document_id", "The document of the chosen claim"),
        maybe("claim_ids", "Claims that agree with the value, chosen first (blank-separated)"),
        maybe("rival_values", "Other values that are claimed, best first (; between them)"),
        maybe("rival_claim_ids", "Claims of those values (blank-separated)"),
    ),
    key=("cell_id",),
)

LEFT_OUT = Table(
    "left_out",
    "Claims outside of the national table, each with the reason.",
    (
        text("claim_id", "The claim"),
        text("document_id", "Its document"),
        number("quote_start", "Offset of the quote in the document"),
        text("reason", "Why it stands outside", of=list(Reason)),
        Column("for_review", "bool", "Whether an analyst could bring it in"),
        text("place_level", "Level of the place", of=list(Level)),
        maybe("place_name", "Name of the place"),
        maybe("province", "Province of the place"),
        text("kind", "Standing of the products", of=list(Kind)),
        number("count", "Number as printed"),
        text("quote", "Shortest run of text with the number"),
    ),
    key=("claim_id", "document_id", "quote_start"),
)
