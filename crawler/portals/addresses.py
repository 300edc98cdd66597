"""Addresses: what may be dropped from one without changing what it names."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string, url_query_cleaner

# Parameters that say where a reader came from, not what he reads.
TRACKERS = (
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "utm_id",
    "fbclid",
    "gclid",
    "gidzl",
    "zarsrc",
    "redirect",
    "inheritRedirect",
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|rtf|odt|ods|zip|rar|7z)$", re.IGNORECASE)


def joined(base: str, link: str) -> str:
    """The absolute http address of a link, or empty when it leads nowhere (``javascript:``)."""
    try:
        url = urljoin(base, link.strip())
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def cleaned(url: str) -> str:
    """Escaped as a request needs it, without fragment and trackers; other parts untouched."""
    safe = safe_url_string(url).partition("#")[0]
    if not any(tracker in safe for tracker in TRACKERS):
        return safe
    without: str = url_query_cleaner(safe, TRACKERS, remove=True, unique=False)
    return without


def with_query(url: str, keeps: Collection[str], *, bare: bool = False) -> str:
    """The address with only the parameters that name an article; all when ``keeps`` is empty."""
    if bare or not keeps or "?" not in url:
        return url
    kept: str = url_query_cleaner(url, list(keeps), unique=False)
    return kept


def case_folded(url: str, parts: Collection[str]) -> str:
    """The address with path parts (``pages``) in the letter case that is given here."""
    if not parts:
        return url
    known = {part.lower(): part for part in parts}
    split = urlsplit(url)
    path = "/".join(known.get(part.lower(), part) for part in split.path.split("/"))
    return urlunsplit(split._replace(path=path))


def target(url: str) -> str:
    """Path and query: what patterns of articles are written for."""
    split = urlsplit(cleaned(url))
    return split.path + (f"?{split.query}" if split.query else "")


def is_file(url: str) -> bool:
    """Whether an address names a document file (PDF, Office, archive)."""
    return _FILE.search(urlsplit(url).path) is not None
