"""The vocabulary of reading: frozen records that the other rooms pass around.

Offsets are always half-open ``[start, end)`` in code points of ``Document.text``;
times are EDTF strings (https://www.loc.gov/standards/datetime/) with no more
precision than the text supports: ``2022``, ``2022-08``, ``2022-08-31``,
``2018/2020``. A day is never invented.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, takewhile


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
class Origin:
    """Where a run of text stands in a payload that is no text: page and box, sheet and cell.

    ``page`` counts from 1; ``box`` is (left, top, right, bottom) in points (1/72 inch) from
    the top left corner of the page as a reader sees it (rotation applied). ``sheet`` and
    ``cell`` ("B12") are those of a spreadsheet, ``paragraph`` counts the paragraphs of the
    body of a Word document from 1 (those in its tables too), ``member`` is the name of the
    file inside an archive. ``ocr`` is how sure the recogniser of a scan was (0–1), None for
    text that was not recognised from a picture.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    paragraph: int | None = None
    member: str | None = None
    ocr: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The run ``[start, end)`` of the document's text stands at ``origin``."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF or scan: width and height in points, and how its text was had.

    ``read_by`` is text (its own text layer), poppler (text layer read again by pdftotext),
    ocr, blank, or unread (an issue says why).
    """

    number: int
    width: float
    height: float
    read_by: str = "text"
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text of one kind, with its place in the raw text.

    ``raw`` holds code-point offsets in the decoded raw document (HTML source or
    plain text). ``role`` says which furniture it is (``menu``, ``related``,
    ``comments``, ``clock``, ``counter``, ``footer`` …) or is empty.
    ``cells`` holds the cell spans of a table row, one for each column; a merged cell is
    printed once and stands in every row and column that it covers.
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

    ``id`` is the SHA-256 of the payload (hex) or a caller's own identifier. ``placed`` says
    for payloads that are no text where each run stands, in order of the text; ``pages`` are
    the pages of a PDF or scan.
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
    placed: tuple[Placed, ...] = ()
    pages: tuple[Page, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return Span.of(self.text, start, end)

    def runs(self, span: Span) -> tuple[Placed, ...]:
        """The placed runs that hold words of ``span``, in order of the text."""
        first = bisect_right(self.placed, span.start, key=lambda run: run.end)
        return tuple(takewhile(lambda run: run.start < span.end, islice(self.placed, first, None)))

    def origins(self, span: Span) -> tuple[Origin, ...]:
        """Where the words of ``span`` stand in the payload, in order of the text."""
        return tuple(run.origin for run in self.runs(span))

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

    ``role`` is number, noun, stars, kind, place, time, decision or sentence; row for each row
    of an annex that a claim counts.
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


class Act(StrEnum):
    """What an official paper does for products.

    ``LISTS`` approves who or what takes part in an assessment; ``FORWARDS`` approves scores
    or files that go on to a higher body (potential 5 stars), which recognises nothing yet.
    """

    RECOGNISES = "recognises"
    AMENDS = "amends"
    REVOKES = "revokes"
    LISTS = "lists"
    FORWARDS = "forwards"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issued an official paper, and the unit that it governs.

    ``name`` is as printed, on one line ("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"). ``place`` has no
    name where the paper names none. A code (QĐ-UBND) says nothing of the level; only names do.
    """

    name: str
    place: Place
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article (Điều) of a decision; ``act`` is what it does for products."""

    number: int
    span: Span
    act: Act = Act.OTHER


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: name, office ("PHÓ CHỦ TỊCH"), for whom ("TM. ỦY BAN NHÂN DÂN")."""

    name: str
    office: str = ""
    on_behalf: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An official paper (Nghị định 30/2020/NĐ-CP, Appendix I) that the document itself is.

    ``type`` is its code (QĐ, KH, TB, BC, CV …). ``act`` is what it does as a whole, by its
    title and articles, never by its number. ``bases`` are the papers it is founded on: they
    recognise nothing. ``concerns`` are the papers that it amends or revokes. ``annexes`` are
    the heads of its annexes. ``evidence`` has the roles number, date, issuer, title, period,
    signer. ``doubts`` are named: number_blank, number_unknown, day_blank, day_unknown,
    days_differ, annex_of_other_paper, issuer_unknown.
    """

    type: str
    act: Act
    number: str | None = None
    date: str | None = None
    issuer: Issuer | None = None
    seat: str = ""
    title: Span | None = None
    period: str | None = None
    round: int | None = None
    bases: tuple[DecisionRef, ...] = ()
    concerns: tuple[DecisionRef, ...] = ()
    articles: tuple[Article, ...] = ()
    recipients: Span | None = None
    signer: Signer | None = None
    annexes: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[str, ...] = ()


class Maker(StrEnum):
    """What a producer is by law."""

    COOPERATIVE = "cooperative"
    COMPANY = "company"
    HOUSEHOLD = "household"
    GROUP = "group"
    OTHER = "other"


class Group(StrEnum):
    """The six groups of products (Quyết định 148/QĐ-TTg of 24/02/2023, and 1048 before it)."""

    FOOD = "food"
    DRINK = "drink"
    HERBAL = "herbal"
    CRAFT = "craft"
    ORNAMENTAL = "ornamental"
    TOURISM = "tourism"


@dataclass(frozen=True, slots=True)
class Product:
    """A row of an annex: one product, its producer and what it was given.

    ``row`` counts the rows of the document from 1, ``number`` is the printed row number.
    ``place`` is the narrowest unit that the row names, ``province63`` and ``province34``
    bare names of the province on both maps (None where unknown). ``stars`` is None
    where neither row nor head tells; ``standing`` is new, re_recognised or upgraded (from
    ``stars_before``), or another kind that the paper's act gives the row (withdrawn, proposed,
    registered). ``evidence`` has the roles row, number, name, producer, address, group,
    score, stars, standing, head. ``reasons`` are doubts; a row with doubts goes to review.
    """

    document_id: str
    row: int
    name: str
    product_id: str = ""
    number: str = ""
    producer: str = ""
    maker: Maker | None = None
    address: str = ""
    commune: str | None = None
    district: str | None = None
    place: Place | None = None
    province63: str | None = None
    province34: str | None = None
    group: Group | None = None
    score: float | None = None
    stars: int | None = None
    potential5: bool = False
    standing: Kind = Kind.NEW
    stars_before: int | None = None
    decision: str | None = None
    decision_date: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document; ``decision`` where it is an official paper itself."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[DecisionRef, ...] = ()
    issues: tuple[Issue, ...] = ()
    decision: Decision | None = None
    products: tuple[Product, ...] = ()
