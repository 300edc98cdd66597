"""The vocabulary of reading: frozen records that the other rooms pass around.

Offsets are always half-open ``[start, end)`` in code points of ``Document.text``;
times are EDTF strings (https://www.loc.gov/standards/datetime/) with no more
precision than the text supports: ``2022``, ``2022-08``, ``2022-08-31``,
``2018/2020``. A day is never invented.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """Administrative level of a place."""

    NATION = "nation"
    REGION = "region"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Kind(StrEnum):
    """What a count of products says about their standing."""

    NEW = "new"
    RE_RECOGNISED = "re_recognised"
    UPGRADED = "upgraded"
    CUMULATIVE = "cumulative"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ASSESSED = "assessed"
    PROPOSED = "proposed"
    REGISTERED = "registered"
    TARGET = "target"
    FORECAST = "forecast"


class Comparator(StrEnum):
    """How the printed number relates to the true one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_MOST = "at_most"


class Label(StrEnum):
    """What a mention mentions."""

    COUNT = "COUNT"
    STAR = "STAR"
    DATE = "DATE"
    DECISION = "DECISION"
    PLACE = "PLACE"
    CUE = "CUE"
    ROUND = "ROUND"
    PRODUCT = "PRODUCT"
    PRODUCER = "PRODUCER"


class Role(StrEnum):
    """What a numbered official paper does for the products in the text."""

    RECOGNITION = "recognition"
    LEGAL_BASIS = "legal_basis"
    PLAN = "plan"
    OTHER = "other"


class BlockKind(StrEnum):
    """What a block of a document is; only furniture is not read for claims."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    DATELINE = "dateline"
    FURNITURE = "furniture"


class FoundBy(StrEnum):
    """The way in which a publication date was found, best first."""

    GIVEN = "given"
    JSON_LD = "json_ld"
    META = "meta"
    ARTICLE = "article_block"
    TEXT = "text"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of ``Document.text``; ``text[start:end] == span.text`` always holds."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut ``[start, end)`` out of ``text``."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Mention:
    """A span with a label, a normalised value and the rule that found it."""

    span: Span
    label: Label
    value: object
    rule: str


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date (EDTF, usually a day) and the way it was found."""

    date: str
    found_by: FoundBy


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Who published a document. ``province`` is a bare province name or None.

    ``type`` is one of newspaper, portal, department, ntm_office, national_news,
    legal, unknown.
    """

    name: str = "unknown"
    type: str = "unknown"
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text of one kind, with its place in the raw text.

    ``raw`` holds code-point offsets in the decoded raw document (HTML source or
    plain text). ``role`` says which furniture it is (``menu``, ``related``,
    ``comments``, ``clock``, ``counter``, ``footer`` …) or is empty.
    ``cells`` holds the cell spans of a table row.
    """

    kind: BlockKind
    start: int
    end: int
    raw: tuple[int, int] | None = None
    role: str = ""
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Something the system met and did not understand; published, never swallowed.

    ``code`` is a stable snake_case name, ``message`` says what was wrong,
    ``where`` the file, address or span, ``advice`` what a person should do.
    """

    code: str
    message: str
    where: str = ""
    advice: str = ""
    document_id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Readable text of one capture. ``text`` is NFC; ``blocks`` cover it in order.

    ``id`` is the SHA-256 of the payload (hex) or a caller's own identifier.
    """

    id: str
    text: str
    title: str = ""
    published: Published | None = None
    source: SourceInfo = SourceInfo()
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    issues: tuple[Issue, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return Span.of(self.text, start, end)

    def content_blocks(self) -> Iterator[Block]:
        """Blocks that may hold claims: everything but furniture."""
        return (block for block in self.blocks if block.kind is not BlockKind.FURNITURE)

    def content_digest(self) -> str:
        """SHA-256 (16 hex digits) of the words of the content blocks, case-folded."""
        words = " ".join(
            " ".join(self.text[block.start : block.end].split()) for block in self.content_blocks()
        )
        return hashlib.sha256(words.casefold().encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit, or one that the text leaves unnamed (``name`` None).

    ``code`` is the GSO code in the map of ``regime`` (None for regions and for
    units not in our gazetteer); ``province`` the province it lies in.
    """

    level: Level
    name: str | None
    regime: int = 63
    code: str | None = None
    province: str | None = None
    province_code: str | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """One printing of a numbered official paper (Nghị định 30/2020/NĐ-CP, App. I)."""

    number: str
    date: str | None
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The span that supports one part of a claim.

    ``role`` is number, noun, stars, kind, place, time, decision or sentence.
    """

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence or table says: N OCOP products have some standing somewhere.

    ``stars`` is the set of classes that the number covers (sorted), ``as_of`` an
    EDTF string and ``as_of_anchor`` what gave it (text, decision, publication,
    period). ``confidence`` is a probability; ``reasons`` are named grounds for it
    or for doubt, in words an analyst can read. ``part_of`` is the claim_id of the
    total that this number is a part of.
    """

    document_id: str
    place: Place
    count: int
    stars: tuple[int, ...]
    kind: Kind
    count_high: int | None = None
    comparator: Comparator = Comparator.EXACT
    potential5: bool = False
    period: str | None = None
    round: int | None = None
    as_of: str | None = None
    as_of_anchor: str | None = None
    decision: str | None = None
    decision_date: str | None = None
    part_of: str | None = None
    quote: Span = Span(0, 0, "")
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    reader: str = "rules"
    rule: str = ""
    version: str = ""
    claim_id: str = field(default="")

    def meaning(self) -> dict[str, object]:
        """The normalised meaning, without offsets, markup or confidence."""
        place = self.place
        return {
            "place": [place.level.value, place.name, place.province, place.regime],
            "count": [self.count, self.count_high, self.comparator.value],
            "stars": [list(self.stars), self.potential5],
            "kind": self.kind.value,
            "time": [self.period, self.round, self.as_of],
            "decision": self.decision,
        }

    def digest(self, sentence: str, content: str) -> str:
        """Identity of the claim: its meaning, its sentence and the document's content.

        ``content`` is ``Document.content_digest()``. Markup, furniture and offsets do
        not enter, so a redesign of the page does not void a verdict.
        """
        words = " ".join(sentence.split()).casefold()
        key = json.dumps([self.meaning(), words, content], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[DecisionRef, ...] = ()
    issues: tuple[Issue, ...] = ()
