"""Builders of labelled documents and of readers that say what a test wants them to say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model import (
    Claim,
    Comparator,
    DecisionRef,
    Document,
    Kind,
    Level,
    Place,
    Reading,
    Role,
    Span,
)
from ocop.evaluate import GoldDocument, load

Record = dict[str, object]

PLACE: Record = {"level": "province", "name": "Nghệ An", "province": "Nghệ An", "regime": 63}
CLAIM: Record = {
    "place": PLACE,
    "count": 0,
    "count_high": None,
    "comparator": "exact",
    "stars": [3, 4, 5],
    "potential5": False,
    "kind": "new",
    "period": None,
    "round": None,
    "as_of": None,
    "decision": None,
}
DOCUMENT: Record = {
    "id": "doc",
    "kind": "news",
    "source": {"name": "Báo Nghệ An", "type": "newspaper", "province": "Nghệ An"},
    "published": "2022-01-28",
    "title": "Sản phẩm OCOP",
    "basis": None,
    "traps": [],
    "decisions": [],
    "claims": [],
}


def _claim(count: int, quote: str, nth: int = 0, place: Record | None = None, **changes) -> Record:
    """A claim; ``place`` changes fields of the place, ``nth`` says which printing is meant."""
    changes["place"] = {**PLACE, **(place or {})}
    return {**CLAIM, "count": count, "quote": quote, "nth": nth, **changes}


def _paper(number: str, raw: str, nth: int = 0, **changes) -> Record:
    return {"number": number, "date": None, "role": "recognition", "raw": raw, "nth": nth} | changes


def _located(record: Record, key: str, text: str) -> Record:
    start = -1
    for _ in range(record["nth"] + 1):
        start = text.index(record[key], start + 1)
    return {name: value for name, value in record.items() if name != "nth"} | {"start": start}


def _page(text: str, claims=(), decisions=(), **changes) -> Record:
    return {
        **DOCUMENT,
        "text": text,
        "claims": [_located(claim, "quote", text) for claim in claims],
        "decisions": [_located(paper, "raw", text) for paper in decisions],
        **changes,
    }


@pytest.fixture
def labels(claim) -> list[Record]:
    """What is labelled in "… có 139 sản phẩm OCOP. Phấn đấu năm 2022 công nhận thêm 60 …"."""
    return [
        claim(139, "139 sản phẩm", kind="cumulative", as_of="2022-01-28"),
        claim(60, "60 sản phẩm", kind="target", as_of="2022"),
    ]


@pytest.fixture
def claim() -> Callable[..., Record]:
    return _claim


@pytest.fixture
def paper() -> Callable[..., Record]:
    return _paper


@pytest.fixture
def page() -> Callable[..., Record]:
    return _page


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write documents (or raw lines) to a file of labels."""

    def write(*documents: Record | str, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        lines = [d if isinstance(d, str) else json.dumps(d, ensure_ascii=False) for d in documents]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def gold(write: Callable[..., Path]) -> Callable[..., list[GoldDocument]]:
    """Documents as they are after loading."""
    return lambda *documents: load([write(*documents)])


@pytest.fixture
def reader() -> Callable[..., Callable[[Document], Reading]]:
    """A reader that finds these claims and papers in every document."""

    def reader_of(claims=(), decisions=()) -> Callable[[Document], Reading]:
        def read(document: Document) -> Reading:
            found = [_located(claim, "quote", document.text) for claim in claims]
            papers = [_located(paper, "raw", document.text) for paper in decisions]
            return Reading(
                document,
                claims=tuple(_read_claim(record, document) for record in found),
                decisions=tuple(_read_paper(record, document) for record in papers),
            )

        return read

    return reader_of


def _read_claim(record: Record, document: Document) -> Claim:
    place = record["place"]
    start, quote = record["start"], record["quote"]
    return Claim(
        document_id=document.id,
        place=Place(
            Level(place["level"]), place["name"], place["regime"], province=place["province"]
        ),
        count=record["count"],
        count_high=record["count_high"],
        stars=tuple(record["stars"]),
        potential5=record["potential5"],
        kind=Kind(record["kind"]),
        comparator=Comparator(record["comparator"]),
        period=record["period"],
        round=record["round"],
        as_of=record["as_of"],
        decision=record["decision"],
        quote=Span(start, start + len(quote), quote),
        rule="by_hand",
        confidence=0.5,
    )


def _read_paper(record: Record, document: Document) -> DecisionRef:
    start, raw = record["start"], record["raw"]
    span = Span(start, start + len(raw), raw)
    return DecisionRef(record["number"], record["date"], Role(record["role"]), span)
