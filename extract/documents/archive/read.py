"""A ZIP of attachments to one paper: what its files say, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.documents.archive.unpack import Budget, Member, unpack
from extract.documents.kinds import ZIP, sniff
from extract.documents.means import Means, UnreadableError
from extract.documents.paper import Cell, Paper, Paragraph, Part, Row, Run
from extract.documents.readers import has_reader, read_paper
from extract.model import Block, BlockKind, Document, Issue, Origin, Page, Span


def read(payload: bytes, kind: str, means: Means) -> Paper:  # noqa: ARG001 - as every reader
    """Read every file in the archive that is read here, archives in it too.

    Each begins with its name (furniture, role ``member``); ``Origin.member`` says of every
    run where it stands. A file that cannot be read is an issue, and the others are read.

    Raises:
        UnreadableError: ``damaged``, ``too_many_members``, ``too_much_output``.
    """
    reading = _Reading(means, Budget.of(means.limits))
    reading.add_archive(payload, "", means.limits.depth)
    encodings = {*reading.encodings} - {"utf-8", ""}
    return Paper(
        tuple(reading.parts),
        tuple(reading.pages),
        tuple(reading.issues),
        encodings.pop() if len(encodings) == 1 else "utf-8",
    )


@dataclass(slots=True)
class _Reading:
    means: Means
    budget: Budget
    parts: list[Part] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    encodings: list[str] = field(default_factory=list)

    def add_archive(self, payload: bytes, within: str, depth: int) -> None:
        for member in unpack(payload, self.budget):
            named = replace(member, name=f"{within}{member.name}")
            try:
                self._add(named, depth)
            except UnreadableError as error:
                self.issues.append(Issue(error.code, error.message, named.name, error.advice))

    def _add(self, member: Member, depth: int) -> None:
        if isinstance(member.content, UnreadableError):
            raise member.content
        kind = sniff(member.content)
        if kind == ZIP:
            if depth <= 1:
                raise UnreadableError(
                    "unsupported_format",
                    f"{member.name} is an archive too deep inside another.",
                    "Unpack it and load the documents in it.",
                )
            self.add_archive(member.content, f"{member.name}/", depth - 1)
        elif kind is None:
            self._take(member.name, _text(member.content))
        elif has_reader(kind):
            self._take(member.name, read_paper(member.content, kind, self.means))
        else:
            raise UnreadableError(
                "unsupported_format",
                f"{member.name} is {kind}, which is not read here.",
                "Convert it to PDF, an office format or plain text and load that.",
            )

    def _take(self, name: str, paper: Paper) -> None:
        """Add what was read of the file ``name``."""
        origin = Origin(member=name)
        if paper.parts:
            self.parts.append(Paragraph((Run(name, origin),), role="member"))
            self.parts += _inside(paper.parts, name)
        self.pages += [replace(page, member=name) for page in paper.pages]
        self.encodings.append(paper.encoding)
        issues = paper.issues
        if not paper.parts and not issues:
            issues = (Issue("empty_document", "The file holds no text.", advice=_LOOK),)
        self.issues += [
            replace(issue, where=f"{name}, {issue.where}".rstrip(", ")) for issue in issues
        ]


_LOOK = "Look at the file: it may be a picture of something else than text."


def _inside(parts: tuple[Part, ...], name: str) -> Iterator[Part]:
    """The parts with the name of their file at every run; merged cells stay one object."""
    cells: dict[int, Cell] = {}
    for part in parts:
        if isinstance(part, Paragraph):
            yield replace(part, runs=_placed(part.runs, name))
        else:
            for cell in part.cells:
                cells.setdefault(id(cell), Cell(_placed(cell.runs, name)))
            yield replace(part, cells=tuple(cells[id(cell)] for cell in part.cells))


def _placed(runs: tuple[Run, ...], name: str) -> tuple[Run, ...]:
    return tuple(replace(run, origin=replace(run.origin, member=name)) for run in runs)


def _text(content: bytes) -> Paper:
    """A page or plain text as a paper: its blocks become parts."""
    from extract.documents.load import load  # it knows the readers, and they this one

    document = load(content, document_id="")
    issues = tuple(replace(issue, document_id=None) for issue in document.issues)
    return Paper(tuple(_parts(document)), issues=issues, encoding=document.encoding)


def _parts(document: Document) -> Iterator[Part]:
    cells: dict[Span, Cell] = {}
    for block in document.blocks:
        words = (Run(document.text[block.start : block.end], Origin()),)
        if block.kind is BlockKind.FURNITURE:
            yield Paragraph(words, role=block.role or "outside")
        elif block.cells:
            yield _row(block, cells)
        else:
            yield Paragraph(words, block.kind)


def _row(block: Block, cells: dict[Span, Cell]) -> Row:
    """A row of a table; a span that stands in several rows is one cell in all of them."""
    for span in block.cells:
        if span not in cells or not span.text:
            cells[span] = Cell((Run(span.text, Origin()),))
    return Row(tuple(cells[span] for span in block.cells))
