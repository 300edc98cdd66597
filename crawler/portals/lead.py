"""The lead of an article, where no element holds it: the first paragraph, bold as a whole."""

from __future__ import annotations

from parsel import Selector

from crawler.portals.text import glimpse, text_of

_LEAST_WORDS = 8
_FIRST = 12


def lead(body: Selector | None) -> str:
    """The bold first paragraph of a body as printed, or empty; a bold heading is none."""
    if body is None:
        return ""
    for line in body.css("p, h2, h3, h4, div, strong, b")[:_FIRST]:
        words = "" if line.xpath("boolean(.//p | .//div)").get() == "1" else glimpse(line, 2000)
        if not words:
            continue
        return words if _is_bold(line, words) and len(words.split()) >= _LEAST_WORDS else ""
    return ""


def _is_bold(line: Selector, words: str) -> bool:
    if line.root.tag in ("strong", "b"):
        return True
    bold = line.xpath(".//*[self::b or self::strong][not(ancestor::b or ancestor::strong)]")
    return "".join(map(text_of, bold)).replace(" ", "") == words.replace(" ", "")
