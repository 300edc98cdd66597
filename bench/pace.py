"""The rows of the table of speed: which work, over which texts, beside which peer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench import second_reader, texts
from bench.peers import dates, entities, patterns, quantities, words
from bench.report import NOT_INSTALLED, Table
from bench.speed import Work, compare
from extract.documents.html import from_html
from extract.documents.plain import from_text
from extract.model import Document, SourceInfo
from extract.reading import read

SOURCE = SourceInfo(name="Báo Nghệ An", type="newspaper", province="Nghệ An")
PUBLISHED = "2023-06-15"
SLOW_PASSES = 1


def measure(labelled: Sequence[str]) -> Table:
    """Every pair, in one run."""
    table = Table(
        "Speed",
        ("ocop's work", "ocop, chars/s", "peer", "peer, chars/s", "ratio"),
        "CPU time, turn by turn; ratio above 1: ocop is faster. *Few*: every "
        f"{texts.EVERY}th labelled text. ocop's side is all of its reading, text or page to "
        "claims, whatever part of that the peer does.",
    )
    few = [labelled[i] for i in texts.positions(labelled)]
    news, pages = texts.news(), texts.pages()
    tokens = ("underthesea word_tokenize", words.tokeniser())
    names = ("underthesea ner, by sentence", entities.by_sentence(entities.load()))
    _row(table, "labelled texts", labelled, claims, *tokens)
    _row(table, "ordinary news", news, claims, *tokens)
    _row(table, "labelled texts, few", few, claims, *names, SLOW_PASSES)
    _row(table, "ordinary news", news, claims, *names, SLOW_PASSES)
    _row(
        table,
        "ordinary news",
        news[:2],
        claims,
        "underthesea ner, whole text",
        entities.load(),
        SLOW_PASSES,
    )
    _row(table, "labelled texts", labelled, claims, "bare patterns", _bare)
    _row(
        table, "labelled texts, few", few, claims, "dateparser search_dates (dates only)", _dates()
    )
    _row(table, "labelled texts, few", few, claims, "quantulum3 (numbers only)", quantities.load())
    _row(table, "sample pages", pages, page_claims, "trafilatura (text only)", words.main_text())
    if second_reader.shipped() is not None:
        rules = ("ocop, rules alone", second_reader.without(claims))
        _row(table, "labelled texts, two readers", labelled, claims, *rules)
        _row(table, "ordinary news, two readers", news, claims, *rules)
    return table


def _row(
    table: Table,
    name: str,
    over: Sequence[str],
    ours: Work,
    peer: str,
    theirs: Work | None,
    passes: int = 3,
) -> None:
    if theirs is None:
        table.add(name, "", peer, NOT_INSTALLED)
        return
    pair = compare(ours, theirs, over, passes)
    ratio = f"{pair.ratio:.2f}" if pair.ratio < 10 else f"{pair.ratio:.0f}"
    table.add(name, f"{pair.ours:,.0f}", peer, f"{pair.theirs:,.0f}", ratio)


def claims(text: str) -> object:
    """Text to claims, everything included."""
    return read(_document(text))


def page_claims(page: str) -> object:
    """HTML to claims."""
    return read(from_html(page, document_id="b"))


def _bare(text: str) -> object:
    return patterns.read(_document(text))


def _document(text: str) -> Document:
    return from_text(text, document_id="b", published=PUBLISHED, source=SOURCE)


def _dates() -> Callable[[str], object] | None:
    searches = dates.load()
    return None if searches is None else lambda text: searches[0](text, PUBLISHED)
