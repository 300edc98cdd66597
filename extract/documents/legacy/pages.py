"""Old encodings and cut-up words in HTML pages, mended in the tree before it is read.

Places in a page are those of its tags, which stay: only the text between them changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.documents.legacy.convert import convert, convert_as
from extract.documents.legacy.fonts import font_code
from extract.documents.legacy.issues import Modernised
from extract.documents.legacy.proof import has_sign_of_d, recognise
from extract.documents.legacy.whole_text import may_be_cut_up
from extract.text.split_words import is_cut_up, mend_syllables

# The signs of đ and Đ, where they are written as entities.
_ENTITIES_OF_D = re.compile(
    r"&(?:reg|sect|ntilde|eth|#1(?:74|67)|#2(?:41|09|40|08)|#x(?:ae|a7|f1|d1|f0));",
    re.IGNORECASE,
)
_UNREAD = frozenset({"script", "style", "noscript", "textarea", "pre"})
_FONT_FAMILY = re.compile(r"font-family\s*:\s*([^;{}]{1,200})", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\xa0]+")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A run of text in the tree: where it hangs (text, tail or an attribute), and its font."""

    element: HtmlElement
    place: str
    text: str
    font: str | None

    def write(self, text: str) -> None:
        if self.place == "content":
            self.element.set("content", text)
        else:
            setattr(self.element, self.place, text)


def modernise_page(root: HtmlElement, source: str) -> Modernised:
    """Convert the text of the tree ``root``, made from ``source``, where it is old or cut up.

    Fonts that are named in ``face``, ``style`` or a style sheet decide for their text; the
    rest is converted if it proves its encoding.
    """
    may_be_old = has_sign_of_d(source) or _ENTITIES_OF_D.search(source) is not None
    if not may_be_old and not may_be_cut_up(source):
        return Modernised()
    encoding = _convert(list(_slots(root))) if may_be_old else ""
    slots = list(_slots(root))
    cut_up = is_cut_up("\n".join(_BLANKS.sub(" ", slot.text) for slot in slots))
    if cut_up:
        for slot in slots:
            slot.write(mend_syllables(_BLANKS.sub(" ", slot.text), spoilt=True))
    return Modernised(encoding, cut_up)


def _convert(slots: list[_Slot]) -> str:
    """Convert what is old; the name of the encoding of most of it, or ""."""
    proved = recognise(slot.text for slot in slots)
    sizes: dict[str, int] = {}
    for slot in slots:
        named = slot.font is not None and font_code(slot.font) is not None
        if named:
            found = convert(slot.text, slot.font)
            text, encoding = found.text, found.encoding
        elif proved is not None:
            text, encoding = convert_as(slot.text, proved.name), proved.name
        else:
            continue
        if text != slot.text:
            slot.write(text)
            sizes[encoding] = sizes.get(encoding, 0) + len(text)
    return max(sizes, key=lambda name: sizes[name], default="")


def _slots(root: HtmlElement) -> Iterator[_Slot]:
    """All runs of text that may be read, in the order of the page."""
    fonts: dict[HtmlElement, str | None] = {}
    rules = _rules(root)
    for element in root.iter():
        parent = element.getparent()
        around = fonts.get(parent) if parent is not None else None
        if isinstance(element.tag, str):
            fonts[element] = font = _font(element, rules) or around
            if element.tag not in _UNREAD:
                if element.text:
                    yield _Slot(element, "text", element.text, font)
                if element.tag == "meta" and element.get("content"):
                    yield _Slot(element, "content", str(element.get("content")), None)
        if element.tail and not (parent is not None and parent.tag in _UNREAD):
            yield _Slot(element, "tail", element.tail, around)


def _rules(root: HtmlElement) -> dict[tuple[str, str], str]:
    """Fonts that style sheets of the page give, by (tag, class); either may be empty."""
    rules: dict[tuple[str, str], str] = {}
    for style in root.iter("style"):
        for rule in (style.text or "").split("}"):
            selectors, _, body = rule.partition("{")
            family = _FONT_FAMILY.search(body)
            for selector in selectors.split(",") if family else ():
                tag, _, name = selector.strip().partition(".")
                if family and re.fullmatch(r"\w*", tag) and re.fullmatch(r"[\w-]*", name):
                    rules[tag.lower(), name] = family[1]
    return rules


def _font(element: HtmlElement, rules: dict[tuple[str, str], str]) -> str | None:
    """The font that an element itself sets."""
    style = _FONT_FAMILY.search(element.get("style") or "")
    if style:
        return style[1]
    if element.tag == "font" and element.get("face"):
        return str(element.get("face"))
    if not rules:
        return None
    tag = str(element.tag)
    for name in (element.get("class") or "").split():
        font = rules.get((tag, name)) or rules.get(("", name))
        if font:
            return font
    return rules.get((tag, ""))
