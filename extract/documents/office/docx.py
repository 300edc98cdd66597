"""Word documents (DOCX, DOCM) to papers, in the order in which a reader reads them."""

from __future__ import annotations

from lxml import etree

from extract.documents.means import Means, UnreadableError
from extract.documents.office.findings import Findings
from extract.documents.office.letters import Converter
from extract.documents.office.numbering import Numbering
from extract.documents.office.old_letters import in_unicode
from extract.documents.office.package import Package, Relation, damaged
from extract.documents.office.story import Story
from extract.documents.office.styles import Styles
from extract.documents.office.wordml import RELATION, child, plain_text, w
from extract.documents.paper import Paper, Paragraph, Part
from extract.model import Issue, Origin

_MAIN = "/word/document.xml"
_FEW = 40
"""Letters that a document without text may still have (a file name, a page number)."""


def read(payload: bytes, kind: str, means: Means) -> Paper:  # noqa: ARG001 - as all readers
    """Read a Word document.

    Raises:
        UnreadableError: ``damaged``, ``encrypted``, ``too_much_output``; ``needs_program``
            where all its text is in pictures and there is no recogniser.
    """
    return _Reading(Package(payload, means.limits), means).paper()


class _Reading:
    """One document being read: its members, and what was found on the way."""

    def __init__(self, package: Package, means: Means) -> None:
        self._package = package
        self._means = means
        self._findings = Findings()
        self._converter = Converter()
        main = next(
            (r.target for r in package.relations("").values() if r.type == "officeDocument"), _MAIN
        )
        root = package.tree(main)
        body = child(root, "body")
        if body is None:
            raise damaged("It has no body of text.")
        self._body = body
        self._relations = package.relations(main)
        self._read_notes: dict[str, etree._Element | None] = {}
        self._styles = Styles(self._beside("styles"))
        self._numbers = self._beside("numbering")

    def paper(self) -> Paper:
        """The whole document: headers, body, notes, footers."""
        alone = sum(letter.isalpha() for letter in plain_text(self._body)) < _FEW
        body = self._story(self._relations, body=self._body, alone=alone)
        body.read(self._body)
        notes = [part for note in body.notes for part in self._note(*note)]
        parts = [
            *self._margins("headerReference", "header"),
            *body.parts,
            *notes,
            *self._margins("footerReference", "footer"),
        ]
        encodings = self._converter.encodings
        issues = (*self._findings.issues(), *self._converter.issues(), *body.issues)
        paper = Paper(tuple(parts), tuple(body.pages), issues, (*encodings, "utf-8")[0])
        return paper if encodings else in_unicode(paper)

    def _story(
        self,
        relations: dict[str, Relation],
        *,
        body: etree._Element | None = None,
        alone: bool = False,
        role: str = "",
    ) -> Story:
        return Story(
            package=self._package,
            relations=relations,
            styles=self._styles,
            numbering=Numbering(self._numbers),
            converter=self._converter,
            findings=self._findings,
            means=self._means,
            body=body,
            alone=alone,
            role=role,
        )

    def _beside(self, kind: str) -> etree._Element | None:
        """A member that lends its styles, lists or notes; a broken one is told and left out."""
        name = next((r.target for r in self._relations.values() if r.type == kind), None)
        try:
            return self._package.tree(name) if name else None
        except UnreadableError as error:
            self._findings.other.append(Issue(error.code, error.message, kind, error.advice))
            return None

    def _margins(self, reference: str, role: str) -> list[Part]:
        """The headers or footers of all sections, each text once."""
        parts: list[Part] = []
        printed: set[str] = set()
        for node in self._body.iter(w(reference)):
            relation = self._relations.get(node.get(RELATION, ""))
            if relation is None or relation.outside:
                continue
            try:
                root = self._package.tree(relation.target)
            except UnreadableError as error:
                self._findings.other.append(Issue(error.code, error.message, role, error.advice))
                continue
            if root is None or plain_text(root) in printed:
                continue
            printed.add(plain_text(root))
            story = self._story({}, role=role)
            story.read(root)
            parts += story.parts
        return parts

    def _note(self, kind: str, note_id: str, paragraph: int | None) -> list[Part]:
        """A foot- or endnote, placed where the text refers to it."""
        root = self._notes(kind)
        for node in root if root is not None else ():
            if node.get(w("id")) == note_id:
                story = self._story({}, role="note")
                story.anchor = Origin(paragraph=paragraph)
                story.read(node)
                return [part for part in story.parts if isinstance(part, Paragraph)]
        return []

    def _notes(self, kind: str) -> etree._Element | None:
        if kind not in self._read_notes:
            self._read_notes[kind] = self._beside(kind)
        return self._read_notes[kind]
