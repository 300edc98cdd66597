"""One flow of text of a Word document: the body, a header, a footnote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from extract.documents.means import Means
from extract.documents.office.findings import Findings
from extract.documents.office.forms import whole_lines
from extract.documents.office.letters import Converter, Letters
from extract.documents.office.numbering import Numbering
from extract.documents.office.package import Package, Relation, too_much
from extract.documents.office.paragraphs import Inline, Picture, is_mark_deleted, read_inline
from extract.documents.office.pictures import may_be_page, read_picture
from extract.documents.office.styles import Styles
from extract.documents.office.tables import arranges, cells_in_order, deleted_rows, read_rows
from extract.documents.office.wordml import TEXT_BOX, child, plain_text, seen, w
from extract.documents.paper import Cell, Paragraph, Part, Row, Run
from extract.documents.stitch import stitch
from extract.model import BlockKind, Issue, Origin, Page


class Story:
    """Reads blocks into parts; lists count on from block to block.

    ``body`` is given for the story whose paragraphs are counted; ``role`` makes all
    parts furniture; ``alone`` says that the document has no text but in pictures.
    """

    def __init__(
        self,
        *,
        package: Package,
        relations: dict[str, Relation],
        styles: Styles,
        numbering: Numbering,
        converter: Converter,
        findings: Findings,
        means: Means,
        body: etree._Element | None = None,
        alone: bool = False,
        role: str = "",
    ) -> None:
        self._package = package
        self._relations = relations
        self._styles = styles
        self._numbering = numbering
        self._converter = converter
        self._findings = findings
        self._means = means
        self._alone = alone
        self._role = role
        self._paragraphs = _numbered(body) if body is not None else {}
        self._held: list[Letters] = []
        self._pictures: list[Picture] = []
        self._left = (means.limits.cells, means.limits.characters)
        self.anchor = Origin()
        self._scanned: list[tuple[Part, ...]] = []
        self._parts: list[Part] = []
        self.notes: list[tuple[str, str, int | None]] = []
        self.pages: list[Page] = []
        self.issues: list[Issue] = []

    def read(self, blocks: etree._Element) -> None:
        """Read the paragraphs and tables in ``blocks``.

        Raises:
            UnreadableError: ``too_much_output``, ``needs_program``.
        """
        for node in seen(blocks):
            if node.tag == w("p"):
                self._read_paragraph(node)
            elif node.tag == w("tbl"):
                self._read_table(node)
            elif node.tag == w("altChunk"):
                self.issues.append(_UNREAD_PART)
            self._read_pictures()

    @property
    def parts(self) -> list[Part]:
        """What was read so far; tables over several pictures of pages are one."""
        if self._scanned:
            pages, self._scanned = self._scanned, []
            self._parts += stitch(pages)
        return self._parts

    # ── Paragraphs ───────────────────────────────────────────────────────────────────

    def _read_paragraph(self, node: etree._Element) -> None:
        inline, number = self._inline(node)
        lines = [self._converter.text(line) for line in inline.lines]
        words = list(whole_lines(lines))
        kind = BlockKind.LIST_ITEM if number is not None else None
        kind = BlockKind.HEADING if self._styles.is_heading(node) else kind
        for i, text in enumerate(words):
            printed = f"{number} {text}" if number and i == 0 else text
            self._write(printed, kind)
        self._read_boxes(inline.boxes)

    def _write(self, text: str, kind: BlockKind | None) -> None:
        role = "page_number" if self._role and text.strip().isdigit() else self._role
        self.parts.append(Paragraph((self._run(text),), kind, role))

    def _run(self, text: str) -> Run:
        self._spend(characters=len(text))
        return Run(text, self.anchor)

    def _read_boxes(self, boxes: Iterable[etree._Element]) -> None:
        """Text boxes stand behind the paragraph that holds them, and at its place."""
        for box in boxes:
            self.read(box)

    def _inline(self, node: etree._Element) -> tuple[Inline, str | None]:
        """What stands in a paragraph, and its number in a list ("" for a bullet)."""
        place = self._paragraphs.get(node)
        if place is not None:
            self.anchor = Origin(paragraph=place)
        at = self.anchor.paragraph
        inline = read_inline(node, self._styles)
        around = plain_text(node)
        for text in inline.deleted:
            self._findings.note_deleted(at, text)
        for text in inline.hidden:
            self._findings.note_hidden(at, text, around)
        self.notes += [(kind, note, at) for kind, note in inline.notes]
        self._pictures += inline.pictures
        inline.lines[0][:0] = self._held
        self._held = []
        if is_mark_deleted(node):
            self._held = [letters for line in inline.lines for letters in line]
            inline.lines = [[]]
            return inline, None
        listed = self._styles.numbering(node)
        return inline, self._numbering.next(*listed) if listed else None

    # ── Tables ───────────────────────────────────────────────────────────────────────

    def _read_table(self, table: etree._Element) -> None:
        for row in deleted_rows(table):
            self._findings.note_deleted(self.anchor.paragraph, plain_text(row))
        if self._role or arranges(table, self._styles, plain_text):
            for cell in cells_in_order(table):
                self.read(cell)
            return
        starts = bool(self.parts) and isinstance(self.parts[-1], Row)
        for cells in read_rows(table, self._cell):
            self.parts.append(Row(cells, self._role, starts))
            starts = False

    def _cell(self, element: etree._Element) -> Cell:
        self._spend(cells=1)
        if child(element, "tcPr", "cellDel") is not None:
            self._findings.note_deleted(self.anchor.paragraph, plain_text(element))
            return Cell()
        return Cell(tuple(self._cell_runs(element)))

    def _cell_runs(self, blocks: etree._Element) -> Iterator[Run]:
        """The paragraphs of a cell; an automatic number is all the text that some have."""
        for node in seen(blocks):
            if node.tag == w("tbl"):
                for cell in cells_in_order(node):
                    yield from self._cell_runs(cell)
            elif node.tag == w("p"):
                inline, number = self._inline(node)
                lines = [self._converter.text(line) for line in inline.lines]
                text = " ".join(line for line in (number, *lines) if line and line.strip())
                if text:
                    yield self._run(text)
                for box in inline.boxes:
                    yield from self._cell_runs(box)

    # ── Pictures and limits ──────────────────────────────────────────────────────────

    def _read_pictures(self) -> None:
        """Pictures of pages stand behind the block that holds them."""
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            relation = self._relations.get(picture.relation)
            if relation is None or relation.outside:
                continue
            if not may_be_page(picture, alone=self._alone):
                continue
            data = self._package.read(relation.target)
            if data is None:
                continue
            number = len(self.pages) + 1
            parts, page, issues = read_picture(data, picture, number, self._means)
            self._scanned.append(parts)
            self.pages += [page] if page is not None else []
            self.issues += issues

    def _spend(self, *, cells: int = 0, characters: int = 0) -> None:
        self._left = (self._left[0] - cells, self._left[1] - characters)
        if min(self._left) < 0:
            limits = self._means.limits
            raise too_much(
                f"It has more than {limits.cells:,} cells or {limits.characters:,} letters."
            )


_UNREAD_PART = Issue(
    code="unread_part",
    message="A part in another format (altChunk) is built into the document; it was not read.",
    advice="Open it in Word, save it once more, and load that.",
)


def _numbered(body: etree._Element) -> dict[etree._Element, int]:
    """The number of each paragraph of the body; those in text boxes have that of their anchor."""
    boxed = {node for box in body.iter(TEXT_BOX) for node in box.iter(w("p"))}
    own = (node for node in body.iter(w("p")) if node not in boxed)
    return {node: number for number, node in enumerate(own, 1)}
