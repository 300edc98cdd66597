"""An explanation on a terminal and as JSON: from the number to the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from rich.console import Group, RenderableType
from rich.text import Text

from extract.model import Span
from ocop.explain import Explanation, Ground, Part
from ocop.phrases import Lang
from ocop.records import Json, claim_record
from ocop.render import STYLES, Indented
from ocop.wording import claim_in_words, number_in_words

_PARTS = {
    Lang.EN: {
        Part.CHOSEN: "Chosen",
        Part.AGREES: "Agrees",
        Part.RIVAL: "Says otherwise",
        None: "Claim",
    },
    Lang.VI: {
        Part.CHOSEN: "Được chọn",
        Part.AGREES: "Khớp",
        Part.RIVAL: "Nói khác",
        None: "Số liệu",
    },
}
_WORDS = {
    Lang.EN: {
        "page": "page",
        "archived": "archived",
        "read": "read",
        "why": "because",
        "gone": "not in this archive",
        "published": "published",
        "none": "No document gives this number yet: silence, not zero.",
    },
    Lang.VI: {
        "page": "trang",
        "archived": "lưu trữ",
        "read": "cách đọc",
        "why": "căn cứ",
        "gone": "không có trong kho lưu trữ này",
        "published": "đăng",
        "none": "Chưa có văn bản nào nêu số này: chưa có số liệu, không phải là 0.",
    },
}


def explanation_record(explanation: Explanation, lang: Lang) -> dict[str, Json]:
    """The explanation as JSON values."""
    return {
        "cell": dict(explanation.cell) if explanation.cell else None,
        "claims": [_ground_record(ground, lang) for ground in explanation.grounds],
    }


def explanation_on_screen(explanation: Explanation, lang: Lang) -> RenderableType:
    """The explanation laid out for a terminal."""
    parts: list[RenderableType] = []
    if explanation.cell is not None:
        parts.append(_cell(explanation.cell, lang))
        if not explanation.grounds:
            parts.append(Text(_WORDS[lang]["none"]))
    for ground in explanation.grounds:
        parts.append(_headline(ground, lang))
        parts.append(Indented(Group(*_details(ground, lang)), 4))
    return Group(*parts)


def _cell(cell: dict[str, str | int | float | bool | None], lang: Lang) -> Text:
    value = cell["value"]
    said = "–" if value is None else number_in_words(int(value), lang)
    facts = [cell["province"], cell["series"], cell["star_class"], cell["time"], cell["status"]]
    return Text.assemble(
        (said, "bold green"),
        "  ",
        " · ".join(str(fact) for fact in facts if fact is not None),
        (f"  {cell['cell_id']}", "dim"),
    )


def _headline(ground: Ground, lang: Lang) -> Text:
    return Text.assemble(
        (f"{_PARTS[lang][ground.part]}: ", "bold"), claim_in_words(ground.claim, lang)
    )


def _details(ground: Ground, lang: Lang) -> Iterator[Text]:
    words, claim, page = _WORDS[lang], ground.claim, ground.page
    if ground.sentence is not None:
        yield Text.assemble("“", _sentence(ground.sentence, claim.quote), "”")
    published = f"{words['published']} {page.published}" if page.published else ""
    yield Text(" · ".join(part for part in (page.title, page.source, published) if part))
    yield Text(f"{words['page']}: {page.url or '–'}")
    if page.capture is None:
        yield Text(f"{words['archived']}: {words['gone']}")
    else:
        at = f"{page.capture.warc} @ {page.capture.offset}"
        yield Text(f"{words['archived']}: {page.capture.fetched_at} · {at}")
    yield Text(f"sha256: {page.document_id}", "dim")
    how = f"{words['read']}: {claim.reader} {claim.rule} · {claim.confidence:.0%}"
    because = f" · {words['why']}: {'; '.join(claim.reasons)}" if claim.reasons else ""
    yield Text(how + because)
    yield Text(claim.claim_id, "dim")


def _sentence(sentence: Span, quote: Span) -> Text:
    """The sentence with its number in colour."""
    text = Text(" ".join(sentence.text.split("\n")))
    start = quote.start - sentence.start
    if start >= 0 and quote.end <= sentence.end:
        text.stylize(STYLES["number"], start, start + len(quote.text))
    return text


def _ground_record(ground: Ground, lang: Lang) -> dict[str, Json]:
    claim = claim_record(ground.claim, lang)
    del claim["evidence"]
    page = ground.page
    return {
        "part": ground.part.value if ground.part else None,
        "claim": claim,
        "sentence": ground.sentence.text if ground.sentence else None,
        "document": {
            "id": page.document_id,
            "title": page.title,
            "url": page.url,
            "published": page.published,
            "source": page.source,
        },
        "capture": asdict(page.capture) if page.capture else None,
    }
