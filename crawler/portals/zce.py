"""Papers with ``slug-post<id>.html`` (Hà Tĩnh, Lào Cai, Gia Lai, Sơn La, Nhân Dân …).

Sections carry a number (``/dia-phuong/toan-tinh/11.html``), tags their words
(``/tag/<words>.html``) or an id (``-tag<id>.html``). The section ``/ocop/`` of Nhân Dân
holds stories of other things as well: a path proves no subject.
"""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors, Twin


class Zce(Portal):
    """``.article__title``, ``.article__sapo``, ``.zce-content-body.cms-body``."""

    name = "zce"
    article_path = re.compile(r"-post\d+\.html(?:\?|$)")
    twins = (Twin(re.compile(r"(https?://[^?]+-post\d+)\.amp(?:\?.*)?"), r"\1.html"),)
    tag = "/tag/{words}.html"
    family = Selectors(
        title="h1.article__title, .article__title",
        summary=".article__sapo",
        body=".article__body.zce-content-body, .zce-content-body, .cms-body, #editor-detail",
        date=".article__meta time, .article__meta",
        author=".article__author",
        links="article.story a, a.cms-link",
        noise=".ads_middle, .article__body article.story, .cms-body article.story",
    )
