"""An explanation on a terminal and as JSON: from the number to the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from crawler.archive import Capture
from national.explain import Explanation
from national.records import AnsweredCell, ExplainedClaim
from ocop.explain import FindCapture, claim_of
from ocop.fragments import places_in_words
from ocop.indented import Indented
from ocop.phrases import Lang
from ocop.records import Json
from ocop.render import STYLES
from ocop.wording import claim_in_words, number_in_words, reasons_in_words


@dataclass(frozen=True, slots=True)
class ExplanationLabels:
    """The fixed words of an explanation in one language."""

    chosen: str
    supporting: str
    rival: str
    page: str
    archived: str
    not_archived: str
    read: str
    doubt: str
    published: str
    stands: str
    more: str


SHOWN = 5
"""Claims of one part that a terminal shows; JSON has them all."""

LABELS = {
    Lang.EN: ExplanationLabels(
        chosen="Chosen",
        supporting="Agrees",
        rival="Says otherwise",
        page="page",
        archived="archived",
        not_archived="not in this archive",
        read="read by",
        doubt="doubt",
        published="published",
        stands="stands on",
        more="… and {} more: --json shows them all.",
    ),
    Lang.VI: ExplanationLabels(
        chosen="Được chọn",
        supporting="Khớp",
        rival="Nói khác",
        page="trang",
        archived="lưu trữ",
        not_archived="không có trong kho lưu trữ này",
        read="cách đọc",
        doubt="điểm nghi ngờ",
        published="đăng",
        stands="vị trí",
        more="… và {} số liệu nữa: xem bằng --json.",
    ),
}


def explanation_record(
    explanation: Explanation, find: FindCapture, lang: Lang = Lang.EN
) -> dict[str, Json]:
    """The explanation as JSON values; every claim with its words and its capture."""
    return {
        "cell": asdict(explanation.cell) if explanation.cell else None,
        "why": explanation.why,
        "chosen": [_record(claim, find, lang) for claim in explanation.chosen],
        "supporting": [_record(claim, find, lang) for claim in explanation.supporting],
        "rivals": [_record(claim, find, lang) for claim in explanation.rivals],
    }


def explanation_on_screen(
    explanation: Explanation, find: FindCapture, lang: Lang = Lang.EN
) -> RenderableType:
    """The explanation laid out for a terminal."""
    labels = LABELS[lang]
    parts: list[RenderableType] = []
    if explanation.cell is not None:
        parts.append(_cell(explanation.cell, lang))
    parts.append(Text(explanation.why))
    for name, claims in (
        (labels.chosen, explanation.chosen),
        (labels.supporting, explanation.supporting),
        (labels.rival, explanation.rivals),
    ):
        parts += _claims(name, claims, find, lang)
    return Group(*parts)


def _claims(
    name: str, claims: Sequence[ExplainedClaim], find: FindCapture, lang: Lang
) -> Iterator[RenderableType]:
    """The first claims of one part; a page is described once, where it is met first."""
    page = ""
    for claim in claims[:SHOWN]:
        yield Text.assemble((f"{name}: ", "bold"), claim_in_words(claim_of(claim), lang))
        details = list(_words(claim, lang))
        if claim.document_id != page:
            page = claim.document_id
            details += _page(claim, find(claim), lang)
        yield Indented(Group(*details), 4)
    if len(claims) > SHOWN:
        yield Text(LABELS[lang].more.format(len(claims) - SHOWN))


def _cell(cell: AnsweredCell, lang: Lang) -> Text:
    said = "–" if cell.value is None else number_in_words(cell.value, lang)
    facts = [cell.province, cell.series, cell.star_class, cell.time, cell.status]
    return Text.assemble(
        (said, "bold green"),
        "  ",
        " · ".join(fact for fact in facts if fact),
        (f"  {cell.cell_id}", "dim"),
    )


def _words(claim: ExplainedClaim, lang: Lang) -> Iterator[Text]:
    """The sentence and how it was read."""
    labels = LABELS[lang]
    if claim.sentence:
        yield Text.assemble("“", _sentence(claim), "”")
    place = places_in_words(claim.evidence, lang)
    if place:
        yield Text(f"{labels.stands}: {place}")
    doubts = reasons_in_words(claim.reasons, lang)
    how = f"{labels.read}: {claim.reader} {claim.rule} · {claim.confidence:.0%}"
    doubt = f" · {labels.doubt}: {doubts}" if doubts else ""
    yield Text.assemble(how, doubt, (f" · {claim.claim_id}", "dim"))


def _page(claim: ExplainedClaim, capture: Capture | None, lang: Lang) -> Iterator[Text]:
    """The page, its address and where the archive keeps it."""
    labels = LABELS[lang]
    published = f"{labels.published} {claim.published}" if claim.published else ""
    source = "" if claim.source_name == "unknown" else claim.source_name
    yield Text(" · ".join(part for part in (claim.title, source, published) if part))
    yield Text(f"{labels.page}: {claim.url or '–'}")
    if capture is None:
        yield Text(f"{labels.archived}: {labels.not_archived}")
    else:
        at = f"{capture.warc} @ {capture.offset}"
        yield Text(f"{labels.archived}: {capture.fetched_at} · {at}")
    yield Text(f"sha256: {claim.document_id}", "dim")


def _sentence(claim: ExplainedClaim) -> Text:
    """The sentence on one line, with its number in colour."""
    words = claim.sentence or ""
    text = Text("".join(" " if letter in "\r\n" else letter for letter in words))
    start = claim.quote_start - (claim.sentence_start or 0)
    if 0 <= start <= len(words) - len(claim.quote):
        text.stylize(STYLES["number"], start, start + len(claim.quote))
    return text


def _record(claim: ExplainedClaim, find: FindCapture, lang: Lang) -> dict[str, Json]:
    capture = find(claim)
    words: dict[str, Json] = {"in_words": claim_in_words(claim_of(claim), lang)}
    return words | asdict(claim) | {"capture": asdict(capture) if capture else None}
