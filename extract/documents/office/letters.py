"""Letters of Word runs as Unicode: old fonts, symbols, and what was in them before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extract.documents.legacy.convert import convert
from extract.model import Issue

_PRIVATE = 0xF000
_SYMBOLS = {
    "symbol": {0xB7: "•", 0xAE: "→", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB0: "°", 0xB4: "×"},
    "wingdings": {0xAB: "★", 0xB6: "☆", 0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xA8: "□", 0xA7: "▪"},
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0xEA: "★", 0xEB: "☆"},
}
"""Signs of the symbol fonts that official papers print, by their place in the font."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters that stand together in one font."""

    text: str
    font: str | None = None


@dataclass(slots=True)
class Converter:
    """Makes Unicode of letters and remembers which old encodings it met, and where."""

    encodings: list[str] = field(default_factory=list)
    _examples: list[tuple[str, str]] = field(default_factory=list)

    def text(self, letters: Iterable[Letters]) -> str:
        """The letters of a line in Unicode; those of one font are converted as a whole."""
        return "".join(
            self._converted("".join(one.text for one in together), font)
            for font, together in groupby(letters, key=lambda one: one.font)
        )

    def _converted(self, text: str, font: str | None) -> str:
        signs = _SYMBOLS.get((font or "").casefold())
        if signs is not None:
            return "".join(symbol(ord(letter), font) for letter in text)
        converted = convert(text, font)
        if converted.encoding:
            if converted.encoding not in self.encodings:
                self.encodings.append(converted.encoding)
            self._examples.append((text, converted.text))
        return converted.text

    def issues(self) -> list[Issue]:
        """One issue for all that was converted, with examples of what stood there."""
        if not self._examples:
            return []
        return [legacy_issue(self.encodings, self._examples)]


def legacy_issue(encodings: Sequence[str], changed: Sequence[tuple[str, str]]) -> Issue:
    """What was converted, with examples of the letters that stand in the file."""
    examples = "; ".join(f"{old!r} as {new!r}" for old, new in changed[:_SHOWN])
    return Issue(
        code="legacy_encoding",
        message=f"Letters in an old encoding ({', '.join(encodings)}) were converted "
        f"in {len(changed)} places: {examples}.",
        advice="Compare names with the file when they look odd.",
    )


def symbol(code: int, font: str | None) -> str:
    """The sign at a place of a symbol font; nothing for one that no text needs."""
    place = code - _PRIVATE if code >= _PRIVATE else code
    if chr(place).isspace():
        return " "
    return _SYMBOLS.get((font or "").casefold(), {}).get(place, "")
