"""Papers with ``/section/slug-<id>.html`` and pictures under ``/uploads/image/YYYY/MM/DD/``.

Hậu Giang, Bạc Liêu, Kiên Giang, Trà Vinh, Kon Tum. Tags are ``/slug-<id>/tag.html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsel import Selector

from crawler.portals.base import Portal, Selectors
from crawler.portals.publication import Place, Told
from crawler.portals.stamps import first_day


class NewsContent(Portal):
    """``.contentView`` or ``div.newscontent``."""

    name = "newscontent"
    article_path = re.compile(r"^/[^/?]+/(?:[^/?]+/)*[^/?]+-\d+\.html(?:\?|$)")
    family = Selectors(
        summary=".sapo",
        body=".contentView, div.newscontent",
        date=".date-contentL, div.date",
    )

    def other_dates(self, body: Selector | None) -> Iterator[Told]:
        """The day in the path of the first picture."""
        pictures = body.css("img::attr(src)").getall() if body is not None else []
        yield Told(first_day(pictures), Place.IMAGE)
