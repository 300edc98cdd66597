"""Papers on ``1cdn.vn`` with ``slug-<id>.html`` (Nghệ An, Hànộimới, Hải Phòng, Đà Nẵng …).

Of old they had ``slug-post<id>.html``. Topics end in ``-event<id>.html`` and tags in
``-ptag.html``. Boxes of other articles stand inside the text.
"""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors


class BGrid(Portal):
    """``.b-grid__title`` in listings, ``.b-maincontent .entry`` in articles."""

    name = "b_grid"
    article_path = re.compile(r"-(?:post)?\d+\.html(?:\?|$)")
    family = Selectors(
        title=".sc-longform-header-title, .c-detail-head__title",
        summary=".sc-longform-header-sapo, p.block-sc-sapo, .b-maincontent__sapo",
        body=".b-maincontent .entry, article.entry, .entry, .b-maincontent",
        date=".c-detail-head__time, .sc-longform-header-date",
        links="h3.b-grid__title a, .b-grid__img a",
        noise=".sc-related-articles, .sc-empty-layer, .c-comment-box",
    )
