"""The face of an answer: what a reader would see of a page, and what its markup holds.

Rules look at faces and never at responses, so that a rule is proved by a piece of HTML.
A face is made of the page once; each part of it is worked out when a rule first asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree
from parsel import Selector
from w3lib.html import remove_comments, remove_tags, remove_tags_with_content

from crawler.portals.addresses import is_file

_UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "head", "textarea", "select", "svg", "code", "pre")
)
_PARAGRAPHS = frozenset(("p", "div", "blockquote", "section", "article", "dd", "figcaption"))
_LISTED = ("ul", "ol", "li", "dl", "dt", "table", "tbody", "tr", "td", "th", "option")
_PARTS = ("html", "body", "main", "header", "footer", "nav", "aside", "form", "iframe")
_BLOCKS = frozenset(
    (*_PARAGRAPHS, *_LISTED, *_PARTS, "h1", "h2", "h3", "h4", "h5", "h6", "center", "fieldset")
).union(("figure", "address", "button", "hr", "br"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_SEPARATORS = re.compile(r" (?:[|•»:–—]|-{1,2}) | ?[|»] ?")
_MEDIA = ("img", "video", "audio", "iframe", "embed", "object", "canvas", "frame", "picture")

_LONG = 12
"""Letters to a word at most; Chinese and Thai put no blanks between words."""
_RUN_ON = 8
"""A block with so many words that are no links is running text."""
_SHORT = 30
"""A block with at most so many words may be a notice of its own."""


def fold(text: str) -> str:
    """Lower case, NFC, blanks collapsed, ``Ð`` as ``Đ``: what patterns are written for."""
    lower = unicodedata.normalize("NFC", text).lower().replace("ð", "đ")
    return " ".join(lower.split())


@dataclass(slots=True)
class Block:
    """A piece of visible text between two block elements."""

    owner: etree._Element
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    words: int = 0

    @property
    def text(self) -> str:
        """The folded text."""
        return fold("".join(self.pieces))


@dataclass(frozen=True)
class Face:
    """What can be seen of an answer.

    Attributes:
        markup: The page as text; empty for what is no text.
        url: Where it came from in the end.
        asked: Where it was asked for first.
        status: HTTP status.
        headers: Fields of the answer, names in lower case.
        root: The parsed page, when it was parsed already.
    """

    markup: str
    url: str = ""
    asked: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    root: etree._Element | None = None

    @cached_property
    def tree(self) -> etree._Element:
        """The parsed page; an empty one when there is nothing to parse."""
        if self.root is not None:
            return self.root
        parsed: etree._Element = Selector(text=self.markup, type="html").root
        return parsed

    @cached_property
    def source(self) -> str:
        """The markup in lower case, blanks collapsed."""
        return " ".join(self.markup.lower().split())

    @cached_property
    def title(self) -> str:
        """The title of the page."""
        for element in self.tree.iter("title"):
            if not any(parent.tag == "svg" for parent in element.iterancestors()):
                return fold("".join(map(str, element.itertext())))
        return ""

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The parts of the title: a headline and the site's name stand side by side."""
        return tuple(filter(None, _SEPARATORS.split(self.title)))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Visible text, block by block."""
        return tuple(block for block in _blocks(self.tree) if block.words)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Headlines of the first three levels."""
        return tuple(block.text for block in self.blocks if block.owner.tag in _HEADINGS)

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """Texts that may be a notice: title and its parts, headlines, short unlinked blocks."""
        short = (
            block.text
            for block in self.blocks
            if block.words <= _SHORT and block.linked * 2 <= block.words
        )
        return (*filter(None, (self.title,)), *self.titles, *self.headings, *short)

    @cached_property
    def text(self) -> str:
        """The visible text."""
        return " ".join(block.text for block in self.blocks)

    @cached_property
    def words(self) -> int:
        """Number of visible words."""
        return sum(block.words for block in self.blocks)

    @cached_property
    def loose_words(self) -> int:
        """Number of words outside of tags, scripts and head, counted without parsing.

        The parser gives up on what is nested deeper than 2,048 elements.
        """
        unseen = ("script", "style", "noscript", "template", "head", "title", "svg")
        kept = remove_tags_with_content(remove_comments(self.markup), unseen)
        return len(remove_tags(kept).split())

    @cached_property
    def prose(self) -> int:
        """Words of running text in the one element that holds most of it.

        Each block counts for its element, and a paragraph for the element around it, as
        readability measures do: an article has its paragraphs side by side, teasers have
        an element each. Links do not count.
        """
        held: Counter[etree._Element] = Counter()
        for block in self.blocks:
            unlinked = block.words - block.linked
            held[block.owner] += unlinked
            parent = block.owner.getparent()
            if parent is not None and block.owner.tag in _PARAGRAPHS and unlinked >= _RUN_ON:
                held[parent] += unlinked
        return max(held.values(), default=0)

    @cached_property
    def meta(self) -> dict[str, str]:
        """Contents of ``<meta>`` by name or property, in lower case; the first of each."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            found.setdefault(name.lower(), fold(element.get("content") or ""))
        return found

    @cached_property
    def spoken(self) -> str:
        """All words that a reader or a machine is told: title, metas, texts of images, text."""
        alts = (fold(image.get("alt") or "") for image in self.tree.iter("img"))
        return " ".join((self.title, *self.meta.values(), *alts, self.text))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Targets of links as printed."""
        return tuple(filter(None, (one.get("href") for one in self.tree.iter("a"))))

    @cached_property
    def links_to_files(self) -> bool:
        """Whether the page links to a document file."""
        return any(map(is_file, self.links))

    @cached_property
    def has_media(self) -> bool:
        """Whether the page shows pictures, films or frames."""
        return any(True for _ in self.tree.iter(*_MEDIA))


def _blocks(root: etree._Element) -> list[Block]:
    """Visible text cut at block elements, in the order of the page."""
    walk = _Walk(root)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
        elif event == "end":
            walk.leave(element)
        elif element.tail:
            walk.say(element.tail)
    return walk.blocks


class _Walk:
    """A way through a page that notes what is said where."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._owners = [root]
        self._links = 0
        self._unseen = 0
        self.blocks = [Block(root)]

    def enter(self, element: etree._Element) -> None:
        self._links += element.tag == "a"
        self._unseen += element.tag in _UNSEEN or _is_hidden(element)
        if element.tag in _BLOCKS:
            self._owners.append(self._owners[-1] if element.tag == "br" else element)
            self.blocks.append(Block(self._owners[-1]))
        if element.text:
            self.say(element.text)

    def leave(self, element: etree._Element) -> None:
        self._links -= element.tag == "a"
        self._unseen -= element.tag in _UNSEEN or _is_hidden(element)
        if element.tag in _BLOCKS:
            self._owners.pop()
            self.blocks.append(Block(self._owners[-1]))
        if element.tail and element is not self._root:
            self.say(element.tail)

    def say(self, text: str) -> None:
        if self._unseen:
            return
        block = self.blocks[-1]
        count = max(len(text.split()), len(text.strip()) // _LONG)
        block.pieces.append(text)
        block.words += count
        block.linked += count if self._links else 0


def _is_hidden(element: etree._Element) -> bool:
    """Whether an element says of itself that it is not shown."""
    style = element.get("style")
    return style is not None and re.search(r"display\s{0,9}:\s{0,9}none", style) is not None
