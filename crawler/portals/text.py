"""Visible text of elements, for titles, dates and words of links."""

from __future__ import annotations

import unicodedata

from parsel import Selector

_BLOCKS = "self::p or self::div or self::li or self::tr or self::br or self::h2 or self::h3"
_UNSEEN = "not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)"


def text_of(element: Selector) -> str:
    """Text of an element in one line: NFC, blanks collapsed, scripts and styles left out."""
    return " ".join(lines_of(element).splitlines())


def lines_of(element: Selector) -> str:
    """Text of an element, one line for each block (paragraph, list item, row) in it."""
    lines: list[str] = []
    for node in element.xpath(f".//text()[{_UNSEEN}] | .//*[{_BLOCKS}]"):
        if isinstance(node.root, str):
            if lines:
                lines[-1] += node.root
            else:
                lines.append(node.root)
        else:
            lines.append("")
    return "\n".join(filter(None, map(_tidy, lines)))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
