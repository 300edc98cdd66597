"""MasterCMS: Công Thương and its branches, Làng nghề Việt, Hải quan, Ngân hàng."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, pager
from crawler.portals.base import Article, Link, NextPage, Portal, Selectors

_PRINT = re.compile(r"/apicenter@/print_article&i=(\d+)")


class MasterCms(Portal):
    """``slug-<id>.html``, once ``slug.html<id>``; lists count in steps (``&BRSR=20``).

    The print view knows only the id (``/apicenter@/print_article&i=<id>``): which article
    it stands for is told by the links on it.
    """

    name: ClassVar[str] = "mastercms"
    family: ClassVar[Selectors] = Selectors(
        title="h1.detail-title, h1.article-detail-title, .article-detail-title, h1.post-title, h1",
        summary=".detail-sapo, .article-detail-desc, .article-desc, .post-desc",
        body=(
            "#__MB_MASTERCMS_EL_3, .__MB_MASTERCMS_EL, .__MASTERCMS_CONTENT,"
            " .__MB_CONTENT_FOR_PRINTER"
        ),
        date=(
            ".article-date, .datetime, .article-detail-publish, .bx-time, .post-publish-time,"
            " .article-detail-date, .format_time"
        ),
        author=".__MASTERCMS_CONTENT > p[align=right], .article-detail-author",
    )
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"^(?!/(?:search|tag|tags)\b)[^?]*(?:-\d{3,}\.html|\.html\d+)(?:$|\?)"
    )
    search: ClassVar[str] = "/search_enginer.html?p=tim-kiem&q={words}&s_cond="

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The page of the next offset."""
        anchors = page.css(self.selectors.next or "a[href*='BRSR=']")
        url = pager.by_offset(anchors, response.url, addresses.base_of(response), "BRSR")
        return NextPage(url) if url else None

    def article(
        self, response: TextResponse, met: Link | None = None, asked: datetime | None = None
    ) -> Article:
        """An article; a print view under the address of the article that it prints."""
        found = super().article(response, met, asked)
        if (printed := _PRINT.search(response.url)) is None:
            return found
        ends = (f"-{printed[1]}.html", f".html{printed[1]}")
        for link in response.xpath("//@href | //input[@name='__printURL']/@value").getall():
            url = addresses.joined(response.url, link)
            if url.endswith(ends):
                return replace(found, url=self.canonical(url))
        return found
