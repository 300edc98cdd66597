"""Papers with ``/news/<category>/<id>/slug`` or ``/tin-tuc/…`` (Bình Phước, Thái Bình).

Lists are ``/List/<slug>?page=``, the search ``/Search?keyword=&page=``.
"""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors


class NumberedNews(Portal):
    """``.news_body`` or ``.news_content``; ``.toppn .time`` as ``HH:mm AM - DD/MM/YYYY``."""

    name = "numbered_news"
    article_path = re.compile(r"^/(?:news|tin-tuc)/\d+/\d+/[^/?]+")
    search = "/Search?keyword={words}&page={page}"
    pages = "page"
    family = Selectors(
        body=".news_body, .news_content",
        date=".toppn .time",
    )
