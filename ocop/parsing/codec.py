"""A document as JSON and back: what a child process answers, and what is kept of it.

The bytes come from a process that read what a stranger made, so nothing of them is
believed: every type and offset is checked, and code never comes out of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import isfinite
from typing import TypeAlias, TypeVar

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

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
T = TypeVar("T")


class BadDocumentError(ValueError):
    """Bytes that are no document."""


# There ----------------------------------------------------------------------


def encode(document: Document) -> bytes:
    """The document as UTF-8 JSON.

    Spans and origins stand in tables of their own and are named by their number, so that
    the cell which stands in many rows is one object again after ``decode``.

    Raises:
        ValueError: a place is not a finite number, or the text holds half a character.
    """
    spans = _Numbered()
    origins: dict[Origin, int] = {}
    record: dict[str, Json] = {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "encoding": document.encoding,
        "media_type": document.media_type,
        "published": _published_out(document.published),
        "source": [document.source.name, document.source.type, document.source.province],
        "blocks": [_block_out(block, spans) for block in document.blocks],
        "issues": [_issue_out(issue, spans) for issue in document.issues],
        "placed": [
            [run.start, run.end, origins.setdefault(run.origin, len(origins))]
            for run in document.placed
        ],
        "pages": [[p.number, p.width, p.height, p.read_by, p.member] for p in document.pages],
        "origins": [_origin_out(origin) for origin in origins],
        "spans": [[span.start, span.end, span.text] for span in spans.spans],
    }
    if all(document.text[span.start : span.end] == span.text for span in spans.spans):
        record["spans"] = [[span.start, span.end] for span in spans.spans]
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


class _Numbered:
    """Spans in the order in which they were first met, each object once."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._numbers: dict[int, int] = {}

    def number(self, span: Span) -> int:
        if id(span) not in self._numbers:
            self._numbers[id(span)] = len(self.spans)
            self.spans.append(span)
        return self._numbers[id(span)]


def _published_out(published: Published | None) -> Json:
    return None if published is None else [published.date, published.found_by.value]


def _block_out(block: Block, spans: _Numbered) -> Json:
    return [
        block.kind.value,
        block.start,
        block.end,
        None if block.raw is None else [*block.raw],
        block.role,
        [spans.number(cell) for cell in block.cells],
    ]


def _issue_out(issue: Issue, spans: _Numbered) -> Json:
    words: list[Json] = [
        issue.code,
        issue.message,
        issue.where,
        issue.advice,
        issue.document_id,
    ]
    return [*words, None if issue.span is None else spans.number(issue.span)]


def _origin_out(origin: Origin) -> Json:
    box: Json = None if origin.box is None else [*origin.box]
    places: list[Json] = [origin.page, box, origin.sheet, origin.cell, origin.paragraph]
    return [*places, origin.member, origin.ocr]


# And back -------------------------------------------------------------------


def decode(payload: bytes) -> Document:
    """The document that ``encode`` made JSON of.

    Raises:
        BadDocumentError: it did not: a type, an offset or a name is wrong.
    """
    try:
        record = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise BadDocumentError(f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadDocumentError("no JSON object")
    try:
        return _document(record)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise BadDocumentError(f"no document: {error!r:.200}") from error


def _document(record: Mapping[str, Json]) -> Document:
    text = _text(record["text"])
    spans = [_span(one, text) for one in _list(record["spans"])]
    origins = [_origin(one) for one in _list(record["origins"])]
    return Document(
        id=_text(record["id"]),
        text=text,
        title=_text(record["title"]),
        published=_maybe(_published, record["published"]),
        source=_source(record["source"]),
        url=_maybe(_text, record["url"]),
        blocks=tuple(_block(one, len(text), spans) for one in _list(record["blocks"])),
        encoding=_text(record["encoding"]),
        media_type=_text(record["media_type"]),
        issues=tuple(_issue(one, spans) for one in _list(record["issues"])),
        placed=tuple(_placed(one, len(text), origins) for one in _list(record["placed"])),
        pages=tuple(_page(one) for one in _list(record["pages"])),
    )


def _span(value: Json, text: str) -> Span:
    start, end, *printed = _list(value)
    first, last = _range(start, end, len(text))
    if not printed:
        return Span.of(text, first, last)
    (words,) = printed
    return Span(first, last, _text(words))


def _published(value: Json) -> Published:
    date, found_by = _list(value)
    return Published(_text(date), FoundBy(_text(found_by)))


def _source(value: Json) -> SourceInfo:
    name, kind, province = _list(value)
    return SourceInfo(_text(name), _text(kind), _maybe(_text, province))


def _block(value: Json, size: int, spans: list[Span]) -> Block:
    kind, start, end, raw, role, cells = _list(value)
    first, last = _range(start, end, size)
    return Block(
        BlockKind(_text(kind)),
        first,
        last,
        _maybe(_raw, raw),
        _text(role),
        tuple(spans[_index(cell)] for cell in _list(cells)),
    )


def _raw(value: Json) -> tuple[int, int]:
    start, end = _list(value)
    return _whole(start), _whole(end)


def _issue(value: Json, spans: list[Span]) -> Issue:
    code, message, where, advice, document_id, span = _list(value)
    return Issue(
        _text(code),
        _text(message),
        _text(where),
        _text(advice),
        _maybe(_text, document_id),
        None if span is None else spans[_index(span)],
    )


def _origin(value: Json) -> Origin:
    page, box, sheet, cell, paragraph, member, ocr = _list(value)
    return Origin(
        _maybe(_whole, page),
        _maybe(_box, box),
        _maybe(_text, sheet),
        _maybe(_text, cell),
        _maybe(_whole, paragraph),
        _maybe(_text, member),
        _maybe(_number, ocr),
    )


def _box(value: Json) -> tuple[float, float, float, float]:
    left, top, right, bottom = map(_number, _list(value))
    return left, top, right, bottom


def _placed(value: Json, size: int, origins: list[Origin]) -> Placed:
    start, end, origin = _list(value)
    first, last = _range(start, end, size)
    return Placed(first, last, origins[_index(origin)])


def _page(value: Json) -> Page:
    number, width, height, read_by, member = _list(value)
    return Page(
        _whole(number), _number(width), _number(height), _text(read_by), _maybe(_text, member)
    )


def _maybe(read: Callable[[Json], T], value: Json) -> T | None:
    return None if value is None else read(value)


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("a list is wanted")
    return value


def _text(value: Json) -> str:
    """A string that can be written again: none with half a surrogate pair."""
    if not isinstance(value, str):
        raise TypeError("a string is wanted")
    if not value.isascii():
        value.encode()
    return value


def _whole(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a whole number is wanted")
    return value


def _index(value: Json) -> int:
    number = _whole(value)
    if number < 0:
        raise IndexError("numbers of a table begin at 0")
    return number


def _number(value: Json) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise TypeError("a number is wanted")
    return value


def _range(start: Json, end: Json, size: int) -> tuple[int, int]:
    first, last = _whole(start), _whole(end)
    if not 0 <= first <= last <= size:
        raise IndexError(f"[{first}, {last}) is outside of the text")
    return first, last
