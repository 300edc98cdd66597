"""Papers with ``/section/<id>p<group>c<category>/slug.htm`` (Ninh Thuận, of old).

Newer addresses end in ``.html`` and carry JSON-LD; lists go on at ``?page=n``.
"""

from __future__ import annotations

import re

from crawler.portals.generic import Generic


class PartedId(Generic):
    """The page is read by what it says of itself."""

    name = "parted_id"
    article_path = re.compile(
        r"/\d+p\d+c\d+/[^/?]+\.html?(?:\?|$)"
        r"|^/(?!tag/)(?:[^?]*/)?(?:[^/?-]+-){3,}[^/?]+\.html(?:\?|$)"
    )
    pages = "page"
