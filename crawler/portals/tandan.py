"""The SharePoint of Tân Dân: Điện Biên, Hà Tĩnh, Hưng Yên, Nam Định, Ninh Thuận, Thanh Hóa."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit, urlunsplit

from parsel import Selector
from scrapy.http import TextResponse

from crawler.portals import pager
from crawler.portals.base import NextPage, Portal, Selectors


class Tandan(Portal):
    """``/portal/Pages/YYYY-M-D/<title-with-a-tail>.aspx``: the path says all, the query nothing.

    Lists are counted (``?PageIndex=2``) by links or by scripts, and a page past the end
    shows the list again: discovery ends where a page brings no link that is new.
    """

    name: ClassVar[str] = "tandan"
    family: ClassVar[Selectors] = Selectors(
        title=".tandan-p-article-news-title, .tandan-title-view, .title-news",
        summary=".tandan-p-article-news-summary, .summary-news, .news-sapo",
        body=(
            ".tandan-p-article-main, .tandan-content-view, .tandan-p-article-news-content,"
            " .ms-rtestate-field"
        ),
        date=".tandan-span-date-publish, .tandan-date-view, .date-news",
        noise=".tandan-div-article-other, .social-share, .td-tags",
    )
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)/portal/pages/\d{4}-\d{1,2}-\d{1,2}/[^/?]+\.aspx(?:$|\?)"
    )
    lists_files: ClassVar[bool] = True
    folds_case: ClassVar[tuple[str, ...]] = ("portal", "Pages", "KenhTin", "VanBan", "Photos")

    def canonical(self, url: str) -> str:
        """The path alone, where it names an article."""
        whole = super().canonical(url)
        split = urlsplit(whole)
        return urlunsplit(split._replace(query="")) if self.is_dated(whole) else whole

    @classmethod
    def is_dated(cls, url: str) -> bool:
        """Whether an address has the family's shape, whatever pattern a row has of its own."""
        return cls.article_path is not None and cls.article_path.search(url) is not None

    def next_page(self, page: Selector, response: TextResponse) -> NextPage | None:
        """The next number, as long as a page has articles."""
        if next(self.links(page, response), None) is None:
            return None
        return NextPage(pager.counted(response.url, "PageIndex"))
