"""Visible text of elements, for titles, bodies, dates and words of links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree
from parsel import Selector
from resiliparse.extract.html2text import extract_plain_text

_UNSEEN = frozenset({"script", "style", "noscript", "template", "select", "textarea", "svg"})
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
        "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_LINE_NODES = 60
# {title}, {{ item.title }}, ${head}, <%= publish %>: a template that nobody filled.
_UNFILLED = re.compile(r"(?:\$?\{{1,3}[^{}]{0,80}\}{1,3}|<%.{0,80}?%>|\[\[[\w.]{1,80}\]\])")


def text_of(element: Selector) -> str:
    """Text of an element in one line: NFC, blanks collapsed, scripts and styles left out."""
    return " ".join(lines_of(element).split())


def glimpse(element: Selector, letters: int = 400) -> str:
    """Text of an element in one line, empty when that is longer than a line.

    What holds half the page is not read: selectors match such elements in odd pages, one
    inside the other.
    """
    if sum(1 for _ in islice(element.root.iter(), _LINE_NODES + 1)) > _LINE_NODES:
        return ""
    text = text_of(element)
    return text if len(text) <= letters else ""


def lines_of(element: Selector) -> str:
    """Text of an element, one line for each block (paragraph, list item, table row) in it.

    Cells of a table row stay in one line, a blank between them, unless they hold blocks.
    """
    return "\n".join(_lines(element.root))


def has_text(element: Selector) -> bool:
    """Whether an element shows any text that is no unfilled place of a template."""
    return any(is_filled(line) for line in _lines(element.root))


def is_filled(text: str) -> bool:
    """Whether a text says something: it is not empty, and no unfilled template (``{title}``)."""
    return bool(_UNFILLED.sub("", text).strip(" \t\n-–|:,."))


def main_text(html: str) -> str:
    """The main content of a page of which nothing is known, one line a block.

    It loses leads of some pages, and keeps lists of others.
    """
    plain = extract_plain_text(
        html, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False
    )
    return "\n".join(filter(is_filled, map(tidy, plain.splitlines())))


def tidy(text: str) -> str:
    """Text in one line: NFC, blanks collapsed."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _lines(root: object) -> Iterator[str]:
    """Lines of a tree that hold something; an attribute or text node is its own line."""
    if not isinstance(root, etree._Element):
        yield from filter(None, [tidy(str(root))])
        return
    line: list[str] = []
    for piece in _pieces(root):
        if piece is None:
            yield from filter(None, [tidy("".join(line))])
            line = []
        else:
            line.append(piece)
    yield from filter(None, [tidy("".join(line))])


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Texts of a tree in order, None where a line ends. Not recursive: pages nest deeply."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("comment", "pi"):
            yield from _tail(node, root)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start" and tag in _UNSEEN:
            walk.skip_subtree()
        elif event == "start":
            yield from _border(tag)
            yield node.text or ""
        else:
            yield from _border(tag)
            yield from _tail(node, root)


def _border(tag: str) -> Iterable[str | None]:
    if tag in _CELLS:
        return (" ",)
    return (None,) if tag in _BLOCKS else ()


def _tail(node: etree._Element, root: etree._Element) -> Iterable[str]:
    return () if node is root or not node.tail else (node.tail,)
