"""Any payload to a document, as safely as its format asks for.

Text (HTML, plain) is read in this process. Formats whose readers are large libraries and
programs are read in a child process with limits, and what came of it is kept.
"""

from __future__ import annotations

import signal
from dataclasses import dataclass
from pathlib import Path

from extract.documents.kinds import PDF, sniff
from extract.documents.load import load
from extract.documents.paper import addressed
from extract.documents.plain import UNKNOWN_SOURCE
from extract.documents.readers import has_reader
from extract.model import Document, Issue, SourceInfo
from ocop.guard import own_time
from ocop.parsing import child, codec
from ocop.parsing.allowance import NORMAL, Allowance
from ocop.parsing.children import Answer, read_in_child
from ocop.parsing.kept import Kept
from ocop.parsing.version import version

PARSED = ".parsed"
"""Folder below ``outputs/`` with what was read."""
RECOGNISED = ".recognised"
"""Folder below ``outputs/`` with what was recognised in pictures; no version makes it void."""

_PASSING = frozenset({"too_slow", "reader_died"})
"""Issues that another try may not meet: such a document is not kept."""

_BY_HAND = "Look at the document: it may be made to do harm; else read it by hand."


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads payloads. ``outputs`` is the folder to keep results below; None keeps none."""

    allowance: Allowance = NORMAL
    outputs: Path | None = None

    def parse(
        self,
        payload: bytes,
        *,
        document_id: str,
        url: str | None = None,
        media_type: str | None = None,
        charset: str | None = None,
        source: SourceInfo = UNKNOWN_SOURCE,
    ) -> Document:
        """Read a payload as what its content says that it is, as ``load`` does.

        A reader that dies, or takes more than its allowance, costs its document only: that
        has no text, and an issue (``too_slow``, ``too_much_memory``, ``too_much_output``,
        ``reader_died``, ``reader_broke``).
        """
        kind = sniff(payload) if len(payload) <= self.allowance.payload else None
        if kind is None or not has_reader(kind):
            return load(
                payload,
                document_id=document_id,
                url=url,
                media_type=media_type,
                charset=charset,
                source=source,
            )
        bare = self._bare(payload, kind)
        return addressed(bare, document_id=document_id, url=url, source=source)

    def picture(self, payload: bytes, page: int) -> bytes | str:
        """A PNG of one page (from 1) of a PDF or picture, or words why there is none."""
        kind = sniff(payload) or ""
        if kind != PDF and not kind.startswith("image/"):
            return f"A payload of the type {kind or 'text'} has no pages to draw."
        answer = read_in_child(payload, kind, self.allowance, None, page)
        if answer.said[:1] == child.PICTURE and not answer.too_long:
            return answer.said[1:]
        if answer.said[:1] == child.UNREADABLE:
            return answer.said[1:].decode("utf-8", "replace")
        return _issue(answer, self.allowance).message

    def _bare(self, payload: bytes, kind: str) -> Document:
        """What the payload alone tells, from the folder or from a child."""
        if self.outputs is None:
            return self._read(payload, kind)
        kept = Kept(self.outputs / PARSED, version(self.allowance))
        document = kept.get(payload)
        if document is None:
            document = self._read(payload, kind)
            if not any(issue.code in _PASSING for issue in document.issues):
                kept.put(payload, document)
        return document

    def _read(self, payload: bytes, kind: str) -> Document:
        memo = None if self.outputs is None else _made(self.outputs / RECOGNISED)
        with own_time():
            answer = read_in_child(payload, kind, self.allowance, memo)
        return _document(answer, kind, self.allowance)


def _made(folder: Path) -> Path | None:
    """The folder, made if need be: a child may write in it, but not make it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _document(answer: Answer, kind: str, allowance: Allowance) -> Document:
    """What a child answered; if that is no document, one without text that says why."""
    said = answer.said[:1]
    if said == child.DOCUMENT and not answer.too_long:
        try:
            return codec.decode(answer.said[1:])
        except codec.BadDocumentError:
            said = b""
    return Document("", "", encoding="", media_type=kind, issues=(_issue(answer, allowance),))


def _issue(answer: Answer, allowance: Allowance) -> Issue:
    ended = answer.ended
    if answer.too_long:
        return Issue(
            "too_much_output",
            f"What was read of it takes more than {allowance.answer / 2**20:,.0f} MB.",
            advice=_BY_HAND,
        )
    if ended is not None and (ended.late or ended.code == -signal.SIGXCPU):
        return Issue(
            "too_slow",
            f"Its pages took longer to read than {allowance.seconds:g} seconds.",
            advice="Give it more time with --paper-seconds: recognised pages are kept.",
        )
    if answer.said[:1] == child.OUT_OF_MEMORY:
        return Issue(
            "too_much_memory",
            f"It needed more memory to read than {allowance.memory / 2**30:g} GiB.",
            advice="Look at the document: if it is genuine, give more with --paper-mb.",
        )
    if answer.said[:1] == child.BROKE:
        where = answer.said[1:200].decode("utf-8", "replace")
        return Issue(
            "reader_broke",
            f"The reader broke on this document ({where}).",
            advice="Report it together with the document: this is a fault of ocop.",
        )
    return Issue(
        "reader_died",
        f"The process that read this document ended without an answer{_how(answer)}.",
        advice=_BY_HAND,
    )


def _how(answer: Answer) -> str:
    if answer.ended is None or answer.ended.code >= 0:
        return ""
    try:
        return f" ({signal.Signals(-answer.ended.code).name})"
    except ValueError:
        return f" (signal {-answer.ended.code})"
