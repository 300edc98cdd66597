"""What a crawl must find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly an article tells its time."""

    SECOND = "seconds"
    MINUTE = "minutes"
    DAY = "day"

    def edtf(self, when: datetime) -> str:
        """The time as a reader of the page can know it."""
        if self is Precision.DAY:
            return when.date().isoformat()
        exact = when if self is Precision.SECOND else when.replace(second=0)
        return exact.isoformat()


@dataclass(frozen=True, slots=True)
class Expected:
    """What a crawl must find of one story.

    Attributes:
        key: Of the story.
        url: Canonical address.
        title, summary, author, paragraphs: Texts, without the marks of the paper.
        published: EDTF in Vietnam's time, as exactly as the page tells.
        attachments: Absolute addresses, in the order of the page.
    """

    key: str
    url: str
    title: str
    summary: str
    published: str
    author: str
    paragraphs: tuple[str, ...]
    attachments: tuple[str, ...]
