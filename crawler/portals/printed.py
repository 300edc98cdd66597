"""Dates that a page prints: where a family has them, or right below the headline.

Dates below the text are those of other articles; a date line of its own between headline
and text is that of the article, a date inside a sentence is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsel import Selector

from crawler.portals.dates import is_date_line, published, says_now
from crawler.portals.publication import Place, Told
from crawler.portals.text import glimpse

_ENDS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "aside", "footer"})
_HOLDERS = frozenset({"span", "p", "div", "time", "em", "i", "small", "b", "strong"})
_PROSE_WORDS = 15
_REACH = 40


def of_elements(elements: Iterable[Selector], body: Selector | None) -> Iterator[Told]:
    """Dates of elements, without those that stand after the end of the body."""
    below = frozenset() if body is None else frozenset(body.root.xpath("following::*"))
    for element in elements:
        if element.root in below:
            continue
        for printed in (element.attrib.get("datetime", ""), glimpse(element)):
            if date := published(printed):
                yield Told(date, Place.PRINTED, now=says_now(printed))
                break


def below_title(title: Selector | None) -> Iterator[Told]:
    """Date lines between the headline and the first paragraph, list or other heading."""
    if title is None:
        return
    for element in _following(title):
        words = glimpse(element)
        if not len(element.root) and len(words.split()) > _PROSE_WORDS:
            return
        if is_date_line(words):
            yield Told(published(words), Place.PRINTED, now=says_now(words))


def _following(title: Selector) -> Iterator[Selector]:
    """Elements after the headline that may hold a date line, up to where something else begins."""
    for element in title.xpath(f"following::*[position() <= {_REACH}]"):
        if element.root.tag in _ENDS:
            return
        if element.root.tag in _HOLDERS:
            yield element
