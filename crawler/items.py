"""What spiders hand to the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from crawler.records import Request


@dataclass(frozen=True, slots=True)
class Page:
    """A response as it came, ready for the archive. ``payload`` is decoded."""

    source_id: str
    url: str
    status: int
    media_type: str
    fetched_at: datetime
    headers: tuple[tuple[str, str], ...]
    payload: bytes = field(repr=False)
    request: Request | None = None
