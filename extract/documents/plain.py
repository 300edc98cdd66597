"""Plain text, as pasted or as another format left it, to a document."""

from __future__ import annotations

from itertools import pairwise

from extract.documents.blocks import Hints, lay_out
from extract.documents.lines import Line, split_lines
from extract.documents.publishers import by_address, by_lines
from extract.model import Block, Document, FoundBy, Issue, Published, SourceInfo, Span
from extract.text.normalise import Normalised, normalise

UNKNOWN_SOURCE = SourceInfo()


def from_text(
    raw: str,
    *,
    document_id: str,
    title: str = "",
    published: str | None = None,
    source: SourceInfo = UNKNOWN_SOURCE,
    url: str | None = None,
) -> Document:
    """Read pasted text into blocks; ``Document.text`` is exactly ``normalise(raw).text``.

    Args:
        raw: the text as it came. Blocks keep their offsets in it.
        document_id: identity of the document.
        title: the title where it is known; else it is looked for in the text.
        published: day of publication (EDTF) where it is known; else it is looked for, and
            the clock of a page is never taken for it.
        source: the publisher; what it leaves open is told by address, siglum or masthead.
        url: address of the text.
    """
    normalised = normalise(raw)
    lines = list(split_lines(normalised.text))
    layout = lay_out(lines, title=title, hints=Hints(rows=_tabbed(raw, normalised, lines)))
    blocks = tuple(
        Block(
            kind=marked.kind,
            start=lines[marked.first].start,
            end=lines[marked.last].end,
            raw=normalised.to_raw(lines[marked.first].start, lines[marked.last].end),
            role=marked.role,
            cells=marked.cells,
        )
        for marked in layout.blocks
    )
    found = Published(published, FoundBy.GIVEN) if published else None
    if found is None and layout.day:
        found = Published(layout.day, FoundBy.TEXT)
    return Document(
        id=document_id,
        text=normalised.text,
        title=title or " ".join(lines[i].text for i in sorted(layout.titles)),
        published=found,
        source=complete_source(source, url, lines),
        url=url,
        blocks=blocks,
        issues=() if lines else (empty_issue(document_id, url),),
    )


def empty_issue(document_id: str, where: str | None) -> Issue:
    """The document holds no text."""
    return Issue(
        code="empty_document",
        message="The document holds no text.",
        where=where or document_id,
        advice="Look at the page: it may need a browser, or be an error page.",
        document_id=document_id,
    )


def complete_source(source: SourceInfo, url: str | None, lines: list[Line]) -> SourceInfo:
    """Fill what ``source`` leaves open from the address, else from the text itself."""
    if source.name != "unknown" and source.type != "unknown":
        return source
    found = (by_address(url) if url else None) or by_lines(lines)
    if found is None:
        return source
    return SourceInfo(
        name=source.name if source.name != "unknown" else found.name,
        type=source.type if source.type != "unknown" else found.type,
        province=source.province or (found.province if source.name == "unknown" else None),
    )


def _tabbed(raw: str, normalised: Normalised, lines: list[Line]) -> dict[int, tuple[Span, ...]]:
    """Cells of the lines that had tabs between words in the raw text."""
    if "\t" not in raw:
        return {}
    tabbed: dict[int, tuple[Span, ...]] = {}
    for index, line in enumerate(lines):
        breaks = [
            line.start + i
            for i, char in enumerate(line.text)
            if char == " "
            and "\t" in raw[slice(*normalised.to_raw(line.start + i, line.start + i + 1))]
        ]
        if breaks:
            edges = [line.start - 1, *breaks, line.end]
            tabbed[index] = tuple(Span.of(normalised.text, a + 1, b) for a, b in pairwise(edges))
    return tabbed
