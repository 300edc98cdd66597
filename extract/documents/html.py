"""HTML to a document: blocks with their place in the source, furniture labelled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from resiliparse.extract.html2text import extract_plain_text

from extract.documents.blocks import Hints, Layout, lay_out
from extract.documents.datelines import Strength, read_date_line
from extract.documents.legacy.issues import legacy_issues
from extract.documents.legacy.pages import modernise_page
from extract.documents.lines import Line, is_prose
from extract.documents.markup import mark_offsets, parse_marked
from extract.documents.metadata import (
    PageMetadata,
    choose_published,
    day_of_address,
    parse_day,
    read_metadata,
)
from extract.documents.page import PageLine, PageReader
from extract.documents.plain import UNKNOWN_SOURCE, complete_source, empty_issue
from extract.documents.publishers import by_name
from extract.documents.survey import Survey, survey_page
from extract.model import Block, BlockKind, Document, FoundBy, Issue, SourceInfo, Span

_LETTERS = re.compile(r"[\W_]+")
_PREFIX = 40
_KEPT_OUTSIDE = frozenset({BlockKind.LEAD, BlockKind.TITLE, BlockKind.DATELINE})
_TELLING = re.compile(r"\d.{0,40}(?:sản phẩm|ocop)", re.IGNORECASE)


def from_html(
    source: str,
    *,
    document_id: str,
    url: str | None = None,
    publisher: SourceInfo = UNKNOWN_SOURCE,
    encoding: str = "utf-8",
) -> Document:
    """Read a page. ``Block.raw`` are code-point offsets in ``source``.

    What no reader sees (scripts, hidden elements) is not in the text; what is not the
    article (menus, related boxes, comments) is, as furniture with a role. The cells of a
    table row that span rows or columns point at where they are printed. Text in an encoding
    from before Unicode is converted, cut-up words are joined; issues say so.
    """
    where = url or document_id
    marked = mark_offsets(source)
    root = parse_marked(marked)
    if root is None:
        return _empty(document_id, url, publisher, encoding)
    modernised = modernise_page(root, source)
    if modernised:
        marked = etree.tostring(root, encoding="unicode", method="html")
    metadata = read_metadata(root)
    survey = survey_page(root, metadata.title)
    reader = PageReader(survey, len(source))
    page = reader.read(root)
    if not page:
        return _empty(document_id, url, publisher, encoding)
    text, lines = _join(page)
    title = survey.title or metadata.title
    layout = lay_out(lines, title=title, hints=_hints(page, lines, survey, marked, text))
    days = _days(metadata, survey, layout, url)
    published, issues = choose_published(days, document_id=document_id, where=where)
    content = [lines[block.first] for block in layout.blocks if not block.role]
    return Document(
        id=document_id,
        text=text,
        title=title or " ".join(lines[i].text for i in sorted(layout.titles)),
        published=published,
        source=_publisher(publisher, metadata, url, content),
        url=url,
        blocks=tuple(_blocks(layout, lines, page)),
        encoding=modernised.encoding or encoding,
        media_type="text/html",
        issues=(
            *issues,
            *_hidden_issues(reader.hidden, document_id, where),
            *legacy_issues(modernised, document_id, where),
        ),
    )


def _empty(document_id: str, url: str | None, publisher: SourceInfo, encoding: str) -> Document:
    return Document(
        id=document_id,
        text="",
        source=complete_source(publisher, url, []),
        url=url,
        encoding=encoding,
        media_type="text/html",
        issues=(empty_issue(document_id, url),),
    )


def _join(page: Sequence[PageLine]) -> tuple[str, list[Line]]:
    """The text of the document and its lines; a new block is like a blank line above."""
    lines: list[Line] = []
    position = 0
    for line in page:
        end = position + len(line.text)
        lines.append(Line(position, end, line.text, gap=not line.goes_on))
        position = end + 1
    return "\n".join(line.text for line in page), lines


def _blocks(layout: Layout, lines: Sequence[Line], page: Sequence[PageLine]) -> list[Block]:
    return [
        Block(
            kind=block.kind,
            start=lines[block.first].start,
            end=lines[block.last].end,
            raw=(page[block.first].raw[0], page[block.last].raw[1]),
            role=block.role,
            cells=block.cells,
        )
        for block in layout.blocks
    ]


# ── What the markup tells the layout ─────────────────────────────────────────────────


def _hints(
    page: Sequence[PageLine], lines: Sequence[Line], survey: Survey, marked: str, text: str
) -> Hints:
    around = _roles_around_body(page) if survey.sure else _roles_by_main_content(page, marked)
    linked = frozenset(i for i, line in enumerate(page) if line.linked)
    boxes = dict.fromkeys(_link_lists(page, linked), "related")
    rows = {i: _cells(line, lines, text) for i, line in enumerate(page) if line.cells}
    kinds = {i: line.kind for i, line in enumerate(page) if line.kind is not None}
    return Hints(roles={**boxes, **around}, kinds=kinds, rows=rows, linked=linked)


def _cells(row: PageLine, lines: Sequence[Line], text: str) -> tuple[Span, ...]:
    """Cell spans of a row; empty rows are no lines, so a cell of theirs stands nowhere."""
    return tuple(
        Span.of(text, lines[at].start + start, lines[at].start + end)
        if start < end
        else Span(0, 0, "")
        for at, start, end in row.cells
    )


def _roles_around_body(page: Sequence[PageLine]) -> dict[int, str]:
    """Outside of a body that is sure, only title, lead and date line are the article's."""
    body = [i for i, line in enumerate(page) if line.in_body]
    titles = [i for i, line in enumerate(page) if line.kind is BlockKind.TITLE]
    first = min(titles + body[:1], default=0)
    last = max(body, default=0)
    roles: dict[int, str] = {}
    for i, line in enumerate(page):
        if line.role:
            roles[i] = line.role
        elif line.in_body or (first - 2 <= i <= last and _belongs(line)):
            continue
        else:
            roles[i] = "outside"
    return roles


def _belongs(line: PageLine) -> bool:
    if line.kind in _KEPT_OUTSIDE or is_prose(line.text):
        return True
    dated = read_date_line(line.text)
    return dated is not None and dated.strength >= Strength.PLAIN


def _roles_by_main_content(page: Sequence[PageLine], marked: str) -> dict[int, str]:
    """Where no rule finds the body: a general extractor's opinion, prose always kept.

    It reads the marked source, because its time grows with the square of the nesting.
    """
    main = str(extract_plain_text(marked, main_content=True, noscript=False))
    known = {_key(line) for line in main.splitlines()} - {""}
    roles: dict[int, str] = {}
    for i, line in enumerate(page):
        if line.role:
            roles[i] = line.role
        elif known and line.linked and _key(line.text) not in known and not is_prose(line.text):
            roles[i] = "outside"
    return roles


def _key(text: str) -> str:
    return _LETTERS.sub("", text[: 2 * _PREFIX]).lower()[:_PREFIX]


def _link_lists(page: Sequence[PageLine], linked: frozenset[int]) -> list[int]:
    """Headlines in the body that are links, two or more in a row: a related box."""
    runs: list[int] = []
    for i in sorted(linked):
        line = page[i]
        near = (j for j in (i - 1, i + 1) if j in linked and page[j].in_body == line.in_body)
        headline = len(line.text.split()) >= 5 and not is_prose(line.text)
        if line.in_body and headline and line.kind is not BlockKind.TITLE and any(near):
            runs.append(i)
    return runs


# ── What the head of the page tells ──────────────────────────────────────────────────


def _days(
    metadata: PageMetadata, survey: Survey, layout: Layout, url: str | None
) -> dict[FoundBy, str]:
    days = dict(metadata.days)
    article = _article_day(survey)
    if article:
        days[FoundBy.ARTICLE] = article
    elif layout.day:
        days[FoundBy.TEXT] = layout.day
    address = day_of_address(url) if url else None
    if address:
        days[FoundBy.ADDRESS] = address
    return days


def _article_day(survey: Survey) -> str | None:
    """The date in the element that holds it, where all such elements agree."""
    found: list[str] = []
    for element in survey.times[:8]:
        words = " ".join(str(element.text_content())[:200].split())
        line = read_date_line(words)
        stamp = parse_day(element.get("datetime") or element.get("content") or "")
        if line is not None and line.strength is Strength.CLOCK:
            continue
        day = line.day if line is not None else stamp
        if day:
            found.append(day)
    return found[0] if found and len(set(found)) == 1 else None


def _publisher(
    given: SourceInfo, metadata: PageMetadata, url: str | None, lines: list[Line]
) -> SourceInfo:
    found = complete_source(given, url, lines)
    if found.name == "unknown" and metadata.site:
        named = by_name(metadata.site)
        return named or SourceInfo(metadata.site, given.type, given.province)
    return found


def _hidden_issues(hidden: list[str], document_id: str, where: str) -> list[Issue]:
    """Hidden text that speaks of products is not read, and not passed over in silence."""
    return [
        Issue(
            code="hidden_text",
            message=f"Text that no reader sees was left out: {text[:120]}",
            where=where,
            advice="Look at the page as readers see it; correct the claim if the text is shown.",
            document_id=document_id,
        )
        for text in hidden
        if _TELLING.search(text)
    ]
