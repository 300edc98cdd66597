"""What the styles of a Word document lend to its paragraphs (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from extract.documents.office.wordml import child, is_on, number, value, w

_HEADING = re.compile(r"^(?:heading|tiêu đề) ?\d", re.IGNORECASE)
_DRAWN = frozenset({"top", "bottom", "left", "right", "start", "end", "insideH", "insideV"})
_MAX_CHAIN = 20


class Styles:
    """The styles of one document; a document without them lends nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = root.findall(w("style")) if root is not None else []
        self._styles = {node.get(w("styleId"), ""): node for node in nodes}
        self._defaults = {
            node.get(w("type"), ""): node.get(w("styleId"), "")
            for node in nodes
            if node.get(w("default")) in ("1", "true", "on")
        }
        self._chains: dict[str | None, tuple[etree._Element, ...]] = {}
        self._base = child(root, "docDefaults", "rPrDefault", "rPr")

    def _chain(self, style: str | None, kind: str) -> tuple[etree._Element, ...]:
        """A style and those that it is based on; the default of its kind where none is named."""
        name = style if style in self._styles else self._defaults.get(kind)
        if name not in self._chains:
            chain: list[etree._Element] = []
            node = self._styles.get(name or "")
            while node is not None and len(chain) < _MAX_CHAIN:
                chain.append(node)
                node = self._styles.get(value(node, "basedOn") or "")
            self._chains[name] = tuple(chain)
        return self._chains[name]

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a heading by its outline level or its style."""
        properties = child(paragraph, "pPr")
        own = number(properties, "outlineLvl")
        if own is not None:
            return 0 <= own < 9
        for node in self._chain(value(properties, "pStyle"), "paragraph"):
            level = number(node, "pPr", "outlineLvl")
            if level is not None:
                return 0 <= level < 9
            if _HEADING.match(value(node, "name") or ""):
                return True
        return False

    def numbering(self, paragraph: etree._Element) -> tuple[int, int] | None:
        """The list of a paragraph and its level there (0–8), as printed or by its style."""
        properties = child(paragraph, "pPr")
        holders = [properties]
        holders += [child(n, "pPr") for n in self._chain(value(properties, "pStyle"), "paragraph")]
        level: int | None = None
        for holder in holders:
            if level is None:
                level = number(holder, "numPr", "ilvl")
            list_id = number(holder, "numPr", "numId")
            if list_id is not None:
                return (list_id, min(max(level or 0, 0), 8)) if list_id > 0 else None
        return None

    def font(self, run: etree._Element, paragraph: etree._Element) -> str | None:
        """The font of a run's letters: its own, else that of its styles.

        Old encodings use the upper half of Latin-1, whose letters take the font for "high
        ANSI" (17.3.2.26).
        """
        properties = list(self._run_properties(run, paragraph))
        for attribute in ("hAnsi", "ascii"):
            for holder in properties:
                found = value(holder, "rFonts", name=attribute)
                if found:
                    return found
        return None

    def is_hidden(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is hidden text: never printed."""
        for holder in self._run_properties(run, paragraph):
            found = is_on(child(holder, "vanish"))
            if found is not None:
                return found
        return False

    def _run_properties(
        self, run: etree._Element, paragraph: etree._Element
    ) -> Iterator[etree._Element | None]:
        own = child(run, "rPr")
        yield own
        style = value(own, "rStyle")
        if style:
            yield from (child(node, "rPr") for node in self._chain(style, "character"))
        paragraph_style = value(child(paragraph, "pPr"), "pStyle")
        yield from (child(node, "rPr") for node in self._chain(paragraph_style, "paragraph"))
        yield self._base

    def has_borders(self, table: etree._Element) -> bool:
        """Whether a table draws lines: by itself, by a cell or by its style."""
        own = child(table, "tblPr", "tblBorders")
        if own is not None and _draws(own):
            return True
        if any(_draws(borders) for borders in table.iter(w("tcBorders"))):
            return True
        if own is not None and len(own):
            return False
        style = value(child(table, "tblPr"), "tblStyle")
        for node in self._chain(style, "table"):
            borders = child(node, "tblPr", "tblBorders")
            if borders is not None:
                return _draws(borders)
        return False


def _draws(borders: etree._Element) -> bool:
    return any(
        side.get(w("val"), "nil") not in ("nil", "none")
        for side in borders
        if isinstance(side.tag, str) and side.tag.rpartition("}")[2] in _DRAWN
    )
