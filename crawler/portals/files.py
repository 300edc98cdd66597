"""Files that a page links to or shows: decisions, annexes, tables, on whatever host.

A link is one to a file when its address names one, in the path or in the query of a
viewer (``viewer.html?file=/uploads/qd.pdf``), when the words on it are a file's name, when
it says so (``download``, ``type``), or when a family knows its store. What the bytes are
is seen when they are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parsel import Selector

from crawler.portals import addresses
from crawler.portals.model import Attachment
from crawler.portals.text import text_of

_SHOWN = "a[href], iframe[src], embed[src], object[data]"
_TYPES = ("application/pdf", "application/msword", "application/vnd.", "application/zip")


def attachments(
    chosen: Iterable[Selector], scope: Selector, base: str, known: Callable[[str], bool]
) -> Iterator[Attachment]:
    """Files, each once, in the order of the page.

    Args:
        chosen: Links that a family's selector calls attachments, whatever they look like.
        scope: The element that is searched for other files.
        base: What links are relative to.
        known: Whether an address is that of a file, though it does not look like one.
    """
    met: set[str] = set()
    for sure, element in [*((True, one) for one in chosen),
                          *((False, one) for one in scope.css(_SHOWN))]:  # fmt: skip
        url = _address(element, base, known, sure=sure)
        if url and addresses.cleaned(url) not in met:
            met.add(addresses.cleaned(url))
            yield Attachment(url, text_of(element) or element.attrib.get("title", "").strip())


def _address(element: Selector, base: str, known: Callable[[str], bool], *, sure: bool) -> str:
    """The address of the file that an element links to or shows, or empty."""
    marks = element.attrib
    link = marks.get("href") or marks.get("src") or marks.get("data") or ""
    url = addresses.without_session(addresses.joined(base, link))
    if link.strip().startswith("#"):
        return ""  # a script acts there, or a place on the page is meant
    if not url or element.root.tag != "a":
        return addresses.shown_file(url) if url else ""
    said = (
        sure
        or "download" in marks
        or marks.get("type", "").startswith(_TYPES)
        or addresses.is_file_name(text_of(element))
        or known(url)
    )
    if addresses.is_file(url):
        return url if said else addresses.shown_file(url)
    return url if said else ""
