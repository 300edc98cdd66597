"""Documents and claims for the tests of the national room."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pandas as pd
import pytest

from extract.model import (
    Act,
    Block,
    BlockKind,
    Claim,
    Comparator,
    Decision,
    Document,
    Evidence,
    FoundBy,
    Issue,
    Issuer,
    Kind,
    Level,
    Origin,
    Place,
    Placed,
    Product,
    Published,
    Reading,
    SourceInfo,
    Span,
)
from extract.places.gazetteer import gazetteer
from national.choose import Choice, choose
from national.decisions import decisions_frame, tie
from national.export import National
from national.frames import claims_frame, documents_frame, issues_frame
from national.history import with_history
from national.papers import papers_frame, rows_frame

NATION = Place(Level.NATION, "Việt Nam", printed="cả nước")


@dataclass
class Desk:
    """Collects claims, one document each unless told otherwise, and compiles them."""

    readings: list[Reading] = field(default_factory=list)

    def place(self, name: str, regime: int = 63) -> Place:
        unit = gazetteer().province(name, regime)
        assert unit is not None
        return unit.place()

    def add(
        self,
        count: int,
        place: str | Place = "Nghệ An",
        kind: Kind = Kind.CUMULATIVE,
        *,
        regime: int = 63,
        stars: tuple[int, ...] = (3, 4, 5),
        as_of: str | None = "2022-12-31",
        confidence: float = 0.9,
        published: str = "2023-01-05",
        sentence: str | None = None,
        document: str | None = None,
        words: str | None = None,
        **more: object,
    ) -> Claim:
        """Add a claim in a document of its own; ``words`` make documents copies."""
        number = len(self.readings)
        told = sentence or f"Bài {number}: có {count} sản phẩm OCOP."
        text = told if words is None else f"{told}\n{words}"
        if words is not None:
            text = words if told in words else text
        start = text.index(str(count)) if str(count) in text else 0
        quote = Span.of(text, start, start + len(str(count)))
        claim = Claim(
            document_id=document or f"d{number:05d}",
            place=place if isinstance(place, Place) else self.place(place, regime),
            count=count,
            stars=stars,
            kind=kind,
            as_of=as_of,
            quote=quote,
            evidence=(
                Evidence("number", quote),
                Evidence("sentence", Span.of(text, text.index(told), text.index(told) + len(told))),
            ),
            confidence=confidence,
            rule="test",
            version="0",
        )
        claim = replace(claim, **more)  # type: ignore[arg-type]
        page = Document(
            id=claim.document_id,
            text=text,
            title=f"Bài {number}",
            published=Published(published, FoundBy.META),
            source=SourceInfo("Báo Thử", "newspaper"),
            url=f"https://bao.example/{number}.html",
            blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        )
        claim = replace(claim, claim_id=claim.digest(told, page.content_digest()))
        self.readings.append(Reading(page, claims=(claim,)))
        return claim

    def paper(
        self,
        number: str | None = "1234/QĐ-UBND",
        date: str | None = "2022-05-20",
        place: str | Place = "Nghệ An",
        act: Act = Act.RECOGNISES,
        *,
        rows: tuple[Product, ...] = (),
        period: str | None = None,
        turn: int | None = None,
        regime: int = 63,
    ) -> str:
        """Add a document that is an official paper; returns its identifier."""
        unit = place if isinstance(place, Place) else self.place(place, regime)
        name = f"p{len(self.readings):05d}"
        text = "\n".join((f"Quyết định {number}", *(row.name for row in rows)))
        page = Document(
            id=name,
            text=text,
            blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
            placed=(Placed(0, len(text), Origin(page=2, box=(72, 100, 272, 114))),),
        )
        decision = Decision(
            "QĐ", act, number, date, Issuer("UBND", unit), period=period, round=turn
        )
        given = tuple(
            replace(row, document_id=name, row=i, decision=number, decision_date=date)
            for i, row in enumerate(rows, 1)
        )
        self.readings.append(Reading(page, decision=decision, products=given))
        return name

    @property
    def rows(self) -> pd.DataFrame:
        return rows_frame(self.readings)

    @property
    def papers(self) -> pd.DataFrame:
        return papers_frame(self.readings)

    @property
    def decisions(self) -> pd.DataFrame:
        return decisions_frame(self.claims, self.papers, self.rows, tie(self.claims, self.papers))

    @property
    def products(self) -> pd.DataFrame:
        return with_history(self.rows, self.papers)

    def national(
        self,
        claims: pd.DataFrame | None = None,
        documents: pd.DataFrame | None = None,
        issues: tuple[Issue, ...] = (),
        inputs: dict[str, str] | None = None,
    ) -> National:
        claims = self.claims if claims is None else claims
        documents = self.documents if documents is None else documents
        return National(
            choice=choose(claims, documents),
            claims=claims,
            documents=documents,
            issues=issues_frame([], issues),
            products=self.products,
            papers=self.papers,
            decisions=self.decisions,
            inputs=inputs or {},
        )

    @property
    def claims(self) -> pd.DataFrame:
        return claims_frame(self.readings)

    @property
    def documents(self) -> pd.DataFrame:
        return documents_frame(self.readings)

    def choose(self, **how: float) -> Choice:
        return choose(self.claims, self.documents, **how)

    def cells(self) -> pd.DataFrame:
        """Cells that have a value."""
        cells = self.choose().cells
        return cells[cells["value"].notna()].reset_index(drop=True)

    def cell(self) -> pd.Series:
        """The only cell that has a value."""
        cells = self.cells()
        assert len(cells) == 1, cells["cell_id"].tolist()
        return cells.iloc[0]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def crowd() -> Callable[[int, int], Desk]:
    """A desk with ``n`` claims drawn at random (by seed), many of them on one cell."""

    def gather(n: int, seed: int) -> Desk:
        draw = random.Random(seed)
        desk = Desk()
        names = ["Nghệ An", "Ninh Bình", "Hà Nội", "Tuyên Quang", "Khánh Hòa"]
        for _ in range(n):
            regime = draw.choice((63, 34))
            unit = desk.place(draw.choice(names), regime)
            desk.add(
                draw.choice((40, 41, 120, 126, 300)),
                draw.choice((unit, unit, unit, NATION, replace(unit, level=Level.DISTRICT))),
                draw.choice(list(Kind)),
                stars=draw.choice(((3, 4, 5), (3,), (4,), (5,), (3, 4))),
                as_of=draw.choice(("2022", "2022-12-31", "2025-10", None)),
                confidence=draw.choice((0.2, 0.6, 0.9, 0.9)),
                published=draw.choice(("2023-01-05", "2025-11-02")),
                period=draw.choice((None, "2021", "2018/2020")),
                round=draw.choice((None, None, 1, 2)),
                decision=draw.choice((None, None, "279/QĐ-UBND")),
                comparator=draw.choice((Comparator.EXACT, Comparator.MORE_THAN)),
                potential5=draw.random() < 0.1,
                words=draw.choice((None, None, "Tin của thông tấn xã: 40 41 120 126 300.")),
            )
        return desk

    return gather
