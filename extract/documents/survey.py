"""First look at a page: where title, lead, body and furniture are.

Everything is found in one walk over the elements, by the selectors of ``portals`` and by
the names that designers give to furniture. An element that holds the article is never
furniture, whatever its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from lxml.html import HtmlElement

from extract.documents.element_signs import UNSEEN, furniture_role
from extract.documents.markup import OFFSET
from extract.documents.portals import Part, parts_of
from extract.documents.titles import is_office, likeness

_MIN_BODY = 250
_MAX_CANDIDATES = 24
_MAX_WEAK = 4


@dataclass(slots=True)
class Survey:
    """What a page's elements are, by the offset of their start tags.

    ``sure`` tells whether the body of the article was found; then what lies outside of it
    belongs to the page.
    """

    roles: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    body: str | None = None
    title: str = ""
    inner_tables: frozenset[str] = frozenset()
    times: list[HtmlElement] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        """Whether the article's body is known."""
        return self.body is not None


def survey_page(root: HtmlElement, headline: str) -> Survey:
    """Survey a page. ``headline`` is what its metadata give as title, or ``""``."""
    found = _Found()
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            found.add(element)
    body = _choose_body(found.parts[Part.BODY])
    if body is None and len(found.weak) <= _MAX_WEAK:
        body = _choose_body(found.weak)
    title = _choose_title(found.parts[Part.TITLE] + found.headings, headline, body)
    survey = Survey(roles=found.roles, body=_at(body), title=_text(title))
    survey.inner_tables = frozenset(_inner_tables(found.tables))
    for part in (Part.CAPTION, Part.LEAD, Part.DATE):
        survey.parts.update((str(_at(element)), part) for element in found.parts[part])
    for element in found.parts[Part.FURNITURE]:
        survey.roles.setdefault(str(_at(element)), "related")
    for element in (body, title):
        for holder in () if element is None else (element, *element.iterancestors()):
            survey.roles.pop(str(_at(holder)), None)
            survey.parts.pop(str(_at(holder)), None)
    if title is not None:
        survey.parts[str(_at(title))] = Part.TITLE
    times = found.parts[Part.DATE] + found.times
    survey.times = [time for time in times[:_MAX_CANDIDATES] if not _in_furniture(time, survey)]
    return survey


def _in_furniture(element: HtmlElement, survey: Survey) -> bool:
    holders = (element, *element.iterancestors())
    return any(_at(holder) in survey.roles for holder in holders)


class _Found:
    """Elements of interest, collected in one walk."""

    def __init__(self) -> None:
        self.parts: dict[Part, list[HtmlElement]] = {part: [] for part in Part}
        self.roles: dict[str, str] = {}
        self.weak: list[HtmlElement] = []
        self.headings: list[HtmlElement] = []
        self.tables: list[HtmlElement] = []
        self.times: list[HtmlElement] = []
        self._signs = _Signs()
        self._lists = {
            "article": self.weak,
            "main": self.weak,
            "h1": self.headings,
            "h2": self.headings,
            "table": self.tables,
            "time": self.times,
        }

    def add(self, element: HtmlElement) -> None:
        """Sort one element in."""
        at = element.get(OFFSET)
        if at is None:
            return
        parts, role = self._signs.of(element)
        for part in parts:
            self.parts[part].append(element)
        if role:
            self.roles[at] = role
        kept = self._lists.get(str(element.tag))
        if kept is not None:
            kept.append(element)


class _Signs:
    """Parts and roles of elements, worked out once for each combination of names."""

    def __init__(self) -> None:
        self._known: dict[tuple[str | None, ...], tuple[set[Part], str]] = {}

    def of(self, element: HtmlElement) -> tuple[set[Part], str]:
        get = element.get
        key = (element.tag, get("class"), get("id"), get("itemprop"), get("role"))
        known = self._known.get(key)
        if known is None:
            tag, classes, ident, prop, aria = key
            names = f"{classes or ''} {ident or ''}".strip()
            parts = parts_of(str(tag), classes, ident, prop)
            role = "" if parts else furniture_role(str(tag), names, aria or "")
            known = self._known[key] = (parts, role)
        return known


def _at(element: HtmlElement | None) -> str | None:
    return None if element is None else element.get(OFFSET)


def _text(element: HtmlElement | None) -> str:
    """The words of an element, composed (NFC) as those of the document will be."""
    if element is None:
        return ""
    return unicodedata.normalize("NFC", " ".join(str(element.text_content()).split()))


def _choose_body(candidates: list[HtmlElement]) -> HtmlElement | None:
    """The innermost candidate that holds most of what the largest holds."""
    sized = [(len(_text(element)), element) for element in candidates[:_MAX_CANDIDATES]]
    largest = max((size for size, _ in sized), default=0)
    if largest < _MIN_BODY:
        return None
    return [element for size, element in sized if size >= 0.6 * largest][-1]


def _choose_title(
    candidates: list[HtmlElement], headline: str, body: HtmlElement | None
) -> HtmlElement | None:
    """The heading that says what the metadata say, else the first ``h1`` of some length."""
    named = [(element, _text(element)) for element in candidates[:_MAX_CANDIDATES]]
    named = [(element, text) for element, text in named if _may_be_title(text)]
    if headline:
        close = partial(likeness, headline)
        best = max(named, key=lambda pair: close(pair[1]), default=None)
        if best is not None and close(best[1]) >= 0.6:
            return best[0]
    inside = {} if body is None else {_at(element) for element in body.iter()}
    fair = [element for element, _ in named if element.tag != "h2" and _at(element) not in inside]
    return next(iter(fair), None)


def _may_be_title(text: str) -> bool:
    return 3 <= len(text.split()) <= 60 and not is_office(text)


def _inner_tables(tables: list[HtmlElement]) -> Iterator[str]:
    """Tables without a table in them: only these can hold data."""
    outer: set[str] = set()
    for table in tables:
        holder = table.getparent()
        while holder is not None and holder.tag != "table":
            holder = holder.getparent()
        if holder is not None:
            outer.add(str(_at(holder)))
    return (str(_at(table)) for table in tables if _at(table) not in outer)
