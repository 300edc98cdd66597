"""``python -m bench``: how fast ocop reads, beside its peers, in one run.

Every figure is the median of three passes over the same texts on this machine; what
counts is the ratio to the peer measured next to it. Nothing here is a test.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extract.documents.html import from_html
from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import read

ROOT = Path(__file__).parents[1]
PASSES = 3


def main() -> None:
    """Measure and print; takes a minute or two."""
    dense = labelled(sorted((ROOT / "tests" / "gold").glob("dev-*.jsonl")))
    plain = ordinary_news()
    pages = [
        p.read_text("utf-8", "replace") for p in sorted((ROOT / "corpus/sample").glob("*.html"))
    ]
    table = Table("work", "ocop, chars/s", "peer", "peer, chars/s", "ratio")
    tokenise = peer_tokeniser()
    for name, texts in (("labelled texts → claims", dense), ("news without OCOP → claims", plain)):
        row(table, name, texts, read_text, "underthesea word_tokenize", tokenise)
    few = dense[:4]
    row(table, "labelled texts → claims (4)", few, read_text, "underthesea ner", peer_ner())
    row(table, "sample pages → claims", pages, read_page, "trafilatura extract", peer_trafilatura())
    Console().print(table)


def row(
    table: Table,
    name: str,
    texts: Sequence[str],
    ours: Callable[[str], object],
    peer: str,
    theirs: Callable[[str], object] | None,
) -> None:
    """Measure one pair, one after the other, and add it to the table."""
    mine = speed(ours, texts)
    if theirs is None:
        table.add_row(name, f"{mine:,.0f}", f"{peer} (not installed)", "–", "–")
        return
    other = speed(theirs, texts)
    table.add_row(name, f"{mine:,.0f}", peer, f"{other:,.0f}", f"{mine / other:.2f}")


def speed(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Median characters a second over the passes, after one to warm up."""
    work(texts[0])
    figures = []
    for _ in range(PASSES):
        start = time.perf_counter()
        for text in texts:
            work(text)
        figures.append(sum(map(len, texts)) / (time.perf_counter() - start))
    return statistics.median(figures)


def labelled(files: Sequence[Path]) -> list[str]:
    """Texts full of counts: most of their sentences matter."""
    return [json.loads(line)["text"] for f in files for line in f.read_text("utf-8").splitlines()]


def ordinary_news() -> list[str]:
    """Texts of a like length that never speak of OCOP."""
    sentence = "Hội nghị triển khai kế hoạch phòng chống thiên tai trên địa bàn huyện năm nay. "
    return [sentence * 40 for _ in range(40)]


def read_text(text: str) -> object:
    """Text to claims, everything included."""
    return read(from_text(text, document_id="b", published="2023-06-15", source=SourceInfo()))


def read_page(page: str) -> object:
    """HTML to claims."""
    return read(from_html(page, document_id="b"))


def peer_tokeniser() -> Callable[[str], object]:
    """underthesea's word tokeniser over the whole text."""
    from underthesea import word_tokenize

    return lambda text: word_tokenize(text)


def peer_ner() -> Callable[[str], object]:
    """underthesea's named entities over the whole text."""
    from underthesea import ner

    return lambda text: ner(text)


def peer_trafilatura() -> Callable[[str], object] | None:
    """trafilatura's main text of a page, where it is installed."""
    try:
        from trafilatura import extract
    except ImportError:
        return None
    return lambda page: extract(page)


if __name__ == "__main__":
    main()
