"""What portals read out of pages: links, listings, articles; and how a family is described."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Link:
    """A link that discovery met, and what stands with it.

    Attributes:
        url: Absolute address, as printed (not yet canonical).
        words: Anchor text, title, summary: what relevance is judged by.
        published: EDTF in Vietnam's time (``2026-01-08T18:21:00+07:00``, ``2026-01-08``),
            or empty when the page does not say it.
        title: Headline, where it is told apart from the rest (feeds), or empty.
        summary: Lead, likewise.
        modified: When a sitemap says that it was last changed (W3C date-time), or empty.
    """

    url: str
    words: str = ""
    published: str = ""
    title: str = ""
    summary: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class NextPage:
    """Where a listing goes on. ``form`` holds the fields of a POST (``.aspx`` postback)."""

    url: str
    form: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a section, tag or search: links in the order of the page.

    Attributes:
        links: Each article once.
        next: Where it goes on, or None at the end.
        feeds: Addresses of feeds that the page announces.
        drift: Names of set selectors that found nothing: the family's layout has changed.
        unreadable: Why nothing could be read and what to do, as a sentence; empty when it was.
    """

    links: tuple[Link, ...]
    next: NextPage | None = None
    feeds: tuple[str, ...] = ()
    drift: tuple[str, ...] = ()
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an article links to: a decision, its annex, a table."""

    url: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What a portal says of one article; every text is NFC, blanks collapsed, or empty.

    Attributes:
        url: Canonical address.
        title: Headline.
        summary: Lead (sapo).
        body: Text of the body, one line a paragraph.
        published: EDTF in Vietnam's time, or empty: a clock of the page is no date. Only a
            month (``2026-01``) where the address tells no more and the page nothing.
        author: Byline as printed.
        attachments: Files, on whatever host, in the order of the page.
        drift: Names of set selectors that found nothing: the family's layout has changed.
        unreadable: Why nothing could be read and what to do, as a sentence; empty when it was.
    """

    url: str
    title: str = ""
    summary: str = ""
    body: str = ""
    published: str = ""
    author: str = ""
    attachments: tuple[Attachment, ...] = ()
    drift: tuple[str, ...] = ()
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS lists of a family, or of one source that differs from it.

    Each is a comma-separated list; the first element that matches and has text wins, in
    the order of the list. So a single selector holds no comma (no ``:not(a, b)``).
    ``article`` bounds the rest when set (a page may hold several of everything);
    ``noise`` is cut out of it first (related links, counters, clocks). ``next`` matches
    all links of the pager: the one that leads on is chosen by what it says.
    """

    article: str = ""
    title: str = ""
    summary: str = ""
    body: str = ""
    date: str = ""
    author: str = ""
    attachments: str = ""
    links: str = ""
    next: str = ""
    noise: str = ""

    def overridden(self, cells: Mapping[str, str]) -> Selectors:
        """These, with the selectors of one source in their place."""
        return replace(self, **cells)

    def then(self, others: Selectors) -> Selectors:
        """These, and where they find nothing those of a family that knows less."""
        lists = {one.name: (getattr(self, one.name), getattr(others, one.name))
                 for one in fields(self)}  # fmt: skip
        return replace(
            self, **{name: ", ".join(filter(None, both)) for name, both in lists.items()}
        )


SELECTORS = tuple(one.name for one in fields(Selectors))


@dataclass(frozen=True, slots=True)
class Twin:
    """A second address of the same article: print view, AMP, mobile host.

    ``pattern`` is matched against the whole address (``fullmatch``); ``canonical`` is the
    template (``re`` syntax) of the address that stands for both.
    """

    pattern: re.Pattern[str]
    canonical: str
