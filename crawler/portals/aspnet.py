"""Portals that were made for one publisher on ASP.NET: WebForms with postbacks, or MVC.

What they share is the query as identity (``viewer.aspx?mabb=``, ``?docid=``), ids of
controls (``ctl00_zone1_detail_1_lblNoiDung``) and lists that are paged by postback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import addresses, postback, scripts
from crawler.portals.base import Attachment, NextPage, Selectors
from crawler.portals.generic import Generic


class AspNet(Generic):
    """The query is kept whole: nobody knows which of its parameters name the article."""

    name: ClassVar[str] = "aspnet"
    family: ClassVar[Selectors] = Selectors(
        title=".newsDetail .title",
        summary=".de-sumcontent span",
        body="[id$=lblNoiDung], .de-newscont, .newsDetail .text",
        date="[id$=lblNgayDang], .de-newsCent span[id*=DateTime], .newsDetail .date",
        noise=".commentDetail, .otherNews, .share, .ajax__calendar",
    ).then(Generic.family)
    lists_files: ClassVar[bool] = True
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)[?&](?:mabb|docid|nid|newsid|ItemID|articleid|VB_ID|id)=\d+"
        r"|[?&]do=(?:detail|view)\b|/mDefault\.aspx\?(?:.*&)?catid=\d+"
        r"|/VB_ID=\d+|/Detail\d*/\d+|/News/\d+/\d+/[^/?]+|/\d+/\d+/[^/?]+\.aspx"
        r"|/\d{4}/\d{1,2}/\d+\.aspx|-\d+\.(?:aspx|html?)(?:$|\?)"
    )

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The page that an address leads to, else the one that a postback asks for."""
        if linked := super().next_page(page, response):
            return linked
        event = postback.following(page)
        return postback.next_page(response, event) if event else None

    def attachments(self, page: Selector, response: TextResponse) -> Iterator[Attachment]:
        """Files that are linked, else those whose address stands in script text only."""
        linked = list(super().attachments(page, response))
        yield from linked or scripts.attachments(page, addresses.base_of(response))
