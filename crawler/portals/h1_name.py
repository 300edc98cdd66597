"""Papers with ``h1.name`` and ``#content-detail`` (Cao Bằng, Hưng Yên, Quảng Ninh)."""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors


class H1Name(Portal):
    """``slug-<id>.html``; listings of ``article.card``."""

    name = "h1_name"
    article_path = re.compile(r"-\d+\.html(?:\?|$)")
    family = Selectors(
        title="h1.name",
        summary=".sapo, .desc",
        body="#content-detail, .content-article",
        links="article.card a, .card-content a",
        noise="#content-detail .block-news-list, .content-article .block-news-list",
    )
