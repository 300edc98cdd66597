"""Date, title and publisher as a page's metadata give them, and which date to believe.

JSON-LD and meta tags are often right, and often the moment at which the page was made.
So they are checked against the article's own date line: a machine date later than that
is not believed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from lxml.html import HtmlElement

from extract.documents.datelines import find_days, iso_day
from extract.documents.titles import is_office
from extract.model import FoundBy, Issue, Published

_VIETNAM = timezone(timedelta(hours=7))
_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publish-date", "publication_date", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "date", "og:published_time", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_ARTICLES = frozenset({"article", "newsarticle", "blogposting", "report", "reportagenewsarticle"})
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_MAX_JSON = 1 << 20
_SITE_SPLIT = re.compile(r"\s+[|–—·»-]\s+|\s*::\s*")
_TOLERANCE = 1


@dataclass(slots=True)
class PageMetadata:
    """What the head of a page says: raw dates by the way they were found, title, site."""

    days: dict[FoundBy, str] = field(default_factory=dict)
    title: str = ""
    site: str = ""


def read_metadata(root: HtmlElement) -> PageMetadata:
    """Metadata of a parsed page. Dates before 2000 (1970, 0001) are none."""
    tags = _meta_tags(root)
    metadata = PageMetadata(site=tags.get("og:site_name", ""))
    for name in _DATE_TAGS:
        day = parse_day(tags.get(name, ""))
        if day:
            metadata.days[FoundBy.META] = day
            break
    for item in _json_items(root):
        _take_json(item, metadata)
    metadata.title = unicodedata.normalize("NFC", _headline(root, tags))
    return metadata


def _meta_tags(root: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            tags.setdefault(name.strip().lower(), " ".join(content.split()))
    return tags


def _headline(root: HtmlElement, tags: dict[str, str]) -> str:
    """og:title, else ``<title>`` without the name of the site."""
    if tags.get("og:title") and not is_office(tags["og:title"]):
        return tags["og:title"]
    element = next(root.iter("title"), None)
    whole = " ".join(str(element.text_content()).split()) if element is not None else ""
    parts = [part for part in _SITE_SPLIT.split(whole) if not is_office(part)]
    return max(parts, key=len, default="")


# ── JSON-LD ──────────────────────────────────────────────────────────────────────────


def _json_items(root: HtmlElement) -> Iterator[dict[str, object]]:
    """Objects of the page's JSON-LD, of any nesting; broken JSON gives its date at least."""
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        text = (element.text or "")[:_MAX_JSON]
        try:
            yield from _objects(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            match = _PUBLISHED.search(text)
            if match:
                yield {"@type": "Article", "datePublished": match[1]}


def _objects(value: object) -> Iterator[dict[str, object]]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            stack.extend(reversed(item))


def _take_json(item: dict[str, object], metadata: PageMetadata) -> None:
    kinds = item.get("@type")
    names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
    day = parse_day(str(item.get("datePublished", "")))
    if day and (names & _ARTICLES or FoundBy.JSON_LD not in metadata.days):
        metadata.days.setdefault(FoundBy.JSON_LD, day)
    publisher = item.get("publisher")
    if isinstance(publisher, dict) and not metadata.site:
        metadata.site = " ".join(str(publisher.get("name", "")).split())


# ── Days ─────────────────────────────────────────────────────────────────────────────


def parse_day(value: str) -> str | None:
    """The day in Vietnam of a date or time as metadata print it, or None.

    ISO times with a zone are moved to UTC+7; Vietnamese forms are read day first.
    """
    text = value.strip()
    if not 8 <= len(text) <= 60:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        days = find_days(text)
        return days[0][2] if days else None
    try:
        local = moment.astimezone(_VIETNAM) if moment.tzinfo else moment
    except OverflowError:
        return None
    return iso_day(local.year, local.month, local.day)


_STAMPS = (
    re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})\d{6,11}(?=\.\w{3,4}$|/?$)"),
    re.compile(r"(?<!\d)102(\d{2})(\d{2})(\d{2})\d{6,11}(?=\.\w{3,4}$|/?$)"),
)
_PATH_DAY = re.compile(r"/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=/|-)")
_PATH_MONTH = re.compile(r"/(20\d{2})/?(0[1-9]|1[0-2])/")


def day_of_address(url: str) -> str | None:
    """The day, or at least the month, that an address tells (``-20221130182619450.htm``)."""
    path = url.split("?", 1)[0].split("#", 1)[0]
    for pattern in (*_STAMPS, _PATH_DAY):
        for match in pattern.finditer(path):
            year = int(match[1]) + (2000 if len(match[1]) == 2 else 0)
            day = iso_day(year, int(match[2]), int(match[3]))
            if day:
                return day
    month = _PATH_MONTH.search(path)
    return f"{month[1]}-{month[2]}" if month else None


def choose_published(
    days: dict[FoundBy, str], *, document_id: str, where: str
) -> tuple[Published | None, list[Issue]]:
    """The day to believe, and an issue where findings contradict each other.

    The best way of finding wins, but a machine date (JSON-LD, meta) that is later than
    what the article itself prints is the day on which the page was made.
    """
    printed = days.get(FoundBy.ARTICLE) or days.get(FoundBy.TEXT)
    anchor = printed or days.get(FoundBy.ADDRESS)
    order = [way for way in FoundBy if way in days]
    machine = (FoundBy.JSON_LD, FoundBy.META)
    fair = [w for w in order if not (w in machine and anchor and _later(days[w], anchor))]
    if not fair:
        return None, []
    best = fair[0]
    against = [way for way in order if _differ(days[way], days[best])]
    issues = [_contradiction(days, best, against, document_id, where)] if against else []
    return Published(days[best], best), issues


def _later(day: str, other: str) -> bool:
    """Whether ``day`` is more than the tolerance after ``other`` (which may be a month)."""
    if len(other) < len("2020-01-01"):
        return day[:7] > other
    return _distance(day, other) > _TOLERANCE


def _differ(first: str, second: str) -> bool:
    shared = min(len(first), len(second))
    if shared < len("2020-01-01"):
        return first[:shared] != second[:shared]
    return abs(_distance(first, second)) > _TOLERANCE


def _distance(first: str, second: str) -> int:
    return (date.fromisoformat(first) - date.fromisoformat(second)).days


def _contradiction(
    days: dict[FoundBy, str],
    best: FoundBy,
    against: Iterable[FoundBy],
    document_id: str,
    where: str,
) -> Issue:
    others = ", ".join(f"{days[way]} ({way.value})" for way in against)
    return Issue(
        code="contradictory_dates",
        message=f"Taken: {days[best]} ({best.value}); the page also says {others}.",
        where=where,
        advice="Look at the page and give the date if the one taken is wrong.",
        document_id=document_id,
    )
