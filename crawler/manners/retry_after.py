"""``Retry-After``: how long a server asks to be left alone (RFC 9110 section 10.2.3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy.http import Response

_SECONDS = re.compile(rb"\s*(\d{1,18})\s*")


def retry_after(response: Response, now: datetime) -> float | None:
    """Seconds that a 429, 503 or redirect asks to wait, or None when it does not.

    A date is compared with the server's own ``Date``, so that a wrong clock does no harm.
    """
    raw = response.headers.get("Retry-After")
    if raw is None or not (response.status in (429, 503) or 300 <= response.status < 400):
        return None
    seconds = _SECONDS.fullmatch(raw)
    if seconds:
        return float(seconds[1])
    until = _date(raw)
    if until is None:
        return None
    return max(0.0, (until - (_date(response.headers.get("Date")) or now)).total_seconds())


def _date(raw: bytes | None) -> datetime | None:
    try:
        date = parsedate_to_datetime((raw or b"").decode("latin-1"))
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
