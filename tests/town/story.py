"""What is told, before any family of portals gives it a shape."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))

_COUNT = re.compile(r"(?<![/.,])\b\d*(\d)(?= (?:sản phẩm|hộ|xã|chủ thể|học sinh|người)\b)")
_ANY = re.compile(r"\d*(\d)")


@dataclass(frozen=True, slots=True)
class Section:
    """A rubric of a portal."""

    slug: str
    name: str
    number: int


ECONOMY = Section("kinh-te", "Kinh tế", 4)
SOCIETY = Section("xa-hoi", "Xã hội", 7)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that a story brings: a decision (``pdf``), a list (``xlsx``), a plan (``docx``)."""

    stem: str
    kind: str
    title: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """File name."""
        return f"{self.stem}.{self.kind}"


@dataclass(frozen=True, slots=True)
class Story:
    """One article.

    Attributes:
        key: ``host/number``, for ever.
        number: Where it stands among those of its portal, 1 is the oldest.
        title, summary, paragraphs: Texts in NFC.
        published: Aware, Vietnam's time.
        author: Byline.
        section: Its rubric.
        ocop: Whether it speaks of OCOP.
        papers: Its attachments.
        modified: When its file was last written, as ``Last-Modified`` tells.
        told: When the portal says that it was changed (sitemap, feed); a quiet edit leaves it.
    """

    key: str
    number: int
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    published: datetime
    author: str
    section: Section
    ocop: bool
    papers: tuple[Paper, ...] = ()
    modified: datetime | None = None
    told: datetime | None = None

    @property
    def host(self) -> str:
        """Name of the portal that it is told on."""
        return self.key.partition("/")[0]

    @property
    def written(self) -> datetime:
        """When its file was last written."""
        return self.modified or self.published

    @property
    def dated(self) -> datetime:
        """When the portal says that it was last changed."""
        return self.told or self.published

    @property
    def slug(self) -> str:
        """The title in small letters without accents."""
        return slug(self.title)

    @property
    def id(self) -> int:
        """A decimal id as content management systems give them."""
        return 90_000 + sum(map(ord, self.host)) % 97 * 1_000 + self.number * 137

    def edited(self, when: datetime, *, quiet: bool) -> Story:
        """The same with one digit of its text changed, that of a count when there is one.

        Raises:
            ValueError: Its text has no digit.
        """
        for pattern in (_COUNT, _ANY):
            for place, text in enumerate(self.paragraphs):
                if found := pattern.search(text):
                    digit = str((int(found[1]) + 1) % 10 or 1)
                    changed = text[: found.start(1)] + digit + text[found.end(1) :]
                    parts = (*self.paragraphs[:place], changed, *self.paragraphs[place + 1 :])
                    told = self.told if quiet else when
                    return replace(self, paragraphs=parts, modified=when, told=told)
        raise ValueError(f"{self.key} has no digit to change")


def slug(text: str) -> str:
    """Small letters and digits without accents, joined by ``-``."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return "-".join(re.findall(r"[a-z0-9]+", plain))
