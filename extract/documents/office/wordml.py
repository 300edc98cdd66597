"""Names of WordprocessingML (ECMA-376 part 1, section 17) and small readings of its elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

CHOICE, FALLBACK = f"{_MC}Choice", f"{_MC}Fallback"
ALTERNATES = f"{_MC}AlternateContent"
EMBED, RELATION = f"{_R}embed", f"{_R}id"
TEXT_BOX = f"{_W}txbxContent"

WRAPPERS = frozenset(
    {
        *(f"{_W}{n}" for n in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")),
        *(f"{_W}{n}" for n in ("hyperlink", "fldSimple", "bdo", "dir")),
    }
)
"""Elements that only wrap what a reader sees; insertions are kept as if accepted."""
GONE = frozenset({f"{_W}del", f"{_W}moveFrom"})
"""Elements around what a tracked change took away."""


def w(name: str) -> str:
    """The full name of an element or attribute."""
    return _W + name


def seen(element: etree._Element) -> Iterator[etree._Element]:
    """The children of ``element`` as a reader sees them, with wrappers opened.

    Of alternates (one content for new and old programs) only the first that holds
    something is given. What a tracked change took away is given too: its element is in ``GONE``.
    """
    for child in element:
        if child.tag in WRAPPERS:
            yield from seen(child)
        elif child.tag == ALTERNATES:
            chosen = _alternate(child)
            if chosen is not None:
                yield from seen(chosen)
        else:
            yield child


def _alternate(element: etree._Element) -> etree._Element | None:
    branches = [child for child in element if child.tag in (CHOICE, FALLBACK)]
    holding = (branch for branch in branches if _holds_something(branch))
    return next(holding, branches[0] if branches else None)


def _holds_something(branch: etree._Element) -> bool:
    return any(node.get(EMBED) or node.get(RELATION) or node.text for node in branch.iter())


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child at the end of ``path`` (names without prefix)."""
    for name in path:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def value(element: etree._Element | None, *path: str, name: str = "val") -> str | None:
    """An attribute of the first child at the end of ``path``."""
    found = child(element, *path)
    return None if found is None else found.get(_W + name)


def number(element: etree._Element | None, *path: str, name: str = "val") -> int | None:
    """An attribute that is a whole number, None where it is missing or none."""
    text = value(element, *path, name=name) or ""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(element: etree._Element | None) -> bool | None:
    """What a toggle (17.17.4) says: None where it is missing."""
    if element is None:
        return None
    return element.get(_W + "val", "true") not in ("0", "false", "off", "none")


def plain_text(element: etree._Element) -> str:
    """All letters below ``element``, taken away or not: to look for words, never to print."""
    kinds = (w("t"), w("delText"))
    return "".join(node.text or "" for node in element.iter(*kinds))
