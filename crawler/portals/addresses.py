"""Addresses: what may be dropped from one without changing what it names.

Paths are never brought to another Unicode form: ``%C6%B0%CC%89`` and ``%E1%BB%AD`` are two
files for a server, though readers see one letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

from parsel import Selector
from scrapy.http import TextResponse
from scrapy.utils.response import get_base_url
from w3lib.html import strip_html5_whitespace
from w3lib.url import safe_url_string, url_query_cleaner

# Parameters that say where a reader came from, or who he is, not what he reads.
TRACKERS = (
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "utm_id",
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "gidzl",
    "zarsrc",
    "mibextid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "redirect",
    "inheritRedirect",
    "PHPSESSID",
    "jsessionid",
)
_VIEWS = re.compile(r"(?i)(?<=[?&])(?:amp|print|mobile)(?:=(?:1|true|yes)?)?(?=&|$)")
_SESSION = re.compile(r"(?i);jsessionid=[^/?#;]*|/\(S\([a-z0-9]{10,40}\)\)(?=/)")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_MOBILE = ("www.", "m.", "mobile.", "wap.", "amp.")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z)$", re.IGNORECASE)


def joined(base: str, link: str) -> str:
    """The absolute http address of a link, or empty when it leads nowhere (``javascript:``)."""
    try:
        url = urljoin(base, strip_html5_whitespace(link))
        parts = urlsplit(url)
        safe_url_string(url)  # raises for more: ports out of range
        return url if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def base_of(response: TextResponse) -> str:
    """The address that links of a page are relative to (``<base href>``)."""
    base: str = get_base_url(response)
    return base


def href(anchor: Selector, base: str) -> str:
    """The absolute address that an element leads to, or empty."""
    link = anchor.attrib.get("href", "")
    return joined(base, link) if link.strip() else ""


@lru_cache(maxsize=4096)  # a page asks several times for each of its links
def cleaned(url: str) -> str:
    """Escaped as a request needs it; without fragment, trackers, sessions; the rest untouched."""
    safe = _ESCAPE.sub(lambda escape: escape[0].upper(), safe_url_string(url).partition("#")[0])
    safe = _SESSION.sub("", safe)
    if "?" not in safe:
        return safe
    if any(tracker in safe for tracker in TRACKERS):
        safe = url_query_cleaner(safe, TRACKERS, remove=True, unique=False)
    if _VIEWS.search(safe):
        safe = re.sub(r"&&+", "&", _VIEWS.sub("", safe)).replace("?&", "?").rstrip("&")
    return safe.rstrip("?")


def without_session(url: str) -> str:
    """The address without the id of a session in its path (``/a.pdf;jsessionid=…``)."""
    return _SESSION.sub("", url)


def with_query(url: str, keeps: Collection[str], *, bare: bool = False) -> str:
    """The address with only the parameters that name an article; all when ``keeps`` is empty."""
    if bare or not keeps or "?" not in url:
        return url
    kept: str = url_query_cleaner(url, list(keeps), unique=False)
    return kept


def named_by(url: str, names: Collection[str]) -> str:
    """The address with only those parameters, where one of them is there; else as it is.

    What names an article is unknown when none of the known names is there, and nothing is
    dropped. Letter case does not count, and is that of ``names`` (``ItemID``, ``itemid``).
    """
    known = {name.lower(): name for name in names}
    split = urlsplit(url)
    kept = [
        f"{known[name.lower()]}={value}"
        for name, _, value in (part.partition("=") for part in split.query.split("&"))
        if name.lower() in known
    ]
    return urlunsplit(split._replace(query="&".join(kept))) if kept else url


def case_folded(url: str, parts: Collection[str]) -> str:
    """The address with path parts (``pages``) in the letter case that is given here."""
    if not parts:
        return url
    known = {part.lower(): part for part in parts}
    split = urlsplit(url)
    path = "/".join(known.get(part.lower(), part) for part in split.path.split("/"))
    return urlunsplit(split._replace(path=path))


def at_home(url: str, home: str) -> str:
    """The address on the scheme and host of ``home``, when it is only a mirror of that.

    Mirrors are http beside https, with and without ``www.``, and mobile hosts (``m.``).
    Other hosts (``en.``, ``ocop.``) publish other things: their addresses stay.
    """
    ours, split = urlsplit(home), urlsplit(url)
    if not home or bare_host(url) != bare_host(home) or split.port not in (None, 80, 443):
        return url
    return urlunsplit(split._replace(scheme=ours.scheme, netloc=ours.netloc))


def bare_host(url: str) -> str:
    """Host of an address without ``www.`` and the marks of mobile mirrors."""
    host = (urlsplit(url).hostname or "").lower()
    for mark in _MOBILE:
        if host.startswith(mark) and host.count(".") > 1:
            return host.removeprefix(mark)
    return host


def target(url: str) -> str:
    """Path and query: what patterns of articles are written for."""
    split = urlsplit(cleaned(url))
    return split.path + (f"?{split.query}" if split.query else "")


def is_above(url: str, below: str) -> bool:
    """Whether an address is the home or a section over another one of the same site."""
    upper, lower = urlsplit(url), urlsplit(below)
    if upper.query or bare_host(url) != bare_host(below):
        return False
    return lower.path != upper.path and lower.path.startswith(upper.path.rstrip("/") + "/")


def is_file(url: str) -> bool:
    """Whether an address names a document file (PDF, Office, archive), also in its query."""
    try:
        split = urlsplit(url)
    except ValueError:
        return False
    return any(_FILE.search(name) for name in (unquote(split.path), *_values(split.query)))


def is_file_name(words: str) -> bool:
    """Whether words are the name of a document file (``QĐ 2411.signed.pdf``)."""
    return _FILE.search(words.strip()) is not None


def shown_file(url: str) -> str:
    """The file that a viewer in a page shows (``viewer.html?file=/uploads/a.pdf``), or empty."""
    for value in _values(urlsplit(url).query):
        if _FILE.search(value.partition("?")[0]):
            return joined(url, value)
    return url if _FILE.search(unquote(urlsplit(url).path)) else ""


def quoted(words: str) -> str:
    """Words as a part of a path or a value of a query."""
    return quote(words, safe="")


def _values(query: str) -> Iterator[str]:
    try:
        yield from (value for _, value in parse_qsl(query, max_num_fields=100))
    except ValueError:
        return  # no query that a form would send
