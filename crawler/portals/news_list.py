"""Papers with ``/<section>/<id>/slug.html`` and lists by ``NewsList.aspx`` (Phú Yên).

Lists go on by links, or by a postback of the pager: the browser asks for a part of the
page (``__ASYNCPOST``), a request without that word gets the whole page. Every page shows
the time of the request above the headline, in the shape of the article's own date.
"""

from __future__ import annotations

import re
from typing import ClassVar

from crawler.portals.aspnet import AspNet
from crawler.portals.base import Selectors


class NewsList(AspNet):
    """``.newsDetail .title``, ``.newsDetail .date``, ``div.text``."""

    name: ClassVar[str] = "news_list"
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(r"^/\d+/\d+/[^/?]+\.html(?:\?|$)")
    family: ClassVar[Selectors] = Selectors(
        title=".newsDetail .title",
        summary=".newsDetail .sapo, .newsDetail .lead",
        body=".newsDetail .text, div.text",
        date=".newsDetail .date",
        next="div.pagination ul a",
    )
