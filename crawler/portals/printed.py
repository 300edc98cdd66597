"""Dates that a page prints: where a family has them, or right below the headline.

Dates below the text are those of other articles; a date line of its own below the
headline is that of the article, a date inside a sentence is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsel import Selector

from crawler.portals.dates import is_date_line, published, says_now
from crawler.portals.publication import Place, Told
from crawler.portals.text import text_of

_BELOW_TITLE = (
    "(following::span | following::p | following::div | following::time | following::em | "
    "following::i | following::small | following::li)[position() <= 40][not(ancestor::a)]"
)


def of_elements(elements: Iterable[Selector], body: Selector | None) -> Iterator[Told]:
    """Dates of elements, without those that stand after the end of the body."""
    below = frozenset() if body is None else frozenset(body.root.xpath("following::*"))
    for element in elements:
        if element.root in below:
            continue
        for printed in (element.attrib.get("datetime", ""), text_of(element)):
            if date := published(printed):
                yield Told(date, Place.PRINTED, now=says_now(printed))
                break


def below_title(title: Selector | None, body: Selector | None) -> Iterator[Told]:
    """Date lines between the headline and the end of the body."""
    if title is not None:
        lines = (one for one in title.xpath(_BELOW_TITLE) if is_date_line(text_of(one)))
        yield from of_elements(lines, body)
