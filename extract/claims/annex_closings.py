"""Numbers of lines that add a list up: they count its rows, and mean what the rows are.

"Danh sách gồm 07 sản phẩm./." below seven products that are recognised again tells seven
recognised again; "Cộng: 07 sản phẩm" below six products of 3 stars and one of 4 is of both
classes, and not of that of the last row. What such a line itself prints, stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims.annex_rows import classes_of, row_span
from extract.claims.papers import TIED
from extract.mentions.rule import Rule
from extract.model import Claim, Comparator, Decision, Document, Kind, Product
from extract.products.doubts import EXCERPT
from extract.products.standings import RECOGNISED
from extract.text.normalise import fold

_LIST = r"(?:danh sách|danh mục|phụ lục|biểu)"
CLOSING: Rule[bool] = Rule(
    "claims.closing",
    re.compile(
        rf"^\W*(?:như vậy,? |ấn định )?(?:(?:tổng(?: số| cộng)?|cộng)(?: chung)?(?! hòa)(?!\w)|"
        rf"{_LIST}(?: này| trên)?(?: (?:này|trên))? (?:có|gồm|bao gồm|gồm có)(?!\w))"
        r"(?!.*(?:lũy kế|luỹ kế|đến nay|hiện có|đã có|còn hiệu lực|toàn (?:tỉnh|huyện|quốc|thành|"
        r"xã|thị)))"
    ),
    lambda _: True,
    "A line that adds up the rows above it; a stock is of more than the list.",
    (
        ("cộng: 07 sản phẩm", True),
        ("tổng cộng (i + ii): 11 sản phẩm", True),
        ("| tổng số: 08 sản phẩm | |", True),
        ("danh sách này có 05 sản phẩm./.", True),
        ("ấn định danh sách gồm 06 sản phẩm", True),
    ),
    (
        "cộng hòa xã hội chủ nghĩa việt nam",
        "tổng số sản phẩm của tỉnh đến nay là 305",
        "danh sách sản phẩm ocop đạt 3 sao",
        "công nhận 07 sản phẩm",
    ),
)
_LONGEST = 240
"""Characters of a line that adds up; a longer one is prose."""
_CLASS_DOUBTS = frozenset({"stars_close"})
_KIND_DOUBTS = frozenset({"kind_close"})
_MEANT = RECOGNISED | {Kind.WITHDRAWN, Kind.PROPOSED, Kind.REGISTERED}


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim, and the line that prints it as ``[start, end)`` of the text."""

    claim: Claim
    start: int
    end: int

    def prints(self, role: str) -> bool:
        """Whether evidence of a role stands in the line itself."""
        spans = (e.span for e in self.claim.evidence if e.role == role)
        return any(self.start <= span.start < self.end for span in spans)


def with_closings(
    document: Document, paper: Decision, products: Sequence[Product], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims ``told``; those of lines that add up with what their rows are.

    ``products`` are in the order of the text.
    """
    ends = [row_span(product).end for product in products]
    content = document.content_digest()
    made = []
    closed: list[tuple[int, int]] = [(0, 0)]  # where a line adds up, and the rows before it
    for claim in told:
        line = _line(document, claim)
        before = bisect_right(ends, line.start)
        if claim.reader == "table" or not before or not _adds_up(document, line):
            made.append(claim)
            continue
        if closed[-1][0] != line.start:
            closed.append((line.start, before))
        own = products[closed[-2][1] : before]
        made.append(_meaning(line, own, products[:before], paper, content))
    ids = {old.claim_id: new.claim_id for old, new in zip(told, made, strict=True)}
    return tuple(
        replace(claim, part_of=ids.get(claim.part_of)) if claim.part_of else claim for claim in made
    )


def _line(document: Document, claim: Claim) -> _Line:
    text = document.text
    end = text.find("\n", claim.quote.end)
    return _Line(claim, text.rfind("\n", 0, claim.quote.start) + 1, end if end >= 0 else len(text))


def _adds_up(document: Document, line: _Line) -> bool:
    if line.end - line.start > _LONGEST:
        return False
    exact = line.claim.comparator is Comparator.EXACT and line.claim.count_high is None
    words = fold(document.text[line.start : line.end])
    return exact and any(True for _ in CLOSING.matches(words))


def _meaning(
    line: _Line,
    own: Sequence[Product],
    above: Sequence[Product],
    paper: Decision,
    content: str,
) -> Claim:
    """What a number says of the rows since the last such line, or of all rows above it."""
    claim = line.claim
    if any(EXCERPT in row.reasons for row in above):
        return claim
    has_class = line.prints("stars")
    groups = [[r for r in rows if _fits(claim, r) or not has_class] for rows in (own, above)]
    rows = next((group for group in groups if len(group) == claim.count), None)
    changed = claim
    if not has_class:
        changed = _with_classes(changed, rows or own, counted=rows is not None)
    if rows is not None and not (line.prints("kind") and claim.kind is not Kind.CUMULATIVE):
        changed = _with_kind(changed, rows, paper)
    if changed == claim:
        return claim
    sentence = next((e.span.text for e in claim.evidence if e.role == "sentence"), "")
    return replace(changed, claim_id=changed.digest(sentence or claim.quote.text, content))


def _fits(claim: Claim, row: Product) -> bool:
    return row.stars in claim.stars and row.potential5 == claim.potential5


def _with_classes(claim: Claim, rows: Sequence[Product], *, counted: bool) -> Claim:
    """The claim with the classes of the rows; where another number stands there, of several."""
    classes = classes_of(rows) if rows else claim.stars
    if classes == claim.stars or not (counted or len(classes) > 1):
        return claim
    evidence = tuple(e for e in claim.evidence if e.role != "stars")
    reasons = tuple(reason for reason in claim.reasons if reason not in _CLASS_DOUBTS)
    return replace(claim, stars=classes, potential5=False, evidence=evidence, reasons=reasons)


def _with_kind(claim: Claim, rows: Sequence[Product], paper: Decision) -> Claim:
    kinds = {row.standing for row in rows}
    kind = next(iter(kinds)) if len(kinds) == 1 else claim.kind
    if kind is claim.kind or kind not in _MEANT or claim.kind not in _MEANT | {Kind.CUMULATIVE}:
        return claim
    evidence = tuple(e for e in claim.evidence if e.role != "kind")
    reasons = tuple(reason for reason in claim.reasons if reason not in _KIND_DOUBTS)
    changed = replace(claim, kind=kind, evidence=evidence, reasons=reasons)
    if kind not in TIED:
        return replace(changed, decision=None, decision_date=None)
    if kind is Kind.WITHDRAWN or paper.date is None:
        return changed
    return replace(
        changed,
        decision=paper.number,
        decision_date=paper.date,
        as_of=paper.date,
        as_of_anchor="decision",
    )
