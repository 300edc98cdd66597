"""What spiders hand to the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from crawler.ledger import Kind
from crawler.records import Request


@dataclass(frozen=True, slots=True)
class Page:
    """A response as it came, ready for the archive. ``payload`` is decoded.

    Attributes:
        source_id: Source that it was asked from.
        key: Canonical address, by which the ledger knows it.
        kind: Article or attachment.
        url: Address that answered, after redirects.
        status: HTTP status; 304 says that the payload is the one archived before.
        media_type: Bare type, as declared.
        fetched_at: When the answer came, UTC.
        headers: Of the response.
        payload: Bytes without content or transfer encoding.
        request: What was sent.
        via: Page that named the address.
        way: How it was discovered.
        title: Headline, as the portal tells it, or empty.
        published: EDTF, as the portal tells it, or empty.
        ip_address: The address that answered, or empty when it is not known.
    """

    source_id: str
    key: str
    kind: Kind
    url: str
    status: int
    media_type: str
    fetched_at: datetime
    headers: tuple[tuple[str, str], ...]
    payload: bytes = field(repr=False)
    request: Request | None = None
    via: str = ""
    way: str = ""
    title: str = ""
    published: str = ""
    ip_address: str = ""

    def header(self, name: str) -> str:
        """Value of a header, or empty."""
        return next((value for known, value in self.headers if known.lower() == name), "")
