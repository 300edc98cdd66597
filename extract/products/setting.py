"""What a row is read from: its cells by what they hold, and what holds for the whole list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Act, Decision, Document, Evidence, Kind, Level, Span
from extract.products.addresses import Home
from extract.products.classes import BANDS_SINCE, is_marked
from extract.products.columns import Column, Holds
from extract.products.standings import OF_ACT
from extract.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every row of a list: its document, paper, home and usual standing.

    ``failed``: the list names what a paper that recognises others does not recognise.
    """

    document: Document
    paper: Decision | None
    home: Home
    act: Act
    failed: bool = False

    @property
    def standing(self) -> Kind:
        """What a row gets that says nothing of its standing."""
        if self.failed:
            return Kind.ASSESSED
        return OF_ACT.get(self.act, Kind.CUMULATIVE)

    @property
    def recognises(self) -> bool:
        """Whether rows may be new, re-recognised or upgraded by this paper."""
        return self.act is Act.RECOGNISES and not self.failed

    @property
    def gives_five(self) -> bool:
        """Whether the paper itself can give five stars: the nation, or anybody before 1048."""
        issuer = self.paper.issuer if self.paper else None
        if issuer is None or issuer.place.level is Level.NATION:
            return True
        return bool(self.home.date and self.home.date < BANDS_SINCE)


@dataclass(slots=True)
class Cells:
    """The cells of a row by what they hold; empty ones are left out."""

    columns: Sequence[Column | None]
    cells: Sequence[Span]
    by: dict[Holds, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column, cell in zip(self.columns, self.cells, strict=False):
            if column is None or column.again or not cell.text.strip(" -–."):
                continue
            self.by.setdefault(column.holds, cell)

    def folded(self, holds: Holds) -> str:
        """The folded words of the cell, or nothing."""
        cell = self.by.get(holds)
        return fold(cell.text).strip() if cell else ""

    @property
    def contradicted(self) -> bool:
        """Whether a second column of one title holds something else: which holds is not told."""
        return any(
            column is not None
            and column.again
            and bool(cell.text.strip(" -–."))
            and fold(cell.text).split() != self.folded(column.holds).split()
            for column, cell in zip(self.columns, self.cells, strict=False)
        )

    def marks(self, holds: Holds) -> list[tuple[Column, Span]]:
        """The marked columns of this sort."""
        return [
            (column, cell)
            for column, cell in zip(self.columns, self.cells, strict=False)
            if column is not None and column.holds is holds and is_marked(fold(cell.text))
        ]


@dataclass(slots=True)
class Draft:
    """A row as it is read: evidence and doubts grow."""

    evidence: list[Evidence] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def note(self, role: str, span: Span | None) -> None:
        """Keep what supports a part of the row."""
        if span is not None and span.text:
            self.evidence.append(Evidence(role, span))

    def doubt(self, name: str) -> None:
        """Keep a doubt, once."""
        if name not in self.doubts:
            self.doubts.append(name)
