"""The rows of the table of speed: which work, over which texts, beside which peer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench import texts
from bench.peers import dates, entities, patterns, quantities, words
from bench.report import NOT_INSTALLED, Say, Table
from bench.speed import Work, compare
from extract.documents.html import from_html
from extract.documents.plain import from_text
from extract.model import Document, SourceInfo
from extract.reading import read
from ocop.evaluate import GoldDocument

SOURCE = SourceInfo(name="Báo Nghệ An", type="newspaper", province="Nghệ An")
PUBLISHED = "2023-06-15"
FEW = 20
"""Labelled documents of those that speed is measured on that slow peers read."""
FEW_NEWS = 2
"""Items of news that a peer reads whole that is quadratic in what it is given."""
PASSES = 5
SLOW_PASSES = 1


def measure(documents: Sequence[GoldDocument], say: Say) -> Table:
    """Every pair, in one run."""
    labelled = [document.text for document in texts.evenly(documents, texts.PACED)]
    few, news, pages = texts.evenly(labelled, FEW), texts.news(), texts.pages()
    table = Table(
        "Speed",
        ("texts", "ocop's work", "ocop, chars/s", "peer", "peer, chars/s", "ratio"),
        "CPU time of one process, turn by turn; ratio above 1: ocop is faster. *Whole*: all of "
        "ocop's reading, text or page to claims, whatever part of that the peer does; *rules*: "
        "the same without the learned second reader.",
        read=f"{len(labelled)} of {len(documents):,} labelled documents, evenly (*few*: "
        f"{len(few)} of those), {len(news)} items of ordinary news (*few*: {FEW_NEWS}), "
        f"{len(pages)} pages of the sample",
    )
    rows = _Rows(table, say)
    for peer, load, passes, over in (
        ("underthesea word_tokenize", words.tokeniser, PASSES, labelled),
        ("underthesea ner, by sentence", _names, SLOW_PASSES, few),
    ):
        theirs = load()
        name = "labelled" if over is labelled else "labelled, few"
        rows.add(name, over, "whole", claims, peer, theirs, passes)
        rows.add(name, over, "rules", claims_by_rules, peer, theirs, passes)
        rows.add("news", news, "whole", claims, peer, theirs, passes)
        rows.add("news", news, "rules", claims_by_rules, peer, theirs, passes)
    whole = entities.load()
    peer = "underthesea ner, whole text"
    for name, over in (("labelled, few", few), ("news, few", news[:FEW_NEWS])):
        rows.add(name, over, "whole", claims, peer, whole, SLOW_PASSES)
        rows.add(name, over, "rules", claims_by_rules, peer, whole, SLOW_PASSES)
    rows.add("labelled", labelled, "whole", claims, "bare patterns", _bare, SLOW_PASSES)
    peer = "dateparser search_dates (dates only)"
    rows.add("labelled, few", few, "whole", claims, peer, _dates())
    peer = "quantulum3 (numbers only)"
    rows.add("labelled, few", few, "whole", claims, peer, quantities.load())
    peer = "trafilatura (text only)"
    rows.add("pages", pages, "whole", page_claims, peer, words.main_text())
    return table


class _Rows:
    """Measures pairs, and puts each into the table."""

    def __init__(self, table: Table, say: Say) -> None:
        self._table = table
        self._say = say

    def add(
        self,
        texts: str,
        over: Sequence[str],
        work: str,
        ours: Work,
        peer: str,
        theirs: Work | None,
        passes: int = 3,
    ) -> None:
        """One row: ``ours`` and ``theirs`` over the same texts."""
        if theirs is None:
            self._table.add(texts, work, "", peer, NOT_INSTALLED)
            return
        self._say(f"{texts}, {work}, beside {peer}")
        pair = compare(ours, theirs, over, passes)
        ratio = f"{pair.ratio:.2f}" if pair.ratio < 10 else f"{pair.ratio:.0f}"
        self._table.add(texts, work, f"{pair.ours:,.0f}", peer, f"{pair.theirs:,.0f}", ratio)


def claims(text: str) -> object:
    """Text to claims, everything included."""
    return read(_document(text))


def claims_by_rules(text: str) -> object:
    """The same without the second reader, by the weights that were learned without it."""
    return read(_document(text), second=_nobody)


def _nobody() -> None:
    """No second reader."""


def page_claims(page: str) -> object:
    """HTML to claims."""
    return read(from_html(page, document_id="b"))


def _bare(text: str) -> object:
    return patterns.read(_document(text))


def _document(text: str) -> Document:
    return from_text(text, document_id="b", published=PUBLISHED, source=SOURCE)


def _names() -> Work:
    return entities.by_sentence(entities.load())


def _dates() -> Callable[[str], object] | None:
    searches = dates.load()
    return None if searches is None else lambda text: searches[0](text, PUBLISHED)
