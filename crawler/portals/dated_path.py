"""Papers with ``/section/YYYYMM/slug-<id>/`` (Thái Nguyên, Đắk Lắk, Quảng Trị, Vĩnh Long …).

Ids are decimal on old items and seven hexadecimal digits on new ones; both live on one
site. The month in the path checks the printed date. Names of pictures tell a day where a
page tells none: ``/file/<32 hex>/MMYYYY/name_YYYYMMDDhhmmss.jpg``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsel import Selector

from crawler.portals.base import Portal, Selectors, Twin
from crawler.portals.publication import Place, Told
from crawler.portals.stamps import first_day


class DatedPath(Portal):
    """``#content``, ``.content-detail``; listings of ``a.title1`` … ``a.title5``."""

    name = "dated_path"
    article_path = re.compile(r"/20\d{4}/[^/?]+-(?:\d+|[0-9a-f]{7})/?(?:\?|$)")
    month_in_path = True
    twins = (Twin(re.compile(r"(https?://[^?]+/20\d{4}/[^/?]+)"), r"\1/"),)
    feeds = ("/{section}/index.rss",)
    family = Selectors(
        summary=".sapo",
        body=(
            "#content .td-post-content, .article_content #content, #content.content-detail, "
            ".content-detail, #content"
        ),
        date=".date_up, .date, #date, #current-date",
        links="a.title1, a.title2, a.title3, a.title5, a.h2, a.h3, a.card-img",
        noise="td.image_desc",
    )

    def other_dates(self, body: Selector | None) -> Iterator[Told]:
        """The day in the name of the first picture that has one."""
        pictures = body.css("img::attr(src)").getall() if body is not None else []
        yield Told(first_day(pictures), Place.IMAGE)
