"""The Robots Exclusion Protocol, RFC 9309: what a robots.txt says to one crawler.

Scrapy's parser, Protego, reads a wider language, which differs where it matters to a
polite crawler: it takes part of a product token for the whole (``oco`` for ``ocop``) and
words of the contact address for one, ends a group at a line it does not know (against
section 2.2.4), reads ``Allow: /a/index.html`` as a permit for ``/a/``, keeps ``%2F`` and
``/`` apart in queries (against the table of section 2.2.2) and has no limit of size.
``tests/crawler/manners/test_protego.py`` shows each, and that both agree elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

LIMIT = 500 * 1024
"""Octets that are parsed, at least as many as section 2.5 asks for; the rest is ignored."""

_AGENT = frozenset({"user-agent", "useragent", "user agent"})
_ALLOW = frozenset({"allow"})
# Misspellings that are common enough for the large search engines to heed them.
_DISALLOW = frozenset({"disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"})
_DELAY = frozenset({"crawl-delay", "crawl delay", "crawldelay"})
_SITEMAP = frozenset({"sitemap", "sitemaps", "site-map"})
_KEYS = _AGENT | _ALLOW | _DISALLOW | _DELAY | _SITEMAP

# Section 2.2.1: a product token is letters, "_" and "-"; "ocop/1.0" and "ocop*" mean ocop.
_TOKEN = re.compile(r"[A-Za-z_-]+(?![A-Za-z0-9_-])")
_SECONDS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?)?", re.IGNORECASE)

_ODD = re.compile(rb"%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~/?:@!&'()+,;=\[\]]")
# Escapes that stay: of operators and delimiters, and of all that may not stand in an address.
_KEPT = frozenset(b'%*$#/?"<>\\^`{|} ') | frozenset(range(0x21)) | frozenset(range(0x7F, 0x100))


@dataclass(frozen=True, slots=True)
class Rule:
    """One ``Allow`` or ``Disallow`` line.

    ``parts`` are the pieces between the ``*`` of its path, ``anchored`` means a final ``$``,
    ``octets`` is how specific it is.
    """

    allow: bool
    parts: tuple[str, ...]
    anchored: bool
    octets: int

    def matches(self, target: str) -> bool:
        """Whether the path pattern matches, in time linear in the length of the target."""
        first, *rest = self.parts
        if not target.startswith(first):
            return False
        place = len(first)
        if not rest:
            return not self.anchored or place == len(target)
        last = rest.pop()
        for part in rest:
            found = target.find(part, place)
            if found < 0:
                return False
            place = found + len(part)
        if self.anchored:
            return target.endswith(last) and len(target) - len(last) >= place
        return target.find(last, place) >= 0


@dataclass(slots=True)
class _Group:
    """Product tokens, and what stands below them: rules, or else delays."""

    agents: set[str] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)


class _Groups:
    """Groups in the making."""

    def __init__(self) -> None:
        self._all: list[_Group] = []
        self._naming = False

    def name(self, token: str) -> None:
        """An agent line: it goes on naming, or begins a group."""
        if not self._naming:
            self._all.append(_Group())
        self._naming = True
        self._all[-1].agents.add(token)

    def close(self) -> None:
        """The next agent line begins a group."""
        self._naming = False

    def below(self) -> _Group:
        """The group of a line below agents, or one that counts for nobody."""
        self.close()
        return self._all[-1] if self._all else _Group()

    def of(self, agent: str) -> list[_Group]:
        """All groups that name the crawler, else all that name ``*`` (section 2.2.1)."""
        named = [group for group in self._all if agent in group.agents]
        return named or [group for group in self._all if "*" in group.agents]


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What a robots.txt says to one crawler.

    Attributes:
        rules: Rules of the groups for it, merged (section 2.2.1).
        crawl_delay: Longest ``Crawl-delay`` of these groups in seconds, or None. It is no part
            of the RFC, which lets crawlers read other lines (section 2.2.4).
        sitemaps: Addresses of ``Sitemap`` lines, as printed, which belong to no group.
    """

    rules: tuple[Rule, ...] = ()
    crawl_delay: float | None = None
    sitemaps: tuple[str, ...] = ()

    @classmethod
    def parse(cls, body: bytes, agent: str) -> Self:
        """Read a file; whatever it holds, lines that can be read are, others are not.

        Args:
            body: The file as sent.
            agent: Product token of the crawler.
        """
        # Only rules end the list of agents of a group, other lines must not interfere (2.2.4).
        # Who writes a delay means the agents right above it, so delays have groups of their own.
        ruled, delayed = _Groups(), _Groups()
        sitemaps: list[str] = []
        for key, value in _lines(body):
            if key in _AGENT:
                ruled.name(_product(value))
                delayed.name(_product(value))
            elif key in _SITEMAP:
                sitemaps.append(value.encode("latin-1").decode("utf-8", "replace"))
            elif key in _DELAY:
                delayed.below().delays += _seconds(value)
            else:
                ruled.below().rules += _rules(value, allow=key in _ALLOW)
                delayed.close()
        mine = ruled.of(agent.lower())
        delays = (delay for group in delayed.of(agent.lower()) for delay in group.delays)
        return cls(
            rules=tuple(rule for group in mine for rule in group.rules),
            crawl_delay=max(delays, default=None),
            sitemaps=tuple(filter(None, dict.fromkeys(sitemaps))),
        )

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched: the longest match decides, a tie allows (2.2.2)."""
        target = _target(url)
        if target == "/robots.txt":
            return True
        best = max(
            ((rule.octets, rule.allow) for rule in self.rules if rule.matches(target)),
            default=(0, True),
        )
        return best[1]


def _lines(body: bytes) -> Iterator[tuple[str, str]]:
    """Key and value of each line that has both parts; values keep one character an octet."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):  # not allowed, and written by Notepad
        body = body.decode("utf-16", "replace").encode()
    if len(body) > LIMIT:
        # A rule that is cut in the middle would forbid more, or permit more, than was written.
        body = body[: max(body.rfind(b"\n", 0, LIMIT), body.rfind(b"\r", 0, LIMIT)) + 1]
    for line in re.split(rb"\r\n|\r|\n", body.removeprefix(b"\xef\xbb\xbf")):
        text = line.partition(b"#")[0].decode("latin-1").strip(" \t\0")
        key, colon, value = text.partition(":")
        key = key.strip(" \t").lower()
        if not colon or key not in _KEYS:
            key, _, value = text.partition(" ")
            key = key.lower()
        if key in _KEYS:
            yield key, value.strip(" \t")


def _product(value: str) -> str:
    """The product token of a ``User-agent`` line in small letters, or empty."""
    if value == "*":
        return "*"
    found = _TOKEN.match(value)
    return found[0].lower() if found else ""


def _seconds(value: str) -> list[float]:
    found = _SECONDS.fullmatch(value)
    return [float(found[1].replace(",", "."))] if found else []


def _rules(value: str, *, allow: bool) -> list[Rule]:
    if value and value[0] not in "/*":
        if allow:  # no path: the line says nothing
            return []
        value = f"/{value}"  # forbids nothing by the letter, but what it means is plain
    return [_rule(value.encode("latin-1"), allow=allow)] if value else []


def _rule(pattern: bytes, *, allow: bool) -> Rule:
    anchored = pattern.endswith(b"$")
    pieces = pattern.removesuffix(b"$").split(b"*")
    text = _query_folded(b"*".join(map(_canonical_part, pieces)).decode("ascii"))
    return Rule(allow, tuple(re.split(r"\*+", text)), anchored, len(text) + anchored)


def _target(url: str) -> str:
    """Path and query of an address in the form that rules are compared with."""
    parts = urlsplit(url.partition("#")[0])
    mark = "?" if "?" in url.partition("#")[0] else ""
    raw = f"{parts.path or '/'}{mark}{parts.query}".encode("utf-8", "surrogatepass")
    return _query_folded(_canonical_part(raw).decode("ascii"))


def _canonical_part(octets: bytes) -> bytes:
    """One spelling for all that section 2.2.2 wants to compare equal."""
    return _ODD.sub(_spelled, octets)


def _spelled(found: re.Match[bytes]) -> bytes:
    raw = found[0]
    octet = int(raw[1:], 16) if len(raw) == 3 else raw[0]
    return b"%%%02X" % octet if octet in _KEPT else bytes([octet])


def _query_folded(text: str) -> str:
    """In a query ``/`` and ``?`` are data, escaped or not (RFC 3986 section 3.4)."""
    path, mark, query = text.partition("?")
    return path + mark + query.replace("%2F", "/").replace("%3F", "?")
