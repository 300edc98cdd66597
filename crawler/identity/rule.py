"""One rule of identity: what is seen of an answer, what it means, and the pages that prove it.

Each file of this room is a table ``RULES`` for one concept. A rule carries examples, which
it recognises, and counter-examples, which stay what they are; one test runs them all, and
another puts every example into a long article, which must stay an article.

What a rule looks for is put together from small sights; a sight returns the words that it
saw, or nothing. Patterns are written for the folded view of ``Face``: lower case, NFC,
single blanks. Every repeat in them has an upper bound, so that looking stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from crawler.identity.codes import Code
from crawler.identity.face import Face

Sight = Callable[[Face], str]
"""What was seen, in the page's words; empty when it was not."""

THIN = 120
"""A page with fewer running words in one place is no article but may be a notice.

Notices of firewalls and error pages run to 80 words; a news item has 150 and more. A short
item is safe all the same: it does not bear the words of a notice as its headline.
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of an example: what a server sends, and how one came to it."""

    html: str
    status: int = 200
    url: str = "https://baoa.vn/kinh-te/tin-123.html"
    asked: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of answer is recognised.

    Attributes:
        id: Stable name, ``code.way``; goes into the message.
        code: What the answer is.
        seen: Whether it is, and the words that show it.
        note: Why the rule exists and where its form was seen.
        examples: Pages that are of this kind.
        counter_examples: Pages that only look alike.
    """

    id: str
    code: Code
    seen: Sight
    note: str
    examples: tuple[str | Shown, ...] = ()
    counter_examples: tuple[str | Shown, ...] = ()


def both(*sights: Sight) -> Sight:
    """All of them; shows what the last one saw."""

    def seen(face: Face) -> str:
        words = ""
        for sight in sights:
            words = sight(face)
            if not words:
                return ""
        return words

    return seen


def either(*sights: Sight) -> Sight:
    """The first of them that sees something."""
    return lambda face: next(filter(None, (sight(face) for sight in sights)), "")


def thin(face: Face) -> str:
    """A page without an article's worth of running text."""
    return "thin" if face.prose < THIN else ""


def bare(most: int) -> Sight:
    """A page with at most so many visible words."""
    return lambda face: "bare" if face.words <= most else ""


def title(pattern: str) -> Sight:
    """Words of the title."""
    compiled = re.compile(pattern)
    return lambda face: _words(compiled.search(face.title))


def lead(pattern: str) -> Sight:
    """The beginning of the title, of a headline or of a block of its own."""
    compiled = re.compile(rf"(?:{pattern})")
    return lambda face: next(filter(None, map(_words, map(compiled.match, face.leads))), "")


def headline(pattern: str) -> Sight:
    """The beginning of the title, of a part of it or of a headline."""
    compiled = re.compile(rf"(?:{pattern})")

    def seen(face: Face) -> str:
        heads = (face.title, *face.titles, *face.headings)
        return next(filter(None, map(_words, map(compiled.match, heads))), "")

    return seen


def notice(pattern: str) -> Sight:
    """A headline, or on a page with hardly anything else any block of its own."""
    return either(headline(pattern), both(bare(80), lead(pattern)))


def no_files(face: Face) -> str:
    """A page that links to no document file: that of a decision may be short."""
    return "" if face.links_to_files else "no files"


def text(pattern: str) -> Sight:
    """Words of the visible text or the title."""
    compiled = re.compile(pattern)
    return lambda face: _words(compiled.search(face.text) or compiled.search(face.title))


def source(pattern: str) -> Sight:
    """Words of the markup, scripts included."""
    compiled = re.compile(pattern)
    return lambda face: _words(compiled.search(face.source))


def header(name: str, pattern: str = "") -> Sight:
    """A header field of the answer whose value has the words."""
    compiled = re.compile(pattern)

    def seen(face: Face) -> str:
        value = face.headers.get(name)
        return "" if value is None or not compiled.search(value.lower()) else f"{name}: {value}"

    return seen


def status(*codes: int) -> Sight:
    """One of these statuses."""
    return lambda face: str(face.status) if face.status in codes else ""


def _words(match: re.Match[str] | None) -> str:
    return match[0].strip()[:80] if match else ""
