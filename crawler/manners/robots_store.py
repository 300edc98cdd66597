"""robots.txt files kept between crawls, at most a day (RFC 9309 section 2.4)."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

MAX_AGE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Kept:
    """A robots.txt as it was answered; ``body`` is empty where there is none (4xx)."""

    asked_at: datetime
    body: bytes

    def is_fresh(self, now: datetime) -> bool:
        """Whether it may still be used; one from the future was written by a wrong clock."""
        return timedelta() <= now - self.asked_at < MAX_AGE


class RobotsStore:
    """One small file for each authority (scheme, host and port) below ``folder``.

    Several crawlers may use one folder: files are replaced as a whole.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, authority: str) -> Kept | None:
        """What was kept, or None when there is nothing that can be read."""
        try:
            found = json.loads(self._path(authority).read_bytes())
            body = str(found["body"]).encode("utf-8", "surrogateescape")
            asked_at = datetime.fromisoformat(found["asked_at"])
            return Kept(asked_at, body) if asked_at.tzinfo else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # not there, or damaged: it is asked for anew

    def save(self, authority: str, kept: Kept) -> None:
        """Keep an answer.

        Raises:
            OSError: The folder cannot be written.
        """
        path = self._path(authority)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "authority": authority,
            "asked_at": kept.asked_at.isoformat(),
            "body": kept.body.decode("utf-8", "surrogateescape"),
        }
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.write_text(json.dumps(content), encoding="ascii")
        beside.replace(path)

    def _path(self, authority: str) -> Path:
        return self._folder / f"{file_name(authority)}.json"


def authority_of(url: str) -> str:
    """Scheme, host and port, the three that one robots.txt speaks for (section 2.3).

    >>> authority_of("HTTPS://Bao-A.vn:443/kinh-te/")
    'https://bao-a.vn'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = f":{parts.port}" if parts.port not in (None, usual) else ""
    return f"{parts.scheme}://{host}{port}"


def file_name(text: str) -> str:
    """A name that any file system takes, readable when it is short."""
    safe = quote(text, safe="[]").replace("%3A%2F%2F", "_").replace("%3A", "_")
    return safe if len(safe) <= 100 else f"{safe[:60]}-{hashlib.sha256(text.encode()).hexdigest()}"
