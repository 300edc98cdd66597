"""Any payload to a document: what it is, is told by its content, never by its name."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.documents.encodings import Decoded, decode
from extract.documents.html import from_html
from extract.documents.kinds import HEAD, HTML, sniff
from extract.documents.legacy.issues import Modernised, legacy_issues, misread_issue
from extract.documents.legacy.papers import mend_paper
from extract.documents.legacy.whole_text import Places, modernise_text
from extract.documents.means import Means, UnreadableError
from extract.documents.paper import addressed, characters, without_address
from extract.documents.plain import UNKNOWN_SOURCE, complete_source, from_text
from extract.documents.readers import has_reader, read_paper
from extract.model import Document, Issue, SourceInfo
from extract.text.glued_words import glued_words

MAX_BYTES = 20 * 1024 * 1024
MEANS = Means()

_XML = re.compile(r"\s*<\?xml|\s*<(?:rss|feed|urlset|sitemapindex)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ADVICE: tuple[tuple[str, str], ...] = (
    ("pdf", "Read its text with a PDF reader and load that."),
    ("officedocument", "Open it in an office program, save it as HTML, and load that."),
    ("image", "It is a picture: load the page that shows it, or its text read by OCR."),
    ("xml", "It is a feed or a sitemap: give its addresses to the crawler."),
    ("zip", "Unpack it and load the documents in it."),
    ("rar", "Unpack it and load the documents in it."),
    ("7z", "Unpack it and load the documents in it."),
)
_OTHER_ADVICE = "Convert it to HTML or plain text and load that."


def load(
    payload: bytes,
    *,
    document_id: str,
    url: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    source: SourceInfo = UNKNOWN_SOURCE,
    max_bytes: int = MAX_BYTES,
    means: Means = MEANS,
) -> Document:
    """Read a payload as what its content says that it is, whatever ``media_type`` claims.

    What cannot be read gives a document without text and an issue that says why
    (``unsupported_format``, ``encrypted``, ``damaged`` …); more than ``max_bytes`` an issue
    ``too_large``: nothing is read in part. ``charset`` is the transport's declaration, which
    may be wrong. ``means`` limits the readers of binary formats; they work on what
    strangers made, so callers that have processes run them in one of their own.
    """
    where = url or document_id
    if len(payload) > max_bytes:
        issue = _too_large(len(payload), max_bytes, document_id, where)
        return _unread(document_id, url, source, media_type or "unknown", issue)
    kind = sniff(payload)
    if kind is not None and has_reader(kind):
        bare = read_binary(payload, kind, means)
        return addressed(bare, document_id=document_id, url=url, source=source)
    if kind is not None:
        issue = _unsupported(kind, media_type, document_id, where)
        return _unread(document_id, url, source, kind, issue)
    decoded = decode(payload, charset)
    head = decoded.text[:HEAD]
    if _XML.match(head) and not _PAGE.search(head):
        issue = _unsupported("application/xml", media_type, document_id, where)
        return _unread(document_id, url, source, "application/xml", issue)
    if HTML.search(head):
        document = from_html(
            decoded.text,
            document_id=document_id,
            url=url,
            publisher=source,
            encoding=decoded.encoding,
        )
    else:
        document = _read_text(decoded, document_id, url, source)
    issues = (*document.issues, *_decoding_issues(decoded, document_id, where))
    return _with_glued(replace(document, issues=issues))


def _with_glued(document: Document) -> Document:
    """Names may hide in words without blanks between them: documents on OCOP say so."""
    glued = glued_words(document.text) if "OCOP" in document.text else ()
    if not glued:
        return document
    issue = Issue(
        code="glued_words",
        message=f"Words have no blank between them: {', '.join(glued[:8])}.",
        where=document.url or document.id,
        advice="Look whether numbers and names beside these words were read.",
        document_id=document.id,
    )
    return replace(document, issues=(*document.issues, issue))


def read_binary(payload: bytes, kind: str, means: Means) -> Document:
    """Read a payload of a media type that has a reader, without identity and address.

    ``extract.documents.paper.addressed`` adds them. What cannot be read gives a document
    without text and an issue.
    """
    try:
        paper = read_paper(payload, kind, means)
        if characters(paper) > means.limits.characters:
            raise UnreadableError(
                "too_much_output",
                f"It unpacks to more than {means.limits.characters:,} characters of text.",
                "Look at the document: it may be made to do harm; else cut it into parts.",
            )
    except UnreadableError as error:
        issue = Issue(error.code, error.message, advice=error.advice)
        return Document("", "", encoding="", media_type=kind, issues=(issue,))
    return _with_glued(without_address(mend_paper(paper), kind))


def _read_text(decoded: Decoded, document_id: str, url: str | None, source: SourceInfo) -> Document:
    """Plain text; one in an old encoding is converted, its places are those before that."""
    meant = modernise_text(decoded.text)
    document = from_text(meant.text, document_id=document_id, url=url, source=source)
    if not meant:
        return replace(document, encoding=decoded.encoding)
    places = Places(decoded.text, meant.text)
    return replace(
        document,
        encoding=meant.encoding or decoded.encoding,
        blocks=tuple(
            replace(block, raw=(places.start(block.raw[0]), places.end(block.raw[1])))
            for block in document.blocks
            if block.raw is not None
        ),
        issues=(*document.issues, *legacy_issues(meant, document_id, url or document_id)),
    )


def _unread(
    document_id: str, url: str | None, source: SourceInfo, media_type: str, issue: Issue
) -> Document:
    return Document(
        id=document_id,
        text="",
        source=complete_source(source, url, []),
        url=url,
        encoding="",
        media_type=media_type,
        issues=(issue,),
    )


def _too_large(size: int, limit: int, document_id: str, where: str) -> Issue:
    return Issue(
        code="too_large",
        message=f"The payload has {size:,} bytes; at most {limit:,} are read. Nothing was read.",
        where=where,
        advice="Raise max_bytes if the document is genuine.",
        document_id=document_id,
    )


def _unsupported(kind: str, claimed: str | None, document_id: str, where: str) -> Issue:
    said = f" (the server said {claimed})" if claimed and claimed.split(";")[0] != kind else ""
    advice = next((text for part, text in _ADVICE if part in kind), _OTHER_ADVICE)
    return Issue(
        code="unsupported_format",
        message=f"The payload is {kind}{said}, which is not read here.",
        where=where,
        advice=advice,
        document_id=document_id,
    )


def _decoding_issues(decoded: Decoded, document_id: str, where: str) -> list[Issue]:
    issues: list[Issue] = []
    if decoded.encoding == "viscii":
        issues += legacy_issues(Modernised(decoded.encoding), document_id, where)
    if decoded.lost:
        issues.append(
            Issue(
                code="undecodable_bytes",
                message=f"{decoded.lost} characters could not be read as {decoded.encoding}.",
                where=where,
                advice="Compare numbers and names with the page; fetch it again if it is cut.",
                document_id=document_id,
            )
        )
    if decoded.repaired:
        issues.append(misread_issue(document_id, where))
    return issues
