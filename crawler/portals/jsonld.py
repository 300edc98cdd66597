"""JSON-LD of a page: the object that speaks of its article, also out of broken JSON.

Pages speak of other articles, too: lists (``ItemList``) are left out, an object that names
another page loses to one that names none, and of several that name others none is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parsel import Selector
from w3lib.html import remove_tags, replace_entities

from crawler.portals.text import is_filled, tidy

_MAX = 1 << 20
_ARTICLES = frozenset(
    {"article", "newsarticle", "reportagenewsarticle", "backgroundnewsarticle", "blogposting",
     "analysisnewsarticle", "report", "socialmediaposting", "techarticle", "scholarlyarticle"}
)  # fmt: skip
_PAGES = frozenset({"webpage", "itempage", "creativework"})
_LISTS = frozenset(
    {"itemlist", "breadcrumblist", "collectionpage", "searchresultspage", "listitem"}
)
_NONE, _PAGE, _OTHER, _NAMELESS, _NAMED = range(5)
_KEYS = ("headline", "name", "description", "datePublished", "url", "articleBody")
_STRING = r'"%s"\s*:\s*"((?:[^"\\\n]|\\.)*)"(?=\s*(?:[,}\]]|$))'
_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w+)"')
_TRAILING = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|"
                       r"(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$")  # fmt: skip


def article(page: Selector, same: Iterable[str] = ()) -> Mapping[str, Any]:
    """The object of the page's article, or an empty one.

    Args:
        page: The whole page.
        same: Addresses of this page; an object that names one of them is preferred.
    """
    ours = {_bare(url) for url in same}
    ranked: dict[int, list[Mapping[str, Any]]] = {}
    for one in _objects(page):
        ranked.setdefault(_rank(one, ours), []).append(one)
    if len(ranked.get(_OTHER, ())) > 1:
        del ranked[_OTHER]
    best = max(ranked, default=_NONE)
    return ranked[best][0] if best is not _NONE else {}


def text(value: object, depth: int = 3) -> str:
    """Text of a value: entities and tags resolved, the first that says something of a list."""
    if not depth:
        return ""
    if isinstance(value, list):
        return next(filter(None, (text(one, depth - 1) for one in value)), "")
    if isinstance(value, Mapping):
        return text(value.get("name") or value.get("@value") or value.get("@id"), depth - 1)
    if not isinstance(value, str):
        return ""
    plain = tidy(replace_entities(remove_tags(replace_entities(value))))
    return plain if is_filled(plain) else ""


def names(value: object) -> str:
    """Names of people or bodies, comma-separated, each once."""
    every = value if isinstance(value, list) else [value]
    return ", ".join(dict.fromkeys(filter(None, map(text, every))))


def kinds(one: Mapping[str, Any]) -> frozenset[str]:
    """Types of an object in small letters, without their namespace."""
    types = one.get("@type")
    every = types if isinstance(types, list) else [types]
    return frozenset(str(kind).rpartition("/")[2].lower() for kind in every)


def address(one: Mapping[str, Any]) -> str:
    """The address that an object calls its page."""
    for key in ("mainEntityOfPage", "url", "@id"):
        value = one.get(key)
        value = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
        if isinstance(value, str) and value.strip().startswith(("http:", "https:")):
            return value.strip()
    return ""


def _rank(one: Mapping[str, Any], ours: set[str]) -> int:
    """How well an object fits the page."""
    said = kinds(one)
    if said & _ARTICLES:
        where = address(one)
        if where and _bare(where) not in ours:
            return _OTHER
        return _NAMED if where else _NAMELESS
    return _PAGE if said & _PAGES and one.get("datePublished") else _NONE


def _bare(url: str) -> str:
    """What two spellings of an address share."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", url.strip()).lower()


def _objects(page: Selector) -> Iterator[Mapping[str, Any]]:
    for script in page.css("script[type]"):
        if "ld+json" in script.attrib["type"].lower():
            source = _WRAPPING.sub("", (script.root.text or "")[:_MAX]).strip()
            yield from _walk(_parsed(source))


def _parsed(source: str) -> object:
    """The value of a script; what can be saved when it is broken."""
    for attempt in (source, _TRAILING.sub(r"\1", source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _saved(source)


def _saved(source: str) -> object:
    """Strings of a broken object: the first of each key after the type of the article."""
    for kind in _TYPE.finditer(source):
        if kind[1].lower() in _ARTICLES:
            break
    else:
        return None
    found: dict[str, object] = {"@type": kind[1]}
    for key in _KEYS:
        if match := re.search(_STRING % key, source):
            found[key] = _unescaped(match[1])
    if author := re.search(
        r'"author"\s*:\s*[\[{\s]*(?:"@type"[^}]*?"name"\s*:\s*)?"([^"]+)"', source
    ):
        found["author"] = author[1]
    return found


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _walk(value: object) -> Iterator[Mapping[str, Any]]:
    """Objects of a value in order, not those inside lists of other pages."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, Mapping) and not kinds(one) & _LISTS:
            yield one
            inner = (one.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "item"))
            stack.extend(v for v in reversed(tuple(inner)) if isinstance(v, list | Mapping))
