"""From the elements of a page to its lines, in reading order, each with its raw place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from extract.documents.element_signs import UNSEEN, has_background, is_hidden
from extract.documents.html_tables import Row, read_data_table
from extract.documents.markup import BLOCKS, END_MARK, OFFSET
from extract.documents.portals import Part
from extract.documents.survey import Survey
from extract.model import BlockKind
from extract.text.normalise import normalise

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
}
_PART_KINDS = {
    Part.TITLE: BlockKind.TITLE,
    Part.LEAD: BlockKind.LEAD,
    Part.CAPTION: BlockKind.CAPTION,
    Part.DATE: BlockKind.DATELINE,
}
# Nothing that normalise would change, apart from blanks.
_SIMPLE = re.compile("[\\s -~\u00c0-\u0233\u1e00-\u1ef9–—“”‘’…•]*")
# Neighbours that a page shows apart, though no blank stands between them.
_APART = frozenset({"a", "button", "label", "time"})
_RAISED = frozenset({"sup", "sub"})
_BREAKS = frozenset({"br", "hr"})
_AROUND_LINKS = " \t\r\n\xa0-–—•·»>|+*:.,;()[]"


@dataclass(slots=True)
class PageLine:
    """A line of a page as a reader sees it.

    ``text`` is normalised. ``raw`` are offsets of the source that hold it with its tags.
    ``role`` is furniture as the markup tells it, ``linked`` whether all of it is a link,
    ``goes_on`` whether only a line break (not a new block) parts it from the line above.
    ``cells`` are the (line, start, end) of the cells of a table row: a cell that spans
    several rows stands in the line where it is printed.
    """

    text: str
    raw: tuple[int, int]
    kind: BlockKind | None = None
    role: str = ""
    in_body: bool = False
    linked: bool = False
    goes_on: bool = False
    cells: tuple[tuple[int, int, int], ...] = ()


@dataclass(slots=True)
class _Frame:
    """What an open element means for the text in it."""

    kind: BlockKind | None
    role: str
    in_body: bool
    on_colour: bool
    preserved: bool


@dataclass(slots=True)
class _Pending:
    """Text of the line that is being read."""

    parts: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0
    filled: bool = False
    open: bool = False
    plain: int = 0


def clean_line(text: str) -> str:
    """One normalised line: NFC, no invisible characters, single blanks."""
    line = " ".join(text.split())
    if _SIMPLE.fullmatch(line) and unicodedata.is_normalized("NFC", line):
        return line
    return normalise(line.replace("\n", " ")).text.replace("\n", " ")


class PageReader:
    """Reads a parsed page into lines. One reader reads one page."""

    def __init__(self, survey: Survey, source_length: int) -> None:
        self.lines: list[PageLine] = []
        self.hidden: list[str] = []
        self._survey = survey
        self._length = source_length
        self._frames = [_Frame(None, "", not survey.sure, False, False)]
        self._pending = _Pending()
        self._here = 0
        self._unended: list[PageLine] = []
        self._links = 0
        self._after_link = False
        self._broke = False

    def read(self, root: HtmlElement) -> list[PageLine]:
        """The lines of the page; text that no reader sees is left out."""
        walk = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped = False
        for event, element in walk:
            if event == "start":
                skipped = not self._enter(element)
                if skipped:
                    walk.skip_subtree()
                continue
            if event == "comment":
                if element.text and element.text.startswith(END_MARK):
                    self._pass_mark(element.text.removeprefix(END_MARK))
            elif not skipped:
                self._leave(element)
            skipped = False
            if element is not root:
                self._say(element.tail)
        self._flush()
        self._pass(self._length)
        return self.lines

    # ── Elements ─────────────────────────────────────────────────────────────────────

    def _enter(self, element: HtmlElement) -> bool:
        """Note the start of an element; False when nothing in it is to be walked."""
        at = element.get(OFFSET)
        tag = str(element.tag)
        if at is not None:
            self._pass_mark(at)
        if tag in UNSEEN or self._hides(element):
            return False
        if tag in _BREAKS:
            self._flush()
            self._broke = tag == "br"
            return False
        if tag in BLOCKS and not self._enter_block(element, tag, at):
            return False
        if tag not in BLOCKS:
            self._enter_inline(element, tag, at)
        self._say(element.text)
        return True

    def _enter_block(self, element: HtmlElement, tag: str, at: str | None) -> bool:
        """Open a block; False when it was a data table, which is read as a whole."""
        self._flush()
        if tag == "table" and at in self._survey.inner_tables:
            rows = read_data_table(element)
            if rows is not None:
                self._add_table(rows, self._frame(element, tag, at))
                return False
        self._frames.append(self._frame(element, tag, at))
        return True

    def _enter_inline(self, element: HtmlElement, tag: str, at: str | None) -> None:
        if self._has_part(at):
            self._flush()
            self._frames.append(self._frame(element, tag, at))
        self._links += tag == "a"
        if (self._after_link and tag in _APART) or tag in _RAISED:
            self._pending.parts.append(" ")

    def _leave(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in BLOCKS or self._has_part(element.get(OFFSET)):
            self._flush()
            self._frames.pop()
        self._links -= tag == "a"
        self._after_link = tag in _APART

    def _has_part(self, at: str | None) -> bool:
        return at is not None and (at in self._survey.parts or at in self._survey.roles)

    def _frame(self, element: HtmlElement, tag: str, at: str | None) -> _Frame:
        above, survey = self._frames[-1], self._survey
        part = survey.parts.get(at) if at else None
        return _Frame(
            kind=_PART_KINDS[part] if part else _KINDS.get(tag, above.kind),
            role=above.role or (survey.roles.get(at, "") if at else ""),
            in_body=above.in_body or (at is not None and at == survey.body),
            on_colour=above.on_colour or has_background(element.get("style", "")),
            preserved=above.preserved or tag == "pre",
        )

    def _hides(self, element: HtmlElement) -> bool:
        if not is_hidden(element, on_colour=self._frames[-1].on_colour):
            return False
        text = " ".join(str(element.text_content())[:400].split())
        if text:
            self.hidden.append(text)
        return True

    # ── Text ─────────────────────────────────────────────────────────────────────────

    def _pass_mark(self, mark: str) -> None:
        """Note the place that a mark tells; a mark that the page forged leads nowhere."""
        plain = mark.isascii() and mark.isdigit() and len(mark) <= len(str(self._length))
        if plain and self._here <= int(mark) <= self._length:
            self._pass(int(mark))

    def _pass(self, offset: int) -> None:
        """Note the place in the source; it ends the text that stood before it."""
        self._here = offset
        pending = self._pending
        if pending.open:
            pending.end, pending.open = offset, False
        for line in self._unended:
            line.raw = (line.raw[0], offset)
        self._unended.clear()

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self._frames[-1].preserved and "\n" in text:
            for line in text.splitlines():
                self._add(line)
                self._flush()
                self._broke = True
            return
        self._add(text)

    def _add(self, text: str) -> None:
        pending = self._pending
        pending.parts.append(text)
        if not text.isspace():
            if not pending.filled:
                pending.start, pending.filled = self._here, True
            pending.open = True
            pending.plain += 0 if self._links else len(text.strip(_AROUND_LINKS))
            self._after_link = False

    def _flush(self) -> None:
        """End the line that is being read."""
        pending, self._pending = self._pending, _Pending()
        goes_on, self._broke = self._broke, False
        text = clean_line("".join(pending.parts)) if pending.filled else ""
        if not text:
            self._broke = goes_on
            return
        frame = self._frames[-1]
        line = PageLine(
            text=text,
            raw=(pending.start, pending.end),
            kind=frame.kind,
            role=frame.role,
            in_body=frame.in_body,
            linked=pending.plain == 0,
            goes_on=goes_on,
        )
        self.lines.append(line)
        if pending.open:
            self._unended.append(line)

    # ── Tables ───────────────────────────────────────────────────────────────────────

    def _add_table(self, rows: list[Row], frame: _Frame) -> None:
        """One line for each row; its cells between bars."""
        places: list[list[tuple[int, int, int]]] = []
        for row in rows:
            text, spans = join_cells([clean_line(cell) for cell in row.cells])
            places.append([(len(self.lines), start, end) for start, end in spans])
            self._pass(row.at if row.at is not None else self._here)
            if text.strip(" |"):
                line = PageLine(
                    text=text,
                    raw=(self._here, self._here),
                    kind=BlockKind.TABLE_ROW,
                    role=frame.role,
                    in_body=frame.in_body,
                    cells=tuple(places[number][cell] for number, cell in row.columns),
                )
                self.lines.append(line)
                self._unended.append(line)


def join_cells(cells: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """``a | b | c`` without double blanks, and where each cell stands in it."""
    text = ""
    spans: list[tuple[int, int]] = []
    for number, cell in enumerate(cells):
        if number:
            text += " |" if text else "|"
        if cell and text:
            text += " "
        spans.append((len(text), len(text) + len(cell)))
        text += cell
    return text, spans
