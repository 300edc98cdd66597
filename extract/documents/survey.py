"""First look at a page: where title, lead, body and furniture are.

Everything is found in one walk over the elements, by the selectors of ``portals`` and by
the names that designers give to furniture. An element that holds the article is never
furniture, whatever its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from lxml.html import HtmlElement

from extract.documents.element_signs import UNSEEN, furniture_role
from extract.documents.markup import OFFSET
from extract.documents.portals import Part, parts_of
from extract.documents.titles import likeness

_MIN_BODY = 250
_MAX_CANDIDATES = 24
_WEAK_BODIES = frozenset({"article", "main"})


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
    title_at: str | None = None
    inner_tables: frozenset[str] = frozenset()
    dates: list[HtmlElement] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        """Whether the article's body is known."""
        return self.body is not None


def survey_page(root: HtmlElement, headline: str) -> Survey:
    """Survey a page. ``headline`` is what its metadata give as title, or ``""``."""
    found: dict[Part, list[HtmlElement]] = {part: [] for part in Part}
    roles: dict[str, str] = {}
    weak: list[HtmlElement] = []
    headings: list[HtmlElement] = []
    tables: list[HtmlElement] = []
    seen = _Signs()
    for element in _elements(root):
        tag = element.tag
        at = element.get(OFFSET)
        if at is None or tag in UNSEEN:
            continue
        parts, role = seen.of(element)
        for part in parts:
            found[part].append(element)
        if role:
            roles[at] = role
        if tag in _WEAK_BODIES:
            weak.append(element)
        elif tag == "h1" or tag == "h2":
            headings.append(element)
        elif tag == "table":
            tables.append(element)
    body = _choose_body(found[Part.BODY]) or _choose_body(weak if len(weak) <= 4 else [])
    title = _choose_title(found[Part.TITLE] + headings, headline, body)
    survey = Survey(roles=roles, body=_at(body), title=_text(title), title_at=_at(title))
    survey.inner_tables = frozenset(_inner_tables(tables))
    survey.dates = found[Part.DATE]
    for part in (Part.CAPTION, Part.LEAD, Part.DATE):
        survey.parts.update((str(_at(element)), part) for element in found[part])
    for element in found[Part.FURNITURE]:
        survey.roles.setdefault(str(_at(element)), "related")
    for element in (body, title):
        for holder in () if element is None else [element, *element.iterancestors()]:
            survey.roles.pop(str(_at(holder)), None)
    return survey


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


def _elements(root: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _at(element: HtmlElement | None) -> str | None:
    return None if element is None else element.get(OFFSET)


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(str(element.text_content()).split())


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
    named = [(element, text) for element, text in named if 3 <= len(text.split()) <= 60]
    if headline:
        close = partial(likeness, headline)
        best = max(named, key=lambda pair: close(pair[1]), default=None)
        if best is not None and close(best[1]) >= 0.6:
            return best[0]
    inside = {} if body is None else {_at(element) for element in body.iter()}
    fair = [element for element, _ in named if element.tag != "h2" and _at(element) not in inside]
    return next(iter(fair), None)


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
