"""Links of a page that lists articles, each once, with the words that stand beside them.

An item of a list links its article from the picture, the headline and "Xem tiếp". Its
words, which relevance is judged by, and its date are those of the largest element that
links to no other article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from lxml import etree
from parsel import Selector

from crawler.portals import addresses
from crawler.portals.dates import is_date_line, published
from crawler.portals.model import Link
from crawler.portals.text import is_filled, lines_of, text_of

_MAX_WORDS = 1000
_REACH = 8
"""Elements around a link that may be its item."""
_OUTER = frozenset({"body", "html", "main", "form", "nav"})


def links(
    page: Selector, anchors: Iterable[Selector], base: str, wanted: Callable[[str], bool]
) -> Iterator[Link]:
    """Links among ``anchors`` that are ``wanted``, in the order of the page.

    Args:
        page: The page, without its noise.
        anchors: Links, or elements that hold them, that a family's selector matched.
        base: What links are relative to.
        wanted: Whether an absolute address is that of an article.
    """
    chosen: dict[str, list[Selector]] = {}
    for anchor in _inner(anchors):
        url = addresses.href(anchor, base)
        if url and wanted(url):
            chosen.setdefault(addresses.cleaned(url), []).append(anchor)
    owners = _owners(page, base, wanted) if chosen else {}
    for same in chosen.values():
        yield _link(same, owners, base)


def _inner(anchors: Iterable[Selector]) -> Iterator[Selector]:
    for anchor in anchors:
        if anchor.attrib.get("href"):
            yield anchor
        else:
            yield from anchor.css("a[href]")


def _owners(
    page: Selector, base: str, wanted: Callable[[str], bool]
) -> dict[etree._Element, set[str]]:
    """For every element over a link, the articles that are linked below it."""
    owners: dict[etree._Element, set[str]] = {}
    for anchor in page.css("a[href]"):
        url = addresses.href(anchor, base)
        if not url or not wanted(url):
            continue
        clean = addresses.cleaned(url)
        for element in islice(anchor.root.iterancestors(), _REACH):
            below = owners.setdefault(element, set())
            if clean in below:
                break
            below.add(clean)
    return owners


def _link(same: list[Selector], owners: dict[etree._Element, set[str]], base: str) -> Link:
    words: dict[str, None] = {}
    dates: set[str] = set()
    for anchor in same:
        item, text = _item(anchor, owners)
        dates.add(_date(item))
        for said in (text, anchor.attrib.get("title", ""), *anchor.css("img::attr(alt)").getall()):
            if is_filled(said):
                words.setdefault(" ".join(said.split()))
    dates.discard("")
    url = addresses.href(same[0], base)
    return Link(url, " ".join(words), dates.pop() if len(dates) == 1 else "")


def _item(anchor: Selector, owners: dict[etree._Element, set[str]]) -> tuple[Selector, str]:
    """The largest element around a link that links to no other article, and its text."""
    item, text = anchor, text_of(anchor)
    for element in islice(anchor.root.iterancestors(), _REACH):
        if element.tag in _OUTER or len(owners.get(element, ())) != 1:
            break
        above = Selector(root=element, type="html")
        longer = text_of(above)
        if len(longer) > _MAX_WORDS:
            break
        item, text = above, longer
    return item, text


def _date(item: Selector) -> str:
    """The date of an item: of its ``<time>``, of an element so called, of one that is a date.

    A date inside a sentence is that of what is told.
    """
    for marked in item.css("time::attr(datetime)").getall():
        if date := published(marked):
            return date
    for element in item.css("time, [class*=date], [class*=time]"):
        if date := published(text_of(element)):
            return date
    cells = map(text_of, item.css("td, span, em, small"))
    lines = (line for line in (*cells, *lines_of(item).splitlines()) if is_date_line(line))
    return next(map(published, lines), "")
