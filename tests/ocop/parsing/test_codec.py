"""Documents come back from JSON as they went, and nothing else comes back at all."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import (
    Block,
    BlockKind,
    Document,
    FoundBy,
    Issue,
    Origin,
    Page,
    Placed,
    Published,
    SourceInfo,
    Span,
)
from ocop.parsing import codec

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 10**6)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))

    def run() -> tuple[int, int]:
        start = draw(st.integers(0, len(text)))
        return start, draw(st.integers(start, len(text)))

    cells = [Span.of(text, *run()) for _ in range(draw(st.integers(0, 4)))]
    rows = st.lists(st.sampled_from(cells), max_size=4) if cells else st.just([])
    origins = st.builds(
        Origin,
        maybe(counts),
        maybe(st.tuples(numbers, numbers, numbers, numbers)),
        maybe(texts),
        maybe(texts),
        maybe(counts),
        maybe(texts),
        maybe(numbers),
    )
    issue = st.builds(
        Issue, texts, texts, texts, texts, maybe(texts), maybe(st.sampled_from(cells or [None]))
    )
    page = st.builds(Page, counts, numbers, numbers, texts, maybe(texts))
    few = st.integers(0, 3)
    return Document(
        id=draw(texts),
        text=text,
        title=draw(texts),
        published=draw(maybe(st.builds(Published, texts, st.sampled_from(FoundBy)))),
        source=draw(st.builds(SourceInfo, texts, texts, maybe(texts))),
        url=draw(maybe(texts)),
        blocks=tuple(
            Block(
                draw(st.sampled_from(BlockKind)),
                *run(),
                draw(maybe(st.tuples(counts, counts))),
                draw(texts),
                tuple(draw(rows)),
            )
            for _ in range(draw(few))
        ),
        encoding=draw(texts),
        media_type=draw(texts),
        issues=tuple(draw(st.lists(issue, max_size=3))),
        placed=tuple(Placed(*run(), draw(origins)) for _ in range(draw(few))),
        pages=tuple(draw(st.lists(page, max_size=3))),
    )


@settings(max_examples=150, deadline=None)
@given(documents())
def test_every_document_comes_back_as_it_went(document: Document) -> None:
    there = codec.encode(document)
    back = codec.decode(there)
    assert back == document
    assert codec.encode(back) == there


def test_a_merged_cell_is_one_object_again() -> None:
    cell, other = Span(0, 3, "Vải"), Span(6, 7, "3")
    rows = tuple(
        Block(BlockKind.TABLE_ROW, 0, 7, cells=cells)
        for cells in ((cell, other), (cell, cell), (Span(0, 3, "Vải"),))
    )
    first, second, third = codec.decode(codec.encode(Document("a", "Vải | 3", blocks=rows))).blocks
    assert first.cells[0] is second.cells[0] is second.cells[1]
    assert third.cells[0] == first.cells[0]
    assert third.cells[0] is not first.cells[0]


def record(**changes: object) -> bytes:
    origin = Origin(page=1, box=(1.0, 2.0, 3.0, 4.0))
    document = Document(
        "a",
        "Vải",
        blocks=(Block(BlockKind.TABLE_ROW, 0, 3, cells=(Span(0, 3, "Vải"),)),),
        issues=(Issue("x", "y"),),
        placed=(Placed(0, 3, origin),),
        pages=(Page(1, 595.0, 842.0),),
    )
    return json.dumps({**json.loads(codec.encode(document)), **changes}).encode()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b"}",
        pickle.dumps(Document("a", "")),
        record(text=7),
        record(text="\ud800"),
        record(url=["http://a.vn"]),
        record(blocks=[["table_row", 0, 4, None, "", []]]),
        record(blocks=[["table_row", 2, 1, None, "", []]]),
        record(blocks=[["table_row", -1, 1, None, "", []]]),
        record(blocks=[["table_row", 0, 1.5, None, "", []]]),
        record(blocks=[["table_row", 0, True, None, "", []]]),
        record(blocks=[["table_row", 0, 1, None, "", [1]]]),
        record(blocks=[["table_row", 0, 1, None, "", [-1]]]),
        record(blocks=[["no kind", 0, 1, None, "", []]]),
        record(blocks=[["table_row", 0, 1]]),
        record(placed=[[0, 1, 1]]),
        record(placed=[[0, 1, -1]]),
        record(origins=[[1, [1, 2, 3], None, None, None, None, None]]),
        record(origins=[[1, [1, 2, 3, float("inf")], None, None, None, None, None]]),
        record(pages=[["1", 2.0, 3.0, "text", None]]),
        record(published=["2020", "by magic"]),
        record(spans="0"),
        record(issues={"x": 1}),
    ],
)
def test_what_is_no_document_is_refused(payload: bytes) -> None:
    with pytest.raises(codec.BadDocumentError):
        codec.decode(payload)


def test_a_place_that_is_no_number_is_not_written() -> None:
    page = Page(1, float("nan"), 1.0)
    with pytest.raises(ValueError, match="not JSON compliant"):
        codec.encode(Document("a", "", pages=(page,)))
