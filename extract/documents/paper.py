"""From the parts that a reader of a binary format gives to a document.

Readers of PDF, scans, Word and spreadsheets give paragraphs and rows of tables whose runs
of text know their place. Here they become the text, blocks and places of a ``Document``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from extract.documents.blocks import kind_of
from extract.documents.lines import Line
from extract.documents.plain import UNKNOWN_SOURCE, complete_source, empty_issue
from extract.documents.publication import find_publication
from extract.documents.titles import find_title
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
from extract.text.normalise import normalise


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text from one place; runs of a paragraph or cell are joined by a blank."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading.

    ``kind`` is what the format itself tells (None: by its looks). ``role`` makes it
    furniture: ``header``, ``footer``, ``page_number``, ``repeated_header``, ``stamp``,
    ``sheet`` (the name of a sheet), ``member`` (the name of a file in an archive), ``note``.
    """

    runs: tuple[Run, ...]
    kind: BlockKind | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell as printed. Where it is merged, the *same* object stands in every column and row."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cell of each column, from the left. ``role`` as for a paragraph.

    Rows that follow each other are one table; ``starts`` marks the first row of a table that
    stands right below another.
    """

    cells: tuple[Cell, ...]
    role: str = ""
    starts: bool = False


Part: TypeAlias = Paragraph | Row


@dataclass(frozen=True, slots=True)
class Paper:
    """What a reader made of a payload, in reading order.

    ``issues`` need no document and no place: the document is filled in later, and ``where``
    may hold the page or sheet ("page 3"). ``encoding`` names an old encoding or "utf-8".
    """

    parts: tuple[Part, ...]
    pages: tuple[Page, ...] = ()
    issues: tuple[Issue, ...] = ()
    encoding: str = "utf-8"


def from_paper(
    paper: Paper,
    *,
    document_id: str,
    media_type: str,
    url: str | None = None,
    source: SourceInfo = UNKNOWN_SOURCE,
) -> Document:
    """Make the document of ``paper``; a paper without words gets an issue ``empty_document``."""
    bare = without_address(paper, media_type)
    return addressed(bare, document_id=document_id, url=url, source=source)


def without_address(paper: Paper, media_type: str) -> Document:
    """What the payload alone tells: a document without identity, address and publisher.

    The same payload met at two addresses gives the same one; ``addressed`` adds the rest.
    """
    writing = _Writing()
    for part in paper.parts:
        writing.add(part)
    lines = [Line(s.start, s.end, s.text, gap=True) for s in writing.spans]
    open_lines = [line for line, part in zip(lines, writing.parts, strict=True) if _is_open(part)]
    titles = {open_lines[i].start for i in find_title(open_lines)}
    issues = paper.issues
    if not lines and not issues:
        issues = (empty_issue("", ""),)
    return Document(
        id="",
        text="\n".join(line.text for line in lines),
        title=" ".join(line.text for line in lines if line.start in titles),
        published=_published(open_lines, titles),
        blocks=tuple(_blocks(writing, titles)),
        encoding=paper.encoding,
        media_type=media_type,
        issues=issues,
        placed=tuple(writing.placed),
        pages=paper.pages,
    )


def addressed(
    bare: Document, *, document_id: str, url: str | None = None, source: SourceInfo = UNKNOWN_SOURCE
) -> Document:
    """Give a document ``without_address`` its identity, address and publisher."""
    where = url or document_id
    issues = tuple(
        replace(issue, document_id=document_id, where=f"{where}, {issue.where}".rstrip(", "))
        for issue in bare.issues
    )
    closed = (BlockKind.FURNITURE, BlockKind.TABLE_ROW)
    lines = [
        Line(block.start, block.end, bare.text[block.start : block.end], gap=True)
        for block in bare.blocks
        if block.kind not in closed
    ]
    return replace(
        bare, id=document_id, url=url, source=complete_source(source, url, lines), issues=issues
    )


def characters(paper: Paper) -> int:
    """Characters of all runs; those of a merged cell count once."""
    total = 0
    seen: set[int] = set()
    for part in paper.parts:
        holders = (part,) if isinstance(part, Paragraph) else part.cells
        for holder in holders:
            if id(holder) not in seen:
                seen.add(id(holder))
                total += sum(len(run.text) for run in holder.runs)
    return total


def _is_open(part: Part) -> bool:
    """Whether a part may hold the title, the day or the publisher."""
    return isinstance(part, Paragraph) and not part.role


@dataclass(slots=True)
class _Writing:
    """The text as it grows: one line for each part that holds words."""

    parts: list[Part] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    cells: list[tuple[Span, ...]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    position: int = 0
    _printed: dict[int, Span] = field(default_factory=dict)
    _alive: list[Cell] = field(default_factory=list)

    def add(self, part: Part) -> None:
        start = self.position
        cells: tuple[Span, ...] = ()
        if isinstance(part, Paragraph):
            text = self._runs(part.runs, start)
        else:
            text, cells = self._row(part, start)
        if not text:
            return
        self.parts.append(part)
        self.spans.append(Span(start, start + len(text), text))
        self.cells.append(cells)
        self.position = start + len(text) + 1

    def _runs(self, runs: Sequence[Run], start: int) -> str:
        """The words of ``runs``, which begin at ``start``; their places are noted."""
        words: list[str] = []
        for run in runs:
            clean = one_line(run.text)
            if clean:
                self.placed.append(Placed(start, start + len(clean), run.origin))
                words.append(clean)
                start += len(clean) + 1
        return " ".join(words)

    def _row(self, row: Row, start: int) -> tuple[str, tuple[Span, ...]]:
        """A row as "cell | cell"; a merged cell is printed where it stands first."""
        printed: list[str] = []
        spans: list[Span] = []
        at = start
        for cell in row.cells:
            if id(cell) not in self._printed:
                self._alive.append(cell)  # so that no other cell gets its identity
                text = self._runs(cell.runs, at)
                self._printed[id(cell)] = Span(at, at + len(text), text) if text else _NOTHING
                if text:
                    printed.append(text)
                    at += len(text) + len(_BAR)
            spans.append(self._printed[id(cell)])
        return _BAR.join(printed), tuple(spans)


_BAR = " | "
_NOTHING = Span(0, 0, "")


def one_line(text: str) -> str:
    """``text`` in NFC on one line, without invisible characters."""
    clean = normalise(text).text
    if clean is text and "\n" not in text:  # as most texts are
        return text
    return unicodedata.normalize("NFC", " ".join(clean.split()))


def _blocks(writing: _Writing, titles: set[int]) -> Iterator[Block]:
    for part, span, cells in zip(writing.parts, writing.spans, writing.cells, strict=True):
        if part.role:
            kind = BlockKind.FURNITURE
        elif isinstance(part, Row):
            kind = BlockKind.TABLE_ROW
        elif span.start in titles:
            kind = BlockKind.TITLE
        else:
            kind = kind_of(span.text, part.kind)
        yield Block(kind, span.start, span.end, role=part.role, cells=() if part.role else cells)


def _published(lines: list[Line], titles: set[int]) -> Published | None:
    """The day that the paper bears."""
    numbers = frozenset(i for i, line in enumerate(lines) if line.start in titles)
    found = find_publication(lines, [""] * len(lines), numbers)
    return Published(found[0], FoundBy.TEXT) if found else None
