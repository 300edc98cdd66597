"""Index lines as pywb and other replay tools read them.

``<SURT key> <14-digit time> {"url": …, "mime": …, "status": …, "digest": …, "length": …,
"offset": …, "filename": …}``, sorted by bytes. Source: https://specs.webrecorder.net/cdxj/.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from crawler.captures import Capture

_WORLD_WIDE_WEB = re.compile(r"^www\d*\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def surt(url: str) -> str:
    """Sort-friendly form of an address: ``https://www.a.vn/B?y&x`` → ``vn,a)/b?x&y``.

    Addresses that differ only in scheme, ``www``, letter case, default port, trailing
    slash or the order of parameters share a key, as in other web archives; the index
    line keeps the address itself. What has no host keeps its form.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.lower()
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return url.lower()
    labels = _WORLD_WIDE_WEB.sub("", host.rstrip(".")).split(".")
    reversed_host = host if ":" in host else ",".join(reversed(labels))
    if port not in (None, _DEFAULT_PORTS[parts.scheme]):
        reversed_host += f":{port}"
    path = parts.path.rstrip("/").lower() or "/"
    query = "&".join(sorted(parts.query.lower().split("&")))
    return f"{reversed_host}){path}" + (f"?{query}" if query else "")


def line(capture: Capture) -> bytes:
    r"""Index line of a capture, with its ``\n``."""
    fields = {
        "url": capture.url,
        "mime": capture.media_type,
        "status": None if capture.status is None else str(capture.status),
        "digest": capture.digest,
        "length": str(capture.length),
        "offset": str(capture.offset),
        "filename": capture.warc,
    }
    known = {name: value for name, value in fields.items() if value is not None}
    time = re.sub(r"[^0-9]", "", capture.fetched_at)
    return f"{surt(capture.url)} {time} {json.dumps(known)}\n".encode("ascii")


def parse(raw: bytes) -> Capture:
    """Capture of an index line.

    Raises:
        ValueError: The line is torn, or not one that this module writes.
    """
    try:
        _, time, fields = raw.decode("ascii").split(" ", 2)
        known: dict[str, str] = json.loads(fields)
        return Capture(
            url=known["url"],
            fetched_at=_rfc3339(time),
            status=int(known["status"]) if "status" in known else None,
            media_type=known["mime"],
            digest=known["digest"],
            length=int(known["length"]),
            warc=known["filename"],
            offset=int(known["offset"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a CDXJ line: {raw[:80]!r}") from error


def _rfc3339(time: str) -> str:
    if len(time) != len("20261122074522") or not time.isdecimal():
        raise ValueError(f"not a 14-digit time: {time}")
    date = f"{time[:4]}-{time[4:6]}-{time[6:8]}"
    return f"{date}T{time[8:10]}:{time[10:12]}:{time[12:]}Z"
