"""Papers on VCCorp's system: the moment is in the address (Chính phủ, Công báo, BVHTTDL).

``slug-102<yyMMddHHmmss and thousandths>.htm``, ``slug-<14 to 17 digits of the time>.htm``;
pages of the time before 2022 end in ``.vgp``. ``/print-<time>.htm`` shows an article again.
"""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors


class VcCorp(Portal):
    """``.detail-title``, ``.detail-sapo``, ``.detail-content``."""

    name = "vccorp"
    article_path = re.compile(
        r"^(?!/print-).*-(?:102\d{15}|20\d{12,15})\.htm(?:\?|$)|\.vgp(?:\?|$)"
    )
    family = Selectors(
        title=".detail-title, .article-header h1",
        summary=".detail-sapo",
        body=".detail-content, .article-body",
        date=".detail-time, .article-header .meta",
        author=".detail-author",
        noise=".PhotoCMS_Caption, .detail-related",
    )
