"""Papers that put the moment of an article into its address, to the thousandth.

``/slug/d<yyyyMMddHHmmssfff>.htm``, now ``/slug-<yyMMddHHmmssfff>.html`` (Ninh Bình);
``/slug-<yyyyMMddHHmmssfff>.htm`` (Tin tức, Dân trí). Nothing else is known to be shared
by their pages.
"""

from __future__ import annotations

import re

from crawler.portals.generic import Generic


class Timestamp(Generic):
    """The address tells article and moment; the page is read by what it says of itself."""

    name = "timestamp"
    article_path = re.compile(r"^(?!/print-).*(?:[/-]d?20\d{15}\.htm|-\d{15}\.html)(?:\?|$)")
