"""A Reading on a terminal: the text with its evidence coloured, then claims in words.

The mark ⟨2⟩ stands after the words from which claim 2 was read, so that text and claims
belong together without colour as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from extract.claims.why import Reason
from extract.model import (
    Block,
    BlockKind,
    Claim,
    Document,
    Issue,
    Label,
    Mention,
    Reading,
)
from ocop.decision_view import decision_on_screen
from ocop.indented import Indented
from ocop.page_turns import page_turns
from ocop.phrases import Lang
from ocop.records import Because, issues_of
from ocop.rows_view import products_on_screen
from ocop.wording import claim_in_words, reasons_in_words

STYLES = {
    "number": "bold green",
    "noun": "green",
    "stars": "bold yellow",
    "place": "bold cyan",
    "time": "bold magenta",
    "decision": "bold blue",
    "kind": "bold red",
}
_FURNITURE = "dim"
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the screen in one language."""

    legend: dict[str, str]
    claims: str
    no_claims: str
    issues: str
    why: str
    confidence: str
    published: str
    published_unknown: str
    source: str
    part: str
    names: dict[Label, str]


LABELS = {
    Lang.EN: Labels(
        legend={
            "number": "number",
            "stars": "stars",
            "place": "place",
            "time": "time",
            "decision": "decision",
            "kind": "kind",
        },
        claims="Claims",
        no_claims="No count of OCOP products was found in this document.",
        issues="Not understood",
        why="doubt",
        confidence="confidence",
        published="published {} (found in: {})",
        published_unknown="publication date not found",
        source="source",
        part="part of claim",
        names={Label.PRODUCT: "Products", Label.PRODUCER: "Producers"},
    ),
    Lang.VI: Labels(
        legend={
            "number": "số lượng",
            "stars": "số sao",
            "place": "địa danh",
            "time": "thời gian",
            "decision": "quyết định",
            "kind": "tình trạng",
        },
        claims="Số liệu đọc được",
        no_claims="Không tìm thấy số lượng sản phẩm OCOP nào trong văn bản này.",
        issues="Chưa hiểu",
        why="điểm nghi ngờ",
        confidence="độ tin cậy",
        published="đăng {} (lấy từ: {})",
        published_unknown="không tìm thấy ngày đăng",
        source="nguồn",
        part="nằm trong số liệu",
        names={Label.PRODUCT: "Sản phẩm", Label.PRODUCER: "Chủ thể"},
    ),
}


def reading_on_screen(
    reading: Reading,
    lang: Lang = Lang.EN,
    *,
    whole_text: bool = True,
    because: Because | None = None,
) -> RenderableType:
    """Lay out one reading.

    Args:
        reading: what was read.
        lang: language of everything but the document itself.
        whole_text: False leaves the text out and keeps the claims and issues.
        because: for each claim the reasons of its choices, to be shown below it.
    """
    labels = LABELS[lang]
    parts: list[RenderableType] = [_head(reading.document, labels)]
    if reading.decision is not None:
        parts += decision_on_screen(reading.decision, STYLES["decision"], lang)
    if whole_text:
        parts += [_legend(labels), *_text(reading, lang)]
    parts.append(Rule(f"{labels.claims} ({len(reading.claims)})", align="left"))
    if not reading.claims:
        parts.append(Text(labels.no_claims))
    parts += list(_claims(reading.claims, lang, because))
    if reading.products:
        parts += products_on_screen(reading.products, lang)
    issues = issues_of(reading)
    if issues:
        parts.append(Rule(f"{labels.issues} ({len(issues)})", align="left"))
        parts += [_issue(issue) for issue in issues]
    return Group(*parts)


def names_on_screen(names: Iterable[Mention], lang: Lang = Lang.EN) -> RenderableType:
    """Products and producers, each name once, in the order of the text."""
    parts: list[RenderableType] = []
    found = list(names)
    for label, title in LABELS[lang].names.items():
        told = dict.fromkeys(name.span.text for name in found if name.label is label)
        parts.append(Rule(f"{title} ({len(told)})", align="left"))
        parts += [Text(name) for name in told]
    return Group(*parts)


def _head(document: Document, labels: Labels) -> Text:
    published = document.published
    date = (
        labels.published.format(published.date, published.found_by.value)
        if published
        else labels.published_unknown
    )
    source = document.source
    facts = [date]
    if source.name != "unknown" or source.province:
        facts.append(f"{labels.source}: {source.name} {source.province or ''}".rstrip())
    if document.url:
        facts.append(document.url)
    return Text.assemble(
        (document.title, "bold"), "\n" if document.title else "", " · ".join(facts)
    )


def _legend(labels: Labels) -> Text:
    names = [(name, STYLES[role]) for role, name in labels.legend.items()]
    return Text(" · ").join(Text(name, style) for name, style in names)


def _text(reading: Reading, lang: Lang) -> Iterator[RenderableType]:
    """The blocks in order, with rules between pages; the whole text as one without blocks."""
    document = reading.document
    marked, numbers = _marked(reading), _claim_numbers(reading.claims)
    whole = replace(document, blocks=(Block(BlockKind.PARAGRAPH, 0, len(document.text)),))
    for block, turn in page_turns(document if document.blocks else whole, lang):
        if turn:
            yield Rule(turn, align="left", style="dim")
        piece = _numbered(marked[block.start : block.end], block.start, numbers)
        piece.rstrip()
        if not piece.plain.strip():
            continue
        if block.kind is BlockKind.FURNITURE:
            piece.stylize(_FURNITURE)
        elif block.kind in _HEADINGS:
            piece.stylize("bold")
        bullet = "• " if block.kind is BlockKind.LIST_ITEM else ""
        yield Indented(Text.assemble(bullet, piece), 2)


def _marked(reading: Reading) -> Text:
    """The text in the colours of its evidence."""
    # Terminals act on control characters; a page must not be able to steer one.
    marked = Text("".join(_harmless(character) for character in reading.document.text))
    for decision in reading.decisions:
        marked.stylize(STYLES["decision"], decision.span.start, decision.span.end)
    for claim in reading.claims:
        for evidence in claim.evidence:
            if evidence.role in STYLES:
                marked.stylize(STYLES[evidence.role], evidence.span.start, evidence.span.end)
    return marked


def _claim_numbers(claims: tuple[Claim, ...]) -> dict[int, str]:
    """The mark that follows each quote, by the end of the quote: ⟨2⟩, or ⟨2,3⟩ for two claims."""
    at: dict[int, list[str]] = {}
    for number, claim in enumerate(claims, 1):
        at.setdefault(claim.quote.end, []).append(str(number))
    return {end: f"⟨{','.join(numbers)}⟩" for end, numbers in at.items()}


def _numbered(piece: Text, start: int, numbers: dict[int, str]) -> Text:
    """``piece``, which begins at ``start`` of the document, with the marks of its claims."""
    ends = sorted(end for end in numbers if start < end <= start + len(piece))
    whole = Text()
    for part, end in zip_longest(piece.divide([end - start for end in ends]), ends):
        whole.append_text(part)
        if end is not None:
            whole.append(numbers[end], "bold")
    return whole


def _harmless(character: str) -> str:
    """One printable character for each one of the text, so that offsets stay."""
    if character in "\n\t" or character.isprintable():
        return character
    return "\N{REPLACEMENT CHARACTER}" if ord(character) < 0xA0 else " "


def _claims(
    claims: tuple[Claim, ...], lang: Lang, because: Because | None = None
) -> Iterator[RenderableType]:
    numbers = {claim.claim_id: number for number, claim in enumerate(claims, 1)}
    for number, claim in enumerate(claims, 1):
        words = Text(claim_in_words(claim, lang), "bold")
        yield Indented(words, 4, f"{number:>2}. ")
        yield Indented(_grounds(claim, lang, numbers), 4)
        for reason in because[number - 1] if because else ():
            yield Indented(_reason(reason), 6)


def _grounds(claim: Claim, lang: Lang, numbers: dict[str, int]) -> Text:
    """Quote, part-of, confidence and reasons of one claim."""
    labels = LABELS[lang]
    lines = Text.assemble("“", (" ".join(claim.quote.text.split()), STYLES["number"]), "”")
    whole = numbers.get(claim.part_of or "")
    if whole:
        lines.append(f" · {labels.part} {whole}")
    lines.append(f" · {labels.confidence} {claim.confidence:.0%}")
    if claim.reasons:
        lines.append(f" · {labels.why}: {reasons_in_words(claim.reasons, lang)}")
    if claim.claim_id:
        lines.append(f" · {claim.claim_id}", "dim")
    return lines


_CARRIED = 4
"""Features of a choice that are shown."""


def _reason(reason: Reason) -> Text:
    """One choice, how sure it is, and what carried it: "kind new 93% ← …"."""
    carried = " · ".join(f"{name} {amount:+.1f}" for name, amount in reason.carried[:_CARRIED])
    line = Text.assemble((reason.field, "dim"), f" {reason.chosen} {reason.share:.0%}")
    return line.append(f" ← {carried}", "dim") if carried else line


def _issue(issue: Issue) -> RenderableType:
    line = Text.assemble(issue.message, (f" [{issue.code}]", "dim"))
    if issue.span:
        line.append(f" “{' '.join(issue.span.text.split())}”")
    if issue.advice:
        line.append(f" → {issue.advice}")
    return Indented(line, 2, "!")
