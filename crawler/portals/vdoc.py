"""VDOC: ``slug-a<id>.html`` (Cần Thơ, Tây Ninh, Long An, An Giang, Đồng Khởi, Cà Mau …).

The print view ``/print/slug-a<id>.html`` is opened by a script and indexed by others; the
byline is the last bold paragraph; the lead begins with the mark of the paper, ``(CTO) -``.
"""

from __future__ import annotations

import re

from crawler.portals.base import Portal, Selectors, Twin


class Vdoc(Portal):
    """``span.pubdate`` and ``#newscontents .content-fck``, or ``.singular-content``."""

    name = "vdoc"
    article_path = re.compile(r"^(?!/print/).+-a\d+\.html(?:\?|$)")
    twins = (Twin(re.compile(r"(https?://[^/?]+)/print/([^?]+-a\d+\.html).*"), r"\1/\2"),)
    feeds = ("/rss/subcate/{slug}/",)
    family = Selectors(
        title="h1",
        summary="h4.sapo, .sapo",
        body=(
            "#newscontents .content-fck, #contentNews .singular-content, .content-fck, "
            ".singular-content, .post-content, #newscontents"
        ),
        date="span.pubdate, div.pubdate",
        links="li.news-img a.b-title, a.b-title",
        next=".boxpage #page li a, .boxpage a, #page li a",
        noise="td.image_desc",
    )
