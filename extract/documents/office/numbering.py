"""Automatic numbers of lists: printed by Word, but nowhere in the text (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extract.documents.office.wordml import child, is_on, number, value, w

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LEVELS = 9
_MAX_LINKS = 5


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restarts`` is the level (from 1) after which it begins anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts: int | None = None
    legal: bool = False


class Numbering:
    """The lists of one document and how far each has counted.

    Lists made from one definition count on together, as Word does; one that
    overrides the start begins anew when it first appears.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[int, etree._Element] = {}
        self._lists: dict[int, etree._Element] = {}
        self._by_style: dict[str, int] = {}
        for node in root if root is not None else ():
            if node.tag == w("abstractNum"):
                found = number_of(node, "abstractNumId")
                self._abstract[found] = node
                style = value(node, "styleLink")
                if style:
                    self._by_style[style] = found
            elif node.tag == w("num"):
                self._lists[number_of(node, "numId")] = node
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[int] = set()
        self._levels: dict[int, tuple[Level, ...]] = {}

    def next(self, list_id: int, level: int) -> str | None:
        """Count one paragraph of a list; its printed number, "" for a bullet, None for no list."""
        if list_id not in self._lists:
            return None
        levels = self._levels_of(list_id)
        definition = self._definition(list_id)
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for depth in self._overridden(list_id):
                counts[depth] = None
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restarts = levels[deeper].restarts
            if restarts is None or (restarts > 0 and level + 1 <= restarts):
                counts[deeper] = None
        return _printed(levels, counts, level)

    def _definition(self, list_id: int) -> int:
        """The definition that a list is made from, through links by style (17.9.21)."""
        found = number(self._lists[list_id], "abstractNumId")
        definition = -1 if found is None else found
        for _ in range(_MAX_LINKS):
            style = value(self._abstract.get(definition), "numStyleLink")
            if style is None or style not in self._by_style:
                break
            definition = self._by_style[style]
        return definition

    def _overridden(self, list_id: int) -> list[int]:
        overrides = self._lists[list_id].findall(w("lvlOverride"))
        with_start = [node for node in overrides if child(node, "startOverride") is not None]
        return [depth for node in with_start if 0 <= (depth := number_of(node, "ilvl")) < _LEVELS]

    def _levels_of(self, list_id: int) -> tuple[Level, ...]:
        if list_id not in self._levels:
            levels = [Level()] * _LEVELS
            definition = self._abstract.get(self._definition(list_id))
            for node in definition.findall(w("lvl")) if definition is not None else ():
                _put(levels, number_of(node, "ilvl"), _level(node))
            for node in self._lists[list_id].findall(w("lvlOverride")):
                depth, own = number_of(node, "ilvl"), child(node, "lvl")
                base = levels[depth] if 0 <= depth < _LEVELS else Level()
                level = _level(own) if own is not None else base
                start = number(node, "startOverride")
                _put(levels, depth, level if start is None else _starting(level, start))
            self._levels[list_id] = tuple(levels)
        return self._levels[list_id]


def number_of(node: etree._Element, attribute: str) -> int:
    """An attribute of ``node`` itself that is a whole number, -1 where it is none."""
    text = node.get(w(attribute), "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _put(levels: list[Level], depth: int, level: Level) -> None:
    if 0 <= depth < _LEVELS:
        levels[depth] = level


def _starting(level: Level, start: int) -> Level:
    return Level(start, level.format, level.text, level.restarts, level.legal)


def _level(node: etree._Element) -> Level:
    start = number(node, "start")
    return Level(
        start=0 if start is None else start,
        format=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        restarts=number(node, "lvlRestart"),
        legal=bool(is_on(child(node, "isLgl"))),
    )


def _printed(levels: tuple[Level, ...], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.format == "bullet":
        return ""

    def fill(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        count = counts[depth]
        shown = levels[depth].start if count is None else count
        return _formatted(shown, "decimal" if own.legal else levels[depth].format)

    return _PLACEHOLDER.sub(fill, own.text).strip()


def _formatted(count: int, how: str) -> str:
    """A number as a list prints it (17.18.59); what is not known here is told in digits."""
    if how == "decimalZero":
        return f"{count:02d}"
    if how in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count) if how == "upperRoman" else _roman(count).lower()
    if how in ("upperLetter", "lowerLetter") and 0 < count < 780:
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if how == "upperLetter" else letter.lower()
    return "" if how in ("none", "bullet") else str(count)


def _roman(count: int) -> str:
    printed = ""
    for size, letters in _ROMAN:
        while count >= size:
            printed += letters
            count -= size
    return printed
